"""Source and cleaned text are cut so that nothing is lost on either side."""

from collections import Counter

import pytest

from build_scripts.archive.storage.orders_folder import list_order_paths, read_raw_order
from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind
from build_scripts.pages.source_rows import pair_pages
from build_scripts.reading import read_order
from tests.orders_from_text import read_text
from tests.shared import ORDERS

PAPER = """\
UNITED STATES DISTRICT COURT
DISTRICT OF OREGON

QUILL PRESS, INC., Plaintiff, v. HARBOR BOOKS LLC, Defendant.

Case No. 3:21-cv-00417-TVB

ORDER

The first paragraph has
two lines.

The second has one.
"""


@pytest.mark.parametrize("path", list_order_paths(ORDERS))
def test_every_line_is_in_one_row_and_every_character_in_one_stretch(path: str) -> None:
    source = read_order(read_raw_order(ORDERS, path))
    clean = clean_order(source)
    pages = pair_pages(clean, source.pages)
    shown = [line for rows in pages.values() for row in rows for line in row.lines]
    filled = [line for page in source.pages for line in page.lines if line.text.strip()]
    assert [line for line in shown if line.text.strip()] == filled
    stretches = Counter(
        "".join(s.text for rows in pages.values() for r in rows for s in r.stretches)
    )
    assert stretches == Counter("".join(block.text for _, block in clean.map.located))


def test_a_row_holds_the_lines_its_text_was_made_of() -> None:
    source = read_text(PAPER)
    (rows,) = pair_pages(clean_order(source), source.pages).values()
    by_text = {row.stretches[-1].text: row for row in rows if row.stretches}
    row = by_text["The first paragraph has two lines."]
    assert [line.text for line in row.lines if line.text] == [
        "The first paragraph has",
        "two lines.",
    ]


def test_a_caption_is_one_row() -> None:
    source = read_text(PAPER)
    (rows,) = pair_pages(clean_order(source), source.pages).values()
    captions = [r for r in rows if any(s.kind is BlockKind.COURT for s in r.stretches)]
    assert len(captions) == 1
    assert BlockKind.DOCKET in {stretch.kind for stretch in captions[0].stretches}
