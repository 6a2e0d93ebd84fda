"""Whether a page's text layer is one: missing, of another script's codes, or good."""

import re
from collections import Counter

from build_scripts.model.text.pattern import Pattern

FEWEST_LETTERS = 20  # letters and digits of a page with a text layer of its own
# A stamp that the court's system printed over a scan is no text layer.
STAMP = Pattern(
    r"""
    (?:Case|Appeal) \s? [:\#]? \s{0,3} \S{0,20}\d\S{0,30} \s .{0,80}?
    (?:\bDoc(?:ument|ket)?\b | \bECF\b | \bDktEntry\b | \bPageID\b | \bEntry\ ID\b) .{0,120}
    """,
    re.VERBOSE,
    accepts=[
        "Case 3:24-cv-04321-QRS Document 7 Filed 02/03/25 Page 1 of 2",
        "Case: 1:24-cv-00123 Document #: 45",
        "Case 1:24-cv-00123-QRS-TUV ECF No. 45, PageID.678 Filed 02/03/25 Page 1 of 9",
        "Case 24-10123-abc Doc 45 Filed 02/03/25 Entered 02/03/25 10:11:12 Page 1 of 9",
        "Case: 24-55123, 02/03/2025, ID: 12345678, DktEntry: 45-1, Page 1 of 9",
        "USCA4 Appeal: 24-1234 Doc: 45 Filed: 02/03/2025 Pg: 1 of 9",
        "Appellate Case: 24-1234 Page: 1 Date Filed: 02/03/2025 Entry ID: 4994321",
        "USCA Case #24-1234 Document #1912345 Filed: 02/03/2025 Page 1 of 9",
    ],
    refuses=[
        "The case is closed.",
        "Document 7",
        "Case management and Document 7",
        "Case No. 24-1234",
    ],
)
LETTER = Pattern(
    r"[^\W_]",
    accepts=["a", "7", "é"],
    refuses=["—", "_", "\ufffd"],
)
# The commonest words make a fifth of English prose.
FUNCTION_WORD = Pattern(
    r"\b(?:the|of|and|to|in|that|is|for|on|by|a|or|as|be|not)\b",
    re.IGNORECASE,
    accepts=["The", "by and by"],
    refuses=["theory", "often", "THEREOF"],
)
WORD = Pattern(
    r"[^\W\d_]+",
    accepts=["word", "é", "9th"],
    refuses=["12", "_", "§ 5."],
)
FEWEST_WORDS = 60
FUNCTION_SHARE = 0.05
# What a font without a map gives: no character, one for private use, a control character.
UNMAPPED = Pattern(
    r"[\x00-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufffd]",
    accepts=["\x01", "\uf0b7", "\ufffd"],
    refuses=["word", "\t\r\n", "é"],
)
UNMAPPED_SHARE = 0.2
# Letters a thousand of English text (Lewand, Cryptological Mathematics, 2000).
USUAL = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (
            82,
            15,
            28,
            43,
            127,
            22,
            20,
            61,
            70,
            2,
            8,
            40,
            24,
            67,
            75,
            19,
            1,
            60,
            63,
            91,
            28,
            10,
            24,
            2,
            20,
            1,
        ),
        strict=True,
    )
)
LEAST_LIKENESS = 0.4  # lists of names and addresses have 0.8, letters put for others about 0


def has_words(layer: str) -> bool:
    """Return whether the page has text other than the court's stamp."""
    found = LETTER.finditer(STAMP.sub("", layer))
    return sum(1 for _, _ in zip(range(FEWEST_LETTERS), found, strict=False)) >= FEWEST_LETTERS


def is_garbage(layer: str) -> bool:
    """Return whether a text layer's characters are wrong: its font's map is missing or wrong.

    Prose has function words; a list of names has none, but the letters of English.
    """
    unmapped = len(UNMAPPED.findall(layer))
    if unmapped > UNMAPPED_SHARE * len(layer):
        return True
    words = WORD.findall(layer)
    if len(words) < FEWEST_WORDS:
        return False
    common = len(FUNCTION_WORD.findall(layer))
    return common < FUNCTION_SHARE * len(words) and _measure_likeness(layer) < LEAST_LIKENESS


def _measure_likeness(text: str) -> float:
    """Return how the letters' frequencies correlate with those of English, from -1 to 1."""
    counts = Counter(text.lower())
    seen = [counts[letter] for letter in USUAL]
    mean, usual_mean = sum(seen) / len(seen), sum(USUAL.values()) / len(USUAL)
    across = sum(
        (n - mean) * (usual - usual_mean) for n, usual in zip(seen, USUAL.values(), strict=True)
    )
    spread = sum((n - mean) ** 2 for n in seen) * sum((n - usual_mean) ** 2 for n in USUAL.values())
    return across / spread**0.5 if spread else 0.0
