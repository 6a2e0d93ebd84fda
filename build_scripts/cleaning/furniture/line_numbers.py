"""Pleading line numbers: 1 to 28 beside, in front of, or inside the text of each page.

A number is furniture because of its place in a sequence down the page, never for its value:
years, statutes and list items stand at line starts too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.cleaning.lines import Line

# A number at the start of a line. Accepted: "  7   Plaintiff", "28 ____", "14", "3“the", "9The"
# Refused: "1. First", "2nd", "15, 2022", "12(b)(6)", "2:13", "30%", "1/2"
LEADING = re.compile(
    r"(?P<indent>\s*)(?P<number>\d{1,2})(?=\s|$|(?!st\b|nd\b|rd\b|th\b)[^\W\d]|[“\"(\[¶§‘])"
)
# A number standing alone between blanks: the form that joined lines leave behind.
STANDING = re.compile(r"(?<!\S)(?P<number>\d{1,2})(?!\S)")

HIGHEST = 40  # no pleading paper numbers more lines
ESTABLISHED = 15  # numbers in a row prove a gutter …
ESTABLISHED_ALONE = 8  # … fewer where most of them stand on lines of their own
SHORTEST_PART = 4  # of a row beside an established gutter
GAP = (25, 230)  # characters of text between two numbers of joined lines
SHORTEST_JOINED = 4
# A number after one of these belongs to the text: "Rule 15", "§ 16", "No. 17", "at 18", "May 19"
CITES = re.compile(
    r"""
    (?: \b(?:rule|rules|section|sections|title|part|chapter|article|no|nos|page|pages|at|dkt|ecf
        |exhibit|ex|line|lines|paragraph|paragraphs|class|count|counts|age|day|days|about|than
        |jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec
        |january|february|march|april|may|june|july|august|september|october|november|december)
        | [§¶$#&] ) \.? \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """A line number found: where it stands and its value."""

    index: int
    start: int
    end: int
    value: int


def find_gutter_numbers(lines: Sequence[Line]) -> list[NumberPlace]:
    """Numbers at line starts that stand in one column, right- or left-aligned, and count up.

    A column is a gutter when a row of consecutive numbers in it is long enough; shorter rows in
    the same column (a page cut short) are then taken too.
    """
    columns: dict[tuple[str, int], list[NumberPlace]] = defaultdict(list)
    for index, line in enumerate(lines):
        match = LEADING.match(line.text)
        if match is None or not 1 <= int(match["number"]) <= HIGHEST:
            continue
        place = NumberPlace(index, match.start("number"), match.end("number"), int(match["number"]))
        columns["right", place.end].append(place)
        columns["left", place.start].append(place)
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
                found.update(((place.index, place.start), place) for place in part)
    return sorted(found.values(), key=lambda place: (place.index, place.start))


def find_joined_numbers(lines: Sequence[Line], gutter: Sequence[NumberPlace]) -> list[NumberPlace]:
    """Numbers left in the middle of lines that a converter joined.

    They go on counting from a gutter number, or count up by themselves, one printed line's worth
    of text apart. Runs of bare numbers on one line ("1 2 3 … 28") are taken whole.
    """
    gutter_at = {(place.index, place.start): place for place in gutter}
    found: list[NumberPlace] = []
    for stretch in _list_stretches(lines):
        tokens = _list_tokens(lines, stretch)
        found.extend(_find_bare_runs(tokens))
        taken = {(place.index, place.start) for place in found}
        found.extend(
            place
            for place in _follow_joined(
                [t for t in tokens if (t[0].index, t[0].start) not in taken], gutter_at
            )
            if (place.index, place.start) not in gutter_at
        )
    return found


def _split_runs(places: Sequence[NumberPlace]) -> list[list[NumberPlace]]:
    """Cut a column into rows of consecutive numbers; a number out of row begins its own."""
    runs: list[list[NumberPlace]] = []
    for place in places:
        if runs and place.value == runs[-1][-1].value + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _proves_gutter(runs: Iterable[Sequence[NumberPlace]], lines: Sequence[Line]) -> bool:
    for run in runs:
        alone = sum(1 for place in run if not lines[place.index].text[place.end :].strip())
        if len(run) >= ESTABLISHED or (len(run) >= ESTABLISHED_ALONE and 2 * alone > len(run)):
            return True
    return False


def _stands_left_of_text(run: Sequence[NumberPlace], lines: Sequence[Line]) -> bool:
    """A short row counts where its numbers are set off from the text by at least two blanks."""
    return all(
        lines[place.index].text[place.end : place.end + 2].strip() == "" for place in run
    ) and (run[0].start > 0 or run[0].value == 1)


Token = tuple[NumberPlace, int]  # a number and its offset in the stretch's running text


def _list_stretches(lines: Sequence[Line]) -> list[range]:
    """Lines between form pages: a sequence never runs over them."""
    stretches = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].page != lines[start].page:
            stretches.append(range(start, index))
            start = index
    return stretches


def _list_tokens(lines: Sequence[Line], stretch: range) -> list[Token]:
    tokens = []
    offset = 0
    for index in stretch:
        text = lines[index].text
        for match in STANDING.finditer(text):
            value = int(match["number"])
            if 1 <= value <= HIGHEST and not CITES.search(
                text[max(0, match.start() - 14) : match.start()]
            ):
                place = NumberPlace(index, match.start(), match.end(), value)
                tokens.append((place, offset + match.start()))
        offset += len(text) + 1
    return tokens


def _find_bare_runs(tokens: Sequence[Token]) -> list[NumberPlace]:
    """Runs such as "1 2 3 4 … 28" with nothing between the numbers."""
    found: list[NumberPlace] = []
    run: list[Token] = []
    for token in (*tokens, None):
        if (
            token is not None
            and run
            and token[0].value == run[-1][0].value + 1
            and token[1] - run[-1][1] <= 8
        ):
            run.append(token)
            continue
        if len(run) >= ESTABLISHED_ALONE:
            found.extend(place for place, _ in run)
        run = [token] if token is not None else []
    return found


def _follow_joined(
    tokens: Sequence[Token], gutter_at: dict[tuple[int, int], NumberPlace]
) -> list[NumberPlace]:
    """Follow every chain n, n+1, n+2 … at a printed line's distance; keep the long ones."""
    found: list[NumberPlace] = []
    used: set[int] = set()
    for first, token in enumerate(tokens):
        if first in used:
            continue
        chain = [first]
        offset = token[1]
        for next_index in range(first + 1, len(tokens)):
            place, place_offset = tokens[next_index]
            gap = place_offset - offset
            if gap > GAP[1]:
                break
            in_gutter = (place.index, place.start) in gutter_at
            if place.value == tokens[chain[-1]][0].value + 1 and (gap >= GAP[0] or in_gutter):
                chain.append(next_index)
                offset = place_offset
        inside = [i for i in chain if not _begins_line(tokens[i][0], gutter_at)]
        if inside and len(chain) >= SHORTEST_JOINED:
            used.update(chain)
            found.extend(tokens[i][0] for i in chain)
    return found


def _begins_line(place: NumberPlace, gutter_at: dict[tuple[int, int], NumberPlace]) -> bool:
    return (place.index, place.start) in gutter_at
