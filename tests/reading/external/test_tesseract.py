"""tesseract's words, from a picture made here."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from build_scripts.reading.external.tesseract import recognise_page

pytestmark = pytest.mark.ocr


def draw_page(lines: list[str]) -> Image.Image:
    picture = Image.new("L", (1700, 600), 255)
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        pen.text((200, 100 + 120 * number), line, font=ImageFont.load_default(48), fill=0)
    return picture


def test_words_come_with_boxes_and_confidences() -> None:
    words = recognise_page(draw_page(["The motion is GRANTED.", "It is so ordered."]))
    assert [word.text for word in words] == "The motion is GRANTED. It is so ordered.".split()
    first, fifth = words[0], words[4]
    assert abs(first.left - 200) < 20
    assert fifth.top > first.top + 60
    assert all(word.confidence > 60 for word in words)


def test_an_empty_page_has_no_words() -> None:
    assert recognise_page(draw_page([])) == ()
