import pytest

from build_scripts.reading.pdf.box_characters import find_box_characters
from tests.tables import each_row


@each_row()
def test_picture_fonts_show_what_unicode_names(font: str, printed: str, shown: str) -> None:
    boxes = find_box_characters(font)
    assert boxes is not None
    assert printed.translate(dict(boxes)) == shown


@pytest.mark.parametrize("font", ["Times-Roman", "ABCDEF+Arial-BoldMT", ""])
def test_fonts_of_letters_keep_them(font: str) -> None:
    assert find_box_characters(font) is None
