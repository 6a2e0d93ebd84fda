"""Whole orders through cleaning: the seed, the real text orders, the specimens, twice."""

import re
from pathlib import Path

import pytest

from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from tests.orders_from_text import clean_text, list_texts, show_marks
from tests.shared import SHARED, list_specimens, list_text_orders, needs_shared

# What no cleaned text may hold.
FURNITURE = re.compile(
    r"""
      Case \s \d:\d\d-cv-\S+ \s+ Document
    | (?: \b\d{1,2}\s+ ){5,} \d{1,2}\b           # runs of line numbers
    | United\ States\ District\ Court \s+ Northern\ District
    | electronically\ mailed
    | [\w.]+@[\w.]+
    | _{4,} | \\_ | <sup> | \]\(
    """,
    re.VERBOSE,
)


@pytest.fixture(scope="module")
def seed() -> CleanOrder:
    return clean_text(next((SHARED / "corpus" / "seed").glob("*.txt")).read_bytes())


@needs_shared
def test_the_seeds_body_is_three_paragraphs_and_its_ending(seed: CleanOrder) -> None:
    paragraphs = [b for b in seed.blocks if b.kind is BlockKind.PARAGRAPH]
    assert len(paragraphs) == 4
    assert paragraphs[3].text == "SO ORDERED."
    assert list_texts(seed, BlockKind.SIGNATURE) == [
        "Dated: May 31, 2017",
        "HOWARD R. LLOYD",
        "United States Magistrate Judge",
    ]
    assert list_texts(seed, BlockKind.TITLE) == ["ORDER DENYING MOTION FOR EXPEDITED DISCOVERY"]
    assert list_texts(seed, BlockKind.REFERENCE) == ["Re: Dkt. No. 7"]


@needs_shared
def test_the_seeds_second_paragraph_runs_over_the_page_break(seed: CleanOrder) -> None:
    second = [b for b in seed.blocks if b.kind is BlockKind.PARAGRAPH][1]
    shown = show_marks(second)
    assert "In Yahoo!, Inc., the [2]Ninth Circuit applied the so-called Calder[^1] effects" in shown
    assert shown.endswith("forum state.” Id. (citation omitted).")


@needs_shared
def test_the_seeds_footnote_is_tied_and_its_mailing_notice_gone(seed: CleanOrder) -> None:
    (note,) = seed.footnotes
    assert (note.label, note.tied) == ("1", True)
    assert note.text.startswith("Calder v. Jones, 465 U.S. 783")
    numbers = [r for r in seed.removals if r.reason is RemovalReason.LINE_NUMBER]
    assert len(numbers) == 84  # three pages of 28
    assert any(r.reason is RemovalReason.MAILING_NOTICE for r in seed.removals)
    assert "@" not in seed.reading_text


@needs_shared
@pytest.mark.parametrize("path", list_text_orders(), ids=lambda path: path.stem)
def test_real_orders_keep_their_words_and_lose_their_furniture(path: Path) -> None:
    """clean_order itself raises where a word is lost; here the furniture is looked for."""
    clean = clean_text(path.read_bytes())
    assert FURNITURE.search(clean.reading_text) is None
    assert list_texts(clean, BlockKind.COURT)
    assert list_texts(clean, BlockKind.DOCKET)
    assert list_texts(clean, BlockKind.PARTIES)
    check_line_numbers(clean)


def check_line_numbers(clean: CleanOrder) -> None:
    """They count up on every page: none stayed in the text."""
    by_page: dict[int, list[int]] = {}
    for removal in clean.removals:
        if removal.reason is RemovalReason.LINE_NUMBER:
            by_page.setdefault(removal.page, []).append(int(removal.text))
    for page, numbers in by_page.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), f"page {page}"


@pytest.mark.parametrize("path", list_specimens(), ids=lambda path: path.stem)
def test_cleaning_what_is_clean_changes_nothing(path: Path) -> None:
    """The paragraphs of a cleaned order, cleaned again as plain text, are the same paragraphs."""
    once = clean_text(path.read_bytes())
    kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTE)
    paragraphs = [block.text for block in once.blocks if block.kind in kinds]
    again = clean_text("\n\n".join(paragraphs))
    assert again.text == "\n\n".join(paragraphs)
    assert not again.removals


@pytest.mark.parametrize("path", list_specimens(), ids=lambda path: path.stem)
def test_places_lead_back_to_the_source(path: Path) -> None:
    """Every place's text begins with the word that stands on the line it names."""
    text = path.read_bytes()
    clean = clean_text(text)
    decoded = read_decoded(text)
    for block in clean.blocks:
        assert block.places[0].offset == 0
        for place in block.places:
            word = re.match(r"[\w§]*", block.text[place.offset :])
            assert word is not None
            assert word[0] in decoded[place.line - 1]


def read_decoded(data: bytes) -> list[str]:
    from build_scripts.model.raw_order import RawOrder
    from build_scripts.reading.encodings import decode_text

    return decode_text(RawOrder.from_bytes("order.txt", data))[0].replace("\f", "").split("\n")
