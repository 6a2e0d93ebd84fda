"""Text that was put around the order: mailing notices, notes of the tool that made the file."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole, holds_any
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import Style
from build_scripts.text.pattern import Pattern

SPECIMEN = Pattern(
    r"\[?\s?\*{0,3}\s?SPECIMEN\b\s?[:.\u2013\u2014-].*",
    accepts=["[SPECIMEN: fictional parties, judge and docket number …]"],
    refuses=["a specimen of the mark was filed"],
    by="fullmatch",
)

ELECTRONIC = r"(?:electronic(?:ally)?|e-?mail(?:ed)?|cm/ecf|other\s+means|electronic\s+mail)"
MAILING_NOTICE = Pattern(
    rf"""
    ^\s* (?:[\w:.()-]{{2,30}}[ ]+){{0,3}}
    (?:
      (?: notice | notices | (?:this|a\s+copy\s+of\s+this|copies\s+of\s+this) \s+ \w+ )
        (?: \s+ of \s+ this \s+ \w+ )? \s+ (?:has|have|had|will|was|were) \b
        (?= [^.\n]{{0,80}} \b{ELECTRONIC}\b ) [^.\n]{{0,120}} (?: : | \bto $ )
    | the \s+ following \b [^.\n]{{0,40}} \b served \b (?= [^.\n]{{0,60}} \b{ELECTRONIC}\b )
        [^.\n]{{0,80}} :
    | cc \s* : (?= [^.\n]{{0,80}} \b{ELECTRONIC}\b )
    | electronic \s+ mail \s+ notice \s+ list
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "5:17-cv-02540-HRL Notice has been electronically mailed to:",
        "C17-02540 HRL Notice will be electronically mailed to",
        "Notice of this order has been sent electronically to counsel of record through CM/ECF:",
        "This order was electronically mailed to:",
        "Copies of this order were emailed to counsel:",
        "cc: counsel of record via CM/ECF",
        "The following were served by e-mail:",
        "Electronic Mail Notice List",
    ],
    refuses=[
        "Notice was mailed to the class on May 1",
        "The notice has been sent twice, Plaintiff says.",
        "Defendant had notice of the following: the letter",
        "Notice was given to the class by e-mail.",
    ],
    by="match",
)
ORDERS = Pattern(
    r"\bordered\b|\bsigned\b|^\s*/?s/",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "Signed: May 3, 2022", "s/ Jane Roe"],
    refuses=["the order below", "reordering"],
)
NOTICE_WORD = Pattern(
    r"notice|cop(?:y|ies)|order|cc\s*:|served",
    re.IGNORECASE,
    accepts=["Notice has been mailed", "cc: counsel", "Copies to all parties"],
    refuses=["Dated: May 3, 2022"],
)
# Every mailing notice holds one of these; the words of "other means" can be two blanks apart.
ELECTRONIC_HINTS = ("electronic", "mail", "cm/ecf", "means")
NOTICE_HINTS = ("notice", "cop", "order", "cc", "served")
HEADS_LIST = Pattern(
    r"notice|mail|served|counsel|\bcc\b|:\s*$",
    re.IGNORECASE,
    accepts=["Notice has been mailed to:", "cc counsel", "Copies:"],
    refuses=["The motion is denied.", "account"],
)
MAIL_ADDRESS = Pattern(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}",
    accepts=["jroe@example.com"],
    refuses=["12 cans @ $3.50", "@example"],
)
NOTE_LABEL = Pattern(
    r"\[\^[\w*†‡]{1,4}\]:",
    accepts=["[^1]: See", "[^*]: Judge"],
    refuses=["[1] Mr. Roe", "^1"],
    by="match",
)
LABEL = 4  # characters of a note's label at the most
# The order itself ends with one of these; addresses below it are of those who got a copy.
ORDER_END = Pattern(
    r"\bso\s+ordered\b|\b(?:judge|justice)\.?\s*$|^\s*/?s/",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "United States District Judge", "/s/ Jane Roe"],
    refuses=["The judge erred", "It is ordered that"],
)

EXTRACT_NOTE = Pattern(
    r"""
    ^\s* \[ (?=[^\]\n]{0,200}\b(?:extract|excerpt|file|text|document|output|source)\b)
            (?=[^\]\n]{0,200}\b(?:truncated|cut|shortened|abridged|omitted)\b)
    [^\]\n]{10,200} \] \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "[Extract truncated by local builder; raw source is preserved.]",
        "[Text cut off here by the converter]",
    ],
    refuses=["[remainder of page intentionally left blank]"],
    by="match",
)
# What a tool appends after its note: headings and list items in Markdown, never a sentence.
TOOL_LINE = Pattern(
    r"\s*(?:\#{1,6}\s|[-*+]\s)",
    accepts=["## Sources", "- Roe v. Doe"],
    refuses=["#5 is denied", "-5-", "The motion"],
    by="match",
)


def find_specimen_notice(lines: Sequence[Line]) -> list[Cut]:
    """The line at the head of a specimen that says it is one."""
    for index, line in enumerate(lines[:12]):
        if not line.blank and SPECIMEN.fullmatch(line.content):
            return [cut_whole(index, line, RemovalReason.SPECIMEN_NOTICE)]
    return []


def find_mailing_notice(lines: Sequence[Line]) -> list[Cut]:
    """A notice of electronic mailing and all after it: names and addresses of counsel.

    Such a tail ends the paper; it holds private data and is no part of the order. It is known by
    its wording, or by mail addresses below the order's end, whatever their heading says.
    """
    start = _find_notice(lines)
    if start is None:
        start = _find_addresses(lines)
    if start is None:
        return []
    return [
        cut_whole(place, lines[place], RemovalReason.MAILING_NOTICE)
        for place in range(start, len(lines))
        if not lines[place].blank
    ]


def _find_notice(lines: Sequence[Line]) -> int | None:
    """The first line that begins a notice, below the last words that order anything.

    "Notice will be sent electronically to the class as follows:" in an order's body begins none.
    """
    first = _find_last(lines, ORDERS, ("ordered", "signed", "s/")) or 0
    if not holds_any("\n".join(line.text for line in lines[first:]), ELECTRONIC_HINTS):
        return None
    for index in range(first, len(lines)):
        line = lines[index]
        if not holds_any(line.text, NOTICE_HINTS) or not NOTICE_WORD.search(line.text):
            continue
        following = lines[index + 1].content if index + 1 < len(lines) else ""
        if MAILING_NOTICE.match(line.text.rstrip()) or (
            not line.text.rstrip().endswith((".", ":"))
            and MAILING_NOTICE.match(f"{line.text.rstrip()} {following}")
        ):
            return index
    return None


def _find_addresses(lines: Sequence[Line]) -> int | None:
    """The paragraph, and the heading right above it, of the first address below the order's end.

    Notes stand there too, where a form keeps them behind the text: the address of a website's
    owner in a note is the order's own word, and is judged by its kind later.
    """
    end = _find_last(lines, ORDER_END, ("ordered", "judge", "justice", "s/"))
    if end is None:
        return None
    below = range(end + 1, len(lines))
    addressed = (i for i in below if "@" in lines[i].text and MAIL_ADDRESS.search(lines[i].text))
    starts = (_find_paragraph(lines, at, end) for at in addressed)
    start = next((at for at in starts if not _begins_note(lines[at])), None)
    if start is None:
        return None
    above = next((i for i in range(start - 1, end, -1) if not lines[i].blank), None)
    return above if above is not None and HEADS_LIST.search(lines[above].text) else start


def _find_paragraph(lines: Sequence[Line], at: int, end: int) -> int:
    """The first line of the paragraph around a line; it is below the line at `end`."""
    while at - 1 > end and not lines[at - 1].blank:
        at -= 1
    return at


def _begins_note(line: Line) -> bool:
    """Whether a line begins with a note's label: raised, or as Markdown writes it."""
    raised = any(
        span.style is Style.SUPERSCRIPT
        and span.start <= line.indent < span.end
        and span.end - line.indent <= LABEL
        for span in line.styles
    )
    return raised or NOTE_LABEL.match(line.content) is not None


def _find_last(lines: Sequence[Line], pattern: Pattern[str], hints: tuple[str, ...]) -> int | None:
    """The last line in which the pattern is found; it can only be where one of the hints is."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not line.blank and holds_any(line.text, hints) and pattern.search(line.text):
            return index
    return None


def find_extract_note(lines: Sequence[Line]) -> list[Cut]:
    """A bracketed note that the file is an extract, with the Markdown lists that follow it."""
    for index in range(len(lines) - 1, -1, -1):
        if "[" in lines[index].text and EXTRACT_NOTE.match(lines[index].text):
            tail = [place for place in range(index + 1, len(lines)) if not lines[place].blank]
            if all(
                lines[place].heading_level or TOOL_LINE.match(lines[place].text) for place in tail
            ):
                return [
                    cut_whole(place, lines[place], RemovalReason.EXTRACT_NOTE)
                    for place in (index, *tail)
                ]
    return []
