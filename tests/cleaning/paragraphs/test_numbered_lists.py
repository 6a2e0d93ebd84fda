"""Paragraphs with numbers in a row are items of a list; a number that begins a sentence is none."""

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.layout_text import read_layout_text

LEAD = "The Court orders as follows, with the consent of both parties to this case:"


def clean(*paragraphs: str) -> CleanOrder:
    text = "\n\n".join((LEAD, *paragraphs))
    return clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))


def list_items(*paragraphs: str) -> list[str]:
    blocks = clean(*paragraphs).blocks
    return [block.text.split()[0] for block in blocks if block.kind is BlockKind.LIST_ITEM]


@pytest.mark.parametrize(
    ("signs", "why"),
    [
        (["1.", "2.", "3."], "points"),
        (["(1)", "(2)"], "two items are a list"),
        (["(a)", "(b)", "(c)"], "letters"),
        ([f"({letter})" for letter in "abcdefghij"], "a letter is a numeral too"),
        (["(i)", "(ii)", "(iii)"], "numerals"),
        (["1.", "(a)", "(b)", "2."], "a list in an item"),
    ],
)
def test_numbers_in_a_row_are_a_list(signs: list[str], why: str) -> None:
    paragraphs = [f"{sign} The clerk must send the papers to both sides." for sign in signs]
    assert list_items(*paragraphs) == signs, why


@pytest.mark.parametrize(
    ("paragraphs", "why"),
    [
        (["12. The clerk must close the case at once."], "no neighbour"),
        (["8. The rent was due in May.", "9. It was not paid."], "paragraphs of a longer count"),
        (["1. The clerk must act now.", "(2) The clerk must wait."], "another form"),
        (["1. The clerk must act now.", "3. The clerk must wait."], "a number is missing"),
        (
            ["1. The clerk must act now.", "So the court held below.", "2. The clerk must wait."],
            "a paragraph between them",
        ),
        ([f"{n}. {'The court below was right on this point too. ' * 12}" for n in (1, 2)], "prose"),
        (["2019 was a dry year for all.", "2020 was a wet year for all."], "years"),
    ],
)
def test_other_paragraphs_with_a_number_stay(paragraphs: list[str], why: str) -> None:
    assert list_items(*paragraphs) == [], why


def test_every_number_and_word_stays() -> None:
    items = [f"{number}. The clerk must send paper {number}." for number in range(1, 9)]
    assert clean(*items).text == "\n\n".join((LEAD, *items))
