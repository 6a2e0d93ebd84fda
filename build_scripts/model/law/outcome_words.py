"""Words of decision: the outcome and the qualifiers that a ruling's sentence states."""

from collections.abc import Iterable

from build_scripts.model.description import Outcome, Qualifier
from build_scripts.model.text.pattern_table import read_patterns, read_rows, read_table

_FILE = "outcome_words.toml"
_STEMS = {
    stem: Outcome(outcome) for stem, outcome in read_table(__package__, _FILE)["stems"].items()
}
_OF_APPEALS = frozenset({Outcome.AFFIRMED, Outcome.REVERSED, Outcome.VACATED})
_QUALIFIERS = tuple(
    (Qualifier(row.name), row.pattern) for row in read_rows(__package__, _FILE, "qualifier")
)
_PATTERNS = read_patterns(__package__, _FILE)


def read_outcome(word: str) -> Outcome | None:
    """Return the outcome of a verb in any form: "GRANTS", "denied", "affirming"."""
    lower = " ".join(word.lower().split())
    return next((outcome for stem, outcome in _STEMS.items() if lower.startswith(stem)), None)


def read_outcomes(words: Iterable[str | None], text: str) -> Outcome | None:
    """Return one outcome of the words that decide one motion in `text`, of whatever form."""
    outcomes = (read_outcome(word) for word in words if word)
    return combine_outcomes([outcome for outcome in outcomes if outcome], text)


def combine_outcomes(outcomes: list[Outcome], text: str) -> Outcome | None:
    """Return one outcome of the verbs that decide one motion in `text`.

    "GRANTS IN PART and DENIES IN PART" is granted in part; "affirmed in part, reversed in part" is
    affirmed in part; "reverse and remand" is reversed.
    """
    if not outcomes:
        return None
    known = set(outcomes)
    if _OF_APPEALS & known:
        text = _PATTERNS.DONE_BELOW.sub("", text)
    partly = bool(_PATTERNS.IN_PART.search(text))
    if Outcome.AFFIRMED in known and (partly or known & {Outcome.REVERSED, Outcome.VACATED}):
        return Outcome.AFFIRMED_IN_PART if len(known) > 1 or partly else Outcome.AFFIRMED
    ended = known & {Outcome.DISMISSED, Outcome.MOOT, Outcome.WITHDRAWN}
    if ended and Outcome.DENIED in known and Outcome.GRANTED not in known:
        # "dismiss the petition in part and deny it in part": nothing is given
        return Outcome.DENIED
    both = Outcome.GRANTED in known and known & {Outcome.DENIED, Outcome.MOOT, Outcome.WITHDRAWN}
    if both or (known & {Outcome.GRANTED, Outcome.DENIED} and partly):
        return Outcome.GRANTED_IN_PART
    for outcome in (Outcome.REVERSED, Outcome.VACATED):
        if outcome in known:
            return outcome
    return outcomes[0]


def correct_outcome(outcome: Outcome, sentence: str) -> Outcome:
    """Return the outcome as the rest of its sentence leaves it: DENIED if it grants nothing and
    denies a part, GRANTED_IN_PART if less is given than was asked for, AFFIRMED_IN_PART if it
    reverses a part and "otherwise" affirms, or affirms with an exception.
    """
    if outcome is Outcome.GRANTED_IN_PART and _PATTERNS.DENIED_IN_PART.search(sentence):
        return Outcome.DENIED
    if outcome is Outcome.DENIED and _PATTERNS.DENIED_BUT.search(sentence):
        return Outcome.GRANTED_IN_PART
    partly = outcome in _OF_APPEALS and _PATTERNS.AFFIRMED_BUT.search(sentence)
    return Outcome.AFFIRMED_IN_PART if partly else outcome


def list_qualifiers(text: str) -> tuple[Qualifier, ...]:
    """List the qualifiers that a ruling's own sentence states, in the order printed."""
    found = [
        (match.start(), qualifier)
        for qualifier, pattern in _QUALIFIERS
        if (match := pattern.search(text))
    ]
    return tuple(qualifier for _, qualifier in sorted(found, key=lambda pair: pair[0]))
