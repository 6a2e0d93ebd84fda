"""A test of PDFium in its own process: whether it reaches the end of a file at all."""

import sys

from build_scripts.reading.external.program import MEGABYTE, Program, run_program

SECONDS = 30
SCRIPT = """
import sys
import pypdfium2
document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
for index in range(len(document)):
    try:
        page = document[index]
        page.get_textpage().close()
        page.close()
    except pypdfium2.PdfiumError:
        continue  # a damaged page ends at once, which is all that is asked
"""


def probe_pdf(data: bytes, script: str = SCRIPT, memory: int = 3 << 30) -> None:
    """Run a script over a PDF: by default, load all its pages and their text, and discard them.

    Neither PDFium nor qpdf can be interrupted; a file that may occupy one for hours comes here
    first. Bounds: SECONDS, `memory` in bytes. Raise ProgramFailedError if the script does not
    finish within them, crashes, or refuses the file.
    """
    python = Program(
        sys.executable, "python3", seconds=SECONDS, output_bytes=MEGABYTE, memory_bytes=memory
    )
    run_program(python, ["-I", "-c", script], data)
