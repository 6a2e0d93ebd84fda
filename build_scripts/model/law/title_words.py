"""The words of a printed title: where one begins, where it ends, and its case."""

import re

from titlecase import titlecase

from build_scripts.model.law.states import full_name_pattern
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.name_case import is_capitals, to_normal_case
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__,
    "title_words.toml",
    month_begun=MONTH_BEGUN,
    states=full_name_pattern().upper().replace(r"\S", ""),
)
TITLE_START = _PATTERNS.TITLE_START
LATER_NOUN = _PATTERNS.LATER_NOUN
LAST_WORD = _PATTERNS.LAST_WORD
BEGUN_ABOVE = _PATTERNS.BEGUN_ABOVE
OPEN_END = _PATTERNS.OPEN_END
FORM_LABEL = _PATTERNS.FORM_LABEL
_SMALL_WORDS = frozenset(
    "a an and as at but by for from if in into nor of on or per re the to via vs with"
    " without".split()
)
_SMALL_IN_CAPITALS = frozenset({*_SMALL_WORDS, "dba", "d/b/a", "et", "al.", "v.", "aka", "de", "s"})


def _keep(word: str, **_kwargs: object) -> str | None:
    """Return a word that title case leaves: a Roman numeral, initials, a number; else None."""
    kept = r"(?:I{1,3}|IV|VI{0,3}|IX|X)|(?:[A-Z]\.){2,}|\d+-[A-Z]{2,4}-\d+|ECF"
    return word if re.fullmatch(kept, word.strip("().,;:[]")) else None


def to_title_case(text: str, prose: str = "") -> str:
    """Return a printed title in title case: small words lower, names as `prose` spells them."""
    if is_capitals(text):
        text = to_normal_case(text, prose)
    text = _PATTERNS.SHOUTED_NOUN.sub(lambda noun: noun[0].capitalize(), text)
    cased: str = titlecase(text, callback=_keep)  # type: ignore[no-untyped-call]
    words = cased.split()
    return " ".join(
        word.lower() if 0 < index < len(words) - 1 and word.lower() in _SMALL_WORDS else word
        for index, word in enumerate(words)
    )


def close_up(text: str, *, padded: bool = False) -> str:
    """Return letterspaced words as whole words: "O R D E R" is "ORDER", as long if `padded`."""

    def join(match: re.Match[str]) -> str:
        letters = re.sub(r"\s", "", match[0])
        words = _PATTERNS.SPACED_WORDS.findall(letters)
        joined = " ".join(words) if "".join(words) == letters else match[0]
        return joined.ljust(len(match[0])) if padded else joined

    return _PATTERNS.SPACED.sub(join, text)


def cut_title(text: str) -> str:
    """Remove what follows the title from its end: a judge, a date, a docket number, prose, or the
    title again, which a caption prints in its right half and below.
    """
    text = re.sub(r"\s+", " ", re.sub(r"[*†‡]+|(?<=[A-Za-z])\d{1,2}$", "", close_up(text))).strip()
    text = _PATTERNS.BROKEN_WORD.sub(r"\g<start>\g<end>", text)
    summary = _PATTERNS.SUMMARY_ORDER.match(text)
    if summary:
        return summary["title"]
    for match in _PATTERNS.AFTER.finditer(text):
        if not OPEN_END.search(text[: match.start()]):
            text = text[: match.start()]
            break
    text = _PATTERNS.AFTER_TITLE.sub("", _cut_at_lower_case(text))
    text = re.sub(r"(?i)^(.{5,}) \1$", r"\1", text)
    # New York's captions end with a rule of hyphens and an "X".
    return re.sub(r"^[\s_)|:;,.–—-]+|(?:\s+[xX])?[\s_|:;,.–—=-]*$", "", text)


def _cut_at_lower_case(text: str) -> str:
    """Cut a title in capitals where words in lower case begin."""
    words = text.split()
    mixed = [
        any(map(str.islower, word)) and not is_capitals(word) and not any(map(str.isdigit, word))
        for word in words  # "UNDER C.R.C.P. 251.19(b)" is a rule
    ]
    if not words or mixed[0]:
        return text
    for index, word in enumerate(words):
        small = word.lower().strip("(),.;:[]") in _SMALL_IN_CAPITALS
        behind = mixed[index + 1 : index + 4]
        asked = OPEN_END.search(" ".join(words[:index]))  # "ORDER RE Motion to Redeem"
        if mixed[index] and not small and not asked and sum(behind) >= min(2, len(behind)):
            return " ".join(words[:index])
    return text
