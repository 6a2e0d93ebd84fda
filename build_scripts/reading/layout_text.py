"""Plain text and `pdftotext -layout` text: a line is a line, a blank is a place."""

import re

from build_scripts.model.source_text import SourceFormat, SourceLine, SourcePage, SourceText
from build_scripts.reading.lost_blanks import restore_blanks

TAB_WIDTH = 8
_DOUBLED_LETTERS = 6  # of a word that a line must have to be read as doubled
_DOUBLED_LINES = 3  # of a text whose short lines are read so too
_TORN_WORDS = 5  # different ones of a text whose small capitals came out in two pieces
_TORN_IN_LINE = 2
_NAME_REACH = 30  # characters before a capital in which a first name ends
_TORN = r"(?<!\S)(?P<first>[B-HJ-Z]) (?P<rest>[A-Z]{2,})"
# pdfminer writes so what a font has no letter for: a tab, a blank (glyph 3 of Word’s fonts).
_BLANK_MARK = r"\(cid:(?:3|9|10|13|32)\)"
_FEWEST_BLANKS = 50  # between words, of a text whose blanks may be doubled
_MOST_DOUBLED = 3  # times the single ones
_FLUSH_LINES = 20  # lines to one that is set in, of a text that sets none in
_SMALL_WORDS = frozenset("AND BY FOR FROM IN OF ON THE TO".split())


def read_layout_text(decoded: str, encoding: str, form: SourceFormat) -> SourceText:
    """Split text into pages at form feeds, and into lines; tabs become blanks. Blank lines separate
    the paragraphs of plain text.
    """
    decoded = re.sub(_BLANK_MARK, " ", decoded)
    decoded = _flush_lines(_halve_blanks(decoded))
    decoded = restore_blanks("\n".join(_join_torn(_halve_doubled(decoded.split("\n")))))
    pages = []
    number = 1
    for index, page_text in enumerate(decoded.split("\f"), start=1):
        lines = []
        for text in page_text.split("\n"):
            placed = text.expandtabs(TAB_WIDTH) if "\t" in text else text
            lines.append(SourceLine(number, placed.rstrip()))
            number += 1
        number -= 1  # a form feed ends no line
        pages.append(SourcePage(index, tuple(lines)))
    while len(pages) > 1 and not any(line.text.strip() for line in pages[-1].lines):
        pages.pop()  # empty, after a form feed at the very end
    laid_out = form is not SourceFormat.PLAIN
    return SourceText(form, encoding, decoded, tuple(pages), laid_out=laid_out)


def _halve_blanks(text: str) -> str:
    """Return a text most of whose words have two blanks between them with one."""
    wide = len(re.findall(r"(?<=\S) {3,}(?=\S)", text))
    double = len(re.findall(r"(?<=\S)  (?=\S)", text))
    single = len(re.findall(r"(?<=\S) (?=\S)", text))
    if double <= _MOST_DOUBLED * single or min(double, 5 * wide) < _FEWEST_BLANKS:
        return text
    return re.sub(r"(?<=\S)  (?=\S)", " ", text)


def _flush_lines(text: str) -> str:
    """Return a text that indents no line without the one blank that a tool left at line breaks."""
    set_in = len(re.findall(r"^ {2,}(?=\S)", text, re.MULTILINE))
    lines = len(re.findall(r"^ ?(?=\S)", text, re.MULTILINE))
    if set_in * _FLUSH_LINES > lines:
        return text
    return re.sub(r"^ (?=\S)", "", text, flags=re.MULTILINE)


def _halve_doubled(texts: list[str]) -> list[str]:
    """Return lines once of which a text tool read every character twice: "CCOOUURRTT".

    Bold print that a PDF makes by printing again comes out so. Short lines ("vvss..", "))") are
    halved in a text that has longer ones.
    """
    doubled = [all(word[::2] == word[1::2] for word in text.split()) for text in texts]
    sure = [twice and _has_long_word(text) for twice, text in zip(doubled, texts, strict=True)]
    halved = doubled if sum(sure) >= _DOUBLED_LINES else sure
    return [
        re.sub(r"\S+|\s\s", lambda match: match[0][::2], text) if halve else text
        for text, halve in zip(texts, halved, strict=True)
    ]


def _join_torn(texts: list[str]) -> list[str]:
    """Return lines with small capitals joined to the capital that a tool cut off: "L EVAL".

    A text has several such words, and lines with two: alone, "J CREW" stays, and so do initials.
    """
    torn = [_list_torn(text) for text in texts]
    sure = [found for found in torn if len(found) >= _TORN_IN_LINE]
    if len({each["rest"] for found in sure for each in found}) < _TORN_WORDS:
        return texts
    return [
        _close(text, found) if len(found) >= _TORN_IN_LINE or text.isupper() else text
        for text, found in zip(texts, torn, strict=True)
    ]


def _list_torn(text: str) -> list[re.Match[str]]:
    """Return the places where a capital is alone before capitals, and is no initial of a name."""
    found: list[re.Match[str]] = []
    for each in re.finditer(_TORN, text):
        begun = found[-1].end() if found else 0  # after a torn word none is a whole name
        around = text[max(begun, each.start() - _NAME_REACH) : each.start()]
        *_, before = ("", *around.split())
        if not re.fullmatch(r"[A-Z]{2,}", before) or before in _SMALL_WORDS:
            found.append(each)
    return found


def _close(text: str, torn: list[re.Match[str]]) -> str:
    ends = [0, *(each.start("rest") for each in torn)]
    starts = [*(each.end("first") for each in torn), len(text)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _has_long_word(text: str) -> bool:
    words = (word[::2].strip(".,;:()") for word in text.split())
    return any(len(word) * 2 >= _DOUBLED_LETTERS and word.isalpha() for word in words)
