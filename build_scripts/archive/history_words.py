"""Words with which a decision acts on another: "VACATES the Order (ECF No. 45)"."""

from build_scripts.model.subsequent_history import HistoryKind as K
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "history_words.toml")
WORK = _PATTERNS.WORK
REPORT = _PATTERNS.REPORT
ACTIVE = _PATTERNS.ACTIVE
PASSIVE = _PATTERNS.PASSIVE
DOUBT = _PATTERNS.DOUBT
MOTION = _PATTERNS.MOTION
OTHER_OBJECT = _PATTERNS.OTHER_OBJECT
IN_PART = _PATTERNS.IN_PART
_WHOLE = {
    "affirm": K.AFFIRMED,
    "revers": K.REVERSED,
    "vacat": K.VACATED,
    "set": K.VACATED,
    "rescind": K.VACATED,
    "amend": K.AMENDED,
    "modif": K.AMENDED,
    "correct": K.AMENDED,
    "withdr": K.WITHDRAWN,
    "supersed": K.SUPERSEDED,
    "adopt": K.ADOPTED,
    "accept": K.ADOPTED,
    "approv": K.ADOPTED,
    "reject": K.REJECTED,
    "declin": K.REJECTED,
    "stay": K.STAYED,
}
_PART = {
    K.AFFIRMED: K.AFFIRMED_IN_PART,
    K.REVERSED: K.REVERSED_IN_PART,
    K.VACATED: K.VACATED_IN_PART,
    K.RECONSIDERED: K.RECONSIDERED_IN_PART,
    K.ADOPTED: K.ADOPTED_IN_PART,
    K.REJECTED: K.ADOPTED_IN_PART,
}


def read_kind(verb: str, *, in_part: bool = False) -> K:
    """Return the action of a verb in any form: "VACATES", "set aside", "amending"."""
    word = verb.lower()
    kind = next(kind for stem, kind in _WHOLE.items() if word.startswith(stem))
    return _PART.get(kind, kind) if in_part else kind


def restrict(kind: K) -> K:
    """Return the same action, in part."""
    return _PART.get(kind, kind)
