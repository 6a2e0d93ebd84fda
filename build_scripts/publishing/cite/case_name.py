"""The name of a case as a citation prints it (Bluebook rules 10.2.1 and 10.2.2)."""

import re

from build_scripts.publishing.cite.case_name_words import SAME_IN_PLURAL, SHORT_WORDS
from build_scripts.publishing.cite.plain_text import flatten
from build_scripts.text.pattern import Pattern

_SIDES = Pattern(r"\s+(?:v|vs)\.?\s+", re.IGNORECASE)
_PROCEDURAL = Pattern(
    r"^(?P<phrase>In\s+(?:re|the\s+matter\s+of)|(?:In\s+the\s+)?Matter\s+of|Ex\s+parte)\b:?\s*",
    re.IGNORECASE,
    by="match",
)
_EX_PARTE = Pattern(
    r"^ex",
    re.IGNORECASE,
    by="match",
)
_ET_AL = Pattern(r"(?:,|\s)\s*et\.?\s+al\b\.?,?\s*$", re.IGNORECASE)
_WORD = Pattern(r"[A-Za-z]+")
# A bank's "National Association" closes its name as "Inc." closes another's.
_NATIONAL_BANK = Pattern(r",\s+National\s+Ass(?:ociation|['’]n)$")


def cite_case_name(name: str) -> str:
    """Return the short caption with table T6's short words, on one line.

    Further parties ("et al.") are left out, "Matter of" becomes "In re". A party of one word keeps
    it, as rule 10.2.2 has it for a name that would be all short form, and so that a surname stays.
    The result is empty where the name is.
    """
    flat = flatten(name)
    procedural = _PROCEDURAL.match(flat)
    if procedural and procedural.end() < len(flat):
        phrase = "Ex parte" if _EX_PARTE.match(procedural["phrase"]) else "In re"
        return f"{phrase} {_shorten_party(flat[procedural.end() :])}"
    sides = [side for side in _SIDES.split(flat, maxsplit=1) if side]
    return " v. ".join(map(_shorten_party, sides))


def _shorten_party(party: str) -> str:
    named = _NATIONAL_BANK.sub(", N.A.", _ET_AL.sub("", party).strip(" ,;")) or party
    if len(named.split()) < 2:
        return named
    return _WORD.sub(lambda word: _shorten_word(word[0], named[word.end() :]), named)


def _shorten_word(word: str, rest: str) -> str:
    """Return one word, shortened where the table knows it; printed short forms stay."""
    if not word[0].isupper() or rest.startswith((".", "’", "'", "-")):
        return word
    lower = word.lower()
    if short := SHORT_WORDS.get(lower):
        return short
    short = SHORT_WORDS.get(lower.removesuffix("s"), "")
    if lower == lower.removesuffix("s") or not short:
        return word
    if short.lower() in SAME_IN_PLURAL:
        return short
    return f"{short[:-1]}s." if short.endswith(".") else f"{short}s"
