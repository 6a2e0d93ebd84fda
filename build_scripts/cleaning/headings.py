"""Find headings by their number, their capitals and their place."""

import re
from dataclasses import dataclass
from enum import IntEnum

from build_scripts.cleaning.lines import Line
from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern_table import read_patterns

LONGEST_HEADING = 16  # words
LONGEST_UNNUMBERED = 12  # words: a form or a contract that is quoted is longer
SHORT_WORDS = frozenset(
    """a an and as at but by for from in into is nor of on or over so the to under upon v. vs.
    with""".split()
)


class Enumeration(IntEnum):
    """How a heading is numbered; the value is its rank in an outline."""

    NONE = 1  # "INTRODUCTION": an outline's top, like roman numerals
    ROMAN = 2
    LETTER = 3
    DIGIT = 4
    SMALL = 5


_PATTERNS = read_patterns(__package__, "headings.toml")
ENUMERATOR = _PATTERNS.ENUMERATOR
TRAILING_MARK = _PATTERNS.TRAILING_MARK
SENTENCE_ENDS = (".", ";", ",", ":")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: how it is numbered, and the column where its words begin."""

    enumeration: Enumeration
    words_at: int


def read_heading(
    line: Line, set_apart: bool, over_text: bool = False, above: str = ""
) -> Heading | None:
    """Return the heading that a line is (or begins), or None.

    `set_apart` means that it is by itself: centred, bold, or between blank lines. Without a
    number, only such a line in capitals or bold is a heading; or one whose place alone shows it
    (`over_text`: above a paragraph's first line), since text files lose what was underlined.
    `above` is the line above: after a colon comes a quotation.
    """
    if not line.heading_level and _is_long(line.content):
        return None
    content = TRAILING_MARK.sub("", line.content).strip()
    if not content or _PATTERNS.NO_HEADING.fullmatch(content):
        return None
    if content[0] in '“"' and content.rstrip(".,;:")[-1] in '”"':
        return None  # what a sign, a form or a contract says in capitals
    if line.heading_level:
        return Heading(Enumeration(min(line.heading_level, 5)), line.indent)
    if set_apart and _PATTERNS.LONE_ROMAN.fullmatch(content):
        return Heading(Enumeration.ROMAN, line.indent)
    numbered = ENUMERATOR.fullmatch(content)
    if numbered:
        words = numbered["words"]
        if not _reads_as_heading(words):
            return None
        return Heading(_rank(numbered), line.indent + numbered.start("words"))
    unlike = above.endswith(":") or content.endswith("!") or _PATTERNS.OFFICE.search(content)
    if unlike or len(content.split()) > LONGEST_UNNUMBERED:
        return None
    bold = any(span.style is Style.BOLD for span in line.styles)
    if set_apart and (_in_capitals(content) or (bold and _reads_as_heading(content))):
        return Heading(Enumeration.NONE, line.indent)
    if over_text and _PATTERNS.LONE_LETTER.fullmatch(content):
        return Heading(Enumeration.LETTER, line.indent)
    if over_text and not _PATTERNS.NAMES_OR_CITES.search(content) and _reads_as_heading(content):
        return Heading(Enumeration.NONE, line.indent)
    return None


def continues_heading(line: Line, heading: Heading, first: Line) -> bool:
    """Return whether `line`, right below a heading's line, is its wrapped rest."""
    if _is_long(line.content):
        return False
    content = TRAILING_MARK.sub("", line.content).strip()
    if ENUMERATOR.fullmatch(content) or not _reads_as_heading(content):
        return False
    if is_bold(first) != is_bold(line):
        return False
    if first.content.isupper() != content.isupper():
        return False
    return (
        abs(line.indent - heading.words_at) <= 2
        or (heading.enumeration is Enumeration.NONE and content.isupper())
        or (is_bold(line) and line.indent >= first.indent)
    )


def is_bold(line: Line) -> bool:
    """Return whether every letter of the line is bold."""
    if not any(span.style is Style.BOLD for span in line.styles):
        return False
    letters = sum(character.isalpha() for character in line.text)
    bold = sum(
        character.isalpha()
        for span in line.styles
        if span.style is Style.BOLD
        for character in line.text[span.start : span.end]
    )
    return 0 < letters <= bold


def _is_long(content: str) -> bool:
    """Return whether there are more words than a heading's and its number."""
    most = LONGEST_HEADING + 1
    return len(content.split(None, most)) > most


def _rank(numbered: re.Match[str]) -> Enumeration:
    if numbered["roman"]:
        return Enumeration.ROMAN
    if numbered["letter"]:
        return Enumeration.LETTER
    return Enumeration.DIGIT if numbered["digit"] else Enumeration.SMALL


def _in_capitals(content: str) -> bool:
    if not content.isupper():
        return False
    letters = [c for c in content if c.isalpha()]
    return (
        len(letters) >= 4
        and all(c.isupper() for c in letters)
        and not content.endswith(SENTENCE_ENDS)
    )


def _reads_as_heading(words: str) -> bool:
    """Return whether the words are short, no sentence, and capitalised but for the small ones."""
    listed = words.split()
    if len(listed) > LONGEST_HEADING:
        return False
    if words.endswith(SENTENCE_ENDS) and not words.rstrip(".").isupper():
        return False
    weighty = [word.strip("“”\"'‘’()[]") for word in listed if word.lower() not in SHORT_WORDS]
    weighty = [word for word in weighty if word[:1].isalpha()]
    if not weighty or weighty[0][0].islower():
        return False
    capital = sum(1 for word in weighty if word[0].isupper())
    return capital >= 0.75 * len(weighty)
