import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading.pdf import page as page_module
from build_scripts.reading.pdf.damage import Damage
from build_scripts.reading.pdf.page import CrowdedPageError, ReadPage, read_page
from tests.reading.pdf.test_pdf import draw

WORDS = "The motion to compel is granted in part."


def write(canvas: Canvas) -> None:
    canvas.drawString(72, 700, WORDS)
    canvas.drawString(72, 672, "So ordered.")
    canvas.rotate(90)
    canvas.drawString(300, -40, "Northern District")


def read_first(raw: RawOrder, index: int = 0) -> ReadPage:
    document = pdfium.PdfDocument(raw.data)
    return read_page(document, index, Damage(document, raw.data))


def read() -> ReadPage:
    return read_first(draw(write))


def test_lines_are_numbered_those_across_the_page_first() -> None:
    page = read()
    assert [(line.number, line.text, line.rotated) for line in page.lines] == [
        (1, "Northern District", True),
        (2, WORDS, False),
        (3, "", False),
        (4, "So ordered.", False),
    ]
    assert (page.confidence, page.unread, page.damaged) == (None, False, False)


@pytest.mark.parametrize("bound", ["MOST_CHARACTERS", "MOST_PIECES"])
def test_a_page_that_no_print_could_be_is_refused(
    monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(page_module, bound, 2)
    with pytest.raises(CrowdedPageError):
        read()


def test_a_drawing_of_many_lines_is_no_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw_map(canvas: Canvas) -> None:
        write(canvas)
        for x in range(50):
            canvas.line(x, 0, x, 20)

    monkeypatch.setattr(page_module, "MOST_PIECES", 10)
    assert WORDS in read_first(draw(draw_map)).text


def test_a_page_that_is_not_there_is_damaged() -> None:
    assert read_first(draw(write), 7) == ReadPage("", (), damaged=True)
