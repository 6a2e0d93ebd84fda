"""Group laid-out text into blocks by indents, both margins and centring."""

from collections.abc import Sequence

from build_scripts.cleaning.headings import continues_heading, is_bold, read_heading
from build_scripts.cleaning.line_ends import (
    BULLET,
    DANGLES,
    ENDS_ITEM,
    ITEM,
    LONGEST_END,
    RUN_INTO,
    SO_ORDERED,
    ends_sentence,
    goes_on,
    is_item,
)
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.quotations import begins_quote, drift
from build_scripts.cleaning.paragraphs.seen_lines import (
    EDGE_DRIFT,
    INDENTED,
    Seen,
    is_short_of,
    length_first_word,
    measure_lines,
)
from build_scripts.cleaning.paragraphs.wrapped import LONGEST_LINE
from build_scripts.cleaning.signature import is_signature_line
from build_scripts.model.clean_order import BlockKind

# Below one of these a line can head a text; below others it belongs to a front or an end.
BODY = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.HEADING)
DEEPEST_HANG = 10  # columns by which an item's further lines are set in
LONG_SHARE = 0.6  # of the text's width
RAGGED = 6  # columns by which the edge of ragged, proportional type is unsure


def group_by_columns(lines: Sequence[Line], margins: dict[int, Margins]) -> list[Group]:
    """Group lines that keep their places; the adjacent lines show where a block begins."""
    seen = measure_lines(lines, margins)
    groups: list[Group] = []
    for place, item in enumerate(seen):
        following = seen[place + 1] if place + 1 < len(seen) else None
        before = seen[place - 1] if place else None
        group = groups[-1] if groups else None
        dangles = before and DANGLES.search(before.line.content[-LONGEST_END:])
        if not dangles and is_signature_line(item.line, following.line if following else None):
            groups.append(Group(BlockKind.SIGNATURE, [item.line]))
            continue
        if (
            group is not None
            and group.heading is not None
            and item.gap <= margins[item.line.page].spacing + drift(item)
            and continues_heading(item.line, group.heading, group.lines[0])
        ):
            group.lines.append(item.line)
            continue
        heading = None
        if group is None or before is None or _may_begin(item, before, group):
            set_apart = item.centred or is_bold(item.line) or _heads_paragraph(item, following)
            over_text = _stands_over_text(seen, place, group, margins)
            above = before.line.content if before else ""
            heading = read_heading(item.line, set_apart or over_text, over_text, above)
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


def _may_begin(item: Seen, before: Seen, group: Group) -> bool:
    """Return whether a line may begin a heading: none is in the middle of a sentence."""
    if group.kind in (BlockKind.HEADING, BlockKind.SIGNATURE) or item.centred:
        return True
    above = before.line.content
    if DANGLES.search(above[-LONGEST_END:]) or (group.kind is BlockKind.QUOTE and above.isupper()):
        return False
    return before.finished or before.short or item.gap > 2


def _heads_paragraph(item: Seen, following: Seen | None) -> bool:
    """Return whether a short line at the margin is alone above an indented paragraph."""
    return (
        following is not None
        and item.short
        and item.indent < INDENTED <= following.indent
        and not following.short
    )


def _stands_over_text(
    seen: Sequence[Seen], place: int, group: Group | None, margins: dict[int, Margins]
) -> bool:
    """Return whether a line ends short, below a finished paragraph and right above a paragraph
    whose first line is indented and whose second is not; the line may wrap once.
    """
    if group is None or group.kind not in BODY or place + 2 >= len(seen):
        return False
    if group.kind is not BlockKind.HEADING and not seen[place - 1].finished:
        return False
    item, *below = seen[place : place + 4]
    if not item.short and below[0].indent > item.indent:  # its wrapped rest hangs
        item, below = below[0], below[1:]
    if len(below) < 2 or item.new_page:
        return False
    if item.indent < INDENTED and item.gap <= margins[item.line.page].spacing:
        return False  # the last words of the paragraph above: "It is" | "ORDERED that"
    first, second = below[:2]
    return (
        item.short
        and not first.new_page
        and not first.short
        and first.indent >= INDENTED > second.indent
        and not is_item(first.line)
        and not goes_on(first.line)
    )


def _begin_group(item: Seen, following: Sequence[Seen], margins: dict[int, Margins]) -> Group:
    """Return a new group; the lines that follow distinguish a block quotation from a paragraph."""
    if BULLET.match(item.line.text):
        return Group(BlockKind.LIST_ITEM, [item.line])
    if begins_quote(item, following, margins):
        return Group(BlockKind.QUOTE, [item.line])
    if (
        item.centred
        and item.short
        and not ends_sentence(item.line)
        and not _runs_on(item, following, margins)
    ):
        return Group(BlockKind.CENTRED, [item.line])
    return Group(BlockKind.PARAGRAPH, [item.line])


def _runs_on(item: Seen, following: Sequence[Seen], margins: dict[int, Margins]) -> bool:
    """Return whether a line only looks centred: a paragraph's first, indented and ragged."""
    if not following or item.finished or following[0].indent >= INDENTED:
        return False
    return _is_long(item, margins) or goes_on(following[0].line)


def _breaks_before(
    item: Seen,
    before: Seen,
    following: Seen | None,
    group: Group,
    margins: dict[int, Margins],
) -> bool:
    """Return whether a new block begins at `item`."""
    unfinished = not before.finished or goes_on(item.line)
    if group.kind is BlockKind.CENTRED:
        return True
    if item.new_page:
        if goes_on(item.line) or _is_cut_by_page(item, before, following, margins):
            return False
        if group.kind is BlockKind.QUOTE:
            return abs(item.indent - before.indent) > EDGE_DRIFT or (
                not unfinished and (item.indent < INDENTED or _begins_paragraph(item, following))
            )
        if unfinished and is_item(group.lines[0]) and not is_item(item.line):
            return item.indent - _indent_first(group, margins) > DEEPEST_HANG
        return item.indent >= INDENTED or (
            not unfinished and before.short and item.indent < INDENTED
        )
    if item.gap and not unfinished and _is_whole(before.line):
        return True
    spacing = margins[item.line.page].spacing
    if item.gap > spacing + (3 if item.line.printed is not None else 0):
        if not unfinished or item.indent >= INDENTED:
            return True
        # Pages that mix spacings: a sentence goes on below a short, ragged line too.
        cut = not before.finished and goes_on(item.line)
        if len(group.lines) > 1 and item.gap <= before.gap and _is_long(before, margins):
            return False
        return before.short and not (cut and item.gap <= max(spacing, before.gap, 1) + 1)
    new_item = ITEM.match(item.line.text) is not None
    is_bullet = BULLET.match(item.line.text) is not None
    if (new_item or is_bullet) and ENDS_ITEM.search(before.line.content):
        return True
    if group.kind is BlockKind.QUOTE:
        narrower = len(group.lines) == 1 and INDENTED <= item.indent < before.indent
        if abs(item.indent - before.indent) > 1 and not narrower:
            return True
        apart = new_item or SO_ORDERED.match(item.line.text) is not None
        # A paragraph's first line can be set in as far as the quotation above it, but goes on to
        # the page's own edge, and its second to the page's margin.
        drift = -EDGE_DRIFT if following and following.indent < INDENTED else EDGE_DRIFT
        wider = len(item.line.text) > drift + max(len(line.text) for line in group.lines)
        return not unfinished and (apart or wider or is_short_of(before, item, margins))
    ended_line = before.short or ends_sentence(before.line)
    if new_item and not unfinished and ended_line:
        return True
    if is_bullet and (group.kind is BlockKind.LIST_ITEM or not unfinished):
        return True
    if not unfinished and SO_ORDERED.match(item.line.text):
        return True
    if item.centred and item.short and (not unfinished or before.short):
        return True
    if item.indent >= INDENTED:
        first_indent = _indent_first(group, margins)
        if first_indent > item.indent and not before.short:  # a paragraph of a part set in
            below = goes_on(item.line) or (following and following.indent == item.indent)
            begun = len(group.lines) == 1 and unfinished and below
            if group.kind is BlockKind.PARAGRAPH and (begun or item.indent == before.indent):
                return False
        in_item = is_item(group.lines[0])
        tight = item.gap == 0 < spacing and not before.short
        if (in_item or tight) and len(group.lines) == 1 and unfinished:
            return not 0 <= item.indent - before.indent <= DEEPEST_HANG
        hanging = len(group.lines) > 1 or in_item
        return not (hanging and item.indent == before.indent and first_indent < item.indent)
    room = margins[before.line.page].right - len(before.line.text)
    return (
        before.indent < INDENTED
        and not unfinished
        and before.short
        and room > length_first_word(item.line) + RAGGED
    )


def _is_cut_by_page(
    item: Seen, before: Seen, following: Seen | None, margins: dict[int, Margins]
) -> bool:
    """Return whether a page's last line ends inside a sentence, at its edge, and the next page's
    first is followed by one at the margin: a label printed before it can have indented it.
    """
    inside = RUN_INTO.search(before.line.content) is not None and not before.short
    at_margin = following is None or following.new_page or following.indent < INDENTED
    return inside and at_margin and _is_long(before, margins) and not is_item(item.line)


def _is_whole(line: Line) -> bool:
    """Return whether a line is a paragraph that nobody wrapped, below a caption laid out."""
    return len(line.content) > LONGEST_LINE < len(" ".join(line.content.split()))


def _is_long(item: Seen, margins: dict[int, Margins]) -> bool:
    return len(item.line.content) > LONG_SHARE * margins[item.line.page].width


def _begins_paragraph(item: Seen, following: Seen | None) -> bool:
    """Return whether a line is indented and the one below it is not."""
    return following is not None and following.indent < INDENTED <= item.indent


def _indent_first(group: Group, margins: dict[int, Margins]) -> int:
    return group.lines[0].indent - margins[group.lines[0].page].left
