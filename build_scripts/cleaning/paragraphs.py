"""Body lines grouped to blocks: paragraphs, headings, block quotations, signature lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from build_scripts.cleaning.headings import Heading, continues_heading, is_bold, read_heading
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.signature import is_signature_line, split_columns
from build_scripts.model.clean_order import BlockKind

INDENTED = 3  # columns from the margin
CENTRED = 8
DEEPEST_HANG = 10  # columns by which an item's further lines are set in
LONG_SHARE = 0.6  # of the text's width
RAGGED = 6  # columns by which the edge of ragged, proportional type is unsure
EDGE_DRIFT = 3  # columns: proportional type has no sharp edge
SHORT_OF_EDGE = 12  # columns: a line that ends further from the edge ends its paragraph
LONGEST_END = 16  # characters: what ends a line is told by fewer
# What can follow a sentence's point: quotes, brackets, a note's mark; "$12,908.83" holds no mark.
CLOSING = r"['’”\")\]]{0,4}(?:(?<!\d\.)\d{1,3}|\*{1,3})?$"
ENDED = re.compile(rf"[.?!:;]{CLOSING}")
# A point that ends no sentence. Accepted: "Dkt. No.", "Ascon v.", "340 U.S.", "J."
ABBREVIATED = re.compile(
    r"(?:\b(?:nos?|vs?|dkt|cal|cir|fed|civ|cf|e\.g|i\.e|mr|mrs|ms|dr|hon|ex|decl|compl|supp|art"
    r"|rev|stat|ann|pub|u\.s|s\. ?ct|l\. ?ed|f|p|r)|(?<![\w.])[A-Z])\.$",
    re.IGNORECASE,
)
# What no paragraph ends with. Accepted: "Anderson v.", "(Dkt. No.", "of the", "§"
# Refused: "Accordingly," (above "IT IS ORDERED"), "; and" (above a list's last item)
DANGLING = re.compile(
    r"(?:[§¶(-]|(?<!\w)(?:vs?|nos?|dkt|mr|mrs|ms|dr)\.|\s(?:the|an?|of|to|in|by|for|at|with))$",
    re.IGNORECASE,
)
ENDS_ITEM = re.compile(r"[;,]\s+(?:and|or)$")
SO_ORDERED = re.compile(r"\s*(?:it\s+is\s+)?(?:hereby\s+)?so\s+ordered\b", re.IGNORECASE)
BULLET = re.compile(r"\s*[•●▪◦*o-]\s+\S")
# Accepted: "1. The", "(a) the", "12) In", "(iv) the"; refused: "1.2", "(1996) the", "v. Mobil"
ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s+\S")
ENDS_SENTENCE = re.compile(rf"[.?!]{CLOSING}")


@dataclass(slots=True)
class Group:
    """Lines that make one block, in the making."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    heading: Heading | None = None


def _is_finished(line: Line) -> bool:
    """Whether a line can be its paragraph's last."""
    end = line.content[-LONGEST_END:]
    if end[-1:].isalpha():
        return False
    return ENDED.search(end) is not None and ABBREVIATED.search(end) is None


def _ends_sentence(line: Line) -> bool:
    return ENDS_SENTENCE.search(line.content[-LONGEST_END:]) is not None


def _goes_on(line: Line) -> bool:
    """Whether a line can't begin a sentence ("Vascular, Inc." | "(collectively, “Bard”)")."""
    return line.content.lstrip("([“‘\"'")[:1].islower() and ITEM.match(line.text) is None


def group_lines(lines: Sequence[Line], margins: dict[int, Margins], laid_out: bool) -> list[Group]:
    """Group body lines to blocks.

    Layout text tells by columns (indents, both margins, centring); other text by blank lines.
    Sentences run on over page ends in both.
    """
    spread = [part for line in lines for part in (split_columns(line) if laid_out else [line])]
    groups = _group_by_columns(spread, margins) if laid_out else _group_by_blank_lines(spread)
    return _rejoin_sentences(groups) if not laid_out else groups


class _Seen(NamedTuple):
    """What the line grouper needs to know of one line and the one before it."""

    line: Line
    indent: int  # from the page's margin
    gap: int  # blank lines before it on its page
    new_page: bool
    centred: bool
    finished: bool  # can be its paragraph's last line
    short: bool  # ends before its page's edge


def _group_by_columns(lines: Sequence[Line], margins: dict[int, Margins]) -> list[Group]:
    seen = _measure_lines(lines, margins)
    groups: list[Group] = []
    for place, item in enumerate(seen):
        following = seen[place + 1] if place + 1 < len(seen) else None
        before = seen[place - 1] if place else None
        group = groups[-1] if groups else None
        if is_signature_line(item.line, following.line if following else None):
            groups.append(Group(BlockKind.SIGNATURE, [item.line]))
            continue
        if (
            group is not None
            and group.heading is not None
            and item.gap <= margins[item.line.page].spacing
            and continues_heading(item.line, group.heading, group.lines[0])
        ):
            group.lines.append(item.line)
            continue
        heading = None
        if group is None or before is None or _may_begin(item, before, group):
            set_apart = item.centred or is_bold(item.line) or _heads_paragraph(item, following)
            heading = read_heading(item.line, set_apart)
        if heading is not None:
            groups.append(Group(BlockKind.HEADING, [item.line], heading))
            continue
        if (
            group is None
            or before is None
            or group.kind in (BlockKind.HEADING, BlockKind.SIGNATURE)
        ) or _breaks_before(item, before, following, group, margins):
            groups.append(_begin_group(item, seen[place + 1 : place + 3], margins))
        else:
            group.lines.append(item.line)
    return groups


def _measure_lines(lines: Sequence[Line], margins: dict[int, Margins]) -> list[_Seen]:
    seen: list[_Seen] = []
    gap = 0
    page = 0
    for line in lines:
        if line.page != page:
            gap = 0
        if line.blank:
            gap += 1
            page = line.page
            continue
        measure = margins[line.page]
        left = line.indent - measure.left
        right = measure.right - len(line.text)
        seen.append(
            _Seen(
                line,
                left,
                gap,
                bool(seen) and seen[-1].line.page != line.page,
                left >= CENTRED and abs(left - right) <= max(6, 0.15 * measure.width),
                _is_finished(line),
                right > SHORT_OF_EDGE,
            )
        )
        gap, page = 0, line.page
    return seen


def _may_begin(item: _Seen, before: _Seen, group: Group) -> bool:
    """A heading does not stand in the middle of a sentence."""
    if group.kind in (BlockKind.HEADING, BlockKind.SIGNATURE) or item.centred:
        return True
    return before.finished or before.short or item.gap > 2


def _heads_paragraph(item: _Seen, following: _Seen | None) -> bool:
    """Whether a short line at the margin stands alone above a paragraph that is set in."""
    return (
        following is not None
        and item.short
        and item.indent < INDENTED <= following.indent
        and not following.short
    )


def _begin_group(item: _Seen, following: Sequence[_Seen], margins: dict[int, Margins]) -> Group:
    """Tell a block quotation from a paragraph's first line by the lines that follow."""
    if BULLET.match(item.line.text):
        return Group(BlockKind.LIST_ITEM, [item.line])
    if _begins_quote(item, following, margins):
        return Group(BlockKind.QUOTE, [item.line])
    if (
        item.centred
        and item.short
        and not _ends_sentence(item.line)
        and not _runs_on(item, following, margins)
    ):
        return Group(BlockKind.CENTRED, [item.line])
    return Group(BlockKind.PARAGRAPH, [item.line])


def _runs_on(item: _Seen, following: Sequence[_Seen], margins: dict[int, Margins]) -> bool:
    """Whether a line that looks centred is a paragraph's first, set in and ragged at its end."""
    if not following or item.finished or following[0].indent >= INDENTED:
        return False
    long = len(item.line.content) > LONG_SHARE * margins[item.line.page].width
    return long or _goes_on(following[0].line)


def _begins_quote(item: _Seen, following: Sequence[_Seen], margins: dict[int, Margins]) -> bool:
    """A quotation is set in, line below line; a paragraph only with its first line.

    Two short paragraphs of one line each ("The motion is denied." "IT IS SO ORDERED.") look
    alike: where the first line ends a sentence short of the edge, a third line must agree.
    """
    if item.indent < INDENTED or not following:
        return False
    second = following[0]
    if (
        abs(second.indent - item.indent) > 1
        or (not second.new_page and second.gap > max(margins[item.line.page].spacing, _drift(item)))
        or _is_short_of(item, second, margins)
        or SO_ORDERED.match(second.line.text)
        or (ITEM.match(second.line.text) and item.finished)
    ):
        return False
    if not _ends_sentence(item.line) or not item.short:
        return True
    return len(following) > 1 and abs(following[1].indent - item.indent) <= 1


def _drift(item: _Seen) -> int:
    """Pleading numbers that stand between lines of a quotation leave a blank line each."""
    return 1 if item.line.printed is not None else 0


def _is_short_of(item: _Seen, following: _Seen, margins: dict[int, Margins]) -> bool:
    """Whether the next word would still have had room on the line: its paragraph ends there."""
    if following.indent < INDENTED:
        return item.short
    # A quotation has a right margin of its own; take it from the wider of two lines.
    edge = min(margins[item.line.page].right, len(following.line.text))
    return edge - len(item.line.text) > max(
        SHORT_OF_EDGE, _length_first(following.line) + EDGE_DRIFT
    )


def _length_first(line: Line) -> int:
    """Columns that the line's first word would take on the line above."""
    return len(line.content.split(None, 1)[0]) + 1


def _breaks_before(
    item: _Seen,
    before: _Seen,
    following: _Seen | None,
    group: Group,
    margins: dict[int, Margins],
) -> bool:
    """Whether a new block begins at `item`."""
    unfinished = not before.finished or _goes_on(item.line)
    if group.kind is BlockKind.CENTRED:
        return True
    if item.new_page:
        if _goes_on(item.line):
            return False
        if group.kind is BlockKind.QUOTE:
            return abs(item.indent - before.indent) > EDGE_DRIFT or (
                not unfinished and (item.indent < INDENTED or _begins_paragraph(item, following))
            )
        if unfinished and _is_item(group.lines[0]) and not _is_item(item.line):
            return item.indent - _indent_first(group, margins) > DEEPEST_HANG
        return item.indent >= INDENTED or (
            not unfinished and before.short and item.indent < INDENTED
        )
    spacing = margins[item.line.page].spacing
    if item.gap > spacing + (3 if item.line.printed is not None else 0):
        return not (unfinished and item.indent < INDENTED and not before.short)
    is_item = ITEM.match(item.line.text) is not None
    is_bullet = BULLET.match(item.line.text) is not None
    if (is_item or is_bullet) and ENDS_ITEM.search(before.line.content):
        return True
    if group.kind is BlockKind.QUOTE:
        narrower = len(group.lines) == 1 and INDENTED <= item.indent < before.indent
        if abs(item.indent - before.indent) > 1 and not narrower:
            return True
        new_item = is_item or SO_ORDERED.match(item.line.text) is not None
        # A paragraph's first line can be set in as far as the quotation above it, but goes on to
        # the page's own edge, and its second to the page's margin.
        drift = -EDGE_DRIFT if following and following.indent < INDENTED else EDGE_DRIFT
        wider = len(item.line.text) > drift + max(len(line.text) for line in group.lines)
        return not unfinished and (new_item or wider or _is_short_of(before, item, margins))
    ended_line = before.short or _ends_sentence(before.line)
    if is_item and not unfinished and ended_line:
        return True
    if is_bullet and (group.kind is BlockKind.LIST_ITEM or not unfinished):
        return True
    if not unfinished and SO_ORDERED.match(item.line.text):
        return True
    if item.centred and item.short and (not unfinished or before.short):
        return True
    if item.indent >= INDENTED:
        first_indent = _indent_first(group, margins)
        in_item = _is_item(group.lines[0])
        if in_item and len(group.lines) == 1 and unfinished:
            return not 0 <= item.indent - before.indent <= DEEPEST_HANG
        hanging = len(group.lines) > 1 or in_item
        return not (hanging and item.indent == before.indent and first_indent < item.indent)
    room = margins[before.line.page].right - len(before.line.text)
    return (
        before.indent < INDENTED
        and not unfinished
        and before.short
        and room > _length_first(item.line) + RAGGED
    )


def _begins_paragraph(item: _Seen, following: _Seen | None) -> bool:
    """Whether a line is set in and the one below it is not."""
    return following is not None and following.indent < INDENTED <= item.indent


def _indent_first(group: Group, margins: dict[int, Margins]) -> int:
    return group.lines[0].indent - margins[group.lines[0].page].left


def _is_item(line: Line) -> bool:
    return ITEM.match(line.text) is not None or BULLET.match(line.text) is not None


def _group_by_blank_lines(lines: Sequence[Line]) -> list[Group]:
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
        elif SO_ORDERED.match(line.text) and _is_finished(previous):
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


def _rejoin_sentences(groups: Sequence[Group]) -> list[Group]:
    """A paragraph cut in mid-sentence by a page's end goes on in the next paragraph."""
    joined: list[Group] = []
    for group in groups:
        last = joined[-1] if joined else None
        if (
            last is not None
            and group.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
            and last.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
            and _is_cut(last.lines[-1], group.lines[0], group.kind is last.kind)
        ):
            last.lines.extend(group.lines)
        else:
            joined.append(group)
    return joined


def _is_cut(last: Line, first: Line, alike: bool) -> bool:
    """Whether a sentence goes on from one paragraph's last line to the next one's first.

    Where a page ends, a tool can mark one half of a quotation and not the other: halves that are
    not `alike` belong together only where the second cannot begin a sentence.
    """
    if last.page != first.page and _goes_on(first):
        return True  # "customers complained;" | "the company", "Celotex Corp." | "v. Catrett"
    if not alike or _is_finished(last):
        return False
    end = last.content[-LONGEST_END:]
    if DANGLING.search(end):
        return True
    if not _is_item(first) and end.endswith((" and", " or")) and not ENDS_ITEM.search(end):
        return True
    return not _is_item(first) and (first.content[:1].islower() or first.page != last.page)
