"""Body lines grouped to blocks: paragraphs, headings, block quotations, signature lines."""

from collections.abc import Sequence

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.paragraphs.by_blank_lines import (
    group_by_blank_lines,
    mark_lone_headings,
)
from build_scripts.cleaning.paragraphs.by_columns import group_by_columns
from build_scripts.cleaning.paragraphs.by_form import gather_blocks, group_by_form
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.heading_runs import settle_headings
from build_scripts.cleaning.paragraphs.joins import rejoin_cut_lines, rejoin_sentences
from build_scripts.cleaning.paragraphs.numbered_lists import mark_numbered_lists
from build_scripts.cleaning.paragraphs.quotations import mark_led_quotations
from build_scripts.cleaning.paragraphs.wrapped import Wrapping
from build_scripts.cleaning.signature import split_columns
from build_scripts.model.clean_order import BlockKind


def group_printed_lines(lines: Sequence[Line], margins: dict[int, Margins]) -> list[Group]:
    """Group laid-out lines to blocks by their columns: indents, both margins, centring."""
    spread = [part for line in lines for part in split_columns(line)]
    spacing = {page: each.spacing for page, each in margins.items()}
    groups = settle_headings(rejoin_cut_lines(group_by_columns(spread, margins), spacing))
    mark_numbered_lists(groups)
    return groups


def group_plain_lines(lines: Sequence[Line], wrapping: Wrapping | None) -> list[Group]:
    """Group lines to blocks by blank lines, or printed lines by their `wrapping`."""
    return _settle(group_by_blank_lines(lines, wrapping))


def group_blocks(lines: Sequence[Line]) -> list[Group]:
    """Group lines of a structured form to blocks, as it names them."""
    return _settle(group_by_form(lines))


def group_note(lines: Sequence[Line]) -> list[Group]:
    """Group a note's lines to blocks: one, where the form does not part them."""
    groups = rejoin_sentences(gather_blocks(lines)) or [Group(BlockKind.PARAGRAPH)]
    mark_led_quotations(groups)
    return groups


def _settle(groups: Sequence[Group]) -> list[Group]:
    """Repair what a page's end cut, and name what the form lost."""
    joined = rejoin_sentences(groups)
    mark_led_quotations(joined)
    mark_lone_headings(joined)
    groups = settle_headings(joined)
    mark_numbered_lists(groups)
    return groups
