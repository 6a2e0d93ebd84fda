"""States and territories as citations abbreviate them (Bluebook table T10.1)."""

import re

from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.pattern_table import read_table

# Bluebook abbreviation, then other spellings found in orders.
STATES: dict[str, tuple[str, ...]] = {
    abbreviation: tuple(others)
    for abbreviation, others in read_table(__package__, "states.toml").items()
}


def name_state(printed: str) -> str:
    """Return the Bluebook abbreviation of a state as printed ("California", "Cal" → "Cal.")."""
    return _BY_SPELLING[normalize_alnum(printed)]


def is_state(printed: str) -> bool:
    """Return whether words are a state's name, in any spelling, and nothing else."""
    return normalize_alnum(printed) in _BY_SPELLING


def is_sovereign(printed: str) -> bool:
    """Return whether words are a state's name, or "State of" and one."""
    return is_state(re.sub(r"(?i)^state\s+of\s+", "", printed))


def state_pattern() -> str:
    """Return a regular expression for every spelling, longest first; spaces may be missing."""
    spellings = {s for abbreviation, others in STATES.items() for s in (abbreviation, *others)}
    parts = []
    for spelling in sorted(spellings, key=lambda s: (-len(s), s)):
        words = spelling.replace("'", "[’']").replace(".", r"\.?").split()
        pattern = r"\s?".join(words) if "." in spelling else r"\s".join(words)
        if spelling.count(".") > 1:
            pattern = pattern.replace(r"\.?", r"\.?\s?", spelling.count(".") - 1)
        parts.append(pattern)
    return rf"(?:{'|'.join(parts)})"


def abbreviation_pattern() -> str:
    """Return a regular expression for the states as table T10.1 prints them."""
    return f"(?:{'|'.join(STATES)})".replace(".", r"\.").replace(" ", r"\s?")


def full_name_pattern() -> str:
    """Return a regular expression for the states' names in full, longest first."""
    names = {others[0] if others else abbreviation for abbreviation, others in STATES.items()}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(longest_first)})".replace(" ", r"\s")


_BY_SPELLING = {
    normalize_alnum(spelling): abbreviation
    for abbreviation, others in STATES.items()
    for spelling in (abbreviation, *others)
}
