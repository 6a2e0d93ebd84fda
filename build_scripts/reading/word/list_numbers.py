"""The numbers that a word processor prints before list items and does not keep in their text."""

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def print_number(number: int, style: str) -> str:
    """A number in a style of pandoc's ("LowerAlpha", "UpperRoman", …); decimal where none fits."""
    if style in ("LowerAlpha", "UpperAlpha") and 0 < number <= 260:
        letter = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
        return letter.upper() if style == "UpperAlpha" else letter
    if style in ("LowerRoman", "UpperRoman") and 0 < number < 40:
        roman = ""
        rest = number
        for value, letters in ROMAN:
            while rest >= value:
                roman += letters
                rest -= value
        return roman.upper() if style == "UpperRoman" else roman
    return str(number)
