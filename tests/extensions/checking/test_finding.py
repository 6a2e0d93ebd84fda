"""A quotation is told apart: exact, announced changes, near, not here."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.extensions.checking.answers import Match
from build_scripts.extensions.checking.finding import QuotationIndex, find_quotation
from build_scripts.extensions.checking.order_text import OrderText
from build_scripts.extensions.checking.quoted import FEWEST_WORDS
from build_scripts.search.pins import NO_PINS, read_pins

TABLE = json.loads(Path(__file__).with_name("quotation_cases.json").read_text(encoding="utf-8"))
"""The browser's half answers the same: search_ui/check.test.js."""
MATCHES = {
    "exact": Match.EXACT,
    "marked": Match.MARKED,
    "near": Match.NEAR,
    "absent": Match.ABSENT,
}


def test_the_table_is_of_the_order_that_is_read_here(index: QuotationIndex) -> None:
    (rank,) = index.find_phrases([["boilerplate", "objections"]])
    assert [list(block) for block in index.search.load_blocks(rank)] == TABLE["blocks"]
    assert index.search.load_pins(rank) == read_pins(TABLE["pins"])


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["quotation"][:40])
def test_a_quotation_is_told_apart(index: QuotationIndex, case: dict[str, Any]) -> None:
    answer = find_quotation(index, case["quotation"])
    assert answer.match is MATCHES[case["match"]]
    passages = answer.passages
    if "differences" in case:
        told = [[one.quoted, one.here] for one in passages[0].differences]
        assert told == case["differences"]
    if answer.match is Match.MARKED:
        assert all(one.announced for one in passages[0].differences)
    if "citation" in case:
        assert passages[0].citation == case["citation"]


def test_a_short_quotation_is_refused_with_what_it_needs(index: QuotationIndex) -> None:
    answer = find_quotation(index, "“must say why”")
    assert answer.match is Match.REFUSED
    assert str(FEWEST_WORDS) in answer.note


def test_a_quotation_of_part_of_a_word_is_not_exact(index: QuotationIndex) -> None:
    assert find_quotation(index, "ivilege protects what a cli").match is not Match.EXACT


def test_a_passage_says_where_it_stands(index: QuotationIndex) -> None:
    passage = find_quotation(index, "reader of Rule 26 may think").passages[0]
    assert passage.sentence == "A naïve reader of Rule 26 may think otherwise."
    assert passage.sentence[passage.start : passage.end] == passage.text
    assert (passage.page, passage.sheet) == ("2", 2)
    assert passage.anchor.startswith("p-")


def test_an_order_that_is_meant_is_named_first(index: QuotationIndex) -> None:
    quotation = "A party that resists discovery must say why"
    newest, oldest = find_quotation(index, quotation).passages
    assert newest.date > oldest.date
    assert find_quotation(index, quotation, meant=[1]).passages[0].address == oldest.address


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 30_000,
        "a [" * 10_000,
        ". " * 20_000,
        "\n1 " * 20_000,
        "a b c d " * 20_000,
        '" OR x NEAR( " * a AND text : b c d e',
        "\x00 \ud800 a b c d e",
        "of the court " * 300,
    ],
)
def test_a_hostile_quotation_has_an_answer(index: QuotationIndex, hostile: str) -> None:
    assert find_quotation(index, hostile).match in {Match.ABSENT, Match.REFUSED}


def _bird(number: int) -> str:
    return "marshheron" + "".join(chr(97 + number // size % 26) for size in (676, 26, 1))


_LONG = " ".join(map(_bird, range(17_000)))


@pytest.fixture(scope="module")
def long(index: QuotationIndex) -> QuotationIndex:
    """The index, with the text of a very long order in place of every order's."""
    found = QuotationIndex(index.search)
    text = OrderText(0, [("p-1", _LONG)], lambda: NO_PINS)
    found.load = lambda _: text  # type: ignore[assignment,method-assign]
    found.find_phrases = lambda _: [0]  # type: ignore[method-assign]
    return found


def _say(first: int, last: int) -> str:
    return " ".join(map(_bird, range(first, last)))


@pytest.mark.parametrize(
    ("quotation", "match", "quoted", "note"),
    [
        (_say(0, 12_000), Match.EXACT, [], ""),
        (_say(0, 600), Match.EXACT, [], ""),
        (_say(0, 600).replace(_bird(500), "marabou"), Match.NEAR, ["marabou"], ""),
        (_say(9, 2000).replace(_bird(1900), "marabou"), Match.NEAR, ["marabou"], ""),
        (
            _say(0, 5000).replace(_bird(4900), "marabou"),
            Match.NEAR,
            [],
            "Only its first 4,000 words",
        ),
        (_LONG, Match.EXACT, [], "Only its first 200,000 characters were"),
        (f"{_say(3, 9)} … {_say(14_000, 14_009)}", Match.MARKED, ["…"], ""),
    ],
    ids=["whole", "600", "600, altered", "2,000, altered", "altered late", "too long", "ellipsis"],
)
def test_what_is_not_compared_is_said(
    long: QuotationIndex, quotation: str, match: Match, quoted: list[str], note: str
) -> None:
    answer = find_quotation(long, quotation)
    (passage, *_) = answer.passages
    assert (answer.match, [one.quoted for one in passage.differences]) == (match, quoted)
    assert answer.note.startswith(note)
    assert bool(answer.note) is bool(note)
    assert all(len(one.here) < 1100 for one in passage.differences)
