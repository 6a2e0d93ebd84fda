"""Word-by-word comparison of a quotation with the nearest words of an order."""

from collections.abc import Container, Iterator, Sequence
from difflib import Match as Agreeing
from difflib import SequenceMatcher
from itertools import pairwise
from math import ceil

from build_scripts.api import check_time
from build_scripts.extensions.checking.answers import Difference
from build_scripts.extensions.checking.order_text import OrderText, Place
from build_scripts.extensions.checking.passages import Found
from build_scripts.extensions.checking.quoted import read_words

_LEAST, _LEAST_OF_FEW, _FEW = 0.6, 0.75, 10
"""Share of the words that must agree, and of fewer words than so many."""
_AT_ONCE = 400
"""Words of a quotation that are compared at once."""
MOST_WORDS = 4000
"""Most words of a quotation that are compared; the rest is left out."""
_RUN = 2
_MOST_HITS = 40
_ROOM = 200
"""Letters around the quotation that are compared too."""
_OMITTED = 3000
_STRAY = 3
"""Words between one agreeing word of an order and the next, at most."""

Word = tuple[Place, Place, str]


def compare_words(text: OrderText, reading: str) -> Found | None:
    """Return the words of an order that are nearest to a quotation, and each difference, or None if
    too few agree. A long quotation is compared piece by piece.
    """
    words, gaps = read_words(reading)
    least = _LEAST_OF_FEW if len(words) < _FEW else _LEAST
    compared = words[:MOST_WORDS]
    size = ceil(len(compared) / max(1, ceil(len(compared) / _AT_ONCE)))
    differences: list[Difference] = []
    places: list[Place] = []
    agreeing = total = 0
    for start in range(0, len(compared), size or 1):
        check_time()
        piece = compared[start : start + size]
        found = _compare(text, piece, {gap - start for gap in gaps}, differences)
        if found is None:
            quoted = " ".join(printed for printed, *_ in piece)
            differences.append(Difference(quoted, "", announced=False))
            total += len(piece)
        else:
            places += found[:2]
            agreeing += found[2]
            total += found[3]
        if agreeing < least * total:
            return None
    if not places or (not differences and len(words) == len(compared)):
        return None
    return Found(text, min(places), max(places), tuple(differences), agreement=agreeing / total)


def _compare(
    text: OrderText,
    words: Sequence[tuple[str, str, bool]],
    gaps: Container[int],
    differences: list[Difference],
) -> tuple[Place, Place, int, int] | None:
    """Compare some words with those nearest to them, and add the differences; return the first and
    last character of these, how many words agree, and of how many.
    """
    letters = [word for _, word, _ in words]
    omitted = sum(at in gaps for at in range(len(words)))
    region = _find_region(text, letters, omitted)
    there = _narrow(letters, list(text.list_words(*region)), bool(omitted)) if region else []
    if not there:
        return None
    matcher = SequenceMatcher(None, letters, [word for *_, word in there], autojunk=False)
    agreeing, announced_words = 0, 0
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal" or "".join(letters[i:j]) == "".join(word for *_, word in there[k:m]):
            agreeing += j - i
            continue
        told = all(in_bracket for *_, in_bracket in words[i:j]) if i < j else i in gaps
        if told:
            agreeing += j - i
            announced_words += max(0, m - k - (j - i))
        quoted = " ".join(printed for printed, *_ in words[i:j])
        here = text.take(there[k][0], there[m - 1][1]).strip() if k < m else ""
        differences.append(Difference(quoted, here, announced=told))
    total = max(len(letters), len(there) - announced_words)
    return there[0][0], there[-1][1], agreeing, total


def _find_region(text: OrderText, letters: Sequence[str], gaps: int) -> tuple[int, int] | None:
    """Return the letters between which most runs of the words are."""
    hits = sorted(_list_hits(text, letters))
    size = sum(map(len, letters))
    room = size + size // 2 + _ROOM + gaps * _OMITTED
    best, first = (0, 0, 0), 0
    counts: dict[int, int] = {}
    for place, (at, run) in enumerate(hits):
        counts[run] = counts.get(run, 0) + 1
        while at - hits[first][0] > room:
            gone = hits[first][1]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            first += 1
        best = max(best, (len(counts), -first, place))
    if not best[0]:
        return None
    return hits[-best[1]][0] - size - _ROOM, hits[best[2]][0] + size + _ROOM


def _list_hits(text: OrderText, letters: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the start of each run of two words, and which run it is."""
    for run in range(len(letters) - _RUN + 1):
        wanted = "".join(letters[run : run + _RUN])
        at, tries = text.letters.find(wanted), 0
        while at >= 0 and tries < _MOST_HITS:
            yield at, run
            at, tries = text.letters.find(wanted, at + 1), tries + 1


def _narrow(letters: Sequence[str], there: list[Word], omits: bool) -> list[Word]:
    """Return the words of the order that match the quotation, without those around them."""
    matcher = SequenceMatcher(None, letters, [word for *_, word in there], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return []
    if not omits:
        blocks = _drop_strays(blocks)
    first = max(0, blocks[0].b - blocks[0].a)
    last = blocks[-1].b + (len(letters) - blocks[-1].a)
    return there[first:last]


def _drop_strays(blocks: list[Agreeing]) -> list[Agreeing]:
    """Leave out words that agree by chance: those separated from the longest agreeing run by more
    differing words than they are.
    """
    longest = max(range(len(blocks)), key=lambda place: blocks[place].size)
    gaps = [
        (other.b - one.b) - (other.a - one.a) for one, other in pairwise(blocks)
    ]  # words of the order that are not in the quotation
    sizes = [block.size for block in blocks]
    first, last = 0, len(blocks)
    for place in range(longest, 0, -1):
        if gaps[place - 1] > max(_STRAY, sum(sizes[:place])):
            first = place
            break
    for place in range(longest + 1, len(blocks)):
        if gaps[place - 1] > max(_STRAY, sum(sizes[place:])):
            last = place
            break
    return blocks[first:last]
