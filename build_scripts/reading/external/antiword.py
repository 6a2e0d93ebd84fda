"""antiword: Word 97 to 2003 files to text."""

from build_scripts.reading.external.program import MEGABYTE, Program, run_program

ANTIWORD = Program("antiword", "antiword", seconds=60, memory_bytes=1024 * MEGABYTE)


def read_word97_text(data: bytes) -> str:
    """Return the text of a DOC file: a paragraph per line, notes as "[1]" with their text at the
    end.

    Bounds: 60 s, 1 GB of memory, 64 MB of text. Raise MissingProgramError and ProgramFailedError.
    """
    output = run_program(ANTIWORD, ["-w", "0", "-m", "UTF-8.txt", "order.doc"], data, "order.doc")
    return output.decode("utf-8", "replace")
