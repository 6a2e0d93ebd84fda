"""wpd2text (of libwpd): WordPerfect files to text."""

from build_scripts.reading.external.program import MEGABYTE, Program, run_program

WPD2TEXT = Program("wpd2text", "libwpd-tools", seconds=60, memory_bytes=1024 * MEGABYTE)


def read_wordperfect_text(data: bytes) -> str:
    """Return the text of a WPD file: a paragraph per line, notes as "[1]" below their paragraph.

    Bounds: 60 s, 1 GB of memory, 64 MB of text. Raise MissingProgramError and ProgramFailedError.
    """
    return run_program(WPD2TEXT, ["order.wpd"], data, "order.wpd").decode("utf-8", "replace")
