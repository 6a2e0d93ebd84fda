"""antiword and wpd2text (of libwpd): Word 97 to 2003 and WordPerfect files to text. Both raise
MissingProgramError and ProgramFailedError.
"""

from build_scripts.reading.external.program import MEGABYTE, Program, run_program

ANTIWORD = Program("antiword", "antiword", seconds=60, memory_bytes=1024 * MEGABYTE)
WPD2TEXT = Program("wpd2text", "libwpd-tools", seconds=60, memory_bytes=1024 * MEGABYTE)


def read_word97_text(data: bytes) -> str:
    """Return the text of a DOC file: a paragraph a line, notes as "[1]" at the end."""
    output = run_program(ANTIWORD, ["-w", "0", "-m", "UTF-8.txt", "order.doc"], data, "order.doc")
    return output.decode("utf-8", "replace")


def read_wordperfect_text(data: bytes) -> str:
    """Return the text of a WPD file: a paragraph per line, notes as "[1]" below their paragraph."""
    return run_program(WPD2TEXT, ["order.wpd"], data, "order.wpd").decode("utf-8", "replace")
