"""Compare values of two sources that may name the same thing in other words."""

import datetime
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from build_scripts.model.description import Judge
from build_scripts.model.law.docket_numbers import agree
from build_scripts.model.law.judges import NamedJudge
from build_scripts.model.partial_date import AnyDate, PartialDate

# Words of a case name that two printings of it need not share.
# Accepted: "v", "vs", "et al", "the", "Inc", "Corp", "Co", "LLC"; refused: "Corporate"
_FORM_WORDS = frozenset(
    """a al al. an and association assn co company corp corporation et ex ex. for in inc
    incorporated llc llp lp ltd limited matter no nos of on parte re state states the u united us v
    versus vs""".split()
)

_FEWEST_INITIALS = 3


def names_agree(one: str, other: str) -> bool:
    """Return whether one name's significant words are, but for abbreviations, the other's."""
    words, others = _list_weighty(one), _list_weighty(other)
    if not words or not others:
        return True
    fewer, more = sorted((words, others), key=len)
    shared = sum(1 for word in fewer if any(_shortens(word, each) for each in more))
    return shared >= 0.5 * len(fewer) or (len(fewer) == 1 and _are_initials(fewer[0], more))


def _are_initials(word: str, words: Sequence[str]) -> bool:
    """Return whether a word has the last words' initials: "DCYF" of "… Children, Youth, Families".

    A state's name in front may be missing from it.
    """
    initials = "".join(each[0] for each in words)
    return len(word) >= _FEWEST_INITIALS and initials.endswith(word)


def shortens_each_word(one: str, other: str) -> bool:
    """Return whether two names have the same significant words in order, but for abbreviations."""
    words, others = _list_weighty(one), _list_weighty(other)
    return len(words) == len(others) and all(map(_shortens, words, others))


def _list_weighty(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", name.lower().replace("’", "'").replace("'s", ""))
    return [word for word in words if word not in _FORM_WORDS and len(word) > 1]


def _shortens(one: str, other: str) -> bool:
    """Return whether two words may be one, abbreviated: "Int" for "International"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[: max(3, len(short) - 1)]) or _is_contracted(short, long)


def _is_contracted(short: str, long: str) -> bool:
    """Return whether `long` has the letters of `short` in order, first and last alike: "Natl"."""
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def judges_agree(one: Judge, other: Judge) -> bool:
    """Return whether two judges may be one: a common surname, or a name that only one has."""
    if not one.name or not other.name:
        return True
    return NamedJudge(one.name, None).surname == NamedJudge(other.name, None).surname


def dates_agree(one: AnyDate, other: AnyDate) -> bool:
    """Return whether two dates may be one: equal, or a day in the month or year of the other."""
    for whole, part in ((one, other), (other, one)):
        if isinstance(part, PartialDate) and isinstance(whole, datetime.date):
            return part.includes(whole)
    return one == other


AGREEMENTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "case_name": names_agree,
    "date": dates_agree,
    "docket_numbers": agree,
    "judges": judges_agree,
}
"""By field; values of any other field agree where they are equal."""


def claims_agree(field: str, ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    """Return whether two sources' values can both be right: a missing one agrees with any.

    Several values agree where they share one: a list beside the text is often a part of it.
    """
    agrees: Callable[[Any, Any], bool] = AGREEMENTS.get(field, operator.eq)
    return not ours or not theirs or any(agrees(a, b) for a in ours for b in theirs)
