"""Find the mark of a sealed paper, or of the redacted version of one.

Such a mark is separate: a line, a cell of the caption, the head or foot of a page. The same words
in a sentence, or in the title of a motion, are about other papers: an order that grants leave to
file under seal is itself public.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.source_text import SourceLine, SourcePage
from build_scripts.model.text.pattern import Pattern

_NEAR = 6  # printed lines below a mark that can take it back
_FIRST_LINES = 80  # of the first page, where caption, stamps and title stand
_EDGE = 4  # printed lines at the head and foot of every page
_LONGEST = 120  # characters of a mark

# A mark fills its cell. Capitals, or a word that is capitalised: sentences go on in small letters.
_PAPER = (
    r"(?:(?:memorandum|minute)\ (?:order|opinion|decision)"
    r"|memorandum|order|opinion|decision|judgment|ruling|document|version)"
)
_MARK = Pattern(
    rf"""
    (?: (?:highly\ )? confidential \s*[-–—:,/]*\s* )?
    (?:
        (?: (?:document|this\ (?:document|order)\ is|order|opinion) \s+ )?
        (?: filed | lodged | issued | entered )? \s* under \s seal
        (?: \s+ (?: pursuant\ to | per | by | in\ accordance\ with | until ) \b .{{0,80}} )?
      | (?: filed \s+ )? sealed
        (?: \s+ (?: by | pursuant\ to | per ) \s+ .{{0,80}} )?
      | sealed \s+ {_PAPER} (?: \s+ (?:and|&) \s+ {_PAPER} )?
      | (?: (?: proposed | public | publicly\ filed | partially ) [\s\]\[,/-]+ ){{0,3}}
        \[? redacted \]? [\s\]\[,/–—-]* (?:public\ )? {_PAPER} (?: \s+ (?:and|&) \s+ {_PAPER} )?
        (?: \s+ of \s+ (?:the\ )? .{{0,60}} )?
      | (?: redacted \s+ )? public \s+ version (?: \s+ of \s+ .{{0,60}} )?
      | {_PAPER} \s* \[\(? redacted
      | redacted [\s–—-]+ (?: for \s+ public | for \s+ publication | per ) \b .{{0,60}}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "UNDER SEAL",
        "FILED UNDER SEAL",
        "SEALED",
        "Filed Under Seal Pursuant to Court Order",
        "SEALED ORDER",
        "PROPOSED REDACTED VERSION",  # brackets and stars around a cell are gone
        "PUBLIC REDACTED VERSION OF ORDER",
        "REDACTED OPINION",
        "REDACTED] PUBLIC VERSION",
        "REDACTED FOR PUBLIC FILING",
        "CONFIDENTIAL - FILED UNDER SEAL",
        "ORDER [REDACTED",
    ],
    refuses=[
        "ORDER GRANTING MOTION TO SEAL",
        "ORDER REGARDING SEALED DOCUMENTS",
        "REDACTED",
        "ORDER TO FILE UNDER SEAL",
        "SEALED BID PROTEST",
        "UNSEALED",
    ],
    by="fullmatch",
)
# A cell of a caption: columns are parted by blanks or a rule.
_CELLS = Pattern(
    r"\s{3,}|[|§)(:]{1,2}(?=\s|$)|\t",
    accepts=["JANE ROE,   FILED UNDER SEAL", "v. ) SEALED", "v. |"],
    refuses=["FILED UNDER SEAL", "ORDER "],
)
_TRIM = " \t*_#>\\[](){}.,;:|§~=-–—"
_SMALL = frozenset({"under", "seal", "pursuant", "with", "until", "public"})
# What says that the paper is public by now.
_RELEASED = Pattern(
    r"(?:public(?:ly)?\s+)?(?:re-?issued|re-?filed|unsealed|released)\b",
    re.IGNORECASE,
    accepts=[
        "Reissued: December 5, 2012",
        "Unsealed on May 3, 2020",
        "Released for publication",
        "publicly refiled",
    ],
    refuses=["UNDER SEAL", "Publicly available"],
    by="match",
)
# Above a mark that is the rest of a title.
_TITLE = Pattern(
    r"""
    \b (?: motions? | applications? | requests? | stipulations? | leave | granting | denying
      | regarding | re | concerning | documents? | exhibits? | portions | information | materials?
      | to | of | for | and | the | be | its | filed | maintain | remain )
    \W* $ | \b (?:motions? | granting | denying | regarding | leave) \b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["ORDER GRANTING MOTION TO FILE", "MOTION OF ACME CORP.", "EXHIBITS"],
    refuses=["JANE ROE, Plaintiff", "MEMORANDUM"],
)


@dataclass(frozen=True, slots=True)
class SealMark:
    """The words of a mark, with their page and line; lines are numbered as findings number them."""

    text: str
    page: int
    line: int


def find_seal_mark(pages: Sequence[SourcePage]) -> SealMark | None:
    """Return the first mark of a sealed paper or of a redacted version."""
    for index, page in enumerate(pages):
        printed = [line for line in page.lines if line.text.strip()]
        head = _FIRST_LINES if index == 0 else _EDGE
        lines = printed[:head]
        if index and len(printed) > _EDGE:
            lines = [*lines, *printed[max(_EDGE, len(printed) - _EDGE) :]]
        before = ""
        number = 0
        for place, line in enumerate(lines):
            above = before if line.number == number + 1 else ""
            for cell in _list_cells(line):
                if not _is_mark(cell) or _TITLE.search(above):
                    continue
                if not _is_released(lines[place : place + _NEAR]):
                    return SealMark(cell, page.number, line.number)
            before, number = line.text.strip(_TRIM), line.number
    return None


def _is_released(lines: Sequence[SourceLine]) -> bool:
    return any(_RELEASED.match(cell) for line in lines for cell in _list_cells(line))


def _list_cells(line: SourceLine) -> Iterator[str]:
    for part in _CELLS.split(line.text):
        cell = " ".join(part.strip(_TRIM).split())
        if cell and len(cell) <= _LONGEST:
            yield cell


def _is_mark(cell: str) -> bool:
    """Return whether the cell is printed as a mark: in capitals, or capitalised words."""
    if not _MARK.fullmatch(cell):
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", cell) if len(word) > 3]
    return all(word[0].isupper() or word in _SMALL for word in words)
