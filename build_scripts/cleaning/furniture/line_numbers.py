"""Find pleading line numbers in a gutter: 1 to 28 in a column next to the text of each page.

A number is furniture because of its place in a sequence down the page, never for its value:
years, statutes and list items are at line starts too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "line_numbers.toml")
TRAILING_WIDTH = 6  # characters
HIGHEST = 40  # no pleading paper numbers more lines
ESTABLISHED = 15  # numbers in a row prove a gutter …
ESTABLISHED_ALONE = 8  # … fewer where most of them stand on lines of their own
FURTHEST = 10  # lines of the file between two numbers of a row
DOUBLED_SHARE = 0.6  # of a page's numbers that come again at their lines' ends
SHORTEST_PART = 4  # of a row beside an established gutter


class NumberPlace(NamedTuple):
    """A line number found: the index of its line, its place there, its value."""

    at: int
    start: int
    end: int
    value: int


def find_gutter_numbers(lines: Sequence[Line]) -> list[NumberPlace]:
    """Return numbers at line starts that form one column, right- or left-aligned, and count up.

    A column is a gutter when a row of consecutive numbers in it is long enough; shorter rows in
    the same column (a page cut short) are then taken too.
    """
    columns: dict[tuple[str, int], list[NumberPlace]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not (line.content[:1].isdigit() or line.content[-1:].isdigit()):
            continue
        trailing = _PATTERNS.TRAILING.search(line.text[-TRAILING_WIDTH:])
        if trailing:
            value, end = int(trailing["number"]), len(line.text)
            if 1 <= value <= HIGHEST:
                place = NumberPlace(index, end - len(trailing["number"]), end, value)
                columns["after", end].append(place)
        match = _PATTERNS.LEADING.match(line.text)
        if match is None:
            continue
        value = int(match["number"])
        if 1 <= value <= HIGHEST:
            start, end = match.span("number")
            place = NumberPlace(index, start, end, value)
            columns["right", end].append(place)
            columns["left", start].append(place)
    runs = {column: _split_runs(places) for column, places in columns.items()}
    gutters = {column for column, parts in runs.items() if _proves_gutter(parts, lines)}
    found: dict[tuple[int, int], NumberPlace] = {}
    for column, parts in runs.items():
        side, edge = column
        beside = any((side, edge + drift) in gutters for drift in (-1, 1))
        for part in parts:
            if column in gutters:
                wanted = len(part) >= 3 or _stands_left_of_text(part, lines)
            else:
                wanted = beside and len(part) >= SHORTEST_PART
            if wanted:
                found.update(((place.at, place.start), place) for place in part)
    for place in _find_doubled(list(found.values()), lines):
        found[place.at, place.start] = place
    return sorted(found.values(), key=attrgetter("at", "start"))


def _find_doubled(places: Sequence[NumberPlace], lines: Sequence[Line]) -> Iterator[NumberPlace]:
    """Yield the same number again at the end of its line, where most lines of a page have that.

    Paper with numbers on both sides. A line of text can reach up to the right ones, so that they
    form no column and are one blank from a word.
    """
    first = [place for place in places if place.start == lines[place.at].indent]
    for run in _split_runs(sorted(first, key=lambda place: place.at)):
        doubled = []
        for place in run:
            text = lines[place.at].text
            number = str(place.value)
            start = len(text) - len(number)
            if start > place.end and text.endswith(f" {number}"):
                doubled.append(NumberPlace(place.at, start, len(text), place.value))
        if len(doubled) >= max(SHORTEST_PART, DOUBLED_SHARE * len(run)):
            yield from doubled


def _split_runs(places: Sequence[NumberPlace]) -> list[list[NumberPlace]]:
    """Cut a column into rows of consecutive numbers; a number out of row begins its own.

    Footnote labels count up in one column too, but over several pages.
    """
    runs: list[list[NumberPlace]] = []
    for place in places:
        last = runs[-1][-1] if runs else None
        if last and place.value == last.value + 1 and place.at - last.at <= FURTHEST:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _proves_gutter(runs: Iterable[Sequence[NumberPlace]], lines: Sequence[Line]) -> bool:
    for run in runs:
        alone = sum(1 for place in run if not lines[place.at].text[place.end :].strip())
        if len(run) >= ESTABLISHED or (len(run) >= ESTABLISHED_ALONE and 2 * alone > len(run)):
            return True
    return False


def _stands_left_of_text(run: Sequence[NumberPlace], lines: Sequence[Line]) -> bool:
    """Return whether a short row counts: its numbers are at least two blanks left of the text."""
    return all(lines[place.at].text[place.end : place.end + 2].strip() == "" for place in run) and (
        run[0].start > 0 or run[0].value == 1
    )
