from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.pages.markdown_text import escape_label, escape_text

Render = Callable[[str], str]
Words = Callable[[str], list[str]]

# What orders are made of, and everything that Markdown would read as syntax.
HOSTILE = st.text(
    alphabet=st.sampled_from(list("ab1 \\`*_{}[]()<>#+-.!|~^=:&;\"'/§¶“”—é\t\n$%@,?2T O C")),
    max_size=60,
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(text=HOSTILE | ANY_TEXT)
def test_a_paragraph_renders_to_the_very_same_words(
    text: str, render: Render, words: Words
) -> None:
    assert words(render(escape_text(text, starts_line=True))) == text.split()


@given(text=HOSTILE)
def test_text_within_a_line_renders_to_the_very_same_words(
    text: str, render: Render, words: Words
) -> None:
    assert words(render(f"see {escape_text(text)} end")) == f"see {text} end".split()


@given(text=HOSTILE)
def test_a_heading_keeps_its_words(text: str, render: Render, words: Words) -> None:
    rendered = render(f"## a {escape_text(text)} z")
    assert words(rendered) == f"a {text} z".split()


@given(text=HOSTILE)
def test_a_table_cell_keeps_its_words(text: str, render: Render, words: Words) -> None:
    cell = escape_text(text).replace("|", "\\|")
    rendered = render(f"| A | B |\n| --- | --- |\n| a {cell} z | end |")
    assert words(rendered) == ["A", "B", "a", *text.split(), "z", "end"]


@given(text=HOSTILE)
def test_a_link_keeps_its_words_and_its_address(text: str, render: Render, words: Words) -> None:
    rendered = render(f'see [a {escape_label(text)} z](x.md "T"){{.citation}} end')
    assert words(rendered) == f"see a {text} z end".split()
    assert '<a class="citation" href="x.md" title="T">' in rendered


@pytest.mark.parametrize(
    "text",
    [
        "[t]he court",  # an alteration in a quotation
        "AT&T, Inc. v. Doe",  # an ampersand that is no entity
        "Does 1-10 #5 (a) § 3! 2 + 2 = 4: yes.",  # signs that mean nothing inside a line
        "“Id.” at *2? No: at 5",  # the star alone is escaped, see below
    ],
)
def test_ordinary_prose_is_left_as_a_person_would_write_it(text: str) -> None:
    assert escape_text(text, starts_line=True).replace(r"\*", "*") == text


@pytest.mark.parametrize(
    ("text", "markdown_text"),
    [
        ("1. The motion", r"1\. The motion"),  # would become a list that counts for itself
        ("- none", r"\- none"),
        ("# 5", r"\# 5"),
        ("> quoted", "&#62; quoted"),
        ("[^1] mark", r"\[^1\] mark"),  # would call a footnote
        ("[TOC]", r"\[TOC\]"),  # would be replaced by a table of contents
        ("[a](b)", r"\[a\](b)"),
        ("[a][b]", r"\[a\]\[b\]"),  # would name another link
        ("a &copy; b", "a &amp;copy; b"),
        ("&#1 b", "&amp;#1 b"),  # a number without its semicolon is completed
        ("x<script>", "x&lt;script>"),
        ("{: .x }", r"\{: .x \}"),
    ],
)
def test_syntax_is_escaped(text: str, markdown_text: str) -> None:
    assert escape_text(text, starts_line=True) == markdown_text
