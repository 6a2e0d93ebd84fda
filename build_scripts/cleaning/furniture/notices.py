"""Text that was put around the order: mailing notices, notes of the tool that made the file."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason

# Accepted: "[SPECIMEN: fictional parties, judge and docket number …]"
# Refused: "a specimen of the mark was filed"
SPECIMEN = re.compile(r"\s*\[?\s*\**\s*SPECIMEN\b\s*[:.\u2013\u2014-].*", re.VERBOSE)

# Accepted: "5:17-cv-02540-HRL Notice has been electronically mailed to:",
#   "C17-02540 HRL Notice will be electronically mailed to:", "Notice has been delivered by other
#   means to:", "PLEASE SEE GENERAL ORDER ON ELECTRONIC CASE FILING"-less tails of the same kind
# Refused: "Notice was mailed to the class on May 1", "notice has been given"
MAILING_NOTICE = re.compile(
    r"""
    ^\s* (?:[\w:.()-]{2,30}[ ]+){0,3}
    (?:
      (?:electronic\s+)? notice \s+ (?:of\s+this\s+\w+\s+)? (?:has|have|had|will|was)
        \s+ (?:not\s+)? (?:been|be)? \s*
        (?:electronically|sent|delivered|mailed|e-mailed)
        (?:\s+(?:electronically|mailed|sent|by|via|through|to|e-?mail|other|means|u\.?s\.?|mail)){0,6}
        \s* :
    | copies \s+ of \s+ this \s+ order \s+ have \s+ been \s+ (?:e-?)?mailed [^:\n]{0,60} :
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Accepted: "[Extract truncated by local builder; raw source is preserved.]",
#   "[Text cut off here by the converter]"; refused: "[remainder of page intentionally left blank]"
EXTRACT_NOTE = re.compile(
    r"""
    ^\s* \[ (?=[^\]\n]{0,200}\b(?:extract|excerpt|file|text|document|output|source)\b)
            (?=[^\]\n]{0,200}\b(?:truncated|cut|shortened|abridged|omitted)\b)
    [^\]\n]{10,200} \] \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a tool appends after its note: headings and list items in Markdown, never a sentence.
TOOL_LINE = re.compile(r"\s*(?:\#{1,6}\s|[-*+]\s)")


def find_specimen_notice(lines: Sequence[Line]) -> list[Cut]:
    """The line at the head of a specimen that says it is one."""
    for index, line in enumerate(lines[:12]):
        if not line.blank and SPECIMEN.fullmatch(line.text):
            return [cut_whole(index, line, RemovalReason.SPECIMEN_NOTICE)]
    return []


def find_mailing_notice(lines: Sequence[Line]) -> list[Cut]:
    """A notice of electronic mailing and all after it: names and addresses of counsel.

    Such a tail ends the paper; it holds private data and is no part of the order.
    """
    for index, line in enumerate(lines):
        if "otice" in line.text or "OTICE" in line.text or "opies" in line.text:
            following = lines[index + 1].content if index + 1 < len(lines) else ""
            if MAILING_NOTICE.match(f"{line.text} {following}"):
                return [
                    cut_whole(place, lines[place], RemovalReason.MAILING_NOTICE)
                    for place in range(index, len(lines))
                    if not lines[place].blank
                ]
    return []


def find_extract_note(lines: Sequence[Line]) -> list[Cut]:
    """A bracketed note that the file is an extract, with the Markdown lists that follow it."""
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
