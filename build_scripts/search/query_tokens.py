"""The text of a search, cut into signs, words, quotations, fields, docket numbers and citations."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.search.key_tokens import FoundKey, find_keys, plain_signs
from build_scripts.search.recognised import list_fixed_values, pass_tail
from build_scripts.text.pattern import Pattern

LONGEST = 1000
MOST_TOKENS = 64


class Sign(StrEnum):
    """The kind of a token."""

    WORD = "word"
    PREFIX = "prefix"
    QUOTE = "quote"
    KEY = "key"
    FIELD = "field"
    NEAR = "near"  # text: "/" or "+", then a number of words, "s" or "p"
    AT_LEAST = "at least"  # text: how often
    AND = "and"
    OR = "or"
    NOT = "not"
    OPEN = "("
    CLOSE = ")"
    CITED_HERE = "cited here"


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `text` is as typed, with plain signs."""

    sign: Sign
    text: str
    key: FoundKey | None = None


FIELDS = {
    "judge": "judge", "court": "court", "case": "case", "title": "title", "cites": "cites",
    "cite": "cites", "disposition": "disposition", "motion": "motion", "docket": "docket",
    "before": "before", "after": "after", "year": "year", "cited": "cited",
}  # fmt: skip
_RAW_FIELDS = frozenset({"before", "after", "year", "cited"})
_CONNECTORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT, "&": Sign.AND, "|": Sign.OR}

_FIELD = Pattern(
    rf"({'|'.join(FIELDS)}) ?:",
    re.ASCII | re.IGNORECASE,
    accepts=["judge:", "Docket:", "cites :465 U.S. 783"],
    refuses=["5:17", "v:", "judges:", "judge wren"],
    by="match",
)


def _write_values(name: str) -> str:
    """Return a field's values as typed: "granted in part", granted-in-part, table for tables."""
    values = list_fixed_values()[name]
    said = "|".join(v.label.removesuffix("s").replace(" ", "[ -]") for v in values)
    return f"(?:{said})s?"


# Fields that came later: values unknown to them are words, as before.
_VALUE_FIELD = Pattern(
    rf"""(outcome):(?=["(]{{0,2}}{_write_values("outcome")}(?![\w*!]))|"""
    rf"""(has):(?=["(]{{0,2}}{_write_values("has")}(?![\w*!]))""",
    re.ASCII | re.IGNORECASE,
    accepts=[
        "outcome:granted",
        'Outcome:"granted in part"',
        "outcome:(denied OR moot)",
        "has:table",
        "has:dissents",
    ],
    refuses=["outcome: granted", "outcome:unclear", "has:been", "has:granted", "outcome:grant*"],
    by="match",
)
_NEAR = Pattern(
    r"""w?(/) ?(\d{1,3}|s|p)(?![\w/])|(\+)(\d{1,3}|s|p)(?=[ "(]|$)""",
    re.ASCII | re.IGNORECASE,
    accepts=["/5", "/s", "/P", "w/10", "+s discovery", "+10 "],
    refuses=["/sentence", "/1000", "w5", "/5/31", "+1000", "+5%", "+1-202", "w+5"],
    by="match",
)
_AT_LEAST = Pattern(
    r"atleast(\d{1,3})(?=\()",
    re.ASCII | re.IGNORECASE,
    accepts=["atleast5(privilege)", "ATLEAST12("],
    refuses=["atleast5", "at least 5 (days)", "atleast(privilege)"],
    by="match",
)
_CITED_HERE = Pattern(
    r"cited (?:by )?here(?!\w)",
    re.ASCII | re.IGNORECASE,
    accepts=["cited here", "Cited by here"],
    refuses=["cited hereby", "cited by the court", "here"],
    by="match",
)
_QUOTE = Pattern(
    r'"([^"]*)(?:"|$)',
    accepts=['"good cause"', 'moot "good cause', '""'],
    refuses=["good cause", "plaintiff's"],
)
_RUN = Pattern(
    r'[^ "()]+',
    accepts=["moot", "plaintiff's motion", "-moot", "1404(a)"],
    refuses=[" moot", '"moot"', "(moot)"],
    by="match",
)


def cut_query(text: str) -> tuple[Token, ...]:
    """Cut a search into tokens; every text has some cut, of at most 64 tokens.

    Only the first 1,000 characters are read.
    """
    plain = plain_signs(text)[:LONGEST]
    keys = {found.start: found for found in find_keys(_QUOTE.sub(_blank, plain))}
    tokens: list[Token] = []
    at = 0
    while at < len(plain) and len(tokens) < MOST_TOKENS:
        last = tokens[-1] if tokens else None
        after_blank = at == 0 or plain[at - 1] in ' (":' or bool(last and last.text == "-")
        raw = last is not None and last.sign is Sign.FIELD and last.text in _RAW_FIELDS
        token, at = _cut_one(plain, at, keys, after_blank, raw)
        if token:
            tokens.append(token)
    return tuple(tokens)


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _cut_one(
    plain: str, at: int, keys: dict[int, FoundKey], after_blank: bool, raw: bool
) -> tuple[Token | None, int]:
    sign = plain[at]
    if sign == " ":
        return None, at + 1
    if match := _QUOTE.match(plain, at):
        return Token(Sign.QUOTE, match[1]), match.end()
    if sign in "()":
        return Token(Sign.OPEN if sign == "(" else Sign.CLOSE, sign), at + 1
    if raw:
        run = _take_run(plain, at)
        return Token(Sign.WORD, run), at + len(run)
    if found := keys.get(at):
        return Token(Sign.KEY, found.printed, found), pass_tail(plain, found.end, found.kind)
    if after_blank:
        if match := _CITED_HERE.match(plain, at):
            return Token(Sign.CITED_HERE, match[0]), match.end()
        if match := _FIELD.match(plain, at):
            return Token(Sign.FIELD, FIELDS[match[1].lower()]), match.end()
        if match := _VALUE_FIELD.match(plain, at):
            return Token(Sign.FIELD, (match[1] or match[2]).lower()), match.end()
        if match := _NEAR.match(plain, at):
            return Token(Sign.NEAR, "".join(filter(None, match.groups())).lower()), match.end()
        if match := _AT_LEAST.match(plain, at):
            return Token(Sign.AT_LEAST, match[1]), match.end()
        if sign == "-" and at + 1 < len(plain) and plain[at + 1] not in " -":
            return Token(Sign.NOT, sign), at + 1
    run = _take_run(plain, at)
    if run in _CONNECTORS:
        return Token(_CONNECTORS[run], run), at + len(run)
    if run[-1] in "*!" and fold_words(run):
        return Token(Sign.PREFIX, run[:-1]), at + len(run)
    return Token(Sign.WORD, run), at + len(run)


def _take_run(plain: str, at: int) -> str:
    match = _RUN.match(plain, at)
    return match[0] if match else plain[at]


# The tokenizer of the database splits in the same way: letters, digits and their own marks.
_PIECE = Pattern(r"[^\W_]+", accepts=["plaintiff's", "łódź", "433"], refuses=["_", "§ *", ""])
_POSSESSIVE = Pattern(
    r"'s?$",
    re.IGNORECASE,
    accepts=["plaintiff's", "plaintiffs'", "WREN'S"],
    refuses=["o'brien", "don't", "orders"],
)


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as in the database: lower case, no accents, split at signs."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return tuple(_PIECE.findall(bare.lower()))


def drop_possessive(word: str) -> str:
    """Return a word without a possessive ending: "plaintiff's", "plaintiffs'"."""
    return _POSSESSIVE.sub("", word)
