"""Which order a search names, and by which of its words the others are ranked."""

from collections.abc import Callable, Sequence

from build_scripts.searching.query_tokens import fold_words
from build_scripts.searching.recognised import is_common_word

_EXTRAS = frozenset({"inc", "llc", "ltd", "co", "corp", "et", "al", "the", "v", "vs"})

_MOST_LEAVES = 4
"""Of the lists by which orders are ranked, together."""

RankingWord = tuple[tuple[str, ...], str]
"""Words, and how table x is asked for them."""


def choose_short(
    asked: Sequence[RankingWord], count_leaves: Callable[[str], int]
) -> list[RankingWord]:
    """Choose the words with the shortest lists, as long as these lie on few leaves together.

    They are the rarest, so they say most; and a browser fetches each leaf as a file.
    """
    costs = [(sum(map(count_leaves, words)), (words, match)) for words, match in asked]
    left, chosen = _MOST_LEAVES, []
    for cost, one in sorted(costs, key=lambda pair: pair[0]):
        left -= cost
        if left >= 0:
            chosen.append(one)
    return chosen


def score_name(words: Sequence[str], name: str, title: str) -> float:
    """Say how much a search is this case's name and title: more is better.

    The part of the name, of the title or of both that the words make up; one more where the name
    begins with them, in their order.
    """
    wanted = set(words)
    named, titled = fold_words(name), fold_words(title)
    scores = [
        len(wanted) / len(set(held))
        for held in (named, titled, (*named, *titled))
        if held and wanted <= set(held)
    ]
    score = max(scores, default=0.0)
    return score + 1 if _core(named)[: len(_core(words))] == _core(words) else score


def _core(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _EXTRAS and not is_common_word(word)]
