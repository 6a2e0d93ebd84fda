"""Find what a publisher adds to an opinion: headnotes, synopses, key numbers, notes.

A file is a publisher's print by lines that only the publisher prints: its claim of copyright, its
headings. An order that cites a database, or in which a publisher is a party, prints none of them
alone on a line. Only in a print do headings count that others use too ("Synopsis", "Summary").

What the publisher wrote goes on to the next heading of the court's. Where none follows, nothing is
cut: no rule can tell then which words are whose.
"""

from collections.abc import Iterator, Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole, list_filled
from build_scripts.model.clean_order import PublisherPrint, RemovalReason
from build_scripts.model.law.title_words import TITLE_START
from build_scripts.model.text.name_case import is_capitals
from build_scripts.model.text.pattern import Pattern, holds_any
from build_scripts.model.text.pattern_table import Row, read_rows, read_table

_FILE = "publishers.toml"
_LONGEST = 240  # characters of a line that are looked at


def _read(section: str) -> tuple[Row, ...]:
    return read_rows(__package__, _FILE, section)


_SIGNS, _HINTS, _OPENS, _CLOSES = map(_read, ("signs", "hints", "opens", "closes"))
_BELOW, _ENDS, _LINES, _MARKS, _LEFT = map(_read, ("below", "ends", "lines", "marks", "left"))
_COUNT = Pattern(
    r"West Headnotes ?\((?P<count>\d{1,3})\)",
    accepts=["West Headnotes (12)"],
    refuses=["West Headnotes"],
    by="fullmatch",
)
_NUMBER = Pattern(r"\d+", accepts=["[12]"], refuses=["[ ]"])
_NEEDS = frozenset(
    need for row in read_table(__package__, _FILE)["signs"] for need in row["needs"]
) | {"core terms", "synopsis", "\nopinion\n"}


def recognize_print(lines: Sequence[Line]) -> PublisherPrint | None:
    """Return whose print the file is, and the line that shows it; None for the court's own paper.

    `lines` are whole: furniture that is removed later is the evidence.
    """
    if not holds_any("\n".join(["", *(line.content for line in lines)]), _NEEDS):
        return None
    hints: dict[str, dict[int, Line]] = {}
    for line in lines:
        text = _close_up(line)
        for row in _SIGNS if holds_any(text, _NEEDS) else ():
            if row.pattern.fullmatch(text):
                return PublisherPrint(row.kind, line.page, line.number)
        for number, row in enumerate(_HINTS):
            if text and row.pattern.fullmatch(text):
                hints.setdefault(row.kind, {}).setdefault(number, line)
    for publisher, found in hints.items():
        if len(found) > 1:
            first = min(found.values(), key=lambda line: (line.page, line.number))
            return PublisherPrint(publisher, first.page, first.number)
    return None


def find_publisher_words(
    lines: Sequence[Line], publisher: str
) -> tuple[list[Cut], tuple[int, int] | None]:
    """Return the publisher's words as cuts, and page and line of those whose end is unknown."""
    parts, unended = _find_parts(lines, publisher)
    own = {at for part in parts for at in part if not lines[at].blank}
    own |= {at for at in list_filled(lines) if _is(_LINES, publisher, _close_up(lines[at]))}
    cuts = [cut_whole(at, lines[at], RemovalReason.PUBLISHER) for at in own]
    court = [at for at in list_filled(lines) if at not in own]
    headnotes = max((_count_headnotes(_close_up(lines[at])) for at in own), default=0)
    for at in court:
        cuts += _find_marks(at, lines[at].text, publisher, headnotes)
    if unended is None:
        unended = next((at for at in court if _LEFT[0].pattern.search(lines[at].content)), None)
    return cuts, None if unended is None else (lines[unended].page, lines[unended].number)


def _find_parts(lines: Sequence[Line], publisher: str) -> tuple[list[range], int | None]:
    """Return the stretches that the publisher wrote, and where one begins that has no end."""
    parts = []
    start: int | None = None
    below = False
    for at in list_filled(lines):
        text = _close_up(lines[at])
        if start is None:
            below = _is(_BELOW, publisher, text)
            start = at if below or _is(_OPENS, publisher, text) else None
        elif _is(_ENDS, publisher, text) if below else _is_courts(text):
            parts.append(range(start, at))
            start = None
    if below and start is not None:
        return [*parts, range(start, len(lines))], None
    return parts, start


def _is_courts(text: str) -> bool:
    """Return whether a heading is one above words of the court's."""
    titled = is_capitals(text) and TITLE_START.match(text) is not None
    return titled or _is(_CLOSES, "", text)


def _is(rows: Sequence[Row], publisher: str, text: str) -> bool:
    return any(row.pattern.fullmatch(text) for row in rows if text and row.kind == publisher)


def _count_headnotes(heading: str) -> int:
    """Return how many headnotes follow their heading, by its words; 0 for another line."""
    match = _COUNT.fullmatch(heading)
    return int(match["count"]) if match else 0


def _find_marks(at: int, text: str, publisher: str, headnotes: int) -> Iterator[Cut]:
    """Yield marks that lead to a headnote; a bare number in brackets is one up to their number."""
    for row in _MARKS:
        for match in row.pattern.finditer(text) if row.kind == publisher else ():
            numbers = [int(each) for each in _NUMBER.findall(match[0])]
            if publisher == "Lexis" or max(numbers) <= headnotes:
                yield Cut(at, *match.span(), RemovalReason.PUBLISHER)


def _close_up(line: Line) -> str:
    """Return a line's first words as patterns see them; a paragraph can follow its heading."""
    return " ".join(line.content[:_LONGEST].split())
