"""Marks leave the text and keep their place, one by one or thousands of them."""

from build_scripts.cleaning.footnote_marks import tie_footnotes
from build_scripts.model.clean_order import Block, BlockKind, FootnoteMark, PageMark, Place
from build_scripts.model.source_text import Style, StyleSpan
from tests.tables import as_tuples, each_row


def make_block(text: str, *raised: tuple[int, int]) -> Block:
    styles = tuple(StyleSpan(Style.SUPERSCRIPT, start, end) for start, end in raised)
    return Block(BlockKind.PARAGRAPH, text, (Place(0, 1, 1),), styles=styles)


@each_row(raised=as_tuples)
def test_raised_marks(text: str, raised: tuple[int, int], after: str, offset: int | None) -> None:
    [block], _ = tie_footnotes([make_block(text, raised)], [])
    assert block.text == after
    assert [mark.offset for mark in block.footnote_marks] == ([] if offset is None else [offset])


def test_two_marks_beside_each_other() -> None:
    [block], _ = tie_footnotes([make_block("so held. 1 2 Then", (9, 10), (11, 12))], [])
    assert block.text == "so held. Then"
    assert block.footnote_marks == (FootnoteMark(8, "1"), FootnoteMark(8, "2"))


def test_all_that_stands_behind_a_mark_moves() -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        "held.1 Smith so says",
        (Place(0, 1, 1), Place(7, 2, 2)),
        styles=(StyleSpan(Style.ITALIC, 7, 12),),
        page_marks=(PageMark(7, 2),),
    )
    [lifted], tied = tie_footnotes([block], [("1", 1)])
    assert tied == {0}
    assert lifted.text == "held. Smith so says"
    assert lifted.places == (Place(0, 1, 1), Place(6, 2, 2))
    assert lifted.styles == (StyleSpan(Style.ITALIC, 6, 11),)
    assert lifted.page_marks == (PageMark(6, 2),)


def test_marks_without_notes_that_go_on_counting() -> None:
    text = "It held.1 It found.2 It denied.3 It is 4 pages."
    [block], tied = tie_footnotes([make_block(text)], [("1", 1)])
    assert tied == {0}
    assert block.text == "It held. It found. It denied. It is 4 pages."
    assert [mark.label for mark in block.footnote_marks] == ["1", "2", "3"]


def test_thousands_of_raised_marks_in_one_paragraph() -> None:
    # lifted one by one, each would copy the styles of all others
    marks = 20_000
    text = "held.1 " * marks
    raised = [(7 * at + 5, 7 * at + 6) for at in range(marks)]
    [block], _ = tie_footnotes([make_block(text, *raised)], [])
    assert block.text == "held. " * marks
    assert [mark.offset for mark in block.footnote_marks] == [6 * n + 5 for n in range(marks)]


@each_row()
def test_where_a_mark_that_is_not_raised_stands(text: str, offset: int | None) -> None:
    [block], tied = tie_footnotes([make_block(text)], [("4", 1)])
    assert [mark.offset for mark in block.footnote_marks] == ([] if offset is None else [offset])
    assert bool(tied) is (offset is not None)


def test_where_the_form_raises_marks_no_other_number_is_one() -> None:
    blocks = [make_block("The lock (col. 2:3-7) holds.1 So held.2", (28, 29))]
    [block], tied = tie_footnotes(blocks, [("1", 1), ("2", 1)], raised_only=True)
    assert (block.text, tied) == ("The lock (col. 2:3-7) holds. So held.2", {0})
