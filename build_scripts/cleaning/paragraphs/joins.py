"""Sentences of flowing text that a page's end cut in two, joined again."""

from collections.abc import Mapping, Sequence

from build_scripts.cleaning.line_ends import (
    ENDS_ITEM,
    LONGEST_END,
    RUN_INTO,
    goes_on,
    is_finished,
    is_item,
)
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import LineKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "joins.toml")


def rejoin_sentences(groups: Sequence[Group]) -> list[Group]:
    """Join a paragraph cut in mid-sentence by a page's end with the next paragraph."""
    joined: list[Group] = []
    for group in groups:
        last = joined[-1] if joined else None
        if (
            last is not None
            and group.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
            and last.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)
            and _is_cut(last.lines[-1], group.lines[0], _are_alike(last, group))
        ):
            last.lines.extend(group.lines)
        else:
            joined.append(group)
    return joined


def _are_alike(one: Group, other: Group) -> bool:
    """Return whether both are quotations, or neither: an item of a list is a paragraph too."""
    return (one.kind is BlockKind.QUOTE) is (other.kind is BlockKind.QUOTE)


def rejoin_cut_lines(groups: Sequence[Group], spacing: Mapping[int, int]) -> list[Group]:
    """Join a line that continues in small letters right below one that ends no sentence
    ("prior to his incarceration, another" | "inmate had"), where no layout explains the break.

    Of a heading it is the second line, where no more follows; else the heading was a sentence's
    first line. `spacing` holds the blank lines that are usual on each page.
    """
    joined: list[Group] = []
    for group in groups:
        last = joined[-1] if joined else None
        if last is None or not _runs_over(last, group, spacing):
            joined.append(group)
            continue
        last.lines.extend(group.lines)
        if last.kind is BlockKind.CENTRED or (
            last.kind is BlockKind.HEADING and (len(group.lines) > 1 or is_finished(group.lines[0]))
        ):
            last.kind, last.heading = BlockKind.PARAGRAPH, None
    return joined


def _runs_over(last: Group, group: Group, spacing: Mapping[int, int]) -> bool:
    above, below = last.lines[-1], group.lines[0]
    if last.kind is BlockKind.SIGNATURE or group.kind in (BlockKind.SIGNATURE, BlockKind.HEADING):
        return False
    if (
        not goes_on(below)
        or not _PATTERNS.RUNS_ON.match(below.content)
        or not RUN_INTO.search(above.content)
    ):
        return False
    if above.page != below.page:
        return last.kind is not BlockKind.HEADING
    return below.number - above.number - 1 <= max(1, spacing[below.page])


def _is_cut(last: Line, first: Line, alike: bool) -> bool:
    """Return whether a sentence continues from one paragraph's last line to the next one's first.

    Where a page ends, a tool can mark one half of a quotation and not the other: halves that are
    not `alike` belong together only where the second cannot begin a sentence.
    """
    end = last.content[-LONGEST_END:]
    if first.kind is not LineKind.PRINTED and last.page == first.page:
        open_end = not (is_finished(last) or ENDS_ITEM.search(end))
        return alike and bool((open_end and goes_on(first)) or _PATTERNS.LEFT_OPEN.search(end))
    if last.page != first.page and (
        goes_on(first) or _PATTERNS.BEGINS_CITATION.match(first.content)
    ):
        return True  # "customers complained;" | "the company", "Celotex Corp." | "v. Catrett"
    if not alike or is_finished(last):
        return False
    if _PATTERNS.DANGLING.search(end):
        return True
    if not is_item(first) and end.endswith((" and", " or")) and not ENDS_ITEM.search(end):
        return True
    return not is_item(first) and (first.content[:1].islower() or first.page != last.page)
