"""A whole order described, and spans that hold what they claim."""

import datetime
from typing import Any

import pytest

from build_scripts.describing import describe_order, list_findings
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim, Outcome, Qualifier
from tests.describing.specimens import CAPTION, SIGNATURE, make_order, show_evidence, stamp


@pytest.fixture(scope="module")
def order() -> CleanOrder:
    return make_order(
        *CAPTION,
        (BlockKind.TITLE, "ORDER DENYING MOTION FOR EXPEDITED DISCOVERY"),
        (BlockKind.REFERENCE, "Re: Dkt. No. 7"),
        "Plaintiff Zephyr9 Ltd. seeks leave to learn who runs an account. The record so far does "
        "not show that the owners live in this district (Dkt. 1 ¶ 5).",
        "Absent a better showing, plaintiff’s motion for expedited discovery is denied without "
        "prejudice.",
        *SIGNATURE,
    )


def test_an_order_of_stamps_alone_is_described() -> None:
    """A scan whose only text is the stamp on each page has no front to read a caption from."""
    found = describe_order(make_order(stamps=(stamp("1:24-cv-00043-XYZ"),)))
    assert found.case_name is None
    assert [claim.value.text for claim in found.docket_numbers] == ["1:24-cv-00043-XYZ"]


def test_every_field_of_a_short_order(order: CleanOrder) -> None:
    found = describe_order(order)
    assert found.is_order.value
    assert found.case_name
    assert found.case_name.value == "Zephyr9 Ltd. v. Does 1-4"
    assert [claim.value.text for claim in found.docket_numbers] == ["5:19-cv-04321-ABC"]
    assert found.court
    assert found.court.value.court_id == "cand"
    assert found.division
    assert found.division.value == "San Jose Division"
    assert [(j.value.name, j.value.title) for j in found.judges] == [
        ("Alma B. Cruz", "United States Magistrate Judge")
    ]
    assert found.title
    assert found.title.value == "Order Denying Motion for Expedited Discovery"
    assert found.date
    assert found.date.value == datetime.date(2019, 6, 3)
    assert found.disposition
    assert found.disposition.value is Outcome.DENIED
    assert found.disposition_qualifiers == (Qualifier.WITHOUT_PREJUDICE,)
    (ruling,) = found.rulings
    assert ruling.value.motion == "motion for expedited discovery"
    assert ruling.value.entries == ("7",)
    assert found.date_filed is None
    assert found.document_number is None
    assert found.page_count is None


def test_spans_hold_what_they_claim(order: CleanOrder) -> None:
    found = describe_order(order)
    claims: dict[str, Claim[Any] | None] = {
        "NORTHERN DISTRICT OF CALIFORNIA": found.court,
        "SAN JOSE DIVISION": found.division,
        "ZEPHYR9 LTD.": found.case_name,
        "5:19-cv-04321-ABC": found.docket_numbers[0],
        "ALMA B. CRUZ": found.judges[0],
        "ORDER DENYING": found.title,
        "June 3, 2019": found.date,
        "motion for expedited discovery is denied": found.rulings[0],
    }
    for expected, claim in claims.items():
        assert claim
        assert expected in show_evidence(order, claim.evidence)


def test_a_whole_order_has_no_findings(order: CleanOrder) -> None:
    assert list_findings("order.txt", order, describe_order(order)) == ()


def test_an_empty_page_has_no_invented_values() -> None:
    found = describe_order(make_order("Nothing of note is printed here."))
    assert not found.is_order.value
    for value in (found.case_name, found.court, found.date, found.title, found.disposition):
        assert value is None
    assert found.judges == ()
    assert found.docket_numbers == ()
    assert found.rulings == ()


def test_stamp_data_has_no_span_in_the_text() -> None:
    clean = make_order("Text.", stamps=(stamp("5:19-cv-04321-ABC", "8", "06/04/19", 3),))
    found = describe_order(clean)
    assert found.date_filed
    assert found.date_filed.evidence is None
    assert found.date_filed.value == datetime.date(2019, 6, 4)
    assert found.document_number
    assert found.document_number.value == "8"
    assert found.page_count
    assert found.page_count.value == 3


@pytest.mark.parametrize(
    "lines",
    [
        ("959 U.S. MEMORANDUM DECISIONS 1201", "No. 31-0412.", "Petition denied."),
        (  # the report's name heads the page on the left
            "3001 151 SUPREME COURT REPORTER 959 U.S.",
            "Jane PENN, petitioner, v. UNITED STATES. No. 31-0412.",
            "Petition for writ of certiorari to the Court of Appeals of Minnesota. Denied.",
            "Ann WREN, petitioner, v. OREGON. No. 31-0413.",
            "Petition for writ of certiorari to the Supreme Court of Oregon. Denied.",
        ),
    ],
)
def test_a_page_of_many_cases_is_of_none_of_them(lines: tuple[str, ...]) -> None:
    found = describe_order(make_order(*lines))
    assert found.docket_numbers == ()
    assert found.case_name is None
    assert found.nature is None
