"""Notes that were put around the order: by the tool that made the file, on a specimen."""

from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "notices.toml")
EXTRACT_NOTE = _PATTERNS.EXTRACT_NOTE


def find_specimen_notice(lines: Sequence[Line]) -> list[Cut]:
    """Return a cut for the line at the head of a specimen that marks it as one."""
    for index, line in enumerate(lines[:12]):
        if not line.blank and _PATTERNS.SPECIMEN.fullmatch(line.content):
            return [cut_whole(index, line, RemovalReason.SPECIMEN_NOTICE)]
    return []


def find_extract_note(lines: Sequence[Line]) -> list[Cut]:
    """Return a cut for a bracketed note on an extract, with the Markdown lists after it."""
    for index in range(len(lines) - 1, -1, -1):
        if "[" in lines[index].text and EXTRACT_NOTE.match(lines[index].text):
            tail = [place for place in range(index + 1, len(lines)) if not lines[place].blank]
            if all(
                lines[place].heading_level or _PATTERNS.TOOL_LINE.match(lines[place].text)
                for place in tail
            ):
                return [
                    cut_whole(place, lines[place], RemovalReason.EXTRACT_NOTE)
                    for place in (index, *tail)
                ]
    return []
