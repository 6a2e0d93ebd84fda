"""Bylines of separate writings: what begins one, what only speaks of one."""

from build_scripts.cleaning.bylines import read_author, read_byline, read_title
from build_scripts.model.clean_order import PartKind
from tests.tables import each_row

BOTH = PartKind.CONCURRENCE_AND_DISSENT


@each_row(kind=PartKind)
def test_a_byline_tells_kind_and_author(text: str, kind: PartKind, author: str) -> None:
    byline = read_byline([text])
    assert byline is not None
    assert (byline.kind, byline.author) == (kind, author)


@each_row()
def test_what_speaks_of_a_writing_is_no_byline(text: str) -> None:
    assert read_byline([text]) is None


def test_a_byline_runs_on_into_the_next_line_but_not_from_a_sentence() -> None:
    wrapped = ["ROE, Circuit Judge (Concurring in part; Dissenting", "in part). My view"]
    byline = read_byline(wrapped)
    assert byline is not None
    assert byline.kind is BOTH
    assert read_byline(["Affirmed.", "ROE, Circuit Judge, dissenting."]) is None


def test_a_marked_writings_author_is_a_bare_name_and_office_too() -> None:
    assert read_author(["DISSENT", "Roe, J.", "I dissent."]) == "Roe, J."
    assert read_author(["I dissent from the judgment."]) is None


@each_row(kind=PartKind)
def test_a_title_is_a_line_of_its_own(text: str, kind: PartKind | None) -> None:
    assert read_title(text) is kind
