"""Marks of sealed papers: what holds an order back, and what only speaks of seals."""

from build_scripts.describing import find_seal_mark
from build_scripts.model.source_text import SourceLine, SourcePage
from tests.tables import each_row


def read_page(text: str, number: int = 1) -> SourcePage:
    lines = enumerate(text.splitlines(), start=1)
    return SourcePage(number, tuple(SourceLine(line, words) for line, words in lines))


def mark_of(*pages: str) -> str | None:
    found = find_seal_mark([read_page(text, number) for number, text in enumerate(pages, 1)])
    return found.text if found else None


@each_row()
def test_a_mark_that_stands_alone_is_one(line: str) -> None:
    assert mark_of(f"UNITED STATES DISTRICT COURT\n\n{line}\n\nORDER\n\nThe motion is granted.")


@each_row()
def test_what_speaks_of_seals_is_none(text: str) -> None:
    assert mark_of(f"UNITED STATES DISTRICT COURT\n\n{text}\n\nThe motion is granted.") is None


def test_the_head_and_foot_of_later_pages_count_and_their_text_does_not() -> None:
    body = "\n".join(f"Line {number} of the order." for number in range(1, 12))
    assert mark_of("ORDER", f"SEALED\n{body}") == "SEALED"
    assert mark_of("ORDER", f"{body}\nREDACTED VERSION") == "REDACTED VERSION"
    assert mark_of("ORDER", f"{body}\n\nSEALED\n\n{body}") is None


def test_where_a_mark_stands_is_said() -> None:
    found = find_seal_mark([read_page("ORDER"), read_page("\nSEALED\n\nmore", 2)])
    assert found is not None
    assert (found.page, found.line) == (2, 2)
