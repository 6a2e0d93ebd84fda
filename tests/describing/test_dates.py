import datetime
from dataclasses import replace

from build_scripts.describing.dates import find_date, find_date_filed
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.model.clean_order import BlockKind, Place, Removal, RemovalReason
from tests.describing.specimens import Line, as_lines, evidence_of, make_order, make_printed, stamp
from tests.tables import as_tuples, each_row

S = BlockKind.SIGNATURE
PROSE = "The motion was heard on May 1, 2019, and the parties then filed two further letters."


@each_row(lines=as_lines, expected=as_tuples)
def test_find_date(lines: tuple[Line, ...], expected: tuple[int, int, int], printed: str) -> None:
    clean = make_order(*lines)
    claim = find_date(clean)
    assert claim
    assert claim.value == datetime.date(*expected)
    assert evidence_of(clean, claim) == printed


def test_dates_of_argument_and_prose_are_decoys() -> None:
    found = find_date(make_order("Argued and Submitted May 9, 2022", PROSE))
    assert found
    assert found.confidence is not None
    assert found.confidence < LEAST_CONFIDENCE


@each_row()
def test_labels_amid_a_long_sentence(sentence: str, sure: bool) -> None:
    """A paper that the order names is "Dated" too; the order itself is where a sentence begins."""
    found = find_date(
        make_order("UNITED STATES DISTRICT COURT", PROSE.replace("on May 1, 2019", ""), sentence)
    )
    assert found
    assert found.confidence is not None
    assert (found.confidence >= LEAST_CONFIDENCE) is sure


def test_filed_stamp_then_ecf_stamp() -> None:
    removal = Removal(RemovalReason.FILED_STAMP, "FILED MAY 31 2022 MOLLY C. DWIGHT, CLERK", 1, 1)
    stamps = (stamp("4:20-cv-01234", filed="06/02/22"),)
    claim = find_date(make_order(PROSE, removals=(removal,), stamps=stamps))
    assert claim
    assert claim.value == datetime.date(2022, 5, 31)
    claim = find_date(make_order(PROSE, stamps=stamps))
    assert claim
    assert claim.value == datetime.date(2022, 6, 2)


def test_an_appellate_front_dates_the_decision_not_the_filing() -> None:
    front = ("UNITED STATES COURT OF APPEALS", "Filed February 24, 2025")
    found = find_date_filed(make_order(*front, PROSE))
    assert found
    assert found.confidence is not None
    assert found.confidence < LEAST_CONFIDENCE


@each_row(lines=as_lines)
def test_a_stamp_and_the_text_tell_of_each_other(
    number: str, filed: str, lines: tuple[Line, ...], expected: str
) -> None:
    """`expected` is empty where no date is sure enough to be stated."""
    found = find_date(make_order(*lines, stamps=(stamp(number, filed=filed),)))
    assert found
    sure = (found.confidence or 0) >= LEAST_CONFIDENCE
    assert (found.value.isoformat() if sure else "") == expected


def test_a_scan_s_stamp_that_a_tool_read_twice_is_no_later_day() -> None:
    order = make_order(
        "December 1, 1972", "ORDER", stamps=(stamp("4:72-cv-01234", filed="08/10/2002"),)
    )
    again = Removal(RemovalReason.FILED_STAMP, "FILED August 10, 2002", 1, 1)
    found = find_date(replace(order, removals=(again,)))
    assert found
    assert found.value == datetime.date(1972, 12, 1)


@each_row(lines=as_lines, expected=as_tuples)
def test_dates_of_other_papers_do_not_count(
    lines: tuple[Line, ...], expected: tuple[int, int, int]
) -> None:
    found = find_date(make_order(*lines))
    assert found
    assert found.value == datetime.date(*expected)


def test_no_day_before_the_month_of_signing_is_the_decision_s() -> None:
    """The day that the judge wrote is not read: the last day that the text names is none."""
    entered = "The parties agreed on May 3, 2029, before the undersigned."
    signed = "This the Q-tday of May, 2031."
    assert find_date(make_order(entered, "SO ORDERED.", signed)) is None


def test_day_of_a_closing_line_that_ran_into_the_paragraph_above() -> None:
    text = "It is so. Baton Rouge, Louisiana, this 23rd day of September, 2022. Ada Roe"
    clean = make_order("Prose.", text)
    places = (Place(0, 1, 1), Place(text.index("Baton"), 1, 2))
    blocks = (clean.blocks[0], replace(clean.blocks[1], places=places))
    claim = find_date(replace(clean, blocks=blocks))
    assert claim
    assert claim.value == datetime.date(2022, 9, 23)
    assert (claim.confidence or 0) >= 0.5


def test_promulgated_is_decided() -> None:
    claim = find_date(make_order("Ada Roe v. Ben Poe.", "Promulgated July 4, 1944."))
    assert claim
    assert claim.value == datetime.date(1944, 7, 4)
    assert (claim.confidence or 0) >= 0.5


def test_days_that_a_list_of_filings_begins_with_are_not_the_orders() -> None:
    rows = (
        "Date Filed",
        "10/30/2015 248 First Order",
        "11/16/2016 401 Second Order",
        "3/21/2017 5 Third",
    )
    clean = make_printed(BlockKind.PARAGRAPH, rows)
    assert find_date(clean) is None


def test_a_citation_that_goes_on_in_a_printed_line_is_no_label() -> None:
    rows = (
        "Another court has held that such cells are too small for two people who are held in them",
        "for most of the day before they are tried; see Civil Action No. 74-99C (2) (E.D. Mo.,",
        "Filed May 2, 1974) (cells of forty feet), and what the court there says of the rest.",
    )
    claim = find_date(make_printed(BlockKind.PARAGRAPH, rows))
    assert claim is None or (claim.confidence or 0) < 0.8


def test_the_day_beside_counsels_signature_is_not_the_orders() -> None:
    order = "The parties agree that the action is dismissed and that each of them bears its costs."
    lines = ("STIPULATION AND ORDER", PROSE, order, order, order)
    counsel = ((S, "Jane Roe"), (S, "Attorney for Plaintiff"), (S, "Dated: June 3, 2019"))
    claim = find_date(
        make_order(*lines, *counsel, stamps=(stamp("4:19-cv-01234", filed="06/07/19"),))
    )
    assert claim
    assert claim.value == datetime.date(2019, 6, 7)
