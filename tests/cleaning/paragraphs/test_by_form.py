"""Blocks of structured forms are what the form says, whatever their words look like."""

import pytest

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.by_form import gather_blocks, group_by_form
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import LineKind

PARAGRAPH, REST, QUOTE = LineKind.PARAGRAPH, LineKind.REST, LineKind.QUOTE


def set_lines(*rows: tuple[LineKind, str]) -> list[Line]:
    return [Line(number, text, kind=kind) for number, (kind, text) in enumerate(rows, start=1)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a break and a page's end part no block, whatever stands behind them
        (
            [(PARAGRAPH, "The motion is denied."), (REST, "SO ORDERED."), (REST, "- at once")],
            [(BlockKind.PARAGRAPH, 3)],
        ),
        ([(PARAGRAPH, "The motion"), (PARAGRAPH, "is denied.")], [(BlockKind.PARAGRAPH, 1)] * 2),
        ([(QUOTE, "Held."), (REST, "So.")], [(BlockKind.QUOTE, 2)]),
        ([(LineKind.LIST_ITEM, "The costs")], [(BlockKind.LIST_ITEM, 1)]),
        ([(PARAGRAPH, "• the costs")], [(BlockKind.LIST_ITEM, 1)]),
        # few forms name a heading that is set in a paragraph of its own, or above its text
        ([(PARAGRAPH, "II. DISCUSSION")], [(BlockKind.HEADING, 1)]),
        (
            [(PARAGRAPH, "II. DISCUSSION"), (REST, "The court agrees.")],
            [(BlockKind.HEADING, 1), (BlockKind.PARAGRAPH, 1)],
        ),
        (
            [
                (PARAGRAPH, "It is so ordered."),
                (REST, "Dated: May 3, 2021"),
                (REST, "United States District Judge"),
            ],
            [(BlockKind.PARAGRAPH, 1), (BlockKind.SIGNATURE, 1), (BlockKind.SIGNATURE, 1)],
        ),
    ],
)
def test_blocks(rows: list[tuple[LineKind, str]], expected: list[tuple[BlockKind, int]]) -> None:
    groups = group_by_form(set_lines(*rows))
    assert [(group.kind, len(group.lines)) for group in groups] == expected


def test_where_the_form_says_nothing_blank_lines_part_blocks() -> None:
    printed = LineKind.PRINTED
    lines = set_lines(
        (printed, "The motion"), (printed, "is denied."), (printed, ""), (printed, "So.")
    )
    assert [len(group.lines) for group in gather_blocks(lines)] == [2, 1]
