"""The numbers that a word processor prints before list items and does not keep in their text."""

from build_scripts.model.text.numbers import write_roman
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "list_numbers.toml")
BULLET = "•"
HIGHEST = 1_000_000
LETTERS = 260  # the last that doubled letters number: "zzzzzzzzzz"


def print_number(number: int, style: str) -> str:
    """Return a number in letters ("a", "A") or roman ("i", "I"), else in decimal."""
    if style in ("a", "A") and 0 < number <= LETTERS:
        letter = chr(ord(style) + (number - 1) % 26)
        return letter * (1 + (number - 1) // 26)
    if style in ("i", "I") and 0 < number < 40:
        roman = write_roman(number)
        return roman.upper() if style == "I" else roman
    return str(number)


def count_item(reached: dict[int, int], level: int, start: int, given: str | None = None) -> None:
    """Count the next item at a level, from `start` or as `given`; deeper levels start again."""
    reached[level] = min(HIGHEST, read_integer(given, reached.get(level, start - 1) + 1))
    for deeper in [of for of in reached if of > level]:
        del reached[deeper]


def read_integer(text: str | None, otherwise: int) -> int:
    """Return a whole number of up to nine digits, else `otherwise`."""
    return int(text) if text is not None and _PATTERNS.INTEGER.fullmatch(text) else otherwise
