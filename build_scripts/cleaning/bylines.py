"""Bylines of separate writings: who concurs, dissents, or makes a statement, as printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.cleaning.line_ends import ENDED
from build_scripts.model.clean_order import PartKind
from build_scripts.model.law.judges import OFFICE
from build_scripts.model.text.name_case import GENERATION_END
from build_scripts.model.text.pattern import holds_any
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "bylines.toml", office=OFFICE, generation_end=GENERATION_END)
# One of these stands in every byline and title.
VOTES = ("concur", "dissent", "respecting", "statement")
LONGEST = 400  # characters in which a byline ends
SHORT = 120  # a line so short may go on in the next block


@dataclass(frozen=True, slots=True)
class Byline:
    """The content of a byline."""

    kind: PartKind
    author: str | None


def name_kind(words: str) -> PartKind | None:
    """Return the kind of a writing from the name in its form or title, None for the court's own.

    Accepted: "dissent", "concurring-in-part-and-dissenting-in-part", "concurrenceinpart" (which
    CourtListener defines as both), "addendum"; refused: "majority", "plurality", "on-the-merits".
    """
    text = words.lower()
    concurs, dissents = "concur" in text, "dissent" in text
    if (concurs and dissents) or text == "concurrenceinpart":
        return PartKind.CONCURRENCE_AND_DISSENT
    if dissents:
        return PartKind.DISSENT
    if concurs:
        return PartKind.CONCURRENCE
    if "respecting" in text or "statement" in text:
        return PartKind.STATEMENT
    if text == PartKind.OTHER_CASE:
        return PartKind.OTHER_CASE
    return PartKind.APPENDIX if text in ("addendum", "appendix") else None


def read_byline(texts: Sequence[str]) -> Byline | None:
    """Return the byline with which the first of the texts begins; it may continue in the second."""
    text = texts[0]
    tries = [text]
    if (
        len(text) < SHORT
        and len(texts) > 1
        and (not ENDED.search(text) or _PATTERNS.AUTHOR.fullmatch(text))
    ):
        tries.append(f"{text} {texts[1]}")
    for words in tries:
        if not holds_any(words[:LONGEST], VOTES):
            continue
        match = _PATTERNS.BYLINE.match(words[:LONGEST]) or _PATTERNS.DELIVERED.match(
            words[:LONGEST]
        )
        if match and (kind := name_kind(match["how"])):
            return Byline(kind, _strip(match["author"]))
        led = _PATTERNS.LED.fullmatch(words) if len(words) < LONGEST else None
        if led and (kind := name_kind(f"{led['kind']} {led['how'] or ''}")):
            return Byline(kind, _strip(led["author"]))
    return None


def read_author(texts: Sequence[str]) -> str | None:
    """Return the author of a writing that the form marks: a byline or a bare name and office."""
    for index, text in enumerate(texts):
        if byline := read_byline(texts[index : index + 2]):
            return byline.author
        if len(text) < SHORT and (match := _PATTERNS.AUTHOR.fullmatch(text)):
            return _strip(match["author"])
    return None


def read_title(text: str) -> PartKind | None:
    """Return the kind of a separate writing if the text is nothing but its title."""
    if len(text) > SHORT or not _PATTERNS.TITLE.fullmatch(text):
        return None
    return name_kind(text)


def _strip(author: str) -> str:
    return author.strip(" ,:;")
