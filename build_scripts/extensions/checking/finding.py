"""Finds a quotation in the orders of an archive.

The search's database names the orders that can have it: those in which all its words follow one
another, else those that have most of its runs of three. The texts of a few of them are then
compared letter by letter, and if none agrees, word by word.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from build_scripts.api import SearchIndex, check_time
from build_scripts.extensions.checking.answers import Difference, Match, QuotationAnswer
from build_scripts.extensions.checking.comparing import MOST_WORDS, compare_words
from build_scripts.extensions.checking.order_text import OrderText, list_search_words
from build_scripts.extensions.checking.passages import Found, make_passage
from build_scripts.extensions.checking.quoted import (
    FEWEST_WORDS,
    LONGEST,
    Part,
    Piece,
    clean_quotation,
    fold_letters,
    list_readings,
    list_words,
    prints_as_many,
    read_parts,
)

MOST_PASSAGES = 5
_MOST_READ = 12
"""Orders whose texts are read if several can have a quotation."""
_NEAREST = 6
"""Orders that are compared word by word."""
_RUN = 3
_MOST_RUNS = 12
_LONGEST_PHRASE = 40
"""Words of one phrase in a query to the database."""
_OMITTED, _CHANGED, _LETTERS = 6000, 200, 30
"""Letters that an ellipsis can replace, a bracket, and a bracket within a word. Before or after a
piece of _SURE words an ellipsis can replace any number of them.
"""
_MOST_SHOWN = 1000
"""Characters that are shown of the words that an ellipsis replaces."""
_SURE = 3
"""Words that one piece between ellipses and brackets must have: fewer occur anywhere."""
_MOST_TRIES = 50


class QuotationIndex:
    """The orders of an archive, for many quotations in turn: texts are read once and kept."""

    def __init__(self, index: SearchIndex) -> None:
        self.search = index
        self._known = dict(index.load_words())
        self.load = lru_cache(maxsize=128)(self._load)

    def _load(self, rank: int) -> OrderText:
        search = self.search
        return OrderText(rank, search.load_blocks(rank), lambda: search.load_pins(rank))

    def find_phrases(self, phrases: Iterable[Sequence[str]]) -> list[int]:
        """Return the orders that have all of these runs of words, newest first."""
        asked = " AND ".join(f'"{" ".join(words)}"' for words in phrases if words)
        if not asked:
            return []
        select = "SELECT rowid FROM x WHERE x MATCH ? ORDER BY rowid"
        return [rank for (rank,) in self.search.connection.execute(select, (f"text : ({asked})",))]

    def rate_rarity(self, words: Sequence[str]) -> int:
        """Return how many orders have the rarest of some words; 0 if hardly any has it.

        The list of words has no short ones and no numbers: these are common.
        """
        listed = [word for word in words if len(word) > 2 and word.isalpha()]
        return min((self._known.get(word, 0) for word in listed), default=self.search.orders)


def find_quotation(
    index: QuotationIndex, quotation: str, meant: Sequence[int] = ()
) -> QuotationAnswer:
    """Find a quotation in the orders: whether one has it, where, and the differences.

    Signs, capitals, accents, breaks of lines, marks of footnotes and numbers of lines do not
    matter; every word and number does. `meant` are the orders, by rank, that are cited for it: they
    are searched before others. The note mentions parts that are too long to be compared.
    """
    found = _find(index, quotation, meant)
    if len(quotation) > LONGEST:
        return replace(found, note=f"Only its first {LONGEST:,} characters were compared.")
    return found


def _find(index: QuotationIndex, quotation: str, meant: Sequence[int]) -> QuotationAnswer:
    printed = clean_quotation(quotation)
    count = len(list_words(printed))
    if count < FEWEST_WORDS:
        words = "1 word" if count == 1 else f"{count} words"
        note = f"{words} stand anywhere: quote {FEWEST_WORDS} or more."
        return QuotationAnswer(quotation, Match.REFUSED, note=note)
    readings = [(reading, read_parts(reading)) for reading in list_readings(printed)]
    for reading, parts in readings:
        sure = index.find_phrases(_list_phrases(parts))
        likely = _put_first(meant, sure)[: _MOST_READ + len(meant)]
        if found := _find_in(index, likely, reading, parts):
            return _answer(index, quotation, found, len(sure))
    voted = _put_first(meant, _vote(index, readings[-1][1]))[:_MOST_READ]
    for reading, parts in readings:
        if found := _find_in(index, voted, reading, parts):
            return _answer(index, quotation, found, len(found))
    return _find_nearest(index, quotation, readings[-1][0], voted[:_NEAREST])


def _put_first(some: Sequence[int], others: Iterable[int]) -> list[int]:
    return [*some, *(each for each in others if each not in some)]


def _answer(
    index: QuotationIndex, quotation: str, found: Sequence[Found], orders: int
) -> QuotationAnswer:
    """Return its places, first those where its words are the order's without ellipses."""
    exact = [one for one in found if not one.marked]
    shown = exact or found
    return QuotationAnswer(
        quotation,
        Match.EXACT if exact else Match.MARKED,
        max(orders if len(shown) == len(found) else 0, len(shown)),
        tuple(make_passage(index.search, one) for one in shown[:MOST_PASSAGES]),
    )


def _find_in(
    index: QuotationIndex, ranks: Iterable[int], reading: str, parts: Sequence[Part]
) -> list[Found]:
    """Return the first place of a quotation in each order that has it, until as many as are shown
    have its very words.
    """
    found: list[Found] = []
    exact = 0
    whole = Part(Piece.WORDS, reading, fold_letters(reading))
    for rank in ranks:
        check_time()
        text = index.load(rank)
        at = text.find(whole)
        if at >= 0:
            first, last = text.locate(at), text.locate(at + len(whole.letters) - 1)
            closed = last[0], last[1] + 1  # with the bracket after its last word
            marked = not prints_as_many(reading, text.take(first, closed))
            found.append(Found(text, first, last, marked=marked))
            exact += not marked
            if exact == MOST_PASSAGES:
                break
        elif one := _find_parts(text, parts):
            found.append(one)
    return found


def _find_parts(text: OrderText, parts: Sequence[Part]) -> Found | None:
    """Find the words of a quotation, with other words of the order for its ellipses and brackets;
    one piece of it must be long enough to search for.
    """
    if not parts:
        return None
    at = max(range(len(parts)), key=lambda place: len(parts[place].letters))
    longest = parts[at]
    if len(longest.words) < _SURE:
        return None
    start = text.find(longest)
    for _ in range(_MOST_TRIES):
        if start < 0:
            break
        end = start + len(longest.letters)
        behind = _follow(text, parts[at + 1 :], end, longest)
        before = _follow(text, parts[:at][::-1], start, longest, back=True)
        if behind is not None and before is not None:
            differences = (*before[1][::-1], *behind[1])
            first, last = text.locate(before[0]), text.locate(behind[0] - 1)
            return Found(text, first, last, differences, marked=True)
        start = text.find(longest, start + 1)
    return None


def _follow(
    text: OrderText, parts: Sequence[Part], at: int, near: Part, *, back: bool = False
) -> tuple[int, list[Difference]] | None:
    """Find parts one after the other from a letter on; return where they end and the announced
    words between them, or None if one is missing. `near` is the part that ends, or begins, there.
    """
    differences: list[Difference] = []
    signs: list[Part] = []
    for part in parts:
        if part.kind is not Piece.WORDS:
            signs.append(part)
            continue
        one, other = (part, near) if back else (near, part)
        room = _LETTERS if one.closes or other.opens else _CHANGED
        if any(sign.kind is Piece.OMISSION for sign in signs):
            room = len(text.letters) if len(part.words) >= _SURE else _OMITTED
        size = len(part.letters)
        if back:
            found = text.find(part, at - room - size, at, last=True)
            gap = found + size, at
        else:
            found = text.find(part, at, at + room + size)
            gap = at, found
        if found < 0:
            return None
        here = text.take(text.locate(gap[0]), text.locate(gap[1] - 1)) if gap[0] < gap[1] else ""
        if len(here) > _MOST_SHOWN:
            here = f"{here[: _MOST_SHOWN // 2]} … {here[-_MOST_SHOWN // 2 :]}"
        quoted = " ".join(sign.text for sign in (reversed(signs) if back else signs))
        differences.append(Difference(quoted, here, announced=True))
        at, near, signs = found if back else found + size, part, []
    return at, differences


def _list_phrases(parts: Sequence[Part]) -> Iterator[list[str]]:
    """Yield runs of words that every order with the quotation has."""
    for part in parts:
        words = _list_whole_words(part)
        if len(words) > 1:
            yield words[:_LONGEST_PHRASE]


def _list_whole_words(part: Part) -> list[str]:
    words = list_search_words(part.text) if part.kind is Piece.WORDS else []
    return words[int(part.opens) : len(words) - int(part.closes)]


def _vote(index: QuotationIndex, parts: Sequence[Part]) -> list[int]:
    """Return the orders that have most of a quotation's runs of words, counting the rarest runs."""
    several = [_list_whole_words(part) for part in parts]
    size = _RUN if sum(map(len, several)) > 2 * _RUN else _RUN - 1
    runs = {
        tuple(words[at : at + size]): None
        for words in several
        for at in range(len(words) - size + 1)
    }
    rarest = sorted(runs, key=index.rate_rarity)[:_MOST_RUNS]
    votes = Counter(rank for run in rarest for rank in index.find_phrases([run]))
    return sorted(votes, key=lambda rank: (-votes[rank], rank))


def _find_nearest(
    index: QuotationIndex, quotation: str, reading: str, ranks: Iterable[int]
) -> QuotationAnswer:
    compared = [one for rank in ranks if (one := compare_words(index.load(rank), reading))]
    is_long = len(list_words(reading)) > MOST_WORDS
    note = f"Only its first {MOST_WORDS:,} words were compared word by word." if is_long else ""
    if not compared:
        return QuotationAnswer(quotation, Match.ABSENT, note=note)
    best = max(one.agreement for one in compared)
    near = [one for one in compared if one.agreement == best]
    announced = not is_long and all(each.announced for each in near[0].differences)
    return QuotationAnswer(
        quotation,
        Match.MARKED if announced else Match.NEAR,
        len(near),
        tuple(make_passage(index.search, one) for one in near[:MOST_PASSAGES]),
        note,
    )
