import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from build_scripts.reading.pdf.runs import ASKEW, Run, read_runs
from tests.reading.pdf.test_pdf import draw
from tests.tables import each_row


def read_run(font: str, size: float, angle: float = 0.0, scale: float = 1.0) -> Run:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.scale(scale, scale)
        canvas.setFont(font, size)
        canvas.drawString(0, 0, "Ordered")

    (drawn,) = pdfium.PdfDocument(draw(page).data)
    (run,) = read_runs(drawn.get_textpage())
    assert run.text == "Ordered"
    return run


@each_row()
def test_weight_and_slant(font: str, bold: bool, italic: bool) -> None:
    run = read_run(font, 12)
    assert (run.bold, run.italic) == (bold, italic)


@pytest.mark.parametrize(
    ("angle", "turn"), [(0, 0), (-90, 1), (180, 2), (90, 3), (3, 0), (45, ASKEW), (-60, ASKEW)]
)
def test_turns_are_counted_clockwise(angle: float, turn: int) -> None:
    assert read_run("Times-Roman", 12, angle).turn == turn


@pytest.mark.parametrize(("size", "scale"), [(12, 1.0), (1, 12.0), (24, 0.5)])
def test_the_size_is_that_on_the_page(size: float, scale: float) -> None:
    assert read_run("Times-Roman", size, scale=scale).size == pytest.approx(12)
