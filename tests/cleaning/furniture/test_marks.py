"""Edges of pages in text without pages: numbers that count up inside sentences, not headings."""

import pytest

from build_scripts.cleaning.furniture import strip_furniture
from build_scripts.cleaning.furniture.marks import find_marks
from build_scripts.cleaning.lines import Line
from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.layout_text import read_layout_text
from tests.tables import each_row

PROSE = "the landlord did not answer the letter that the tenant sent in May and the court finds\n"
ENDED = PROSE * 9 + "that the notice was too late.\n"


def list_numbers(text: str) -> list[int]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [mark.number for mark in find_marks(lines)]


@each_row()
def test_lines_that_count_up_are_marks(form: str) -> None:
    text = "".join(f"{PROSE * 12}{form.format(number)}\n" for number in (1, 2, 3, 4)) + PROSE
    assert list_numbers(text) == [1, 2, 3, 4]
    source = read_layout_text(text, "utf-8", SourceFormat.PLAIN)
    kept = [line.content for line in strip_furniture(source).lines if not line.blank]
    assert set(kept) == {PROSE.strip()}


def test_a_foot_with_its_number_before_it_is_a_mark_though_notes_end_above_it() -> None:
    pages = (f"{ENDED}  {number}  Decision No. 183\n\n" for number in (1, 2, 3, 4))
    assert list_numbers("".join(pages) + PROSE) == [1, 2, 3, 4]


def test_a_short_papers_only_number_cuts_a_sentence() -> None:
    assert list_numbers(f"{PROSE * 24}and the notice was late.\n2\n\nthat is so.\n") == [2]
    assert list_numbers(f"{PROSE * 24}and the notice was late.\n2\n\nThat is so.\n") == []


def test_notes_that_say_the_same_are_no_marks() -> None:
    pages = (f"{ENDED}  {number}  See the record.\n\n" for number in (1, 2, 3, 4))
    assert list_numbers("".join(pages) + PROSE) == []


@each_row()
def test_headings_that_count_up_are_no_marks(form: str) -> None:
    text = "".join(f"{ENDED}{form.format(number)}\n" for number in (1, 2, 3, 4)) + PROSE
    assert list_numbers(text) == []


@pytest.mark.parametrize(
    ("pages", "marks"),
    [
        ([f"{PROSE * 12}2\n\n", f"{PROSE * 12}3\n"], [2, 3]),  # few, and the text ends with one
        ([f"{PROSE * 12}2\n\n", f"{PROSE * 12}3\n\n", f"{PROSE * 2}4\n"], [2, 3, 4]),  # a short end
        ([f"{PROSE * 12}2\n\n", f"{PROSE * 12}3\n\n", "It goes on."], []),  # labels of notes
        ([f"{ENDED}\n{n} 2031001234\n" for n in (2, 3, 4)] + [PROSE], [2, 3, 4]),  # beside a docket
    ],
)
def test_few_bare_numbers(pages: list[str], marks: list[int]) -> None:
    assert list_numbers("".join(pages).rstrip("\n")) == marks


def test_headings_that_recur_stay() -> None:
    text = "ORDER\n" + f"{ENDED}Legal Standard\n" * 3 + PROSE
    source = read_layout_text(text, "utf-8", SourceFormat.PLAIN)
    kept = [line.content for line in strip_furniture(source).lines if not line.blank]
    assert kept.count("Legal Standard") == 3


def test_a_reporters_pages_begin_anywhere() -> None:
    text = "".join(f"{PROSE * 12}page {number}\n" for number in (533, 534, 536)) + PROSE
    assert list_numbers(text) == [533, 534, 536]


HEAD = "Cite as 12 F.9th 345 (App. 2031)\n"


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        (ENDED + "{}\n\n" + HEAD, (345, 346, 347)),  # the next page's head below each
        (PROSE * 12 + "{}\n\n", (2, 3, 4)),
        (PROSE * 12 + "\n{}\n", (2, 3, 4)),
        (ENDED + "{}\n\n", (2, 3, 4, 5, 6, 7)),
    ],
)
def test_bare_numbers_set_apart_are_marks(page: str, numbers: tuple[int, ...]) -> None:
    assert list_numbers("".join(map(page.format, numbers)) + PROSE) == list(numbers)


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        (ENDED + "{}\n\n", (2, 3, 4)),  # notes' labels stand between sentences
        (ENDED + "{}\n\n", (345, 346, 347)),
        (PROSE * 12 + "{}\n", (2, 3, 4)),
    ],
)
def test_few_bare_numbers_are_no_marks(page: str, numbers: tuple[int, ...]) -> None:
    pages = (
        f"{word} {page.format(n)}" for n, word in zip(numbers, ("So", "And", "But"), strict=True)
    )
    assert list_numbers("".join(pages) + PROSE) == []
