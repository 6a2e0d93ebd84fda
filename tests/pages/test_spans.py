import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.model.clean_order import Block, BlockKind, Place
from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.pages.spans import HTML, MARKDOWN, Anchor, Dialect, LinkedSpan, Mark, write_line
from tests.pages.conftest import block, render, words
from tests.tables import each_row

Dressed = tuple[Block, list[LinkedSpan], list[Mark]]
LINKS = {HTML: ('<a href="x">', "</a>"), MARKDOWN: ("[", "](x)")}


@st.composite
def dressed_blocks(draw: st.DrawFn) -> tuple[Block, list[LinkedSpan], list[Mark]]:
    """A block with styles, citations and marks that cross each other as they please."""
    text = draw(st.text(alphabet="ab *_[]`.1-<&", min_size=1, max_size=30))
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(sorted)
    styles = draw(st.lists(st.tuples(st.sampled_from(list(Style)), spans), max_size=4))
    links = draw(st.lists(spans, max_size=2))
    marks = draw(st.lists(place, max_size=2))
    block = Block(
        BlockKind.PARAGRAPH,
        text,
        (Place(0, 1, 1),),
        styles=tuple(StyleSpan(style, start, end) for style, (start, end) in styles),
    )
    return (
        block,
        [LinkedSpan(start, end, "", "") for start, end in links],
        [Mark(offset, "<b></b>", apart=True) for offset in marks],
    )


def write(dialect: Dialect, dressed: Dressed, anchors: list[Anchor] = ()) -> str:  # type: ignore[assignment]
    """The HTML of a dressed block, written in a dialect."""
    block, links, marks = dressed
    linked = [LinkedSpan(one.start, one.end, *LINKS[dialect]) for one in links]
    line = write_line(dialect, block, linked, marks, anchors)
    return line if dialect is HTML else render(line)


@pytest.mark.parametrize("dialect", [HTML, MARKDOWN], ids=["html", "markdown"])
@given(dressed=dressed_blocks())
@example(
    dressed=(Block(BlockKind.PARAGRAPH, " -", (Place(0, 1, 1),)), [LinkedSpan(0, 1, "", "")], [])
)
@example(  # nothing is bold, and "1." begins no list
    dressed=(
        Block(
            BlockKind.PARAGRAPH, "1. 1", (Place(0, 1, 1),), styles=(StyleSpan(Style.BOLD, 1, 1),)
        ),
        [],
        [],
    )
)
def test_no_dress_changes_the_words(dialect: Dialect, dressed: Dressed) -> None:
    rendered = write(dialect, dressed)
    assert "".join(words(rendered)) == "".join(dressed[0].text.split())
    assert rendered.count("<b>") == len(dressed[2])


@pytest.mark.parametrize("dialect", [HTML, MARKDOWN], ids=["html", "markdown"])
@given(dressed=dressed_blocks())
def test_marks_that_stand_apart_never_split_or_join_words(
    dialect: Dialect, dressed: Dressed
) -> None:
    rendered = write(dialect, dressed)
    assert words(rendered.replace("<b></b>", "")) == dressed[0].text.split()


@given(dressed=dressed_blocks())
def test_tags_are_closed_in_the_order_in_which_they_were_opened(dressed: Dressed) -> None:
    opened: list[str] = []
    for end, tag in re.findall(r"<(/?)(\w+)[^>]*>", write(HTML, dressed)):
        if end:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []


@each_row()
def test_emphasis(marked: str, html: str, markdown: str) -> None:
    shown = block(marked) if "star" not in marked else _plain(marked)
    assert write_line(HTML, shown) == html
    assert write_line(MARKDOWN, shown) == markdown


def test_a_page_mark_inside_a_word_moves_behind_it() -> None:
    block = _plain("expedited discovery")
    written = write_line(HTML, block, (), (Mark(3, "<b></b>", apart=True),))
    assert written == "expedited <b></b> discovery"


def test_a_mark_inside_a_citation_parts_its_link() -> None:
    block = _plain("433 F.3d 1199")
    written = write_line(
        HTML, block, (LinkedSpan(0, 13, '<a href="u">', "</a>"),), (Mark(4, "<b></b>", apart=True),)
    )
    assert written == '<a href="u">433</a> <b></b> <a href="u">F.3d 1199</a>'


def test_crossing_emphasis_and_link_are_cut_not_crossed() -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        "one two three",
        (Place(0, 1, 1),),
        styles=(StyleSpan(Style.ITALIC, 0, 7),),
    )
    written = write_line(HTML, block, (LinkedSpan(4, 13, '<a href="u">', "</a>"),))
    assert written == '<em>one</em> <a href="u"><em>two</em> three</a>'


def test_a_dash_behind_a_blank_begins_no_list() -> None:
    styles = (StyleSpan(Style.BOLD, 1, 1),)
    block = Block(BlockKind.PARAGRAPH, " - x", (Place(0, 1, 1),), styles=styles)
    assert write_line(MARKDOWN, block) == r"\- x"


def _plain(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, (Place(0, 1, 1),))


@given(dressed=dressed_blocks(), places=st.lists(st.integers(0, 30), max_size=4))
def test_anchors_stand_inside_links_and_emphasis_and_change_no_word(
    dressed: Dressed, places: list[int]
) -> None:
    block = dressed[0]
    inside = [at for at in dict.fromkeys(places) if at < len(block.text)]
    anchors = [Anchor(at, f'<span id="L1-{at}"></span>') for at in inside]
    rendered = write(HTML, dressed, anchors)
    assert "".join(words(rendered)) == "".join(block.text.split())
    for at in inside:
        assert rendered.count(f'<span id="L1-{at}"></span>') == 1
