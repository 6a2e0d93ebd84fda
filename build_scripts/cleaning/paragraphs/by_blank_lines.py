"""Blocks of flowing text, parted by blank lines."""

from collections.abc import Sequence
from itertools import zip_longest

from build_scripts.cleaning.headings import continues_heading, read_heading
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.line_ends import (
    BULLET,
    ENDED,
    LONGEST_END,
    SO_ORDERED,
    is_finished,
)
from build_scripts.cleaning.signature import is_signature_line
from build_scripts.model.clean_order import BlockKind


def group_by_blank_lines(lines: Sequence[Line]) -> list[Group]:
    """Paragraphs parted by blank lines; each may be a heading, a quotation, or signature lines."""
    groups: list[Group] = []
    filled = [line for line in lines if not line.blank]
    below = dict(zip_longest(map(id, filled), filled[1:]))
    previous: Line | None = None
    for line in lines:
        if line.blank:
            previous = None
            continue
        if is_signature_line(line, below[id(line)]):
            groups.append(Group(BlockKind.SIGNATURE, [line]))
            previous = None
            continue
        if previous is None or groups[-1].kind is BlockKind.HEADING or line.heading_level:
            if (
                previous is not None
                and groups[-1].heading is not None
                and continues_heading(line, groups[-1].heading, groups[-1].lines[0])
            ):
                groups[-1].lines.append(line)
                continue
            groups.append(_begin_plain_group(line))
        elif SO_ORDERED.match(line.text) and is_finished(previous):
            groups.append(Group(BlockKind.PARAGRAPH, [line]))
        elif BULLET.match(line.text) and (
            groups[-1].kind is BlockKind.LIST_ITEM or ENDED.search(previous.content[-LONGEST_END:])
        ):
            groups.append(Group(BlockKind.LIST_ITEM, [line]))
        else:
            groups[-1].lines.append(line)
        previous = line
    return groups


def _begin_plain_group(line: Line) -> Group:
    heading = read_heading(line, set_apart=True)
    if heading is not None:
        return Group(BlockKind.HEADING, [line], heading)
    if line.quoted:
        return Group(BlockKind.QUOTE, [line])
    if BULLET.match(line.text):
        return Group(BlockKind.LIST_ITEM, [line])
    return Group(BlockKind.PARAGRAPH, [line])
