"""The name of a case as a citation prints it (Bluebook rules 10.2.1 and 10.2.2)."""

import re

from build_scripts.model.law.short_words import SHORT_WORDS, make_plural
from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.cite.plain_text import flatten

# In capitals only where no small one follows: "V." may be an initial.
_SIDES = Pattern(
    r"\s+(?:vs?|V[Ss]?(?!.{0,200}\svs?\.?\s))\.?\s+",
    accepts=["Quill v. Heron", "Quill vs Heron", "QUILL V. HERON", "Anton V. Quill v. Heron"],
    refuses=["In re Heron", "Quill v.Heron", "Heron Vs"],
)
_PROCEDURAL = Pattern(
    r"(?P<phrase>In\s+(?:re|the\s+matter\s+of)|(?:In\s+the\s+)?Matter\s+of|Ex\s+parte)\b:?\s*",
    re.IGNORECASE,
    accepts=["In re Heron", "IN RE: Heron", "In the Matter of Heron", "ex parte Ostrich"],
    refuses=["Heron Matter of Fact LLC v. Roe", "In Rem Partners v. Roe", "Express Heron v. Roe"],
    by="match",
)
_ET_AL = Pattern(
    r"(?:,|\s)\s*et\.?\s+al\b\.?,?\s*$",
    re.IGNORECASE,
    accepts=["Quill Company, et al.", "Quill et. al", "QUILL ET AL.,"],
    refuses=["Quill et Alder", "Heron et al. Partners", "Banquet al."],
)
_WORD = Pattern(r"[A-Za-z]+", accepts=["Heron Company", "A&P"], refuses=["1-10", "§ 3"])
# A bank's "National Association" closes its name as "Inc." closes another's.
_NATIONAL_BANK = Pattern(
    r",\s+National\s+Ass(?:ociation|['’]n)$",
    accepts=["Heron Savings Bank, National Association", "Heron Bank, National Ass’n"],
    refuses=["National Association of Ostrich Breeders", "Heron National Association"],
)


def cite_case_name(name: str) -> str:
    """Return the short caption with table T6's short words, on one line.

    Further parties ("et al.") are left out, "Matter of" becomes "In re". A party of one word keeps
    it, as rule 10.2.2 has it for a name that would be all short form, and so that a surname stays.
    The result is empty if the name is.
    """
    flat = flatten(name)
    procedural = _PROCEDURAL.match(flat)
    if procedural and procedural.end() < len(flat):
        phrase = "Ex parte" if procedural["phrase"][0] in "Ee" else "In re"
        return f"{phrase} {_shorten_party(flat[procedural.end() :])}"
    sides = [side for side in _SIDES.split(flat, maxsplit=1) if side]
    return " v. ".join(map(_shorten_party, sides))


def _shorten_party(party: str) -> str:
    named = _NATIONAL_BANK.sub(", N.A.", _ET_AL.sub("", party).strip(" ,;")) or party
    if len(named.split()) < 2:
        return named
    return _WORD.sub(lambda word: _shorten_word(word[0], named[word.end() :]), named)


def _shorten_word(word: str, rest: str) -> str:
    """Return one word, shortened if the table has it; printed short forms stay."""
    if not word[0].isupper() or rest.startswith((".", "’", "'", "-")):
        return word
    lower = word.lower()
    if short := SHORT_WORDS.get(lower):
        return short
    short = SHORT_WORDS.get(lower.removesuffix("s"), "")
    if lower == lower.removesuffix("s") or not short:
        return word
    return make_plural(short)
