"""Blocks of structured forms are what the form says, whatever their words look like."""

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.by_form import gather_blocks, group_by_form
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import LineKind
from tests.tables import each_row, list_of_tuples

PARAGRAPH, REST, QUOTE = LineKind.PARAGRAPH, LineKind.REST, LineKind.QUOTE


def set_lines(*rows: tuple[LineKind, str]) -> list[Line]:
    return [
        Line(number, text, kind=LineKind(kind)) for number, (kind, text) in enumerate(rows, start=1)
    ]


@each_row(expected=list_of_tuples)
def test_blocks(rows: list[tuple[LineKind, str]], expected: list[tuple[BlockKind, int]]) -> None:
    groups = group_by_form(set_lines(*rows))
    assert [(group.kind, len(group.lines)) for group in groups] == expected


def test_where_the_form_says_nothing_blank_lines_part_blocks() -> None:
    printed = LineKind.PRINTED
    lines = set_lines(
        (printed, "The motion"), (printed, "is denied."), (printed, ""), (printed, "So.")
    )
    assert [len(group.lines) for group in gather_blocks(lines)] == [2, 1]
