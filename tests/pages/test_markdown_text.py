from hypothesis import given
from hypothesis import strategies as st

from build_scripts.pages.markdown_text import escape_label, escape_text
from tests.pages.conftest import render, words
from tests.tables import each_row

# What orders are made of, and everything that Markdown would read as syntax.
HOSTILE = st.text(
    alphabet=st.sampled_from(list("ab1 \\`*_{}[]()<>#+-.!|~^=:&;\"'/§¶“”—é\t\n$%@,?2T O C")),
    max_size=60,
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(text=HOSTILE | ANY_TEXT)
def test_a_paragraph_renders_to_the_very_same_words(text: str) -> None:
    assert words(render(escape_text(text, starts_line=True))) == text.split()


@given(text=HOSTILE)
def test_text_within_a_line_renders_to_the_very_same_words(text: str) -> None:
    assert words(render(f"see {escape_text(text)} end")) == f"see {text} end".split()


@given(text=HOSTILE)
def test_a_heading_keeps_its_words(text: str) -> None:
    rendered = render(f"## a {escape_text(text)} z")
    assert words(rendered) == f"a {text} z".split()


@given(text=HOSTILE)
def test_a_table_cell_keeps_its_words(text: str) -> None:
    cell = escape_text(text).replace("|", "\\|")
    rendered = render(f"| A | B |\n| --- | --- |\n| a {cell} z | end |")
    assert words(rendered) == ["A", "B", "a", *text.split(), "z", "end"]


@given(text=HOSTILE)
def test_a_link_keeps_its_words_and_its_address(text: str) -> None:
    rendered = render(f'see [a {escape_label(text)} z](x.md "T"){{.citation}} end')
    assert words(rendered) == f"see a {text} z end".split()
    assert '<a class="citation" href="x.md" title="T">' in rendered


@each_row()
def test_ordinary_prose_is_left_as_a_person_would_write_it(text: str) -> None:
    assert escape_text(text, starts_line=True).replace(r"\*", "*") == text


@each_row()
def test_syntax_is_escaped(text: str, markdown_text: str) -> None:
    assert escape_text(text, starts_line=True) == markdown_text
