"""The map of an order: page, sheet, line, note, paragraph of a character."""

from dataclasses import replace

import pytest

from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    Footnote,
    FootnoteMark,
    PageMark,
    Part,
    PartKind,
    Place,
)
from tests.tables import as_tuples, each_row


def _block(kind: BlockKind, text: str, *places: Place, **marks: object) -> Block:
    return Block(kind, text, places, **marks)  # type: ignore[arg-type]


ORDER = CleanOrder(
    (
        _block(BlockKind.TITLE, "ORDER", Place(0, 1, 1)),
        _block(BlockKind.PARAGRAPH, "", Place(0, 1, 2)),
        _block(
            BlockKind.PARAGRAPH,
            "The motion is granted.",
            Place(0, 1, 3, 7),
            Place(11, 2, 1),
            page_marks=(PageMark(11, 2),),
            footnote_marks=(FootnoteMark(4, "1"), FootnoteMark(10, "1"), FootnoteMark(22, "9")),
        ),
        _block(BlockKind.QUOTE, "So held."),
    ),
    (
        Footnote("1", (_block(BlockKind.PARAGRAPH, "One.", Place(0, 1, 9)),), True),
        Footnote("1", (_block(BlockKind.PARAGRAPH, "Again.", Place(0, 2, 9)),), True),
        Footnote("2 ", (_block(BlockKind.PARAGRAPH, "Lost.", Place(0, 3, 9)),), False),
    ),
    (),
    (),
    (),
    0,
    page_labels=("i", "", "1"),
)


@pytest.mark.unit
@each_row(place=as_tuples)
def test_every_character_has_its_place(words: str, place: tuple[object, ...]) -> None:
    assert tuple(ORDER.map.place(ORDER.reading_text.index(words))) == place


@pytest.mark.unit
def test_marks_lead_to_the_notes_of_their_label_in_turn() -> None:
    assert ORDER.map.note_keys == ("1", "1~2", "2")
    assert ORDER.map.mark_keys[2] == ("1", "1~2", None)


@pytest.mark.unit
def test_an_order_without_words_has_a_map() -> None:
    assert CleanOrder((), (), (), (), (), 0).map.place(0).words == ""


@pytest.mark.unit
@each_row(line=as_tuples)
def test_a_form_without_pages_has_the_lines_that_cleaning_found(
    words: str, line: tuple[int, int]
) -> None:
    assert ORDER.map.find_line(ORDER.reading_text.index(words)) == line


@pytest.mark.unit
def test_the_walk_meets_every_block_once_in_reading_order() -> None:
    """Runs: the order, a part that ends it, a part without blocks, notes with and without marks."""
    appendix, form = Part(PartKind.APPENDIX, 3, 4), Part(PartKind.FORM, 4, 4)
    order = replace(ORDER, parts=(appendix, form))
    runs = list(order.map.walk())
    assert [(run.part, run.note, run.key, len(run.blocks)) for run in runs] == [
        (None, None, "", 3),
        (appendix, None, "", 1),
        (form, None, "", 0),
        (None, order.footnotes[0], "1", 1),
        (None, order.footnotes[1], "1~2", 1),
        (None, order.footnotes[2], "", 1),
    ]
    walked = [one for run in runs for one in run.blocks]
    assert tuple((one.offset, one.block) for one in walked) == order.map.located
    assert tuple(one.anchor for one in walked) == order.map.anchors
    assert walked[2].mark_keys == ("1", "1~2", None)
