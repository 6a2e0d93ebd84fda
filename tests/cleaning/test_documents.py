"""Another document or writing in the same file is parted from the order."""

import pytest

from build_scripts.cleaning.documents import split_documents
from build_scripts.cleaning.lines import Line
from tests.tables import each_row

PROSE = ["The court finds that the boat left the harbor at dawn and returned with water in it."] * 3
CAPTION = ["UNITED STATES DISTRICT COURT", "MARIAN THISTLEWOOD,", "Plaintiff,", "v."]


def make_lines(*pages: list[str]) -> list[Line]:
    texts = [(page, text) for page, of_page in enumerate(pages, 1) for text in of_page]
    return [Line(number, text, page) for number, (page, text) in enumerate(texts, 1)]


def list_firsts(lines: list[Line]) -> list[tuple[str, bool]]:
    return [(each.lines[0].text, each.captioned) for each in split_documents(lines)]


def test_a_page_with_a_caption_of_its_own_begins_a_document() -> None:
    assert list_firsts(make_lines(CAPTION + PROSE, CAPTION + PROSE)) == [(CAPTION[0], True)] * 2


@pytest.mark.parametrize(
    "page",
    [
        PROSE,
        ["UNITED STATES DISTRICT COURT", *PROSE],  # a court without parties is a head
        [*PROSE, *PROSE, *PROSE, *CAPTION],  # not at the page's head
    ],
)
def test_other_pages_go_on(page: list[str]) -> None:
    assert len(split_documents(make_lines(CAPTION + PROSE, page))) == 1


@each_row()
def test_a_byline_below_a_finished_sentence_begins_a_writing(byline: str, begins: bool) -> None:
    lines = make_lines([*PROSE, "", byline, *PROSE])
    assert (len(split_documents(lines)) == 2) is begins


def test_a_list_of_writings_in_the_front_begins_none() -> None:
    assert len(split_documents(make_lines(["OAKHURST, Circuit Judge, dissenting:", *PROSE]))) == 1


def test_the_lines_are_all_there_once() -> None:
    lines = make_lines(CAPTION + PROSE, CAPTION + PROSE)
    assert [line for each in split_documents(lines) for line in each.lines] == lines
