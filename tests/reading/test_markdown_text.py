"""Markup becomes styles, and no character of the text is lost over it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.source_text import LineKind, SourceLine, Style
from build_scripts.reading.markdown_text import read_markdown_text


def read_lines(text: str) -> list[SourceLine]:
    return [line for page in read_markdown_text(text, "utf-8").pages for line in page.lines]


@pytest.mark.parametrize(
    ("markdown", "text", "styled"),
    [
        ("\\_\\_\\_", "___", []),
        ("the *Calder* test", "the Calder test", [(Style.ITALIC, "Calder")]),
        ("**ORDER**", "ORDER", [(Style.BOLD, "ORDER")]),
        ("***so***", "so", [(Style.BOLD, "so"), (Style.ITALIC, "so")]),
        ("Calder<sup>1</sup> effects", "Calder1 effects", [(Style.SUPERSCRIPT, "1")]),
        ("No. [5:17-cv-1](#)", "No. 5:17-cv-1", []),
        ("R&amp;D &sect; 5", "R&D § 5", []),
        ("MEMORANDUM*", "MEMORANDUM*", []),  # a star without a partner is a star
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("a_b_c", "a_b_c", []),
        ("PageID.<pageID> Page 1", "PageID.<pageID> Page 1", []),  # no HTML: a placeholder
        ("line  ", "line", []),  # hard breaks
        ("line\\", "line", []),
    ],
)
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
