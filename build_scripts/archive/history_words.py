"""Words with which a decision acts on another: "VACATES the Order (ECF No. 45)"."""

from build_scripts.model.subsequent_history import HistoryKind as K
from build_scripts.model.text.pattern_table import read_patterns

WORDS = read_patterns(__package__, "history_words.toml")
_WHOLE = {
    stem: kind
    for kind, stems in (
        (K.AFFIRMED, "affirm"),
        (K.REVERSED, "revers"),
        (K.VACATED, "vacat set rescind"),
        (K.AMENDED, "amend modif correct"),
        (K.WITHDRAWN, "withdr"),
        (K.SUPERSEDED, "supersed"),
        (K.ADOPTED, "adopt accept approv"),
        (K.REJECTED, "reject declin"),
        (K.STAYED, "stay"),
    )
    for stem in stems.split()
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
