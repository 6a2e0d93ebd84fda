"""Pictures of PDF pages: of bounded size, the same for the same page."""

from io import BytesIO

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading.pdf.pictures import MOST_PIXELS, draw_page
from tests.tables import as_tuples, each_row


def print_page(width: float, height: float) -> RawOrder:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height))
    canvas.drawString(10, 10, "It is ordered.")
    canvas.save()
    return RawOrder.from_bytes("order.pdf", file.getvalue())


@each_row(size=as_tuples, expected=as_tuples)
def test_a_picture_has_the_page_s_proportions_and_a_bound(
    size: tuple[float, float], expected: tuple[int, int] | None
) -> None:
    picture = Image.open(BytesIO(draw_page(print_page(*size), 1)))
    assert picture.format == "WEBP"
    assert picture.width * picture.height <= MOST_PIXELS * 1.02
    if expected:
        assert picture.size == expected


def test_the_same_page_gives_the_same_bytes() -> None:
    raw = print_page(612, 792)
    assert draw_page(raw, 1) == draw_page(raw, 1)
