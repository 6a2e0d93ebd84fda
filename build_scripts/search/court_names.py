"""Courts as readers name them with a case: "5th Cir.", "fifth circuit", "sdny"."""

from collections.abc import Iterable, Sequence

from build_scripts.search.case_names import shorten_name

_FILLERS = frozenset({"of", "for", "the", "in", "and", "at", "state"})
_COMMON = frozenset(
    {"us", "ct", "app", "sup", "super", "dist", "cir", "div", "n", "s", "e", "w", "m", "c", "d"}
)
"""Short words that many courts share: alone they name none."""


def write_court_keys(spellings: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of a court with these names."""
    keys: dict[str, None] = {}
    for spelling in spellings:
        words = shorten_name(spelling)
        keys |= dict.fromkeys(list_typed_keys(words))
        keys |= dict.fromkeys(list_typed_keys([word for word in words if word != "ct"]))
    return tuple(keys)


def list_typed_keys(words: Sequence[str]) -> list[str]:
    """Return the keys of a court typed in short words: as typed, and sorted.

    Only the Supreme Court has the key "United States".
    """
    told = [word for word in words if word not in _FILLERS]
    plain = [word for word in told if word != "us"]
    keys = _write_keys(told) if told == ["us"] or {"us", "sup"} <= set(told) else []
    return keys if _COMMON.issuperset(plain) else [*keys, *_write_keys(plain)]


def _write_keys(words: Sequence[str]) -> list[str]:
    return ["".join(words), " ".join(sorted(set(words)))]
