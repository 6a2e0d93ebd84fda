"""Heads, feet and margins that the form itself names, as word processors and PDFs do."""

from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import SourceText


def find_marked_lines(source: SourceText, lines: Sequence[Line]) -> list[Cut]:
    """Return cuts for headers, footers and lines across the page; `lines` are the source's."""
    marked = [line for page in source.pages for line in page.lines]
    return [
        cut_whole(
            index,
            line,
            RemovalReason.RUNNING_HEAD if marked[index].running else RemovalReason.MARGIN_NAME,
        )
        for index, line in enumerate(lines)
        if (marked[index].running or line.rotated) and not line.blank
    ]
