"""PDF reading and cleaning against PDFium's bare per-character pass over the same pages.

The bare pass is what any reader pays that must know the place, size and direction of every
character: for each one its code, whether PDFium made it up, its origin, its box, its size and its
angle; six calls, with buffers that are made once, and nothing done with the answers. Fonts, which a
reader must know too, are left out of it.
"""

import ctypes
from collections.abc import Iterator
from io import BytesIO
from textwrap import wrap

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from build_scripts.cleaning import clean_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from tests.shared import SHARED
from tools.bench.clock import Measure, time_best
from tools.bench.long_opinion import CAPTION, write_paragraphs

SIZE = 80_000  # letters a paper
FOLDERS = ("pleading-pdf", "minute-order-pdf", "circuit-pdf")
BASELINE = "PDFium's bare pass"
STAMP = "Case 3:19-cv-90417-QTX   Document 88   Filed 06/03/20   Page {page} of 99"


def measure() -> Iterator[Measure]:
    """Reading, and reading with cleaning, of two kinds of paper drawn here and of real ones.

    Reading and cleaning are to take no more than 1.6 times the bare pass.
    """
    yield from _measure_papers("pleading PDF", [draw_pleading()])
    yield from _measure_papers("typeset PDF", [draw_typeset()])
    paths = [path for name in FOLDERS for path in sorted((SHARED / "corpus" / name).glob("*.pdf"))]
    if paths:
        real = [RawOrder.from_bytes(path.name, path.read_bytes()) for path in paths]
        yield from _measure_papers("real PDFs", real)


def _measure_papers(name: str, papers: list[RawOrder]) -> Iterator[Measure]:
    sources = [read_order(paper) for paper in papers]
    bare = time_best(lambda: [pass_over_characters(paper.data) for paper in papers])
    reading = time_best(lambda: [read_order(paper) for paper in papers])
    cleaning = time_best(lambda: [clean_order(source) for source in sources])
    size = sum(len(source.decoded) for source in sources) / 1e6
    yield Measure(f"{name}, read", size, reading, BASELINE, bare)
    yield Measure(f"{name}, read and cleaned", size, reading + cleaning, BASELINE, bare)


def pass_over_characters(data: bytes) -> int:
    """The bare pass: ask PDFium for every character; return how many there are."""
    seen = 0
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    document = pdfium.PdfDocument(data)
    for page in document:
        layer = page.get_textpage()
        text = layer.raw
        for index in range(raw.FPDFText_CountChars(text)):
            raw.FPDFText_GetUnicode(text, index)
            raw.FPDFText_IsGenerated(text, index)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetFontSize(text, index)
            raw.FPDFText_GetCharAngle(text, index)
            seen += 1
        page.close()
    document.close()
    return seen


def draw_pleading() -> RawOrder:
    """Pleading paper: numbered lines, a stamp, the court's name up the margin."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=True)
    for page, lines in enumerate(_cut_pages(74, 28), start=1):
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(150, 760, STAMP.format(page=page))
        for number, line in enumerate(lines, start=1):
            canvas.drawRightString(80, 724 - 24 * number, str(number))
            canvas.drawString(96, 724 - 24 * number, line)
        canvas.saveState()
        canvas.translate(40, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "United States District Court")
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return RawOrder.from_bytes("pleading.pdf", buffer.getvalue())


def draw_typeset() -> RawOrder:
    """A slip opinion as typesetters print it: justified, a text object a word, case names slanted."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=True)
    for lines in _cut_pages(64, 38):
        for number, line in enumerate(lines):
            words = [(word, _choose_font(word)) for word in line.split()]
            widths = [canvas.stringWidth(word, font, 11) for word, font in words]
            blank = (360 - sum(widths)) / max(1, len(words) - 1) if len(line) > 50 else 2.8
            x = 126.0
            for (word, font), width in zip(words, widths, strict=True):
                canvas.setFont(font, 11)
                canvas.drawString(x, 690 - 14 * number, word)
                x += width + min(blank, 8)
        canvas.showPage()
    canvas.save()
    return RawOrder.from_bytes("typeset.pdf", buffer.getvalue())


def _choose_font(word: str) -> str:
    return "Times-Italic" if word in {"Ashcroft", "v.", "Iqbal,"} else "Times-Roman"


def _cut_pages(columns: int, lines_a_page: int) -> Iterator[list[str]]:
    lines = list(CAPTION)
    for paragraph in write_paragraphs(SIZE):
        lines += wrap(paragraph, columns, initial_indent="      ")
    for first in range(0, len(lines), lines_a_page):
        yield lines[first : first + lines_a_page]
