"""A quotation is told apart: exact, announced changes, near, not here."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.extensions.checking.answers import Match
from build_scripts.extensions.checking.finding import FEWEST_WORDS, find_quotation
from build_scripts.model.archive import Archive
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.cite.bluebook import cite_in_stretches
from build_scripts.search.records import iter_records
from build_scripts.site.search_engine import SearchEngine, open_archive_search
from tests.measured_work import MOST_GROWTH, measure_growth

TABLE = json.loads(Path(__file__).with_name("quotation_cases.json").read_text(encoding="utf-8"))
"""search_ui/check.test.js asks the same of the texts alone."""
MATCHES = {
    "exact": Match.EXACT,
    "marked": Match.MARKED,
    "near": Match.NEAR,
    "absent": Match.ABSENT,
}


def test_the_table_is_of_the_order_that_is_read_here(archive: Archive) -> None:
    (record,) = (
        one
        for one in iter_records(archive, cite_in_stretches)
        if any("Boilerplate" in text for _, text in one.blocks)
    )
    assert [list(block) for block in record.blocks] == TABLE["blocks"]
    assert json.loads(json.dumps(record.pins.present())) == TABLE["pins"]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["quotation"][:40])
def test_a_quotation_is_told_apart(search: SearchEngine, case: dict[str, Any]) -> None:
    answer = find_quotation(search, case["quotation"])
    assert answer.match is MATCHES[case["match"]]
    passages = answer.passages
    if "differences" in case:
        told = [[one.quoted, one.here] for one in passages[0].differences]
        assert told == case["differences"]
    if answer.match is Match.MARKED:
        assert all(one.announced for one in passages[0].differences)
    if "citation" in case:
        assert passages[0].citation == case["citation"]


def test_a_short_quotation_is_refused_with_what_it_needs(search: SearchEngine) -> None:
    answer = find_quotation(search, "“must say why”")
    assert answer.match is Match.REFUSED
    assert str(FEWEST_WORDS) in answer.note
    assert find_quotation(search, "").note == answer.note


def test_a_quotation_of_part_of_a_word_is_not_exact(search: SearchEngine) -> None:
    assert find_quotation(search, "ivilege protects what a cli").match is not Match.EXACT


def test_a_passage_says_where_it_stands(search: SearchEngine) -> None:
    passage = find_quotation(search, "reader of Rule 26 may think").passages[0]
    assert passage.sentence == "A naïve reader of Rule 26 may think otherwise."
    assert passage.sentence[passage.start : passage.end] == passage.text
    assert (passage.page, passage.sheet) == ("2", 2)
    assert passage.anchor.startswith("p-")


def test_an_order_that_is_meant_is_named_first(search: SearchEngine) -> None:
    quotation = "A party that resists discovery must say why"
    newest, oldest = find_quotation(search, quotation).passages
    assert newest.date > oldest.date
    assert find_quotation(search, quotation, meant=[1]).passages[0].address == oldest.address


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
def test_a_hostile_quotation_has_an_answer(search: SearchEngine, hostile: str) -> None:
    assert find_quotation(search, hostile).match in {Match.ABSENT, Match.REFUSED}


def test_a_quotation_of_eight_times_the_words_takes_some_eight_times_as_long(
    search: SearchEngine,
) -> None:
    growth = measure_growth(lambda count: find_quotation(search, "a b c d " * count), 2_000)
    assert growth < MOST_GROWTH


def _bird(number: int) -> str:
    return "marshheron" + "".join(chr(97 + number // size % 26) for size in (676, 26, 1))


_LONG = " ".join(map(_bird, range(5_100)))
_HEAD = "ORDER GRANTING MOTION\n\n    The motion is GRANTED.\n"


@pytest.fixture(scope="module")
def long() -> SearchEngine:
    """The search of one very long order."""
    order = convert_order(RawOrder.from_bytes("long.txt", f"{_HEAD}\n    {_LONG}.\n".encode()))
    return open_archive_search(catalogue_orders([order]))


def _say(first: int, last: int) -> str:
    return " ".join(map(_bird, range(first, last)))


@pytest.mark.parametrize(
    ("quotation", "match", "quoted", "note"),
    [
        (_say(0, 5_000), Match.EXACT, [], ""),
        (_say(0, 600), Match.EXACT, [], ""),
        (_say(0, 600).replace(_bird(500), "marabou"), Match.NEAR, ["marabou"], ""),
        (_say(9, 2000).replace(_bird(1900), "marabou"), Match.NEAR, ["marabou"], ""),
        (
            _say(0, 5000).replace(_bird(4900), "marabou"),
            Match.NEAR,
            [],
            "Only its first 4,000 words",
        ),
        (f"{_say(3, 9)} … {_say(5_000, 5_009)}", Match.MARKED, ["…"], ""),
    ],
    ids=["whole", "600", "600, altered", "2,000, altered", "altered late", "ellipsis"],
)
def test_what_is_not_compared_is_said(
    long: SearchEngine, quotation: str, match: Match, quoted: list[str], note: str
) -> None:
    answer = find_quotation(long, quotation)
    (passage, *_) = answer.passages
    assert (answer.match, [one.quoted for one in passage.differences]) == (match, quoted)
    assert answer.note.startswith(note)
    assert bool(answer.note) is bool(note)
    assert all(len(one.here) < 1100 for one in passage.differences)


def test_a_text_longer_than_any_quotation_is_cut(long: SearchEngine) -> None:
    answer = find_quotation(long, _say(0, 17_000))
    assert answer.note == "Only its first 200,000 characters were compared."
