"""Find the tail after an order's end: whom it was sent to, and who certifies that.

Such a tail holds private data and is no part of the order. It is known by its wording, or by mail
addresses in lists below the order's end, whatever their heading; an attachment ends it.
"""

from collections.abc import Sequence

from build_scripts.cleaning.caption.patterns import COURT
from build_scripts.cleaning.furniture.phrases import matches_phrase
from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern import Pattern, holds_any
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "tails.toml")
HEADS_LIST = _PATTERNS.HEADS_LIST
ORDER_END = _PATTERNS.ORDER_END
CERTIFYING = ("certif", "cop", "proof", "affidavit", "declaration", "electronic")
# Every mailing notice holds one of these; the words of "other means" can be two blanks apart.
ELECTRONIC_HINTS = ("electronic", "mail", "cm/ecf", "means")
NOTICE_HINTS = ("notice", "cop", "order", "cc", "served")
LABEL = 4  # characters of a note's label at the most

FEWEST_WORDS = 7  # of a line of prose


def find_mailing_notice(lines: Sequence[Line]) -> list[Cut]:
    """Return the tail that begins first: a notice, a certificate, a list of recipients."""
    end = _find_last(lines, ORDER_END, ("ordered", "judge", "justice", "s/"))
    found = [_find_notice(lines)]
    if end is not None:
        found += [_find_certificate(lines), _find_distribution(lines, end)]
        found += [_find_addresses(lines, end)]
    starts = [start for start in found if start is not None]
    if not starts:
        return []
    start = min(starts)
    worded = start in found[:2]
    return [
        cut_whole(place, lines[place], RemovalReason.MAILING_NOTICE)
        for place in range(start, _find_tail_end(lines, start, worded))
        if not lines[place].blank
    ]


def _find_tail_end(lines: Sequence[Line], start: int, worded: bool) -> int:
    """Return where another paper begins; a list ends at prose too, a notice is prose itself."""
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if line.page != lines[start].page or line.page == lines[0].page:
            content = line.content
            if _PATTERNS.NEXT_PAPER.fullmatch(content) or (
                content.isupper() and COURT.fullmatch(content)
            ):
                return index
        if not worded and _is_prose(line) and not HEADS_LIST.search(line.text):
            return index
    return len(lines)


def _is_prose(line: Line) -> bool:
    words = [word for word in line.content.split() if "@" not in word]
    lower = sum(word[0].islower() for word in words)
    return len(words) >= FEWEST_WORDS and 2 * lower > len(words)


def _find_certificate(lines: Sequence[Line]) -> int | None:
    """Return a certificate's heading, or its words, below words that order or sign."""
    first = next(
        (i for i, line in enumerate(lines) if not line.blank and ORDER_END.search(line.text)), None
    )
    if first is None:
        return None
    last_ruling = _find_last(lines, _PATTERNS.SO_ORDERED, ("ordered",)) or first
    for index in range(max(first, last_ruling) + 1, len(lines)):
        line = lines[index]
        if not line.blank and holds_any(line.content, CERTIFYING):
            following = lines[index + 1].content if index + 1 < len(lines) else ""
            if matches_phrase("certificate", line.content.strip("*_ ")) or matches_phrase(
                "certified", f"{line.content} {following}"
            ):
                return index
    return None


def _find_distribution(lines: Sequence[Line], end: int) -> int | None:
    """Return the head of a list of recipients: nothing but names follows it."""
    for index in range(end + 1, len(lines)):
        content = lines[index].content
        if content and matches_phrase("copies", content):
            return index
    return None


def _find_notice(lines: Sequence[Line]) -> int | None:
    """Return the first line that begins a notice, below the last words that order anything.

    "Notice will be sent electronically to the class as follows:" in an order's body does not begin
    one.
    """
    first = _find_last(lines, _PATTERNS.ORDERS, ("ordered", "signed", "s/")) or 0
    if not holds_any("\n".join(line.text for line in lines[first:]), ELECTRONIC_HINTS):
        return None
    for index in range(first, len(lines)):
        line = lines[index]
        if holds_any(line.text, NOTICE_HINTS) and matches_phrase("notice", line.content):
            return index
    return None


def _find_addresses(lines: Sequence[Line], end: int) -> int | None:
    """Return the paragraph and heading of the first address below the order's end.

    Notes stand there too, where a form keeps them behind the text: the address of a website's
    owner in a note is the order's own word, and is judged by its kind later.
    """
    below = range(end + 1, len(lines))
    addressed = (
        i for i in below if "@" in lines[i].text and _PATTERNS.MAIL_ADDRESS.search(lines[i].text)
    )
    starts = (_find_paragraph(lines, at, end) for at in addressed)
    start = next(
        (at for at in starts if not _begins_note(lines[at]) and not _is_prose(lines[at])), None
    )
    if start is None:
        return None
    above = next((i for i in range(start - 1, end, -1) if not lines[i].blank), None)
    return above if above is not None and HEADS_LIST.search(lines[above].text) else start


def _find_paragraph(lines: Sequence[Line], at: int, end: int) -> int:
    """Return the first line of the paragraph around a line; it is below the line at `end`."""
    while at - 1 > end and not lines[at - 1].blank:
        at -= 1
    return at


def _begins_note(line: Line) -> bool:
    """Return whether a line begins with a note's label: raised, or as Markdown writes it."""
    raised = any(
        span.style is Style.SUPERSCRIPT
        and span.start <= line.indent < span.end
        and span.end - line.indent <= LABEL
        for span in line.styles
    )
    return raised or _PATTERNS.NOTE_LABEL.match(line.content) is not None


def _find_last(lines: Sequence[Line], pattern: Pattern[str], hints: tuple[str, ...]) -> int | None:
    """Return the last line with the pattern; it can only be where one of the hints is."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not line.blank and holds_any(line.text, hints) and pattern.search(line.text):
            return index
    return None
