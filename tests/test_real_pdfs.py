"""Real PDFs, read and cleaned: every word accounted for, no furniture left in the text."""

import re
from pathlib import Path

import pytest

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.model.source_text import SourceFormat
from tests.cleaning.test_clean_order import FURNITURE, check_line_numbers
from tests.made_once import Convert
from tests.shared import SHARED, needs_shared

pytestmark = pytest.mark.ocr

FOLDERS = ("pleading-pdf", "minute-order-pdf", "circuit-pdf", "scan-pdf", "other")
PDFS = [path for folder in FOLDERS for path in sorted((SHARED / "corpus" / folder).glob("*.pdf"))]
PICTURES = {"image-pdf-2", "tenn_test_image", "opinion_pdf_image_based"}


@needs_shared
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_real_pdfs_keep_their_words_and_lose_their_furniture(
    path: Path, convert_once: Convert
) -> None:
    """Converting raises where a word is lost. Scans take two seconds each: they go through OCR."""
    order = convert_once(read_loose_file(path))
    clean = order.clean
    assert (order.source.format is SourceFormat.SCAN) == (path.stem in PICTURES)
    found = FURNITURE.search(re.sub(r"[\w.]+@[\w.]+", "", clean.reading_text))
    assert found is None
    assert clean.page_count == len(order.pages)
    if path.stem not in PICTURES:  # on pictures they are as OCR reads them
        check_line_numbers(clean)
