"""Heads and feet leave; sentences that happen to recur stay."""

import pytest

from build_scripts.cleaning.furniture.page_numbers import find_page_numbers
from build_scripts.cleaning.furniture.running_heads import find_running_heads
from build_scripts.cleaning.lines import Line
from tests.tables import each_row


def make_pages(*pages: str) -> list[Line]:
    lines: list[Line] = []
    for page, text in enumerate(pages, start=1):
        lines.extend(
            Line(len(lines) + 1 + at, line, page) for at, line in enumerate(text.split("\n"))
        )
    return lines


BODY = "\n".join(f"word {n} of the court and more words" for n in range(12))
OTHER = "\n".join(f"other words of line {n} and what follows" for n in range(12))
THIRD = "\n".join(f"third page, its line {n} and the rest" for n in range(12))


def list_heads(lines: list[Line]) -> list[str]:
    return [lines[cut.at].content for cut in find_running_heads(lines)]


def test_heads_that_differ_by_their_number_leave() -> None:
    lines = make_pages(
        f"OPINION\n{BODY}",
        f"2     ROE V. DOE CORP.\n{OTHER}",
        f"     ROE V. DOE CORP.     3\n{THIRD}",
    )
    assert list_heads(lines) == ["2     ROE V. DOE CORP.", "ROE V. DOE CORP.     3"]


def test_minutes_repeat_their_heading_above_the_page_number() -> None:
    head = "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF ELM\nCIVIL MINUTES - GENERAL"
    case = "Case No. 5:31-cv-01234-ABC    Date: May 1, 2031"
    lines = make_pages(
        f"{head}\n{case}\n{BODY}", f"{head}\n{case}\nPage 2\n{OTHER}", f"{head}\n{THIRD}"
    )
    assert case in list_heads(lines)


def test_a_foot_with_the_orders_docket_number_leaves_on_a_single_page() -> None:
    lines = make_pages(
        f"Case No. 20-cv-00688-RS\n{BODY}",
        f"{OTHER}\nORDER DENYING MOTION\nCASE NO. 20-cv-00688-RS\n2",
    )
    assert list_heads(lines) == ["ORDER DENYING MOTION", "CASE NO. 20-cv-00688-RS"]


@each_row()
def test_a_docket_number_that_begins_with_the_cases_kind_leaves_a_foot(
    head: str, foot: str
) -> None:
    lines = make_pages(f"{head}\n{BODY}", f"{OTHER}\n{foot}\n2")
    assert list_heads(lines) == [foot]


def test_a_sentence_at_the_foot_of_two_pages_stays() -> None:
    lines = make_pages(f"{BODY}\nIT IS SO ORDERED.", f"{OTHER}\nIT IS SO ORDERED.")
    assert list_heads(lines) == []


def test_an_outcome_at_the_foot_of_two_pages_stays() -> None:
    """Louisiana prints it on the first page and at the end."""
    assert not list_heads(make_pages(f"{BODY}\nAFFIRMED", f"{OTHER}\nAFFIRMED"))


def test_prose_with_a_docket_number_at_the_foot_stays() -> None:
    lines = make_pages(
        f"No. 20-cv-00688\n{BODY}\nsee the order in No. 20-cv-00688, which held that"
    )
    assert list_heads(lines) == []


def test_page_numbers_leave_footnote_labels_stay() -> None:
    lines = make_pages(f"{BODY}\n                    1", f"{BODY}\n1\n  the note's text")
    cuts = find_page_numbers(lines, {1: 0, 2: 0})
    assert [(lines[cut.at].page, lines[cut.at].content) for cut in cuts] == [(1, "1")]


@each_row()
def test_a_foot_that_names_the_paper_and_its_page_leaves(foot: str, leaves: bool) -> None:
    lines = make_pages(BODY, f"{OTHER}\n{foot}")
    assert list_heads(lines) == ([foot] if leaves else [])


@each_row()
def test_a_head_with_its_pages_number_leaves_on_a_single_page(head: str, leaves: bool) -> None:
    assert list_heads(make_pages(BODY, f"{head}\n{OTHER}")) == ([head] if leaves else [])


@pytest.mark.parametrize("code", ["CV-90 (12/02)", "JS-6", "/roe0208.doc", "4845-1234-5678.1"])
def test_codes_of_forms_and_files_leave_edges_only(code: str) -> None:
    lines = make_pages(f"{BODY}\n{code}", f"{OTHER}\n{code}\n{BODY}")
    assert list_heads(lines) == [code]


def test_the_head_of_a_letters_second_page_leaves() -> None:
    lines = make_pages(BODY, f"Mr. Richard Roe\nMay 3, 2021\nPage 2\n{OTHER}")
    assert list_heads(lines) == ["Mr. Richard Roe", "May 3, 2021"]
