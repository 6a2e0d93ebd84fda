"""The numbers that courts print before paragraphs and that lawyers cite: "¶ 12".

Ohio "{¶ 12}", Colorado, Illinois, Utah and Wisconsin "¶12", North Dakota "[¶12]", New Mexico
"{12}", Indiana "[12]".
"""

from collections.abc import Sequence

from build_scripts.model.text.pattern import Pattern

NUMBERED = Pattern(
    r"(?:\*{1,2}\d{1,5}\s?)?(?:[\[{(]\s?(?:¶\s?)?|¶\s?)(?P<number>\d{1,4})"
    r"\s?[\]})]?[.:]?(?=\s|[A-Z“\"]|$)",
    accepts=["¶ 12 The", "¶12. The", "{¶ 12} The", "[¶12] The", "{12} The", "[12]   The",
             "*426¶ 1 The"],
    refuses=["12. The", "¶¶ 12-14", "12 The", "[12a]"],
    by="match",
)  # fmt: skip
FEWEST = 3


def number_paragraphs(texts: Sequence[str]) -> dict[int, int]:
    """Return the printed number of each text that has one, if the numbers count up from 1."""
    numbers: dict[int, int] = {}
    expected = 1
    for index, text in enumerate(texts):
        match = NUMBERED.match(text)
        if match and int(match["number"]) == expected:
            numbers[index] = expected
            expected += 1
    return numbers if len(numbers) >= FEWEST else {}
