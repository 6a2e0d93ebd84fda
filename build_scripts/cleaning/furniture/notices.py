"""Notes that were put around the order: by the tool that made the file, on a specimen."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern import Pattern

SPECIMEN = Pattern(
    r"\[?\s?\*{0,3}\s?SPECIMEN\b\s?[:.\u2013\u2014-].*",
    accepts=["[SPECIMEN: fictional parties, judge and docket number …]"],
    refuses=["a specimen of the mark was filed"],
    by="fullmatch",
)

EXTRACT_NOTE = Pattern(
    r"""
    ^\s* \[ (?=[^\]\n]{0,200}\b(?:extract|excerpt|file|text|document|output|source)\b)
            (?=[^\]\n]{0,200}\b(?:truncated|cut|shortened|abridged|omitted)\b)
    [^\]\n]{10,200} \] \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "[Extract truncated by local builder; raw source is preserved.]",
        "[Text cut off here by the converter]",
    ],
    refuses=["[remainder of page intentionally left blank]"],
    by="match",
)
# What a tool appends after its note: headings and list items in Markdown, never a sentence.
TOOL_LINE = Pattern(
    r"\s*(?:\#{1,6}\s|[-*+]\s)",
    accepts=["## Sources", "- Roe v. Doe"],
    refuses=["#5 is denied", "-5-", "The motion"],
    by="match",
)


def find_specimen_notice(lines: Sequence[Line]) -> list[Cut]:
    """Return a cut for the line at the head of a specimen that marks it as one."""
    for index, line in enumerate(lines[:12]):
        if not line.blank and SPECIMEN.fullmatch(line.content):
            return [cut_whole(index, line, RemovalReason.SPECIMEN_NOTICE)]
    return []


def find_extract_note(lines: Sequence[Line]) -> list[Cut]:
    """Return a cut for a bracketed note on an extract, with the Markdown lists after it."""
    for index in range(len(lines) - 1, -1, -1):
        if "[" in lines[index].text and EXTRACT_NOTE.match(lines[index].text):
            tail = [place for place in range(index + 1, len(lines)) if not lines[place].blank]
            if all(
                lines[place].heading_level or TOOL_LINE.match(lines[place].text) for place in tail
            ):
                return [
                    cut_whole(place, lines[place], RemovalReason.EXTRACT_NOTE)
                    for place in (index, *tail)
                ]
    return []
