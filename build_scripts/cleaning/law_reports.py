"""Pages of a law report: where they begin in text that lost them, which words are another case's.

A left page is even and headed by its number, the volume and the report; a right page is odd and
headed by the case and its number. On the first page the case before can end, on the last one the
next can begin: each case has a caption, which ends with its number and its court.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise
from typing import NamedTuple

from build_scripts.cleaning.caption.patterns import (
    DESCRIBES_PARTY,
    VERSUS_ALONE,
    ends_with_role,
    is_role,
)
from build_scripts.cleaning.documents import Document, split_documents
from build_scripts.cleaning.line_ends import is_finished
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import PartKind
from build_scripts.model.source_text import SourceLine, SourcePage, SourceText
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "law_reports.toml", month=MONTH)
_COURT_WITHIN = 5  # lines below a case's number
_TALLEST = 30  # lines of one side of a caption
_TAIL = 24  # lines with a caption's circuit and dates, the other column's between them
_FEWEST_HEADS = 2
_FEWEST_WORDS = 4  # of prose


def split_report_pages(source: SourceText) -> SourceText:
    """Return text without form feeds in the pages of the law report that it was copied from.

    Text comes back as it is where no heads of a report count up.
    """
    if len(source.pages) != 1 or source.structured:
        return source
    lines = source.pages[0].lines
    heads = _count_up(lines)
    left = (_PATTERNS.LEFT.fullmatch(_read(lines, at)) for at in heads)
    if len(heads) < _FEWEST_HEADS or not any(left):
        return source
    cites = {at + 1 for at in heads if _PATTERNS.CITE.match(_read(lines, at + 1))}
    running = {*heads, *cites}
    marked = [line._replace(running=at in running) for at, line in enumerate(lines)]
    bounds = [0, *(at for at in heads if at), len(lines)]
    pages = (
        SourcePage(number, tuple(marked[start:end]))
        for number, (start, end) in enumerate(pairwise(bounds), 1)
    )
    return replace(source, pages=tuple(pages))


def _read(lines: Sequence[SourceLine], at: int) -> str:
    return " ".join(lines[at].text.split()) if at < len(lines) else ""


def _count_up(lines: Sequence[SourceLine]) -> list[int]:
    """Return the lines of the longest run of heads whose numbers go up."""
    numbers: list[int] = []  # the least with which a run of each length ends
    runs: list[tuple[int, ...]] = []
    for at in range(len(lines)):
        text = "" if at and lines[at - 1].text.strip() else _read(lines, at)
        if match := _PATTERNS.LEFT.fullmatch(text) or _PATTERNS.RIGHT.fullmatch(text):
            length = bisect_left(numbers, int(match["page"]))
            runs[length : length + 1] = [(*runs[length - 1], at) if length else (at,)]
            numbers[length : length + 1] = [int(match["page"])]
    return [*runs[-1]] if runs else []


def split_report_cases(lines: Sequence[Line]) -> tuple[Document, ...]:
    """Return the documents of a report's lines: the order's caption and its text, then the words of
    the next case and of the one before, each of which begins a part.
    """
    captions = list(_find_captions(lines))
    own = next((one for one in reversed(captions) if lines[one.top].page == 1), None)
    start = own.top if own else 0
    last = lines[-1].page
    ends = (one.top for one in captions if one.top > start and lines[one.top].page == last > 1)
    end = next(ends, len(lines))
    parts = own.parts if own else {}
    left = [parts[at][0] if at in parts else line for at, line in enumerate(lines)]
    before, text, after = (
        [line for line in each if line] for each in (left[:start], left[start:end], left[end:])
    )
    documents = list(split_documents(text))
    if own:
        heading = tuple(caption for _, caption in map(parts.__getitem__, sorted(parts)))
        rest = (replace(each, captioned=False) for each in documents[:1])
        documents[:1] = [Document(heading, True), *rest]
    for stretch in (after, before):
        filled = [*dropwhile(lambda line: line.blank, stretch)]
        if filled:
            begun = replace(filled[0], part=PartKind.OTHER_CASE)
            documents.append(Document((begun, *filled[1:]), captioned=False))
    return tuple(documents)


class _Caption(NamedTuple):
    """A caption's first line; of each of its lines what is the other column's, and the rest."""

    top: int
    parts: dict[int, tuple[Line | None, Line]]


def _find_captions(lines: Sequence[Line]) -> Iterator[_Caption]:
    """Yield each caption: a case's number is right above its court.

    Where columns were parted wrong, the lines still have their places on the page.
    """
    filled = [at for at, line in enumerate(lines) if not line.blank]
    placed = sorted(filled, key=lambda at: (lines[at].page, lines[at].number))
    numbers: list[int] = []
    for rank, at in enumerate(placed):
        number = _cut(_PATTERNS.NUMBER, lines[at])
        below = [] if number is None else placed[rank + 1 : rank + _TAIL]
        below = [one for one in below if lines[one].page == lines[at].page]
        courts = ((one, _cut(_PATTERNS.COURT, lines[one])) for one in below[:_COURT_WITHIN])
        court = next(((one, cut) for one, cut in courts if cut), None)
        if number is None or court is None:
            continue
        top = _find_top(lines, at, max((one + 1 for one in numbers if one < at), default=0))
        parts: dict[int, tuple[Line | None, Line]] = {
            **{one: (None, lines[one]) for one in range(top, at)},
            at: number,
            **{one: cut for one in below if (cut := _cut(_PATTERNS.TAIL, lines[one]))},
            court[0]: court[1],
        }
        numbers.append(at)
        yield _Caption(top, parts)


def _cut(pattern: Pattern[str], line: Line) -> tuple[Line | None, Line] | None:
    """Return the part of a line before the pattern's words, and these; None without them."""
    match = pattern.fullmatch(line.text.strip())
    if match is None:
        return None
    at = line.indent + match.start("words")
    return (line.cut(0, at) if match["lead"] else None), line.cut(at, len(line.text))


def _is_prose(line: Line) -> bool:
    """Return whether half of a line's words are small ones, and none of a caption's among them: a
    report sets the name by which a case is called in capitals.
    """
    words = [word.strip(",.") for word in line.content.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    named = _ends_side(line) or any(word.isupper() and len(word) > 2 for word in words)
    many = 2 * small >= max(len(words), _FEWEST_WORDS)
    return many and not (named or DESCRIBES_PARTY.search(line.content))


def _ends_side(line: Line) -> bool:
    return is_role(line.content) or ends_with_role(line.content)


def _find_top(lines: Sequence[Line], number: int, done: int) -> int:
    """Return the first line of the names above a case's number, in which each side has a "v."."""
    top = left = number
    for at in range(number - 1, done - 1, -1):
        line = lines[at]
        if line.page != lines[number].page or left - at > _TALLEST or _is_prose(line):
            break
        if top < number and is_finished(line) and not _ends_side(line):
            break
        if line.blank and at and left < number and not _ends_side(lines[at - 1]):
            break
        left = at if VERSUS_ALONE.match(line.content) else left
        top = top if line.blank else at
    while top < number and lines[top].content[:1].islower():
        top += 1
    return top
