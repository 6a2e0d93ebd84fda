"""The order in which people look things up: "F.3d 9" before "F.3d 10"."""

from build_scripts.model.text.pattern import Pattern

_NUMBERS = Pattern(r"\d+|\D+", accepts=["12", "Fed. R. Civ. P. 12"], refuses=[""])


def count_naturally(text: str) -> list[tuple[int, str]]:
    """Return a key that sorts "9" before "10": numbers by their value, the rest by its letters."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in _NUMBERS.findall(text.casefold())
    ]
