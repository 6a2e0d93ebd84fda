"""Find where footnotes begin, by their labels, and where a line says that one goes on."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from build_scripts.cleaning.line_ends import is_finished
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins
from build_scripts.model.source_text import Style
from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "footnote_labels.toml", month_in_full=MONTH_IN_FULL)
LONE_LABEL = _PATTERNS.LONE_LABEL
CITES = _PATTERNS.CITES
CONTINUED = _PATTERNS.CONTINUED
SIGNS = "*†‡"
COLUMN = 4  # lines of a page with a "*" by itself: a caption's middle column (D. Md.)
MOST_LOST = 6  # numbers that a tool can have lost between two notes
FARTHEST_MARK = 150  # lines above a note in which its mark is looked for, where pages are lost
SET_IN = 14  # columns from the margin: a label further in is something else


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A footnote's label and lines; the first no longer holds the label."""

    label: str
    lines: tuple[Line, ...]


def is_continued(line: Line) -> bool:
    """Return whether a line only marks that a note continues, or continues from the page before."""
    return "ont" in line.text and CONTINUED.fullmatch(line.content) is not None


Starts = dict[int, tuple[str, Line | None]]  # line index → label, what follows it on its line


def find_starts(
    lines: Sequence[Line],
    indexes: Sequence[int],
    margins: Margins,
    rules: Collection[int],
    notes: Sequence[NoteLines],
    laid_out: bool,
    small: Collection[int],
    plain: bool,
    bracketed: Collection[str],
) -> Starts:
    """Return where notes begin on a page; numbers must continue from the last note's."""
    starts: Starts = {}
    last = next((int(note.label) for note in reversed(notes) if note.label.isdigit()), 0)
    filled = [index for index in indexes if not lines[index].blank]
    column = sum("*" in lines[index].text.split() for index in filled) >= COLUMN
    for rank, index in enumerate(filled):
        line = lines[index]
        if notes and _comes_from_before(line):
            if not (rank and filled[rank - 1] in starts):  # its label is on the line above
                starts[index] = ("", None)
            continue
        if not (line.content[0].isdigit() or line.content[0] in SIGNS):
            # Most lines: a pattern would take ten times as long to say so.
            note = _PATTERNS.BRACKETED.match(line.text) if bracketed else None
            if note and note["label"] in bracketed:
                sign = _Label(note["label"], *note.span("brackets"))
                starts[index] = (sign.text, without_label(line, sign))
            continue
        if column and line.content[0] == "*":
            continue
        found = read_label(line)
        if found is None:
            continue
        label = found.text
        lone = label == line.content
        # What the form itself raises at a paragraph's start is a label, whatever its number.
        sure = not laid_out and _is_raised(line, found.start)
        if label.isdigit() and int(label) not in (last + 1, 1) and not sure:
            if not last < int(label) <= last + MOST_LOST:
                continue
            if not _has_mark(lines, filled[:rank], index, label):
                continue
        if lone:
            if rank + 1 == len(filled) or line.indent > margins.left + SET_IN:
                continue
            if not laid_out and not _is_raised(line, found.start):
                continue
            if plain and not _has_mark(lines, filled[:rank], index, label):
                continue
            starts[index] = (label, None)
        else:
            below_rule = _is_below_rule(lines, rules, index)
            raised = _is_raised(line, found.start)
            next_one = laid_out or (plain and label == str(last + 1))
            in_a_row = bool(starts) and label.isdigit() and next_one
            starred = not label.isdigit() and laid_out
            marked = label.isdigit() and _has_mark(lines, filled[:rank], index, label)
            if not (raised or below_rule or in_a_row or starred or marked or index in small):
                continue
            starts[index] = (label, without_label(line, found))
        if label.isdigit():
            last = int(label)
    return starts


def list_bracketed_marks(lines: Sequence[Line]) -> frozenset[str]:
    """Return the labels of raised marks in brackets, as a site of opinions prints them."""
    raised = (
        line.text[span.start : span.end]
        for line in lines
        for span in line.styles
        if span.style is Style.SUPERSCRIPT
    )
    return frozenset(mark[1:-1] for mark in raised if mark[:1] == "[" and mark[-1:] == "]")


def goes_on_below(line: Line) -> bool:
    """Return whether a line marks that its note continues on the next page."""
    return is_continued(line) and not _comes_from_before(line)


def _comes_from_before(line: Line) -> bool:
    """Return whether a line marks that a note of the page before continues below."""
    match = CONTINUED.fullmatch(line.content) if "ont" in line.text else None
    return match is not None and bool(match["before"] or match["from"])


@dataclass(frozen=True, slots=True)
class _Label:
    """A label at a line's start, with words after it."""

    text: str
    start: int
    end: int


def read_label(line: Line) -> _Label | None:
    """Return the label alone on a line, or before its words.

    A raised numeral is a label whatever follows ("1" and "28 U.S.C. § 1367", "2See", "3 id.").
    """
    if LONE_LABEL.fullmatch(line.text):
        return _Label(line.content, line.indent, len(line.text))
    for span in line.styles:
        if span.style is Style.SUPERSCRIPT and span.start == line.indent:
            label = line.text[span.start : span.end]
            if LONE_LABEL.fullmatch(label) and line.text[span.end :].strip():
                return _Label(label.strip(), span.start, span.end)
    match = _PATTERNS.LABEL_AND_WORDS.fullmatch(line.text)
    return _Label(match["label"], *match.span("label")) if match else None


def _is_raised(line: Line, place: int) -> bool:
    return any(
        span.style is Style.SUPERSCRIPT and span.start <= place < span.end for span in line.styles
    )


def _is_below_rule(lines: Sequence[Line], rules: Collection[int], index: int) -> bool:
    """Return whether a rule was drawn right above a line, with nothing but blank lines between."""
    place = index - 1
    while place > 0 and lines[place].blank and place not in rules:
        place -= 1
    return place in rules


def _has_mark(lines: Sequence[Line], above: Sequence[int], index: int, label: str) -> bool:
    """Return whether the page's body holds the note's mark, glued to a word or to what closes it
    ("DENIED.1", "(1993).1", "at 555.1", "Oregon,1").

    A mark separated from its word by a blank counts only below a blank line or an unfinished line.
    """
    if not above:
        return False
    apart = above[-1] < index - 1 or not is_finished(lines[above[-1]])
    printed = re.escape(label)  # "**" too
    mark = re.compile(
        rf"(?:[^\W\d_]|[”’\"')\]]|(?<=[\w)\]”’\"])[.,;:?!]){printed}(?=$|[\s—.,;)\]])"
        rf"|(?P<spaced>[\w.,;:?!”’\"')\]]\s{{1,2}}){printed}(?=$|\s{{1,3}}[\w“(\[])"
    )
    for text in (lines[index].text for index in above[-FARTHEST_MARK:]):
        for found in mark.finditer(text):
            if found["spaced"] is None or (apart and not CITES.search(text[: found.end("spaced")])):
                return True
    return False


def without_label(line: Line, label: _Label) -> Line:
    """Return a line with blanks in place of its label."""
    start, end = label.start, label.end
    styles = tuple(
        span
        for span in line.styles
        if not (span.style is Style.SUPERSCRIPT and span.start >= start and span.end <= end)
    )
    return line.with_text(line.text[:start] + " " * (end - start) + line.text[end:], styles)
