"""Which order a search names: its docket, its report, its case or its title."""

from collections.abc import Sequence

from build_scripts.searching.query_tokens import fold_words
from build_scripts.searching.recognised import is_common_word

_EXTRAS = frozenset({"inc", "llc", "ltd", "co", "corp", "et", "al", "the", "v", "vs"})


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
