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


@each_row()
def test_heads(pages: list[str], heads: list[str]) -> None:
    printed = (page.format(BODY=BODY, OTHER=OTHER, THIRD=THIRD) for page in pages)
    assert list_heads(make_pages(*printed)) == heads


@each_row()
def test_a_docket_number_that_begins_with_the_cases_kind_leaves_a_foot(
    head: str, foot: str
) -> None:
    lines = make_pages(f"{head}\n{BODY}", f"{OTHER}\n{foot}\n2")
    assert list_heads(lines) == [foot]


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
