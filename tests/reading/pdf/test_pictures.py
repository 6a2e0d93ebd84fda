"""Pictures of PDF pages: of bounded size, the same for the same page."""

from io import BytesIO

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading.pdf.pictures import MOST_PIXELS, WIDTH, draw_page


def print_page(width: float, height: float) -> RawOrder:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height))
    canvas.drawString(10, 10, "It is ordered.")
    canvas.save()
    return RawOrder.from_bytes("order.pdf", file.getvalue())


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((612, 792), (WIDTH, 1424)),
        ((792, 612), (WIDTH, 850)),
        ((100, 14000), None),
        ((14000, 14000), (WIDTH, WIDTH)),
    ],
)
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
