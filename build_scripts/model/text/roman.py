"""Roman numbers in small letters, as pages, headings and list items are numbered."""

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
