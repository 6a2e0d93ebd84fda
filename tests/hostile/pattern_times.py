"""Every pattern of the package against long texts made of its own parts: which takes too long.

Run as a program it prints, as JSON, how many there are, and `[pattern, text's beginning, seconds]`
for each that did not get through a text in `SECONDS`; a process of its own, since a pattern that never
ends can hardly be stopped from beside it.
"""

import importlib
import inspect
import json
import pkgutil
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

import build_scripts
from build_scripts.reading.encodings import WIDEST_GAP

LENGTH = 20_000  # characters
SECONDS = 2.0  # of a processor; what is linear takes milliseconds
MOST_PARTS = 8  # of a pattern that are repeated
GAP = " " * WIDEST_GAP + "a"  # readers let no wider gap through
_LOOKS_ANYWHERE = re.compile(r"(\w+)\.(?:search|finditer|sub|subn|split|findall)\(")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pattern is kept, and whether it is looked for anywhere in a text or at one place."""

    name: str
    anywhere: bool


def list_patterns() -> dict[re.Pattern[str], Place]:
    """Every compiled pattern in a module's names, in what these hold too."""
    modules = tuple(list_modules())
    anywhere = {
        vars(module).get(name)
        for module in modules
        for name in _LOOKS_ANYWHERE.findall(inspect.getsource(module))
        if isinstance(vars(module).get(name), re.Pattern)
    }
    found: dict[re.Pattern[str], Place] = {}
    for module in modules:
        for name, value in vars(module).items():
            for pattern in find_patterns(value):
                if isinstance(pattern.pattern, str):
                    own = isinstance(value, re.Pattern)
                    place = Place(f"{module.__name__}.{name}", not own or pattern in anywhere)
                    found.setdefault(pattern, place)
    return found


def list_modules() -> Iterator[ModuleType]:
    """Every module of the package."""
    for info in pkgutil.walk_packages(build_scripts.__path__, "build_scripts."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def find_patterns(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """The patterns in a value: itself, or in its members."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for each in value.values():
            yield from find_patterns(each, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from find_patterns(each, depth - 1)
    elif depth and hasattr(value, "__slots__") and not isinstance(value, type):
        for name in value.__slots__:
            yield from find_patterns(getattr(value, name, None), depth - 1)


def write_texts(pattern: re.Pattern[str]) -> Iterator[str]:
    """Long texts for a pattern: what it repeats, again and again, whole and never quite ending."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    whole = write_sample(tree)
    parts = [part if part.strip() else GAP for part in (*list_repeated(tree), whole, "a", "1")]
    for part in list(dict.fromkeys(parts))[:MOST_PARTS]:
        pumped = (part * (LENGTH // len(part) + 1))[:LENGTH]
        yield pumped
        yield f"{whole}{pumped}\x00"


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


class _TooLongError(Exception):
    pass


def _stop(*_: object) -> None:
    raise _TooLongError


def time_patterns(patterns: Mapping[re.Pattern[str], Place]) -> list[tuple[str, str, float]]:
    """What took too long: the pattern's place, the text's beginning, the seconds."""
    slow = []
    signal.signal(signal.SIGVTALRM, _stop)
    for pattern, place in patterns.items():
        look = pattern.search if place.anywhere else pattern.match
        for text in write_texts(pattern):
            started = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try:
                look(text)
            except _TooLongError:
                slow.append((place.name, text[:40], time.process_time() - started))
                break
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return slow


if __name__ == "__main__":
    every = list_patterns()
    print(json.dumps([len(every), time_patterns(every)]))
