"""Tables: rows of aligned columns, and what only looks like them."""

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.source_text import (
    CellSpan,
    SourceFormat,
    SourceLine,
    SourcePage,
    SourceText,
)
from tests.orders_from_text import clean_text
from tests.tables import each_row

PROSE = (
    "     The parties agree that the deadlines below hold, and the court orders that they be\n"
    "kept. A party that can not keep one of them shall say so before that day has come.\n\n"
)
TABLE = """\
     Event                           Deadline        Entry
     Amended complaint               1/5/2024        12
     Answer, if the motion to        2/9/2024
       dismiss is denied
     Close of discovery              3/1/2024        14-1

"""


def list_tables(text: str) -> list[Block]:
    return [block for block in clean_text(text).blocks if block.kind is BlockKind.TABLE]


def list_rows(block: Block) -> list[list[str]]:
    return [[block.text[cell.start : cell.end] for cell in row] for row in block.rows]


def test_rows_of_aligned_columns_are_a_table() -> None:
    (table,) = list_tables(PROSE + TABLE + PROSE)
    assert list_rows(table) == [
        ["Event", "Deadline", "Entry"],
        ["Amended complaint", "1/5/2024", "12"],
        ["Answer, if the motion to dismiss is denied", "2/9/2024", ""],
        ["Close of discovery", "3/1/2024", "14-1"],
    ]
    assert table.text == " ".join(text for row in list_rows(table) for text in row if text)


def test_text_above_and_below_stays_prose_and_places_are_true() -> None:
    blocks = clean_text(PROSE + TABLE + PROSE).blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE,
        BlockKind.PARAGRAPH,
    ]
    lines = {place.line: blocks[1].text[place.offset :][:5] for place in blocks[1].places}
    assert lines[5] == "Amend" or "12" in lines[5]


@each_row()
def test_what_only_looks_like_a_table(lines: list[str]) -> None:
    text = PROSE + "\n".join(lines) + "\n\n" + PROSE
    assert list_tables(text) == []


def test_rows_that_the_form_marks_are_a_table_and_empty_cells_stay() -> None:
    rows = [("Year", "Tax"), ("1984", "$65"), ("1985", "")]
    lines = [
        SourceLine(1, "The court finds that the tax of each year is the following amount."),
        SourceLine(2, ""),
    ]
    for number, (left, right) in enumerate(rows, start=3):
        text = f"{left}   {right}".rstrip()
        cells = (CellSpan(0, 4), CellSpan(min(7, len(text)), len(text)))
        lines.append(SourceLine(number, text, cells=cells))
    decoded = "\n".join(line.text for line in lines)
    source = SourceText(SourceFormat.HTML, "utf-8", decoded, (SourcePage(1, tuple(lines)),))
    table = clean_order(source).blocks[-1]
    assert table.kind is BlockKind.TABLE
    assert list_rows(table) == [["Year", "Tax"], ["1984", "$65"], ["1985", ""]]


DRIFTING = """\
     Event                                                         Deadline

     File a certification of the parties that have an interest.    Upon first appearance
     (See Civil L.R. 3-15)                                         (supplement as necessary)

     Deadline to confer about disclosures and about a settlement,      11/13/2024
     and to choose a way to settle.

     Deadline to make initial disclosures.                         11/27/2024
     (See Fed. R. Civ. P. 26(a)(1))

     Conference, to be held by                                     12/4/2024 at 10:00 AM
     telephone.

"""


def test_cells_that_drift_stand_in_their_column_and_wrapped_ones_go_on() -> None:
    (table,) = list_tables(PROSE + DRIFTING + PROSE)
    rows = list_rows(table)
    assert rows[0] == ["Event", "Deadline"]
    assert rows[3] == [
        "Deadline to confer about disclosures and about a settlement, and to choose a way to settle.",
        "11/13/2024",
    ]
    assert rows[-1] == ["Conference, to be held by telephone.", "12/4/2024 at 10:00 AM"]


def test_text_right_below_a_table_whose_cells_do_not_wrap_is_no_cell() -> None:
    table = "".join(f"     Count {at}               1/{at}/2024\n" for at in range(1, 5))
    (found,) = list_tables(PROSE + table + "     All other dates stand.\n\n" + PROSE)
    assert "All other" not in found.text
