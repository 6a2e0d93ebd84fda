"""Blocks of flowing text: lone titles are headings, whatever style they lost."""

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.by_blank_lines import (
    group_by_blank_lines,
    mark_lone_headings,
)
from build_scripts.model.clean_order import BlockKind
from tests.tables import each_row

PROSE = (
    "The boat left the harbor at dawn and returned three hours later with water in the hold, but "
    "nobody had told the harbor master."
)


def list_kinds(*texts: str) -> list[BlockKind]:
    lines = [line for text in texts for line in (Line(1, text), Line(2, ""))]
    groups = group_by_blank_lines(lines)
    mark_lone_headings(groups)
    return [group.kind for group in groups]


@each_row()
def test_lone_titles(before: str | None, line: str, after: str | None, heading: bool) -> None:
    expected = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
    assert list_kinds(before or PROSE, line, after or PROSE)[1] is expected


def test_bullets_are_items_and_a_closing_order_stands_alone() -> None:
    assert list_kinds("• the lease;", "• the winch.")[:2] == [BlockKind.LIST_ITEM] * 2
    lines = [Line(1, "The motion is denied."), Line(2, "IT IS SO ORDERED.")]
    assert len(group_by_blank_lines(lines)) == 2
