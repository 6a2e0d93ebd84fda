"""Public-domain citations; cases by docket number."""

import pytest

from build_scripts.citing.neutral import find_docket_citations, find_neutral_citations
from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import each_row, list_with_none


@each_row(expected=list_with_none)
def test_neutral_citations(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(m.normal_form, m.court, m.year, m.pin_cite) for m in find_neutral_citations(text)]
    assert found == expected


def test_a_slip_opinion_is_known_by_its_docket_number() -> None:
    text = "Roe v. Poe, No. 3:23-cv-01234-MTO, slip op. at 2 (N.D. Cal. Mar. 4, 2024)."
    (docket, *_) = find_docket_citations(text)
    assert docket.normal_form == "Roe v. Poe, No. 3:23-cv-01234-MTO"
    assert (docket.court, docket.year, docket.pin_cite) == ("cand", 2024, "2")
    assert docket.docket_number == "3:23-cv-01234-MTO"


@pytest.mark.parametrize("text", ["No. 7 of the list (Mar. 4, 2024)", "Case No. 3:23-cv-01234"])
def test_a_number_alone_is_no_case(text: str) -> None:
    assert find_docket_citations(text) == []


@each_row()
def test_an_entry_of_another_case_is_none_of_this_record(text: str) -> None:
    (found,) = cite(text)
    assert found.kind is CitationKind.DOCKET
    assert (found.entries, found.pin_cite, found.court) == (("44",), "3", "med")


@each_row()
@pytest.mark.parametrize("signal", ["See ", "So does ", ""])
def test_the_next_sentence_cites_another_case(before: str, signal: str) -> None:
    first, second = cite(f"{before} {signal}Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009).")
    assert (first.kind, first.case_name) == (CitationKind.DOCKET, "Roe v. Poe")
    assert (second.normal_form, second.case_name) == ("556 U.S. 662", "Ashcroft v. Iqbal")
