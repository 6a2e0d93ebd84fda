"""Stretches that leave a block: what stands there, and where everything else then is."""

from build_scripts.model.clean_order import Block, BlockKind, FootnoteMark, PageMark, Place
from build_scripts.model.source_text import CellSpan, Style, StyleSpan
from build_scripts.redacting.cuts import Cut, cut_block, cut_text, join_cuts
from tests.tables import call, each_row, list_of, list_of_tuples


def cut(start: int, end: int, note: str = "[x]") -> Cut:
    return Cut(start, end, note, "kind")


@each_row(cuts=list_of(call(cut)), spans=list_of_tuples)
def test_cuts_are_joined(cuts: list[Cut], spans: list[tuple[int, int]], why: str) -> None:
    assert [(each.start, each.end) for each in join_cuts(cuts)] == spans, why


@each_row(cuts=list_of(call(cut)))
def test_a_note_stands_where_words_left(cuts: list[Cut], text: str, why: str) -> None:
    assert cut_text("Ada wrote to Bo", cuts) == text, why


def test_every_offset_moves_with_the_words_behind_it() -> None:
    """A page and a note that stood within what leaves are behind the note afterwards."""
    block = Block(
        BlockKind.PARAGRAPH,
        "call 702-555-0142 at once",
        (Place(0, 1, 1), Place(9, 1, 2), Place(18, 1, 3)),
        styles=(StyleSpan(Style.BOLD, 0, 9), StyleSpan(Style.ITALIC, 18, 25)),
        page_marks=(PageMark(9, 2),),
        footnote_marks=(FootnoteMark(17, "1"),),
        rows=((CellSpan(0, 4), CellSpan(18, 25)),),
    )
    after = cut_block(block, [cut(5, 17)])
    assert after.text == "call [x] at once"
    assert [place.offset for place in after.places] == [0, 8, 9]
    assert after.styles == (StyleSpan(Style.BOLD, 0, 5), StyleSpan(Style.ITALIC, 9, 16))
    assert after.page_marks == (PageMark(8, 2),)
    assert after.footnote_marks == (FootnoteMark(8, "1"),)
    assert after.rows == ((CellSpan(0, 4), CellSpan(9, 16)),)


@each_row(after=list_of_tuples)
def test_styles_of_what_left(start: int, end: int, after: list[tuple[int, int]], why: str) -> None:
    styles = (StyleSpan(Style.BOLD, start, end),)
    block = Block(BlockKind.PARAGRAPH, "to Ada", (Place(0, 1, 1),), styles=styles)
    left = cut_block(block, [cut(3, 6)]).styles
    assert [(style.start, style.end) for style in left] == after, why
