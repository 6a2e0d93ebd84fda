"""Blocks of structured forms, as the form names them."""

from collections.abc import Sequence
from itertools import zip_longest

from build_scripts.cleaning.headings import continues_heading
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.by_blank_lines import begin_group
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.signature import is_signature_line
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import LineKind

_KINDS = {LineKind.QUOTE: BlockKind.QUOTE, LineKind.LIST_ITEM: BlockKind.LIST_ITEM}


def gather_blocks(lines: Sequence[Line]) -> list[Group]:
    """Group lines as the form marks them; separate unmarked lines at blank ones."""
    groups: list[Group] = []
    gap = True
    for line in lines:
        if not line.blank:
            goes_on = not gap if line.kind is LineKind.PRINTED else line.kind is LineKind.REST
            if goes_on and groups:
                groups[-1].lines.append(line)
            else:
                groups.append(Group(_KINDS.get(line.kind, BlockKind.PARAGRAPH), [line]))
        gap = line.blank
    return groups


def group_by_form(lines: Sequence[Line]) -> list[Group]:
    """Return the form's blocks; words identify what few forms name: headings, signature lines."""
    filled = [line for line in lines if not line.blank]
    below = dict(zip_longest(map(id, filled), filled[1:]))
    groups: list[Group] = []
    for block in gather_blocks(lines):
        for line in block.lines:
            last = groups[-1] if line is not block.lines[0] else None
            if is_signature_line(line, below[id(line)]):
                groups.append(Group(BlockKind.SIGNATURE, [line]))
            elif last is None or last.kind is BlockKind.SIGNATURE or _ends_heading(last, line):
                groups.append(begin_group(block.kind, line))
            else:
                last.lines.append(line)
    return groups


def _ends_heading(group: Group, line: Line) -> bool:
    """Return whether a block's first line is an unmarked heading, and this its text."""
    first = group.lines[0]
    if group.heading is None or first.kind is LineKind.HEADING:
        return False
    return not continues_heading(line, group.heading, first)
