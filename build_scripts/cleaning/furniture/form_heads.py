"""Heads and feet that the form itself names, as word processors keep them apart from the text."""

from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import SourceText


def find_form_heads(source: SourceText, lines: Sequence[Line]) -> list[Cut]:
    """All lines of such heads and feet; `lines` are the source's own, one for one."""
    running = [line.running for page in source.pages for line in page.lines]
    return [
        cut_whole(index, line, RemovalReason.RUNNING_HEAD)
        for index, line in enumerate(lines)
        if running[index] and not line.blank
    ]
