"""The order that a search names, and the words that rank the others."""

from collections.abc import Callable, Sequence

from build_scripts.search.case_names import is_extra, list_units, shorten_name
from build_scripts.search.expressions import RankingWord

_MOST_LEAVES = 3
"""What a search of words reads in all: one leaf of table n per word, the rest for relevance."""


def choose_short(asked: Sequence[RankingWord], locate: Callable[[str], range]) -> list[RankingWord]:
    """Choose the words with the shortest lists, as long as these are on few leaves together.

    They are the rarest, so they distinguish most; and a browser fetches each leaf as a file. What
    the search itself has read costs nothing, and neither does a leaf of an earlier word. `locate`
    names the leaves of table x with a word's list.
    """
    chosen = [one for one in asked if one.is_read]
    others = [one for one in asked if not one.is_read]
    read = {leaf for one in chosen for word in one.words for leaf in locate(word)}
    left = max(1, _MOST_LEAVES - len(others))
    wanted = [(one, {leaf for word in one.words for leaf in locate(word)}) for one in others]
    for one, leaves in sorted(wanted, key=lambda pair: len(pair[1])):
        more = leaves - read
        if len(more) <= left:
            left -= len(more)
            read |= more
            chosen.append(one)
    return chosen


def score_name(words: Sequence[str], name: str, title: str) -> float:
    """Return how much of a search is this case's name and title: more is better.

    The score is the part of the name, of the title or of both that the words cover; one more if the
    name begins with them, in their order.
    """
    asked = [unit.short for unit in list_units(words)]
    wanted = set(asked)
    named, titled = shorten_name(name), shorten_name(title)
    scores = [
        len(wanted) / len(set(held))
        for held in (named, titled, (*named, *titled))
        if held and wanted <= set(held)
    ]
    score = max(scores, default=0.0)
    return score + 1 if _core(named)[: len(_core(asked))] == _core(asked) else score


def _core(words: Sequence[str]) -> list[str]:
    return [word for word in words if not is_extra(word)]
