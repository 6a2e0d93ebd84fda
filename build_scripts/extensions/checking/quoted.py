"""A quotation in the form that is compared: letters, digits and signs of numbers, with the changes
that its ellipses and brackets mark.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from build_scripts.api import Pattern

FEWEST_WORDS = 4
LONGEST = 200_000
"""Characters of a quotation that are compared."""

_WORD = Pattern(r"[^\W_]+", accepts=["a b", "_a", "12"], refuses=["_", "§ —"])
_SIGNS = " .,:;/()-$¢£¥€%"
"""The signs of numbers that are compared. `mark_numbers` replaces each by a noncharacter, which no
text has: from U+FDD0 within a number, from U+FDE0 if there is a space next to it.
"""
_TIGHT, _LOOSE = 0xFDD0, 0xFDE0
_COMPARED = Pattern(
    "(?:[^\\W_]|[\ufdd0-\ufddf])++[\ufde0-\ufdef]?|[\ufde0-\ufdef]",
    accepts=["a b", "1\ufdd15", "\ufde2"],
    refuses=["_", "§ —"],
)
_AMOUNT = Pattern(
    r"[$¢£¥€%](?=\s?\.?[0-9])|(?:(?<=[0-9])|(?<=[0-9]\s))[$¢£¥€%]|(?<![^\s($])\.(?=[0-9])",
    accepts=["$5", "£ 5", "5%", "5 €", "was .08 percent"],
    refuses=["$ and %", "No.5", "1.5", "F.3d"],
)
_BETWEEN_DIGITS = Pattern(
    r"(?<=[0-9])[\W_]+(?=[0-9])",
    accepts=["1.5", "1,\n000", "25–35", "12 14"],
    refuses=["12", "No. 5", "F.3d"],
)
_SEPARATORS = {sign: sign for sign in ".,:;/()"} | dict.fromkeys("-‐‑‒–—―−", "-") | {"⁄": "/"}
_SUPERSCRIPTS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹\u00ad\u200b\u200c\u200d\u2060\ufeff")
_OMISSION = Pattern(
    r"(?:\.\s?){3,}|…|(?:\*\s?){3,}",
    accepts=["the court . . . held", "the court… held", "the court * * * held", "ends . . . ."],
    refuses=["the court. It held", "a.b", "* See"],
)
_BRACKET = Pattern(
    r"\[[^\[\]]{0,200}\]"
    r"|\((?:cleaned up|(?:internal )?(?:citations?|footnotes?|quotations?|emphasis|alterations?"
    r"|brackets|ellips[ei]s)\b[^()]{0,60}\b(?:omitted|added|altered|removed|original))[^()]{0,60}\)",
    re.IGNORECASE,
    accepts=["[t]he court", "[the movant]", "claim[]", "(citation omitted)", "(cleaned up)",
             "(internal quotation marks and citations omitted)", "(emphasis in original)"],
    refuses=["(the movant)", "[an open one", "(the clerk omitted it)", "(emphasis)"],
)  # fmt: skip
_NO_WORDS = Pattern(
    r"\[\s*(?:sic|fn\.?\s?\d{1,3}|n\.\s?\d{1,3}|\d{1,3})\s*\.?\]",
    re.IGNORECASE,
    accepts=["[sic]", "[FN3]", "[3]", "[n. 4]"],
    refuses=["[1998 amendments]", "[t]", "[]"],
    by="fullmatch",
)
_SAID_OMITTED = Pattern(
    r"^\(|\b(?:omitted|emphasis|alterations?)\b",
    re.IGNORECASE,
    accepts=[
        "(cleaned up)",
        "[citations omitted]",
        "[emphasis added]",
        "[alterations in original]",
    ],
    refuses=["[t]", "[the movant]", "[emphasize]"],
)
# A footnote's mark, copied from a page after the word or its stop.
_MARK = Pattern(
    r"""(?<=[a-z])(?P<stop>[.,;:!?)”’"']{0,3})\d{1,3}(?=[\s”’"']|$)""",
    accepts=["the motion.3 The", "the motion,12 and", "the motion3 is", "he said.”4 The"],
    refuses=["Rule 12 is", "at 1.5 percent", "F.3d", "the motion. 3 days", "2017"],
)
# The number of a line of pleading paper, alone or before the line's words.
_LINE_NUMBER = Pattern(
    r"(?:(?<=\n)|\A)[^\S\n]{0,40}(?P<number>[12]?\d)(?=\s|$)",
    accepts=["is\n12 moot", "is\n  3\nmoot", "is\n28 moot", "12 days"],
    refuses=["is\n1998 was", "is\n31 days", "in 12 days"],
)


class Piece(Enum):
    """The kind of a part of a quotation."""

    WORDS = auto()
    OMISSION = auto()  # an ellipsis: any words
    CHANGE = auto()  # a bracket: few words, or letters of one


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a quotation, as printed; `letters` are those of its words, folded.

    `opens` and `closes` are true if it begins or ends within a word, at a bracket.
    """

    kind: Piece
    text: str
    letters: str
    opens: bool = False
    closes: bool = False

    @property
    def words(self) -> list[str]:
        """Return its whole words, folded."""
        found = list_words(self.text)
        return found[int(self.opens) : len(found) - int(self.closes)]


class _Folding(dict[int, str]):
    """The folded form of each character, computed on first use."""

    def __missing__(self, code: int) -> str:
        if _TIGHT <= code < _LOOSE + len(_SIGNS):
            return _SIGNS[code & 0xF]
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        letters = "".join(sign for sign in plain if sign.isalnum() or sign == "⁄")
        self[code] = letters.replace("⁄", "/")  # "½" is "1⁄2"
        return self[code]


FOLDING = _Folding()


def mark_numbers(text: str) -> str:
    """Return a text, equally long, with the signs of its numbers replaced: the currency and percent
    signs and leading points of amounts, and between two digits the first separator, else a blank.
    """
    marked = _AMOUNT.sub(lambda found: chr(_TIGHT + _SIGNS.index(found[0])), text)
    return _BETWEEN_DIGITS.sub(_mark_separator, marked)


def _mark_separator(found: re.Match[str]) -> str:
    gap = found[0]
    at = next((at for at, sign in enumerate(gap) if sign in _SEPARATORS), None)
    if at is not None:
        is_loose = any(sign.isspace() for sign in gap)
        code = (_LOOSE if is_loose else _TIGHT) + _SIGNS.index(_SEPARATORS[gap[at]])
    elif gap.translate(_SUPERSCRIPTS) and not _COMPARED.search(gap):
        at, code = 0, _LOOSE
    else:
        return gap
    return f"{gap[:at]}{chr(code)}{gap[at + 1 :]}"


def is_loose(sign: str) -> bool:
    """Return whether a character of a marked text is a sign next to a blank: no part of a word."""
    return _LOOSE <= ord(sign) < _LOOSE + len(_SIGNS)


def fold_letters(text: str) -> str:
    """Return the letters and digits of a text alone, without accents, ligatures, capitals, and the
    signs of its numbers.
    """
    return mark_numbers(text).translate(FOLDING)


def list_words(text: str) -> list[str]:
    """Return the words of a text, each folded like those of search."""
    return [letters for *_, letters in find_words(text)]


def find_words(text: str, pattern: Pattern[str] = _WORD) -> Iterator[tuple[int, int, str]]:
    """Yield the bounds of each word of a text, and its letters."""
    for match in pattern.finditer(text):
        if letters := match[0].translate(FOLDING):
            yield match.start(), match.end(), letters


def find_compared_words(marked: str) -> Iterator[tuple[int, int, str]]:
    """Yield the same for a marked text: a number is a word with its signs."""
    return find_words(marked, _COMPARED)


def clean_quotation(text: str) -> str:
    """Return a quotation without the signs around it and without invisible characters."""
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0]
    return text.translate(_SUPERSCRIPTS).strip().strip("“”\"'‘’").strip()


def list_readings(quotation: str) -> tuple[str, ...]:
    """Return the quotation as it is, then without traces of the page it was copied from: marks of
    footnotes, numbers of lines that count on.
    """
    numbered = list(_LINE_NUMBER.finditer(quotation))
    begins = [one.start() for one in numbered] == [0]
    if begins or not _counts_on(numbered[:2]):
        del numbered[0]  # a number that the quotation begins with
    bare = quotation
    if _counts_on(numbered):
        for found in reversed(numbered):
            bare = bare[: found.start()] + bare[found.end() :]
    bare = _MARK.sub(r"\g<stop>", bare)
    return (quotation,) if bare == quotation else (quotation, bare)


def _counts_on(numbered: Sequence[re.Match[str]]) -> bool:
    """Return whether each number follows the one before, or begins a page."""
    return all(int(b["number"]) in (int(a["number"]) + 1, 1) for a, b in pairwise(numbered))


def read_parts(quotation: str) -> tuple[Part, ...]:
    """Cut a quotation at its ellipses and brackets; those at its ends are left out."""
    text = quotation
    cuts = [(one.start(), one.end(), _read_bracket(one[0])) for one in _BRACKET.finditer(text)]
    outside = _BRACKET.sub(lambda found: " " * len(found[0]), text)
    cuts += [(one.start(), one.end(), Piece.OMISSION) for one in _OMISSION.finditer(outside)]
    parts: list[Part] = []
    at, opens, words = 0, False, ""
    for start, end, kind in sorted(cuts, key=lambda cut: cut[:2]):
        words += text[at:start]
        at = end
        if kind is None:
            continue
        glued = kind is Piece.CHANGE
        closes = glued and words[-1:].isalnum()
        if fold_letters(words):
            parts.append(Part(Piece.WORDS, words.strip(), fold_letters(words), opens, closes))
        parts.append(Part(kind, text[start:end].strip(), ""))
        opens, words = glued and text[end : end + 1].isalnum(), ""
    words += text[at:]
    if fold_letters(words):
        parts.append(Part(Piece.WORDS, words.strip(), fold_letters(words), opens))
    return tuple(_trim(parts))


def prints_as_many(reading: str, printed: str) -> bool:
    """Return whether the order's own words have the ellipses and brackets of a quotation."""
    return len(_BRACKET.findall(reading)) <= len(_BRACKET.findall(printed)) and len(
        _OMISSION.findall(reading)
    ) <= len(_OMISSION.findall(printed))


def read_words(reading: str) -> tuple[list[tuple[str, str, bool]], frozenset[int]]:
    """Return the words of a quotation, as printed and folded, and whether each is in brackets; and
    the places of words after an ellipsis.
    """
    brackets = [(one.start(), one.end()) for one in _BRACKET.finditer(reading)]
    omissions = [one.start() for one in _OMISSION.finditer(reading)]
    words: list[tuple[str, str, bool]] = []
    gaps = set()
    for start, end, letters in find_compared_words(mark_numbers(reading)):
        while omissions and omissions[0] < start:
            gaps.add(len(words))
            del omissions[0]
        while brackets and brackets[0][1] <= start:
            del brackets[0]
        words.append(
            (reading[start:end].rstrip(), letters, bool(brackets and brackets[0][0] < start))
        )
    return words, frozenset(gaps)


def _read_bracket(printed: str) -> Piece | None:
    """Return the kind of a bracket, or None for one that changes no word."""
    if _NO_WORDS.fullmatch(printed):
        return None
    omits = _SAID_OMITTED.search(printed) or _OMISSION.search(printed)
    return Piece.OMISSION if omits else Piece.CHANGE


def _trim(parts: list[Part]) -> list[Part]:
    while parts and parts[0].kind is not Piece.WORDS:
        del parts[0]
    while parts and parts[-1].kind is not Piece.WORDS:
        del parts[-1]
    return parts
