"""Find signals for and against a case's name in its form, whatever its place."""

import re

from build_scripts.model.law.party_words import NO_PARTY
from build_scripts.model.text.dates import MONTH, MONTH_IN_FULL
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__, "case_name_form.toml", month_in_full=MONTH_IN_FULL, month=MONTH
)
_MOST_PLACES = 12  # of a name in the prose
_REACH = 50  # characters around a name
_LONG = 9  # words of a side
_VERY_LONG = 13


def _names_party(side: str) -> bool:
    """Return whether a side of a case's name can be a party: no heading, no sentence, no form."""
    return bool(re.search(r"[^\W\d_]", side)) and not NO_PARTY.fullmatch(side)


def has_shape(name: str, *, below: bool) -> bool:
    """Return whether a name has the shape of one: a party on each side, or one of a matter.

    A court on the left is the heading of the paper, except where `below` means that the order
    reviews another court's.
    """
    sides = name.removeprefix("In re ").removeprefix("Ex parte ").split(" v. ")
    heading = len(sides) == 2 and _PATTERNS.COURT.fullmatch(sides[0]) is not None
    if any(map(_PATTERNS.NUMBER.fullmatch, sides)):
        return False
    # Persons of one surname sue each other; those of the same initials are one, read twice.
    if len(sides) == 2 and sides[0] == sides[1] and _PATTERNS.ALONE.fullmatch(sides[0]):
        return False
    return (
        all(map(_names_party, sides))
        and (below or not heading)
        and not _PATTERNS.BROKEN.search(name)
    )


def judge_form(name: str) -> frozenset[str]:
    """Return signals for or against a name from its own words."""
    sides = name.split(" v. ")
    matter = len(sides) == 1
    signals = set() if matter else {"names two sides"}
    for pattern, signal in (
        (_PATTERNS.MONTH, "has a month"),
        (_PATTERNS.PAPER, "has a word of papers"),
        (_PATTERNS.ROLE, "has a role"),
        (_PATTERNS.ODD, "has an odd sign"),
        (_PATTERNS.SUFFIX_ONLY, "begins with an ending"),
        (_PATTERNS.CUT_END, "ends with a joint"),
        (_PATTERNS.SMALL_START, "begins small"),
    ):
        if pattern.search(name):
            signals.add(f"{signal}{' (matter)' if matter and pattern is not _PATTERNS.ODD else ''}")
    if re.search(r"\d", _PATTERNS.KNOWN_DIGITS.sub("", name)):
        signals.add(f"has a digit{' (matter)' if matter else ''}")
    if _PATTERNS.SMALL.search(name.removeprefix("In re ").removeprefix("Ex parte ")):
        signals.add("has a small word")
    if matter and _PATTERNS.LITIGATION.search(name):
        signals.add("names a litigation")
    if (
        sides[-1].startswith("Commissioner")
        or "United States" in sides
        or _PATTERNS.STATE.search(name)
    ):
        signals.add("a sovereign's case")
    longest = max(len(side.split()) for side in sides)
    if longest > _LONG:
        signals.add("is long (matter)" if matter else "is long")
    if longest > _VERY_LONG:
        signals.add("is very long (matter)" if matter else "is very long")
    if not matter and any(len(re.sub(r"\W", "", side)) < 2 for side in sides):
        signals.add("a side of one letter")
    if name.count("(") != name.count(")"):
        signals.add("an open bracket")
    if not matter and len(sides) == 2 and sides[0].lower() == sides[1].lower():
        signals.add("both sides are one")
    return frozenset(signals)


def is_malformed(name: str) -> bool:
    """Return whether a name from a tagger is none: one party is on both sides, or
    a mark or a role is amid a side.
    """
    wrong = {"both sides are one", "has a role", "has an odd sign"}
    return bool(judge_form(name) & wrong)


_COMMON = frozenset(
    "united states state people commonwealth in re estate of the city county matter ex parte"
    " application marriage".split()
)


def judge_support(name: str, prose: str) -> frozenset[str]:
    """Return how the order's prose, in lower case with straight apostrophes, supports a name.

    A party is named in sentences, and called the plaintiff or the defendant; a case that is only
    cited has its parties on either side of a "v." and nowhere else.
    """
    signals = set()
    kinds = set()
    for side in name.split(" v. "):
        words = re.findall(r"[\w'.&-]+", side.lower().replace("’", "'"))
        keys = [word.strip(".,") for word in words if word.strip(".") not in _COMMON]
        places = _find_places(next((key for key in keys if len(key) > 1), ""), prose)
        named = [place for place in places if not _PATTERNS.CITED.search(place)]
        kinds.add("named" if named or not any(keys) else "cited" if places else "silent")
        if any(_PATTERNS.CALLED.search(place) for place in named):
            signals.add("a side is called a party")
    kind = " and ".join(sorted(kinds))
    return frozenset({*signals, f"its sides in the text: {kind}"})


def _find_places(key: str, prose: str) -> list[str]:
    """Return the text around the first mentions of a word."""
    places: list[str] = []
    at = prose.find(key) if key else -1
    while at >= 0 and len(places) < _MOST_PLACES:
        end = at + len(key)
        if not (prose[at - 1 : at].isalnum() or prose[end : end + 1].isalnum()):
            places.append(prose[max(0, at - _REACH) : end + _REACH])
        at = prose.find(key, end)
    return places
