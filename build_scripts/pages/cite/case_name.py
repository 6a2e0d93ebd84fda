"""The name of a case as a citation prints it (Bluebook rules 10.2.1 and 10.2.2)."""

from build_scripts.model.law.short_words import SHORT_WORDS, make_plural
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.pages.escaping import flatten

_PATTERNS = read_patterns(__package__, "case_name.toml")


def cite_case_name(name: str) -> str:
    """Return the short caption with table T6's short words, on one line, "" for an empty name.

    Further parties ("et al.") are left out, "Matter of" becomes "In re". A party of one word keeps
    it (rule 10.2.2).
    """
    flat = flatten(name)
    procedural = _PATTERNS.PROCEDURAL.match(flat)
    if procedural and procedural.end() < len(flat):
        phrase = "Ex parte" if procedural["phrase"][0] in "Ee" else "In re"
        return f"{phrase} {_shorten_party(flat[procedural.end() :])}"
    sides = [side for side in _PATTERNS.SIDES.split(flat, maxsplit=1) if side]
    return " v. ".join(map(_shorten_party, sides))


def _shorten_party(party: str) -> str:
    named = (
        _PATTERNS.NATIONAL_BANK.sub(", N.A.", _PATTERNS.ET_AL.sub("", party).strip(" ,;")) or party
    )
    if len(named.split()) < 2:
        return named
    return _PATTERNS.WORD.sub(lambda word: _shorten_word(word[0], named[word.end() :]), named)


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
