"""Signs and letters that OCR takes for others, where the word leaves no doubt.

| read              | printed | why there is no doubt                                |
| ---               | ---     | ---                                                  |
| Jd. /d. [d. ld.   | Id.     | no word ends so; an italic I leans                   |
| /n /nt'l          | In      | no word begins with a stroke                         |
| Int'! Nat'!       | Int'l   | no exclamation follows an apostrophe in a word       |
| ll. lll.          | II. III.| a numeral, at a line's start                         |
| ¥ 11              | ¶ 11    | an amount is next to its sign                         |
"""

from build_scripts.model.text.pattern import Pattern

ID = Pattern(
    r"^([(\[“\"]?)[J/|l\[]d\.(?=$|[,;)”\"])",
    accepts=["Jd.", "/d.", "[d.", "(ld.,", "“Jd.”"],
    refuses=["Id.", "old.", "Jd", "ld.s"],
)
SLANTED_I = Pattern(
    r"^/(?=[a-z])",
    accepts=["/n", "/nt'l"],
    refuses=["and/or", "/N", "/1"],
)
APOSTROPHE_L = Pattern(
    r"(?<=[a-z][’'])!",
    accepts=["Int'!", "Nat’!"],
    refuses=["Stop!", "'!", "INT'!"],
)
NUMERAL = Pattern(
    r"^(?:l{2,3}|\|{2,3})\.$",
    accepts=["ll.", "lll.", "||."],
    refuses=["l.", "ll", "llll.", "all."],
    by="match",
)
PARAGRAPH = Pattern(
    r"^¥+$",
    accepts=["¥", "¥¥"],
    refuses=["¥11", "¶", "¥ 11"],
)


def mend_lookalikes(text: str, first: bool = False) -> str:
    """Return the word as it must have been printed; `first` where it begins its line."""
    if first and NUMERAL.match(text):
        return "I" * (len(text) - 1) + "."
    text = ID.sub(r"\1Id.", text)
    text = SLANTED_I.sub("I", text)
    text = APOSTROPHE_L.sub("l", text)
    return PARAGRAPH.sub(lambda sign: "¶" * len(sign[0]), text)
