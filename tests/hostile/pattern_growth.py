"""Every pattern of the package against texts made of its own parts: how its work grows with them.

`find_slow` returns each whose work grows by more than `MOST_GROWTH` where its text grows fourfold: 4
for what is linear, 16 for what is quadratic. Ratios of processor time alone are compared, so
that a busy machine finds what a quiet one does.
"""

import math
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.encodings import WIDEST_GAP

LENGTH = 10_000  # characters
MOST_GROWTH = 9.0
# More than linear in the text, and never given a long one: what bounds it.
BOUNDED = {
    "cleaning.footnote_marks.GLUED_TO_POINT": "the 200 characters before a mark",
    "cleaning.tables.NO_TABLE": "a cell of at most LONGEST_CELL characters",
}
SUSPECT = 0.02  # seconds of a processor
NEVER = 10.0  # seconds of a processor in which any text of these lengths is read once
CLEAR = 6.0  # growth that a few times of each text tell from a square's
ROUNDS = range(3, 13)  # at least, and at most
MOST_PARTS = 8  # of a pattern that are repeated
SIGNS = ("a", "A", "1")  # repeated for each pattern
WORDS = 10  # a pattern that takes up to ten, each in several ways, tries all of their products
GAP = " " * WIDEST_GAP + "a"  # readers let no wider gap through


def list_parts(pattern: Pattern[str] | Pattern[bytes]) -> tuple[str, tuple[str, ...]]:
    """A sample of all that a pattern takes, and samples of what it repeats."""
    tree = parser.parse(pattern.expression, pattern.flags)
    whole = write_sample(tree)
    parts = [part if part.strip() else GAP for part in (*list_repeated(tree), whole)]
    return whole, tuple(dict.fromkeys((*list(dict.fromkeys(parts))[:MOST_PARTS], *SIGNS)))


def pump(part: str, length: int) -> str:
    """A part again and again, `length` characters of it."""
    return (part * (length // len(part) + 1))[:length]


def pump_words(part: str, length: int) -> str:
    """As many words as a pattern may count one by one, each a part again and again."""
    return f"{pump(part, length // WORDS - 1)} " * WORDS


def list_repeated(tree: Iterable[tuple[object, object]]) -> Iterator[str]:
    """A sample of whatever may be repeated without end, or often."""
    for code, argument in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, inner = argument  # type: ignore[misc]
            if most > 20:
                yield write_sample(inner)
            yield from list_repeated(inner)
        else:
            for inner in list_inner(argument):
                yield from list_repeated(inner)


def list_inner(argument: object) -> Iterator[parser.SubPattern]:
    """The trees within a node."""
    if isinstance(argument, parser.SubPattern):
        yield argument
    elif isinstance(argument, list | tuple):
        for each in argument:
            yield from list_inner(each)


def write_sample(tree: Iterable[tuple[object, object]]) -> str:
    """A text that the tree takes, more or less: first alternatives, repeats once or as asked."""
    return "".join(_write_node(code, argument) for code, argument in tree)


def _write_node(code: object, argument: object) -> str:
    if code is codes.LITERAL:
        return chr(argument)  # type: ignore[arg-type]
    if code is codes.ANY or code is codes.NOT_LITERAL:
        return "a"
    if code is codes.IN:
        return _choose(argument)  # type: ignore[arg-type]
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, _, inner = argument  # type: ignore[misc]
        return write_sample(inner) * min(max(least, 1), 50)
    if code is codes.BRANCH:
        return write_sample(argument[1][0])  # type: ignore[index]
    if code in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
        return "".join(write_sample(inner) for inner in list_inner(argument))
    return ""  # assertions, anchors, references


def _choose(members: Iterable[tuple[object, object]]) -> str:
    """A character of a class."""
    listed = list(members)
    for code, argument in listed:
        if code is codes.LITERAL:
            return chr(argument)  # type: ignore[arg-type]
        if code is codes.RANGE:
            return chr(argument[0])  # type: ignore[index]
    pattern = {
        codes.CATEGORY_DIGIT: "1",
        codes.CATEGORY_SPACE: " ",
        codes.CATEGORY_WORD: "a",
        codes.CATEGORY_NOT_SPACE: "a",
        codes.CATEGORY_NOT_DIGIT: "a",
        codes.CATEGORY_NOT_WORD: ".",
    }
    return next((pattern[a] for c, a in listed if c is codes.CATEGORY and a in pattern), "a")


class _NeverEndsError(Exception):
    pass


def _give_up(*_: object) -> None:
    raise _NeverEndsError


def find_slow(
    patterns: Mapping[str, Pattern[str] | Pattern[bytes]],
) -> list[tuple[str, str, float]]:
    """The patterns whose work grows too fast: place, text's beginning, growth (0: never ends)."""
    slow = []
    before = signal.signal(signal.SIGVTALRM, _give_up)
    for place, pattern in patterns.items():
        for write in _list_writers(pattern):
            growth = measure_growth(getattr(pattern, pattern.by), write)
            if growth is None or growth > MOST_GROWTH:
                slow.append((place, str(write(40)), growth or 0.0))
                break
    signal.signal(signal.SIGVTALRM, before)
    return slow


def _list_writers(
    pattern: Pattern[str] | Pattern[bytes],
) -> Iterator[Callable[[int], str | bytes]]:
    """For each part, what writes texts of a length: the part alone, and behind the whole."""
    whole, parts = list_parts(pattern)
    encode = isinstance(pattern.expression, bytes)
    for part in parts:
        arranged = [("", pump, ""), (whole, pump, "\x00")]
        if not any(map(str.isspace, part)):
            arranged.append(("", pump_words, "\x00"))
        for before, repeat, behind in arranged:

            def write(
                length: int,
                part: str = part,
                before: str = before,
                repeat: Callable[[str, int], str] = repeat,
                behind: str = behind,
            ) -> str | bytes:
                text = f"{before}{repeat(part, length)}{behind}"
                return text.encode("latin-1", "replace") if encode else text

            yield write


def measure_growth(look: Callable[[Any], object], write: Callable[[int], Any]) -> float | None:
    """By how much the work grows where the text is four times as long; None where it does not end.

    Work that takes no `SUSPECT` seconds is not looked at twice: of a square, no machine makes
    `LENGTH` steps of `LENGTH` in them. Otherwise the least times of a quarter of the length, of three
    looks or more, and of the whole are compared: a busy machine adds to times, and never takes from
    them.
    """
    try:
        whole, quarter = _time(look, write(LENGTH)), math.inf
        if whole < SUSPECT:
            return 0.0
        for done in range(1, ROUNDS.stop):  # many only where the growth seems too fast
            quarter = min(quarter, _time(look, write(LENGTH // 4)))
            if done in ROUNDS:
                if whole / quarter <= CLEAR:
                    break
                whole = min(whole, _time(look, write(LENGTH)))
        return whole / quarter
    except _NeverEndsError:
        return None


def _time(look: Callable[[Any], object], text: Any) -> float:
    signal.setitimer(signal.ITIMER_VIRTUAL, NEVER)
    try:
        started = time.thread_time()  # a process's clock moves by ticks while a timer runs
        look(text)
        return time.thread_time() - started
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
