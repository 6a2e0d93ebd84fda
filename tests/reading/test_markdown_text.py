"""Markup becomes styles, and no character of the text is lost over it."""

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.source_text import LineKind, SourceLine, Style
from build_scripts.reading.markdown_text import read_markdown_text
from tests.tables import each_row, list_of_tuples


def read_lines(text: str) -> list[SourceLine]:
    return [line for page in read_markdown_text(text, "utf-8").pages for line in page.lines]


@each_row(styled=list_of_tuples)
def test_inline_markup(markdown: str, text: str, styled: list[tuple[Style, str]]) -> None:
    (line,) = read_lines(markdown)
    assert line.text == text
    assert [(span.style, line.text[span.start : span.end]) for span in line.styles] == styled


def test_emphasis_runs_over_line_ends_but_not_over_blank_lines() -> None:
    first, second, _, third = read_lines("**ORDER DENYING  \nMOTION**\n\n*open")
    assert [span.style for span in (*first.styles, *second.styles)] == [Style.BOLD, Style.BOLD]
    assert third.text == "*open"
    assert third.styles == ()


def test_headings_and_quotations_are_marked() -> None:
    heading, _, quote = read_lines("## Background\n\n> Sometimes")
    assert (heading.text, heading.heading_level) == ("Background", 2)
    assert (quote.text, quote.kind) == ("Sometimes", LineKind.QUOTE)


@given(st.text(alphabet="ab1 *_\\<>/sup[](#)&;\n", max_size=80))
def test_every_letter_is_in_a_line_or_in_the_markup(text: str) -> None:
    source = read_markdown_text(text, "utf-8")
    kept = "".join(line.text for page in source.pages for line in page.lines)
    kept += "".join(markup.text for markup in source.markup)
    assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, text))
