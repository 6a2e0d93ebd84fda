import pytest
from PIL import Image

from build_scripts.reading.pdf.page_picture import cut_out

PICTURE = Image.frombytes("L", (3, 2), b"\x01\x02\x03\x04\x05\x06")


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
def test_a_part_is_cut_and_white_beyond_the_edges(left: int, right: int, expected: bytes) -> None:
    assert cut_out(PICTURE, left, 0, right, 1).tobytes() == expected
