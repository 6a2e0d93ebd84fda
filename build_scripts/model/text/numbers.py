"""Numbers as people print and sort them: counted nouns, Roman numbers, "F.3d 9" before 10."""

from build_scripts.model.text.pattern import Pattern

_NUMBERS = Pattern(r"\d+|\D+", accepts=["12", "Fed. R. Civ. P. 12"], refuses=[""])


def count_naturally(text: str) -> list[tuple[int, str]]:
    """Return a key that sorts "9" before "10": numbers by their value, the rest by its letters."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in _NUMBERS.findall(text.casefold())
    ]


ROMAN = tuple(zip((100, 90, 50, 40, 10, 9, 5, 4, 1), "c xc l xl x ix v iv i".split(), strict=True))
VALUES = {letters: value for value, letters in ROMAN if len(letters) == 1}


def write_roman(number: int) -> str:
    """Return a number below 400 in Roman letters."""
    written = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def read_roman(text: str) -> int:
    """Return the number that Roman letters stand for."""
    values = [VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < f else v for v, f in zip(values, following, strict=True))


def count(number: int, name: str) -> str:
    """Return "1 order", "1,204 orders"; `name` is the singular of a word that takes an s."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"
