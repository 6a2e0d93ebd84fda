"""Signs and letters that OCR takes for others, where the word leaves no doubt.

| read              | printed | why there is no doubt                                |
| ---               | ---     | ---                                                  |
| Jd. /d. [d. ld.   | Id.     | no word ends so; an italic I leans                   |
| /n /nt'l          | In      | no word begins with a stroke                         |
| Int'! Nat'!       | Int'l   | no exclamation follows an apostrophe in a word       |
| ll. lll.          | II. III.| a numeral, at a line's start                         |
| ¥ 11              | ¶ 11    | an amount is next to its sign                         |
"""

from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "lookalikes.toml")


def correct_lookalikes(text: str, first: bool = False) -> str:
    """Return the word as it must have been printed; `first` where it begins its line."""
    if first and _PATTERNS.NUMERAL.match(text):
        return "I" * (len(text) - 1) + "."
    text = _PATTERNS.ID.sub(r"\1Id.", text)
    text = _PATTERNS.SLANTED_I.sub("I", text)
    text = _PATTERNS.APOSTROPHE_L.sub("l", text)
    return _PATTERNS.PARAGRAPH.sub(lambda sign: "¶" * len(sign[0]), text)
