import pypdfium2 as pdfium
import pytest
from PIL import Image

from build_scripts.reading.pdf.page_picture import (
    Picture,
    can_draw,
    cut_row,
    cut_rows,
    join_rows,
    render_page,
    turn_clockwise,
    write_pgm,
)
from tests.reading.pdf.test_pdf import draw

ROWS = [b"\x01\x02\x03", b"\x04\x05\x06"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (0, 3, b"\x01\x02\x03"),
        (1, 2, b"\x02"),
        (-2, 1, b"\xff\xff\x01"),  # white where the picture ends
        (2, 5, b"\x03\xff\xff"),
        (-3, -1, b"\xff\xff"),
        (5, 7, b"\xff\xff"),
        (2, 2, b""),
    ],
)
def test_a_row_is_cut_and_white_beyond_its_ends(left: int, right: int, expected: bytes) -> None:
    assert cut_row(ROWS[0], left, right) == expected


def test_a_quarter_turn_lays_down_what_ran_up_the_side() -> None:
    assert turn_clockwise(ROWS) == [b"\x04\x01", b"\x05\x02", b"\x06\x03"]
    assert turn_clockwise([]) == []


def test_rows_and_picture_are_the_same_values() -> None:
    image = Image.frombytes("L", (3, 2), b"".join(ROWS))
    picture = cut_rows(image, 2.0)
    assert picture == Picture(ROWS, 3, 2.0)
    assert (picture.height, picture.dpi) == (2, 144)
    assert join_rows(picture).tobytes() == image.tobytes()
    assert write_pgm(ROWS) == b"P5 3 2 255\n" + b"".join(ROWS)
    assert write_pgm([]) == b"P5 0 0 255\n"


def test_a_page_is_drawn_in_grey_without_the_bitmap_s_padding() -> None:
    document = pdfium.PdfDocument(draw(lambda canvas: canvas.rect(0, 0, 306, 792, fill=1)).data)
    assert can_draw(document[0])
    image = render_page(document[0], 0.1)
    assert (image.mode, image.size) == ("L", (62, 80))
    assert image.getpixel((5, 40)) == 0
    assert image.getpixel((60, 40)) == 255
