from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.model.clean_order import Block, BlockKind, Place
from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.pages.inline import Anchor, LinkedSpan, Mark, render_inline

Render = Callable[[str], str]
Words = Callable[[str], list[str]]
LINK = ("[", '](x.md "T"){.citation}')


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
        [LinkedSpan(start, end, *LINK) for start, end in links],
        [Mark(offset, "<b></b>", apart=True) for offset in marks],
    )


@given(dressed=dressed_blocks())
@example(
    dressed=(Block(BlockKind.PARAGRAPH, " -", (Place(0, 1, 1),)), [LinkedSpan(0, 1, *LINK)], [])
)
def test_no_dress_changes_the_words(
    dressed: tuple[Block, list[LinkedSpan], list[Mark]], render: Render, words: Words
) -> None:
    block, links, marks = dressed
    rendered = render(render_inline(block, links, marks))
    assert "".join(words(rendered)) == "".join(block.text.split())
    assert rendered.count("<b>") == len(marks)


@given(dressed=dressed_blocks())
def test_marks_that_stand_apart_never_split_or_join_words(
    dressed: tuple[Block, list[LinkedSpan], list[Mark]], render: Render, words: Words
) -> None:
    block, links, marks = dressed
    rendered = render(render_inline(block, links, marks))
    assert words(rendered.replace("<b></b>", "")) == block.text.split()


@pytest.mark.parametrize(
    ("marked", "markdown_text"),
    [
        ("In *Yahoo!*, the court", "In *Yahoo!*, the court"),
        ("*leading blank *here", "*leading blank* here"),  # a star before a blank closes nothing
        ("**bold***italic*", "**bold**<em>italic</em>"),  # stars that would run into each other
        ("a * star", r"a \* star"),
    ],
)
def test_emphasis(make_block: Callable[..., Block], marked: str, markdown_text: str) -> None:
    block = make_block(marked) if "star" not in marked else _plain(marked)
    assert render_inline(block) == markdown_text


def test_a_page_mark_inside_a_word_moves_behind_it() -> None:
    block = _plain("expedited discovery")
    written = render_inline(block, (), (Mark(3, "<b></b>", apart=True),))
    assert written == "expedited <b></b> discovery"


def test_a_mark_inside_a_citation_parts_its_link() -> None:
    block = _plain("433 F.3d 1199")
    written = render_inline(
        block, (LinkedSpan(0, 13, "[", "](u)"),), (Mark(4, "<b></b>", apart=True),)
    )
    assert written == "[433](u) <b></b> [F.3d 1199](u)"


def test_crossing_emphasis_and_link_are_cut_not_crossed() -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        "one two three",
        (Place(0, 1, 1),),
        styles=(StyleSpan(Style.ITALIC, 0, 7),),
    )
    written = render_inline(block, (LinkedSpan(4, 13, "[", "](u)"),))
    assert written == "*one* [*two* three](u)"


def test_a_dash_behind_a_blank_begins_no_list() -> None:
    styles = (StyleSpan(Style.BOLD, 1, 1),)
    block = Block(BlockKind.PARAGRAPH, " - x", (Place(0, 1, 1),), styles=styles)
    assert render_inline(block) == r"\- x"


def _plain(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, (Place(0, 1, 1),))


@given(dressed=dressed_blocks(), places=st.lists(st.integers(0, 30), max_size=4))
def test_anchors_stand_inside_links_and_emphasis_and_change_no_word(
    dressed: tuple[Block, list[LinkedSpan], list[Mark]],
    places: list[int],
    render: Render,
    words: Words,
) -> None:
    block, links, marks = dressed
    inside = [at for at in dict.fromkeys(places) if at < len(block.text)]
    anchors = [Anchor(at, f'<span id="L1-{at}"></span>') for at in inside]
    rendered = render(render_inline(block, links, marks, anchors))
    assert "".join(words(rendered)) == "".join(block.text.split())
    for at in inside:
        assert rendered.count(f'<span id="L1-{at}"></span>') == 1
