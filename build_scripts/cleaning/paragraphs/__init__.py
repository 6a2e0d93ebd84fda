"""Body lines grouped to blocks: paragraphs, headings, block quotations, signature lines."""

from collections.abc import Sequence

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.paragraphs.by_blank_lines import (
    group_by_blank_lines,
    mark_lone_headings,
)
from build_scripts.cleaning.paragraphs.by_columns import group_by_columns
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.heading_runs import settle_headings
from build_scripts.cleaning.paragraphs.joins import rejoin_cut_lines, rejoin_sentences
from build_scripts.cleaning.paragraphs.quotations import mark_led_quotations
from build_scripts.cleaning.paragraphs.wrapped import Wrapping
from build_scripts.cleaning.signature import split_columns


def group_lines(
    lines: Sequence[Line],
    margins: dict[int, Margins],
    laid_out: bool,
    wrapping: Wrapping | None = None,
) -> list[Group]:
    """Group body lines to blocks.

    Layout text tells by columns (indents, both margins, centring); other text by blank lines, or
    by its `wrapping`, where its lines are printed lines. Sentences run on over page ends in all.
    """
    spread = [part for line in lines for part in (split_columns(line) if laid_out else [line])]
    if laid_out:
        groups = group_by_columns(spread, margins)
        spacing = {page: each.spacing for page, each in margins.items()}
        return settle_headings(rejoin_cut_lines(groups, spacing))
    groups = rejoin_sentences(group_by_blank_lines(spread, wrapping))
    mark_led_quotations(groups)
    mark_lone_headings(groups)
    return settle_headings(groups)
