"""Which ruling of an answer is which ruling of a label."""

import re
from typing import Any

_APPEAL = re.compile(
    r"\bappeals?\b|\bwrit\s+of\s+(?:certiorari|error)\b|\bpetition\s+for\s+review\b", re.IGNORECASE
)
_CASE = re.compile(
    r"^\W*(?:the\s+)?(?:action|case|complaint|petition|lawsuit|matter|proceeding|claims?)\b",
    re.IGNORECASE,
)
_MOTION = re.compile(r"\b(?:motions?|applications?|requests?|objections?)\b", re.IGNORECASE)
# What every motion's wording may hold.
_LIGHT = frozenset(
    """a an and as at by cross defendant defendants ex file first for from granting his her in its
    leave motion motions application applications request requests joint of on order parte party
    petition petitioner plaintiff plaintiffs renewed second that the their third to under with
    temporary""".split()
)

Ruling = dict[str, Any]


def list_weighty_stems(wording: str) -> set[str]:
    """The stems of the words that tell one motion from another."""
    words = re.findall(r"[a-z0-9§]+", re.sub(r"['’]s?\b", "", wording.lower()))
    return {word[:6] for word in words if word not in _LIGHT}


def _is_appeal(wording: str) -> bool:
    """An appeal, even one from a ruling on motions; not a motion about an appeal."""
    found = _APPEAL.search(wording)
    return bool(found and (found.start() == 0 or not _MOTION.search(wording)))


def is_same_motion(one: str, other: str) -> bool:
    """Whether two wordings name one motion, by the rule in `gold_rules`."""
    appeals = [_is_appeal(each) for each in (one, other)]
    cases = [bool(_CASE.match(each)) for each in (one, other)]
    if all(appeals) or all(cases):
        return True
    if any(appeals):
        return False
    words, others = list_weighty_stems(one), list_weighty_stems(other)
    fewer = min(len(words), len(others))
    return bool(words & others) and len(words & others) * 2 >= fewer


def pair_rulings(
    expected: list[Ruling], got: list[Ruling]
) -> list[tuple[Ruling | None, Ruling | None]]:
    """Pair label and answer, each once; what has no partner stands alone.

    Same motion, outcome and entries first, then same motion and outcome, then the same motion.
    """
    pairs: list[tuple[Ruling | None, Ruling | None]] = []
    left, answers = list(expected), list(got)
    for agree in (
        lambda a, b: a["outcome"] == b["outcome"] and set(a["entries"]) == set(b["entries"]),
        lambda a, b: a["outcome"] == b["outcome"],
        lambda _a, _b: True,
    ):
        for one in list(left):
            match = next(
                (
                    other
                    for other in answers
                    if is_same_motion(one["motion"], other["motion"]) and agree(one, other)
                ),
                None,
            )
            if match is not None:
                pairs.append((one, match))
                left.remove(one)
                answers.remove(match)
    return [*pairs, *((one, None) for one in left), *((None, other) for other in answers)]
