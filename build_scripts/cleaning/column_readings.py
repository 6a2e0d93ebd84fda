"""Read a page of two columns whose lines a tool mixed: which line is of which column.

Lines are taken in their order, and the best readings of those above are kept. A line goes on in
the column of the one above it, turns to the other, or holds words of both and is cut; each choice
has log odds by its signals, and so has each line below another of its column (`line_joins.py`).
`python -m tools.training.columns` fits all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

from build_scripts.cleaning.line_ends import ABBREVIATED, ENDS_SENTENCE, LONGEST_END
from build_scripts.cleaning.line_joins import TOP, Signal, Weigh, is_prose, weigh_signals
from build_scripts.model.source_text import SourceLine
from build_scripts.model.text.pattern import Pattern

GAP = Pattern(
    r"(?<=\S)\s{2,}(?=\S)",
    accepts=["v.  sought is"],
    refuses=["v. sought", "v.  "],
)
FULL = 0.7  # of a column's width: a shorter line ends its paragraph
OVER = 8  # letters that a line is longer than a column: it is none of one column
SETTLED = 2  # lines of prose in a row end a caption
_READINGS = 6  # of a page's lines that are followed at a time
_MOVES = 3  # that are remembered
_APART = 2  # lines, of the other column mostly: there was room between
_STEP, _STEPS = 3, 8  # letters that a line is shorter than its column, so many steps are told apart


class Piece(NamedTuple):
    """A line, or the part of one in a column."""

    line: SourceLine
    text: str  # with single blanks
    ended: bool  # with its sentence
    small: bool  # its first letter
    wide: bool  # its words are more than one blank apart
    even: bool  # … or all one: it is of one column
    length: int
    guessed: bool = False  # cut from the other column's words where no gap shows


class Setting(NamedTuple):
    """How a paper is set: how long a column's lines are, how well they go on, gaps lost or not."""

    edge: int
    weigh: Weigh
    guess: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading of a page's first lines: the last line of each column, left is 0."""

    score: float
    column: int  # of the last piece
    last: tuple[Piece | None, Piece | None]
    moves: str  # of the last three lines: into the same column, turned to the other, cut
    prose: tuple[int, int]  # lines of prose in a row in each column, up to `SETTLED`
    before: "_Reading | None"
    added: tuple[tuple[int, Piece], ...]


Columns = tuple[list[Piece], list[Piece]]


def part_zone(lines: Sequence[SourceLine], above: Piece, setting: Setting) -> Columns:
    """Return the lines of a page's columns; `above` is the last line of the page before."""
    prose = 0 if above.text == TOP else SETTLED
    readings = [_Reading(0.0, 0, (above, None), "", (prose, prose), None, ())]
    for line in lines:
        readings = _read_on(readings, line, setting)
    scored = []
    for reading in readings:
        left, right = columns = _list_columns(reading)
        turn = join(left[-1], right[0], setting.weigh) if left and right else 0.0
        scored.append((reading.score + turn, columns))
    return max(scored, key=lambda each: each[0])[1]


def _list_columns(reading: _Reading) -> Columns:
    """Return the lines of both columns, a blank one where a column was empty for a while."""
    rows: list[_Reading] = []
    each: _Reading | None = reading
    while each is not None:
        rows.append(each)
        each = each.before
    columns: Columns = ([], [])
    lasts = [0, 0]
    for number, row in enumerate(reversed(rows)):
        for column, piece in row.added:
            lines = columns[column]
            if lines and number - lasts[column] > _APART and not piece.small:
                lines.append(make_piece(piece.line._replace(text="")))
            lines.append(piece)
            lasts[column] = number
    return columns


def _read_on(readings: Sequence[_Reading], line: SourceLine, setting: Setting) -> list[_Reading]:
    """Return the best readings with one line more: in either column, or cut between both."""
    whole = make_piece(line)
    cuts = list_cuts(line, setting)
    best: dict[tuple[int, int, int, str], _Reading] = {}

    def add(reading: _Reading) -> None:
        key = (id(reading.last[0]), id(reading.last[1]), reading.column, reading.moves)
        if key not in best or reading.score > best[key].score:
            best[key] = reading

    state = read_state(whole, setting.edge)
    for before in readings:
        last, moves = before.last, before.moves
        apart = count_apart(moves)
        odds = [weigh_signals((*signals, ("cut below", moves, ""))) for *_, signals in cuts]
        score = before.score - log(1 + sum(map(exp, odds)))
        states = [read_state(each, setting.edge) for each in last]
        turn = _weigh_turn(moves, states[before.column], states[1 - before.column], state)
        for column in (0, 1):
            turned = column != before.column
            prose = before.prose
            joined = join(last[column], whole, setting.weigh, apart[turned], prose[column])
            moved = score - log(1 + exp(-turn if turned else turn)) + joined
            ends = (last[0], whole) if column else (whole, last[1])
            settled = settle(prose[column], whole, setting.edge)
            prose = (prose[0], settled) if column else (settled, prose[1])
            now = add_move(moves, "st"[turned])
            add(_Reading(moved, column, ends, now, prose, before, ((column, whole),)))
        for odd, (left, right, _) in zip(odds, cuts, strict=True):
            here, there = before.column, 1 - before.column
            prose = before.prose
            joined = join(last[0], left, setting.weigh, apart[here], prose[0])
            joined += join(last[1], right, setting.weigh, apart[there], prose[1])
            ends, added = (left, right), ((0, left), (1, right))
            now = add_move(moves, "c")
            prose = (
                settle(prose[0], left, setting.edge),
                settle(prose[1], right, setting.edge),
            )
            add(_Reading(score + odd + joined, 1, ends, now, prose, before, added))
    return sorted(best.values(), key=lambda each: -each.score)[:_READINGS]


def add_move(moves: str, move: str) -> str:
    """Return the last moves with one more: "s" into the same column, "t" turned, "c" cut."""
    return (moves + move)[-_MOVES:]


def count_apart(moves: str) -> tuple[int, int]:
    """Return how many lines are below the last one of this column, and of the other, up to 3."""
    run = len(moves) - len(moves.rstrip("s"))
    return 0, run + (not moves[: len(moves) - run].endswith("c"))


def list_turn_signals(moves: str, here: str, there: str, line: str) -> Iterator[Signal]:
    """Yield what shows whether a line is in the other column than the one above it.

    `here` and `there` are the kinds of the last lines of both columns.
    """
    yield "turn", moves, ""
    yield "turn here", here, line
    yield "turn there", there, line
    yield "turn between", here, there
    yield f"turn after {moves[-2:]}", here, there
    yield "turn with", moves, line


@lru_cache(4096)
def _weigh_turn(moves: str, here: str, there: str, line: str) -> float:
    return weigh_signals(list_turn_signals(moves, here, there, line))


def read_state(piece: Piece | None, edge: int) -> str:
    """Return whether a line ends its paragraph, in one word."""
    if piece is None:
        return "none"
    if not piece.text:
        return "blank"
    return ("short" if piece.length < FULL * edge else "full") + " ended" * piece.ended


def list_cuts(line: SourceLine, setting: Setting) -> list[tuple[Piece, Piece, tuple[Signal, ...]]]:
    """Cut a line in two wherever that leaves two lines of a column; add the signals of each.

    Where the tool lost gaps, a line that is too long is cut at any blank.
    """
    edge = setting.edge
    whole = make_piece(line)
    found = cut_at_gaps(line, edge)
    if not found and setting.guess and edge < whole.length <= 2 * edge:
        blanks = ((at, at + 1) for at, letter in enumerate(line.text) if letter == " ")
        cuts = _cut_at(line, blanks, edge)
        found = [(left, right._replace(guessed=True), gap) for left, right, gap in cuts]
    over = whole.length - edge
    size = 0 if over <= 0 else 1 if over <= OVER else 2 if over <= 3 * OVER else 3
    shown: list[tuple[Piece, Piece, tuple[Signal, ...]]] = []
    for left, right, gap in found:
        room = [str(min((edge - each.length) // _STEP, _STEPS)) for each in (left, right)]
        even = ["even" if each.even else "uneven" for each in (left, right, whole)]
        wide = ["wide" if each.wide else "narrow" for each in (left, right)]
        signals: tuple[Signal, ...] = (
            ("cut gap", str(min(gap, 4)), even[2]),
            (f"cut {even[2]}", even[0], even[1]),
            (f"cut of size {size}", wide[0], wide[1]),
            ("cut left", wide[0], room[0]),
            ("cut right", wide[1], room[1]),
            ("cut one of", str(size), str(min(len(found), 4))),
            ("cut gap of", str(size), str(min(gap, 2))),
            ("cut inset", "" if left.text else "inset", ""),
        )
        shown.append((left, right, signals))
    return shown


def cut_at_gaps(line: SourceLine, edge: int) -> list[tuple[Piece, Piece, int]]:
    """Cut a line in two at each wide gap that leaves two lines of a column; add the gap's width."""
    text = line.text
    set_in = text.startswith("  ")
    whole = make_piece(line)
    if not set_in and whole.even and whole.length <= edge:
        return []
    inset = [(0, len(text) - len(text.lstrip()))] if set_in else []
    return _cut_at(line, [*inset, *(gap.span() for gap in GAP.finditer(text))], edge)


def _cut_at(
    line: SourceLine, places: Iterable[tuple[int, int]], edge: int
) -> list[tuple[Piece, Piece, int]]:
    found = []
    for start, end in places:
        left = make_piece(line._replace(text=line.text[:start]))
        right = make_piece(line._replace(text=line.text[end:]))
        if max(left.length, right.length) <= edge:
            found.append((left, right, end - start))
    return found


def make_piece(line: SourceLine) -> Piece:
    """Read what a line shows by itself."""
    words = line.text.split()
    text = " ".join(words)
    begins = text.lstrip("([“‘\"'")[:1]
    end = text[-LONGEST_END:]
    wide = len(GAP.findall(line.text))
    return Piece(
        line,
        text,
        ended=bool(ENDS_SENTENCE.search(end)) and not ABBREVIATED.search(end),
        small=begins.islower() and not text.startswith(("v.", "vs.")),
        wide=wide > 0,
        even=not wide or 10 * wide >= 9 * (len(words) - 1),
        length=len(text),
    )


def settle(prose: int, piece: Piece, edge: int) -> int:
    """Count the lines of prose in a row once more, with a line below; a blank one is neither."""
    if prose == SETTLED or not piece.text:
        return prose
    return prose + 1 if piece.wide or is_prose(piece.text, edge) else 0


def join(
    above: Piece | None, below: Piece, weigh: Weigh, apart: int = 0, prose: int = SETTLED
) -> float:
    """Weigh how well a line goes on below another of its column, if there is one."""
    if above is None:
        return 0.0
    justified = above.wide and above.even
    return weigh(above.text, below.text, apart, justified, prose == SETTLED)


def is_across(piece: Piece, edge: int) -> bool:
    """Return whether a line runs across both columns, or holds both without a gap."""
    return piece.length > edge + OVER and not cut_at_gaps(piece.line, edge)
