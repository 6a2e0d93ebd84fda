from PIL import Image

from build_scripts.reading.pdf.drawn_page import cut_out
from tests.tables import each_row

PICTURE = Image.frombytes("L", (3, 2), b"\x01\x02\x03\x04\x05\x06")


@each_row(expected=bytes)
def test_a_part_is_cut_and_white_beyond_the_edges(left: int, right: int, expected: bytes) -> None:
    assert cut_out(PICTURE, left, 0, right, 1).tobytes() == expected
