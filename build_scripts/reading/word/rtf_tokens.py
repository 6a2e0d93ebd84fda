"""Split RTF into groups, control words, characters (Rich Text Format 1.9.1)."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from build_scripts.model.text.pattern import Pattern

# One token.
TOKEN = Pattern(
    rb"""
      (?P<open>\{)
    | (?P<close>\})
    | \\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?
    | (?P<coded>(?:\\'[0-9A-Fa-f]{2})+)     # bytes of the code page; two may be one character
    | \\(?P<symbol>[^A-Za-z])
    | (?P<text>[^\\{}\r\n\0]+)
    | [\r\n\0]+
    | \\                                    # the file ends in the middle of a control word
    """,
    re.VERBOSE | re.DOTALL,
    accepts=[b"{", b"}", rb"\par", rb"\li720 ", rb"\'e9", rb"\~", b"plain text", b"\r\n", b"\\"],
    # whatever else stands there is a token
    refuses=[b""],
    by="match",
)
CODE_PAGES = {437: "cp437", 850: "cp850", 10000: "mac_roman"}
NAMED_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()  # a control word, `\\*` included, with its number
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token: a control word's name, or text; `number` is None where none was written."""

    kind: Kind
    text: str = ""
    number: int | None = None


SYMBOLS = {
    b"*": Token(Kind.WORD, "*"),
    b"~": Token(Kind.TEXT, "\xa0"),
    b"_": Token(Kind.TEXT, "\u2011"),
    **dict.fromkeys((b"\r", b"\n"), Token(Kind.WORD, "par")),
    b"\t": Token(Kind.WORD, "tab"),
    **{sign.encode(): Token(Kind.TEXT, sign) for sign in "\\{}"},
}
OTHER_SYMBOL = Token(Kind.TEXT)  # optional hyphens, index marks


def list_tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of an RTF file, in one pass and without recursion.

    Bytes are decoded by the file's code page (Windows-1252 if it names none that is known).
    Characters written as `\u` and their replacements are one token; binary data is skipped.
    """
    encoding = "cp1252"
    skip = 1  # replacement characters after each \u
    skips: list[int] = []
    due = 0  # of them, still to be passed over
    position = 0
    while match := TOKEN.match(data, position):
        position = match.end()
        if match["open"]:
            skips.append(skip)
            due = 0
            yield Token(Kind.OPEN)
        elif match["close"]:
            skip = skips.pop() if skips else 1
            due = 0
            yield Token(Kind.CLOSE)
        elif match["word"]:
            word = match["word"].decode("ascii")
            number = None if match["number"] is None else int(match["number"])
            if word == "u" and number is not None:
                # A unit of UTF-16 as a signed number; halves of a pair are joined later.
                yield Token(Kind.TEXT, chr(number & 0xFFFF))
                due = skip
            elif word == "uc":
                skip = max(0, number or 0)
            elif word == "bin":
                position += max(0, number or 0)
            elif due:
                due -= 1
            else:
                encoding = _choose_encoding(word, number, encoding)
                yield Token(Kind.WORD, word, number)
        elif match["coded"]:
            octets = bytes.fromhex(match["coded"].replace(b"\\'", b"").decode("ascii"))
            passed = min(due, len(octets))
            due -= passed
            yield from _decode(octets[passed:], encoding)
        elif match["symbol"]:
            if due:
                due -= 1
            else:
                yield SYMBOLS.get(match["symbol"], OTHER_SYMBOL)
        elif match["text"]:
            passed = min(due, len(match["text"]))
            due -= passed
            yield from _decode(match["text"][passed:], encoding)


def _decode(octets: bytes, encoding: str) -> Iterator[Token]:
    if octets:
        yield Token(Kind.TEXT, octets.decode(encoding, "replace"))


def _choose_encoding(word: str, number: int | None, encoding: str) -> str:
    if word == "ansicpg" and number is not None:
        name = CODE_PAGES.get(number, f"cp{number}")
        try:
            codecs.lookup(name)
        except LookupError:
            return encoding
        return name
    return NAMED_CODE_PAGES.get(word, encoding)
