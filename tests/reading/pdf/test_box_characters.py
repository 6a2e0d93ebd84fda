import pytest

from build_scripts.reading.pdf.box_characters import find_box_characters


@pytest.mark.parametrize(
    ("font", "printed", "shown"),
    [
        ("ABCDEF+Wingdings-Regular", "o", "☐"),
        ("Wingdings", "\uf06f", "☐"),  # a private code, where the font has no map
        ("Wingdings", "\xfe x", "☑ ☒"),
        ("Wingdings 2", "\xa3 R", "☐ ☑"),
        ("ZapfDingbats", "o 4 8", "☐ ✓ ✗"),
        ("ITCZapfDingbats", "❏✔", "☐✓"),
        ("SymbolMT", "\uf8fc\uf8fd\uf8fe", "│││"),  # a brace between a caption's columns
        ("Symbol", "\xb7", "•"),
        ("Symbol", "a", "a"),
    ],
)
def test_picture_fonts_show_what_unicode_names(font: str, printed: str, shown: str) -> None:
    boxes = find_box_characters(font)
    assert boxes is not None
    assert printed.translate(dict(boxes)) == shown


@pytest.mark.parametrize("font", ["Times-Roman", "ABCDEF+Arial-BoldMT", ""])
def test_fonts_of_letters_keep_them(font: str) -> None:
    assert find_box_characters(font) is None
