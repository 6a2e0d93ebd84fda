"""Weigh how well a line goes on below another: is it of the same column?

Two lines show signals: how the one above ends and how the one below begins, whether the next word
had room above, what a caption's lines look like, whether the two words are next to each other
elsewhere in the paper. `line_joins.json` has their weights, log odds against a line of the other
column: `python -m tools.training.columns` fits them to texts that it sets in two columns.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple, Protocol

from build_scripts.cleaning.line_ends import ABBREVIATED, ENDS_SENTENCE, LONGEST_END
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern_table import read_patterns

Signal = tuple[str, str, str]  # what is looked at, what shows of the one line and of the other
TOP = "(top)"  # is above a paper's first line
_PATTERNS = read_patterns(__package__, "line_joins.toml", month_begun=MONTH_BEGUN)
_SMALL_WORDS = frozenset(
    """a about after against all also although an and any are as at be because been before between
    both but by can could did do does each for from had has have he her his if in into is it its
    may more must no nor not of on one only or other our over shall she should since so some such
    than that the their them then there these they this those through to under until up upon was we
    were what when where whether which while who whom whose will with without would you your
    """.split()
)
_ENDINGS = ("ing", "ed", "ly", "tion", "ment", "ity", "al", "er", "ive", "ble", "s")
_NAME_ENDINGS = ("ing", "ed", "ly", "tion", "s")
_MARKS = ".,;:()[]“”\"'‘’*?!"
_SHORT = 0.7  # of a column's width
_ROOMS = (-4, 3, 9, 18)  # letters that were left above for the next word
_KEPT = 8192  # lines' ends that are remembered


class Weigh(Protocol):
    """Weighs lines of one paper."""

    def __call__(
        self,
        above: str,
        below: str,
        apart: int = 0,
        justified: bool = False,
        in_prose: bool = True,
        /,
    ) -> float:
        """Weigh how well a line goes on below another that is so many lines `apart`.

        Texts have single blanks; a `justified` line had wider ones, and is as long as its column.
        The column above is `in_prose` or still a caption.
        """
        ...


class _End(NamedTuple):
    """How a line ends or begins: what kind of word, which of the kind, the word itself."""

    kind: str
    shape: str
    word: str


_NO_WORDS = {text: _End(name, name, name) for text, name in (("", "blank"), (TOP, "top"))}


@cache
def read_weights() -> Mapping[Signal, float]:
    """Return the weights of signals."""
    text = (files(__package__) / "line_joins.json").read_text(encoding="utf-8")
    levels: dict[str, dict[str, dict[str, float]]] = json.loads(text)
    return {
        (part, one, other): weight
        for part, ones in levels.items()
        for one, others in ones.items()
        for other, weight in others.items()
    }


def weigh_signals(signals: Iterable[Signal]) -> float:
    """Add up the weights of signals; one that was never weighed counts nothing."""
    weights = read_weights()
    return sum(weights.get(signal, 0.0) for signal in signals)


def list_known(texts: Iterable[str]) -> Set[tuple[str, str]]:
    """Return the pairs of words that are next to each other in lines."""
    return {pair for text in texts for pair in pairwise(text.split())}


def make_weigher(edge: int, known: Set[tuple[str, str]]) -> Weigh:
    """Return what weighs lines of one paper, whose columns' lines have up to `edge` letters."""

    @cache
    def weigh(
        above: str,
        below: str,
        apart: int = 0,
        justified: bool = False,
        in_prose: bool = True,
        /,
    ) -> float:
        signals = list_join_signals(above, below, edge, known, apart, justified, in_prose)
        return weigh_signals(signals)

    return weigh


def list_join_signals(
    above: str,
    below: str,
    edge: int,
    known: Set[tuple[str, str]],
    apart: int,
    justified: bool,
    in_prose: bool,
) -> Iterator[Signal]:
    """Yield what two lines show of whether one goes on below the other; "" is a blank line."""
    end, start = _read_end(above), _read_start(below)
    looks = "justified" if justified else _read_look(above, edge), _read_look(below, edge)
    where = "prose" if in_prose else "front"
    yield "kinds", end.kind, start.kind
    yield "end", end.shape, start.kind
    yield "start", end.kind, start.shape
    yield "last word", end.word, start.shape
    yield "first word", end.shape, start.word
    yield "looks", *looks
    yield "look above", looks[0], start.kind
    yield "look below", end.kind, looks[1]
    yield f"kinds {apart} apart", end.kind, start.kind
    yield f"looks {apart} apart", *looks
    yield f"looks in {where}", *looks
    yield "look in", where, looks[1]
    if not above or not below or above == TOP:
        return
    last, first = above.rsplit(None, 1)[-1], below.split(None, 1)[0]
    known_here = "known" if (last, first) in known else "new"
    yield f"{known_here} pair", "small" if end.kind == "small" else "other", start.kind
    room = edge - len(above) - len(first)
    place = "no" if justified else sum(room >= step for step in _ROOMS)
    yield f"room {place}", end.kind, start.kind
    for part, opening, closing in (("bracket", "(", ")"), ("quote", "“", "”")):
        opened = above.rfind(opening) > above.rfind(closing)
        begins, ends = below.find(opening), below.find(closing)
        closed = ends >= 0 and not 0 <= begins < ends
        if opened or closed:
            yield part, str(opened), str(closed)


def is_prose(text: str, edge: int) -> bool:
    """Return whether a line looks like prose."""
    return _read_look(text, edge) in ("full", "star page")


@lru_cache(_KEPT)
def _read_look(text: str, edge: int) -> str:
    """Return what a line looks like: a caption's part, a heading, prose."""
    if text in _NO_WORDS:
        return _NO_WORDS[text].kind
    if _PATTERNS.VERSUS.fullmatch(text):
        return "versus"
    short = len(text) < _SHORT * edge
    if _PATTERNS.NUMBER.fullmatch(text):
        return "number"
    if short and _PATTERNS.DATE.fullmatch(text):
        return "date"
    letters = sum(map(str.isalpha, text))
    if 5 * sum(map(str.isupper, text)) > 3 * letters:
        return "short capitals" if short else "capitals"
    if _PATTERNS.PARTY.match(text):
        return "party"
    if short and _PATTERNS.ROLE.search(text) and not _PATTERNS.COUNSEL.search(text):
        return "role"
    if _PATTERNS.COUNSEL.search(text):
        return "counsel"
    if short and _PATTERNS.JUDGE.search(text):
        return "judge"
    if short and _PATTERNS.COURT.search(text):
        return "court"
    if not letters:
        return "no letters"
    words = text.split()
    if short and 5 * sum(word[0].isupper() for word in words) > 3 * len(words):
        return "short title"
    if text[0] == "*" and text[1:2].isdigit():
        return "star page"
    return "short" if short else "full"


@lru_cache(_KEPT)
def _read_end(text: str) -> _End:
    """Return how a line ends."""
    if text in _NO_WORDS:
        return _NO_WORDS[text]
    last = text.rsplit(None, 1)[-1]
    tail = text[-LONGEST_END:]
    kind, shape = _class_word(last)
    if ENDS_SENTENCE.search(tail) and not ABBREVIATED.search(tail):
        mark = "."
    else:
        mark = "abbr" if last[-1] == "." else last[-1] if last[-1] in ",;:)”’-—–" else ""
    return _End(
        f"{kind[:1] if mark not in ('', '.') else kind}{mark}",
        f"{shape}{mark}",
        f"{last.strip(_MARKS).lower()}{mark}",
    )


@lru_cache(_KEPT)
def _read_start(text: str) -> _End:
    """Return how a line begins."""
    if text in _NO_WORDS:
        return _NO_WORDS[text]
    first = text.split(None, 1)[0]
    mark = first[0] if first[0] in "(“[*§‘•" else ""
    mark += first[-1] if first[-1] in ".,;:)" else ""
    kind, shape = _class_word(first)
    bare = first.strip(_MARKS)
    return _End(
        f"{kind}{mark}", f"{shape}{mark}", f"{bare if kind == 'Name' else bare.lower()}{mark}"
    )


def _class_word(word: str) -> tuple[str, str]:
    """Return what kind of word it is, and which of the kind."""
    bare = word.strip(_MARKS)
    small = bare.lower() in _SMALL_WORDS
    if not bare:
        return "mark", f"mark {word[:2]}"
    if bare in ("v", "vs"):
        return "v", "v"
    if bare.isdigit():
        return "number", "year" if len(bare) == len("2031") and bare[
            0
        ] in "12" else f"{len(bare)} digits"
    if any(map(str.isdigit, bare)):
        return "number", "reporter" if any(map(str.isalpha, bare)) else "number"
    if len(bare) == 1 and bare.isupper():
        return "Initial", bare if bare in "AI" else "Initial"
    if _PATTERNS.REPORTER.fullmatch(word.strip("(),;")):
        return "Abbr", "Abbr"
    if bare.islower():
        return ("small", bare) if small else ("lower", _find_ending(bare, _ENDINGS, "lower"))
    if bare.isupper():
        return "CAPS", "CAPS"
    if bare[0].isupper():
        return ("Small", bare) if small else ("Name", _find_ending(bare, _NAME_ENDINGS, "Name"))
    return "other", "other"


def _find_ending(word: str, endings: Iterable[str], kind: str) -> str:
    return next((f"{kind}-{each}" for each in endings if word.endswith(each)), kind)
