"""Paragraphs with numbers in a row are items of a list; a number that begins a sentence is none."""

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.layout_text import read_layout_text
from tests.tables import each_row

LEAD = "The Court orders as follows, with the consent of both parties to this case:"


def clean(*paragraphs: str) -> CleanOrder:
    text = "\n\n".join((LEAD, *paragraphs))
    return clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))


def list_items(*paragraphs: str) -> list[str]:
    blocks = clean(*paragraphs).blocks
    return [block.text.split()[0] for block in blocks if block.kind is BlockKind.LIST_ITEM]


@each_row()
def test_numbers_in_a_row_are_a_list(signs: list[str], why: str) -> None:
    paragraphs = [f"{sign} The clerk must send the papers to both sides." for sign in signs]
    assert list_items(*paragraphs) == signs, why


@each_row()
def test_other_paragraphs_with_a_number_stay(paragraphs: list[str], why: str) -> None:
    assert list_items(*paragraphs) == [], why


def test_every_number_and_word_stays() -> None:
    items = [f"{number}. The clerk must send paper {number}." for number in range(1, 9)]
    assert clean(*items).text == "\n\n".join((LEAD, *items))
