"""A quotation is told apart: exact, announced changes, near, not here."""

import pytest

from build_scripts.checking import Difference, Match, find_quotation
from build_scripts.checking.finding import QuotationIndex
from build_scripts.checking.quoted import FEWEST_WORDS


@pytest.mark.parametrize(
    "quotation",
    [
        "The privilege protects what a client tells a lawyer in confidence",
        "“the PRIVILEGE protects what a client tells a lawyer in confidence,”",
        "The privi-\nlege protects what a client\ntells a law­yer in con- fidence",
        "hand over its good faith estimates within seven days",
        "hand over its good-faith estimates within seven days",
        'are privileged. The privilege protects" what a',
        "A naive reader of Rule 26",
        "however often a lawyer may have read them.1 A party that resists",
        "what a client tells a lawyer in\n14 confidence, and it does not protect the\n15 ledgers",
        "of a warehouse, however often a lawyer may have read them.³",
        "is GRANTED. Ostrich must hand over its good-faith estimates within seven days. A naïve",
    ],
)
def test_signs_breaks_and_marks_do_not_matter(index: QuotationIndex, quotation: str) -> None:
    answer = find_quotation(index, quotation)
    assert answer.match is Match.EXACT
    assert answer.passages[0].address.startswith("orders/cand/3-24-cv-00123/")


@pytest.mark.parametrize(
    ("quotation", "quoted", "here"),
    [
        ("what a client tells a lawyer in private, and it does not", "private", "confidence"),
        ("what a client tells a lawyer in confidence, and it does protect", "", "not"),
        ("it does not ever protect the ledgers of a warehouse", "ever", ""),
        ("A naïve reader of Rule 27 may think otherwise", "27", "26"),
        ("what my client tells a lawyer", "my", "a"),
    ],
)
def test_one_word_is_no_exact_quotation(
    index: QuotationIndex, quotation: str, quoted: str, here: str
) -> None:
    answer = find_quotation(index, quotation)
    assert answer.match is Match.NEAR
    assert answer.passages[0].differences == (Difference(quoted, here, announced=False),)


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        (
            "The privilege protects what a client tells . . . in confidence, and it does not",
            [(". . .", "a lawyer")],
        ),
        ("[t]he privilege protects what a client tells a lawyer", []),
        ("[T]he ledgers of [the] warehouse, however often a lawyer", [("[the]", "a")]),
        ("and it [will] not protect the ledgers", [("[will]", "does")]),
        ("hand[ing] over its good-faith estimates within seven days", [("[ing]", "")]),
        (
            "Ostrich must hand[ed] … estimates within seven days [of now].",
            [("[ed] …", "over its good-faith")],
        ),
        (
            "does not protect the ledgers … [but s]uch as those here, are the same",
            None,
        ),
    ],
)
def test_what_is_announced_is_told(
    index: QuotationIndex, quotation: str, differences: list[tuple[str, str]] | None
) -> None:
    answer = find_quotation(index, quotation)
    assert answer.match is Match.MARKED
    told = [(one.quoted, one.here) for one in answer.passages[0].differences]
    assert differences is None or told == differences
    assert all(one.announced for one in answer.passages[0].differences)


@pytest.mark.parametrize(
    "quotation",
    [
        "warehouse lawyer ledgers confidence a protect client not the often",
        "four score and seven years ago our fathers brought forth",
        "the court of the motion that is to be",
    ],
)
def test_what_nobody_wrote_is_not_here(index: QuotationIndex, quotation: str) -> None:
    assert find_quotation(index, quotation).match is Match.ABSENT


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
    assert passage.citation == (
        "Heron Realty v. Ostrich Supply Co., No. 3:24-cv-00123-JQR, slip op. at 2 "
        "(N.D. Cal. Mar. 4, 2024)."
    )


def test_a_note_is_named(index: QuotationIndex) -> None:
    passage = find_quotation(index, "none of whom was asked for advice").passages[0]
    assert passage.note == "1"
    assert "n.1" in passage.citation


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
