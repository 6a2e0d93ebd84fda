"""Comparison of names of a case: "Daigle v. Maine Med. Ctr." and its full form."""

import re
from enum import IntEnum
from functools import lru_cache

from build_scripts.model.text.pattern import Pattern

_COMMON_WORDS = """
    the of and for in re ex rel parte et al v vs inc llc llp co corp company corporation ltd state
    united states america us people commonwealth city county matter estate application plaintiff
    defendant appellant appellee petitioner respondent appellants appellees plaintiffs defendants
    usa government department dept commissioner secretary attorney general doe does
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_VERSUS = Pattern(
    r"\s(?:v|vs|versus)\.?\s",
    accepts=["Wren v. Finch", "Wren vs Finch", "Wren versus Finch"],
    refuses=["Anton V. Heronson", "In re Wren"],
)


class NameMatch(IntEnum):
    """The degree to which two names agree."""

    DIFFERENT = 0
    PART = 1  # one party, or a party so common that the name alone decides nothing
    SAME = 2


def match_names(one: str, other: str) -> NameMatch:
    """Compare two case names party by party; abbreviations match the words they shorten. SAME takes
    every party and two uncommon words: "United States v. Smith" is many cases.
    """
    left, right = _read_parties(one), _read_parties(other)
    if not any(left) or not any(right):
        return NameMatch.PART  # "In re United States" decides neither for a case nor against one
    agreeing = 0
    fitting = 0
    for ours, theirs in zip(left, right, strict=False):
        shared = _count_shared(ours, theirs)
        agreeing += shared
        fitting += bool(shared) or (not ours and not theirs)
    if not agreeing:
        crosswise = any(_count_shared(ours, theirs) for ours in left for theirs in right)
        return NameMatch.PART if crosswise else NameMatch.DIFFERENT
    whole = len(left) == len(right) and fitting == len(left)
    return NameMatch.SAME if whole and agreeing >= 2 else NameMatch.PART


def may_be_one_case(one: str, other: str) -> bool:
    """Return whether two names can be one case's in two courts, where parties change sides and drop
    out: every uncommon party of the name with fewer is one of the other.
    """
    left, right = ([party for party in _read_parties(name) if party] for name in (one, other))
    fewer, more = sorted((left, right), key=len)
    return bool(fewer) and all(any(_count_shared(a, b) for b in more) for a in fewer)


def may_have_new_official(one: str, other: str) -> bool:
    """Return whether two names differ by one party alone: all words of the other party agree."""
    left, right = ([party for party in _read_parties(name) if party] for name in (one, other))
    agreeing = [
        ours
        for ours in left
        for theirs in right
        if _count_shared(ours, theirs) == min(len(ours), len(theirs))
    ]
    return len(left) == len(right) == 2 and len(agreeing) == 1


def list_name_words(name: str) -> frozenset[str]:
    """Return the words by which a name distinguishes its case from others."""
    return frozenset(word.strip(".") for party in _read_parties(name) for word in party)


@lru_cache(maxsize=65536)  # cases that are cited often
def _read_parties(name: str) -> list[list[str]]:
    """Return the uncommon words of each party, lower case; an abbreviation keeps its stop."""
    return [
        [
            word
            for raw in side.lower().replace("’", "'").split()
            if (word := re.sub(r"[^\w.&]", "", raw)).strip(".") not in _COMMON
            and len(word.strip(".")) > 1
        ]
        for side in _VERSUS.split(name)
    ]


def _count_shared(ours: list[str], theirs: list[str]) -> int:
    """Return how many words of the shorter party are in the other; 0 if more are not than are."""
    shorter, longer = sorted((ours, theirs), key=len)
    shared = sum(any(_is_same_word(a, b) for b in longer) for a in shorter)
    return shared if 2 * shared >= len(shorter) else 0


def _is_same_word(one: str, other: str) -> bool:
    a, b = one.strip("."), other.strip(".")
    if a[:1] != b[:1] or a == b:
        return a == b
    a, b = sorted((a, b), key=len)
    if len(a) < 2:
        return False
    # "Med." for Medical, "Ctr." for Center: the letters in their order
    rest = iter(b)
    return one.endswith(".") is not other.endswith(".") and all(char in rest for char in a)
