"""The pictures of the documents: drawn from pages that are there, small, and each with its words."""

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.shared import ROOT
from tools.pictures import PICTURES, SIZE, draw_pictures

LARGEST = 60_000  # bytes


def test_each_picture_can_be_drawn_anew(browser: Browser, address: str, tmp_path: Path) -> None:
    """`make pictures` draws them; fonts differ from machine to machine, so bytes may."""
    draw_pictures(browser, address, tmp_path)
    for file in PICTURES:
        for root in (tmp_path, ROOT):
            assert (root / file).stat().st_size <= LARGEST
            with Image.open(root / file) as picture:
                assert picture.size == (SIZE["width"], SIZE["height"])


def test_each_picture_stands_in_a_document_with_words() -> None:
    shown = set()
    for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for words, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", document.read_text("utf-8")):
            assert len(words) > 20
            shown.add((document.parent / path).relative_to(ROOT).as_posix())
    assert shown == set(PICTURES)
