"""Two columns that were read across: a paragraph whose printed lines alone are whole."""

import datetime
from dataclasses import replace

import pytest

from build_scripts.describing.court import find_court
from build_scripts.describing.dates import find_date
from build_scripts.describing.docket_number import find_docket_numbers
from build_scripts.describing.judge import find_judges
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.law.misread_courts import find_misread_court
from tests.describing.specimens import evidence_of, make_order
from tests.tables import as_tuples, each_row

pytestmark = pytest.mark.unit

# What the other column prints, line by line.
_BESIDE = (
    "In this appeal we review the order of the District Court",
    "approving a plan for the schools of the parish, to determine if",
    "the plan meets constitutional standards; the order was entered",
    "and the appeal was heard with the record and briefs of",
    "counsel for all parties, who have conferred with the court and",
    "are agreed on all but the lines of one zone, which we uphold.",
)


def read_across(*lines: str) -> CleanOrder:
    """Make an order of which each line is followed by one of the other column."""
    rows = [row for pair in zip(lines, _BESIDE, strict=False) for row in pair]
    starts = [sum(len(row) + 1 for row in rows[:index]) for index in range(len(rows))]
    places = tuple(Place(start, 1, number) for number, start in enumerate(starts, 1))
    block = Block(BlockKind.PARAGRAPH, " ".join(rows), places)
    return replace(make_order("Text."), blocks=(block,))


@each_row(lines=as_tuples)
def test_a_court_has_a_printed_line_of_its_own(
    lines: tuple[str, ...], expected: str | None
) -> None:
    claim = find_court(read_across(*lines))
    assert (claim.value.court_id if claim else None) == expected


def test_a_court_below_that_ends_the_line_above_is_not_the_orders() -> None:
    clean = read_across(
        "United States Court of Appeals, Fifth Circuit.",
        "Jane ROE, Plaintiff-Appellant,",
        "Appeal from the",
        "United States District Court, N. D. Indiana.",
    )
    claim = find_court(clean)
    assert claim
    assert claim.value.court_id == "ca5"


@each_row()
def test_a_date_begins_a_printed_line(line: str, printed: str) -> None:
    clean = read_across("ROE v. POE", line, "Argued March 4, 1998.")
    claim = find_date(clean)
    assert claim
    assert claim.value == datetime.date(1998, 9, 3)
    assert evidence_of(clean, claim) == printed


def test_a_line_that_goes_on_with_a_verb_labels_no_date() -> None:
    clean = read_across("The complaint, which the plaintiff", "filed on March 4, 1998, pleads")
    claim = find_date(clean)
    assert claim is None or (claim.confidence or 0) < 0.2


@each_row(lines=as_tuples)
def test_judges_have_a_printed_line_of_their_own(
    lines: tuple[str, ...], surnames: list[str]
) -> None:
    claims = find_judges(read_across("ROE v. POE", *lines))
    assert [(claim.value.name or "").split()[-1] for claim in claims] == surnames


def test_a_panel_whose_last_judge_is_not_found_is_doubtful() -> None:
    whole = find_judges(read_across("ROE v. POE", "Before KEEL and POE, Circuit Judges."))
    broken = find_judges(read_across("ROE v. POE", "Before KEEL and POE, Circuit Judges, and"))
    assert [each.value.name for each in broken] == ["Keel", "Poe"]
    assert (whole[0].confidence or 0) >= 0.9 > (broken[0].confidence or 0)


@each_row()
def test_a_number_begins_a_printed_line(line: str, expected: str | None) -> None:
    claims = find_docket_numbers(read_across("ROE v. POE", line))
    assert [claim.value.text for claim in claims][:1] == ([expected] if expected else [])


@each_row(lines=as_tuples)
def test_a_court_that_ocr_misread(lines: tuple[str, ...], expected: str | None) -> None:
    found = find_misread_court(lines)
    assert (found[1].court_id if found else None) == expected


@pytest.mark.parametrize("line", ["(Slip Opinion) OCTOBER TERM, 2014 1", "(ORDER LIST: 573 U.S.)"])
def test_a_slip_opinion_names_its_court_by_its_term(line: str) -> None:
    clean = make_order(
        (BlockKind.CENTRED, line),
        (BlockKind.CENTRED, "ROE v. POE"),
        (BlockKind.CENTRED, "CERTIORARI TO THE UNITED STATES COURT OF APPEALS"),
        (BlockKind.CENTRED, "FOR THE FIFTH CIRCUIT"),
    )
    claim = find_court(clean)
    assert claim
    assert claim.value.court_id == "scotus"
