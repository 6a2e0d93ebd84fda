"""A test of PDFium in its own process: whether it reaches the end of a file at all.

Ten form XObjects that each call the next ten times make PDFium draw for years, as does a pattern
whose tiles are a thousandth of a point apart; text inside forms is counted by nothing that is asked
of the page. Court papers hardly have any.
"""

import sys

from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.external.program import MEGABYTE, Program, run_program

SECONDS = 30
SCRIPT = """
import sys
import pypdfium2
data = sys.stdin.buffer.read()
document = pypdfium2.PdfDocument(data)
for index in range(len(document)):
    try:
        page = document[index]
        page.get_textpage().close()
        if b"/PatternType" in data:
            page.render(scale=0.2)  # as many tiles as on a larger picture
        page.close()
    except pypdfium2.PdfiumError:
        continue  # a damaged page ends at once, which is all that is asked
"""
# A name may be written with its letters' codes.
FORM = Pattern(
    rb"/Subtype\s{0,20}/(?:Form\b|[^\s/<>\[\]()]{0,20}#)|/PatternType\b",
    accepts=[b"/Subtype /Form", b"/Subtype/Form>>", b"/Subtype/F#6Frm", b"/PatternType 1"],
    refuses=[b"/Subtype/FormField", b"/Subtype/Image", b"/FormType 1", b"/Pattern 5 0 R"],
)


def has_forms(data: bytes) -> bool:
    """Return whether the file has form XObjects or patterns; their dictionaries are unpacked."""
    return FORM.search(data) is not None


def probe_pdf(data: bytes, script: str = SCRIPT, memory: int = 3 << 30) -> None:
    """Run a script over a PDF: by default, load all pages and their text, draw those with patterns.

    Neither PDFium nor qpdf can be interrupted: a file that may occupy one for hours comes here
    first. Raise ProgramFailedError if the script does not end within SECONDS and `memory` (bytes),
    crashes, or refuses the file.
    """
    python = Program(
        sys.executable, "python3", seconds=SECONDS, output_bytes=MEGABYTE, memory_bytes=memory
    )
    run_program(python, ["-I", "-c", script], data)
