"""Group flowing text into blocks at blank lines."""

from collections.abc import Sequence
from itertools import zip_longest

from build_scripts.cleaning.headings import continues_heading, read_heading
from build_scripts.cleaning.line_ends import (
    BULLET,
    ENDED,
    LONGEST_END,
    SO_ORDERED,
    ends_sentence,
    goes_on,
    is_finished,
)
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.wrapped import Wrapping
from build_scripts.cleaning.signature import is_signature_line
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import LineKind

LONGEST_TITLE = 9  # words
PROSE = 100  # characters: a name or an address is shorter


def group_by_blank_lines(lines: Sequence[Line], wrapping: Wrapping | None = None) -> list[Group]:
    """Return paragraphs separated by blank lines, or as `wrapping` splits printed lines; each may
    be a heading, a quotation, or signature lines.
    """
    groups: list[Group] = []
    filled = [line for line in lines if not line.blank]
    below = dict(zip_longest(map(id, filled), filled[1:]))
    previous: Line | None = None
    gap = 0
    for line in lines:
        if line.blank:
            gap += 1
            continue
        if previous and (wrapping.parts(previous, line, gap) if wrapping else gap):
            previous = None
        gap = 0
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
            kind = BlockKind.QUOTE if line.kind is LineKind.QUOTE else BlockKind.PARAGRAPH
            groups.append(begin_group(kind, line))
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


def mark_lone_headings(groups: Sequence[Group]) -> None:
    """Make a short title between two paragraphs of prose a heading, whatever style it lost."""
    for before, group, after in zip(groups, groups[1:], groups[2:], strict=False):
        line = group.lines[0]
        if (
            group.kind is BlockKind.PARAGRAPH
            and len(group.lines) == 1
            and len(line.content.split(None, LONGEST_TITLE)) <= LONGEST_TITLE
            and _is_prose(before)
            and ends_sentence(before.lines[-1])
            and _is_prose(after)
            and not goes_on(after.lines[0])
        ):
            heading = read_heading(line, set_apart=True, over_text=True)
            if heading is not None:
                group.kind, group.heading = BlockKind.HEADING, heading


def _is_prose(group: Group) -> bool:
    length = sum(len(line.content) for line in group.lines)
    return group.kind is BlockKind.PARAGRAPH and length >= PROSE


def begin_group(kind: BlockKind, line: Line) -> Group:
    """Return a group that begins with a line: of the form's kind, or of a better one."""
    heading = read_heading(line, set_apart=True)
    if heading is not None:
        return Group(BlockKind.HEADING, [line], heading)
    is_bullet = kind is BlockKind.PARAGRAPH and BULLET.match(line.text)
    return Group(BlockKind.LIST_ITEM if is_bullet else kind, [line])
