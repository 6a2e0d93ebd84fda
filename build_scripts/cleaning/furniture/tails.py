"""What stands behind an order's end: whom it was sent to, and who certifies that.

Such a tail holds private data and is no part of the order. It is known by its wording, or by mail
addresses in lists below the order's end, whatever their heading says; an attachment ends it.
"""

import re
from collections.abc import Sequence

from build_scripts.cleaning.caption.patterns import COURT
from build_scripts.cleaning.lines import Cut, Line, cut_whole, holds_any
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import Style
from build_scripts.text.pattern import Pattern

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
SO_ORDERED = Pattern(
    r"\bso\s+ordered\b|\bit\s+is\s+(?:\w+\s+){0,2}ordered\b",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "it is hereby ORDERED that"],
    refuses=["the court ordered"],
)
CERTIFYING = ("certif", "cop", "proof", "affidavit", "declaration", "electronic")
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

CERTIFICATE = Pattern(
    r"""
    (?:clerk['’]?s\s+)? certificat(?:e|ion) \s+ of \s+
      (?:the\s+)? (?:e-?|electronic\s+)?
      (?:service|mailing|filing|notification|notice|distribution|delivery|transmission) \b .{0,40}
    | (?:proof|affidavit|declaration) \s+ of \s+ (?:service|mailing) \b .{0,40}
    | notice \s+ of \s+ electronic \s+ filing
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["CERTIFICATE OF SERVICE", "Clerk's Certificate of Mailing", "Proof of Service"],
    refuses=["Certificate of Appealability", "The certificate of service was late"],
    by="fullmatch",
)
CERTIFIES = Pattern(
    r"(?:i|the\s+(?:undersigned|clerk))\b.{0,60}\bcertif(?:y|ies)\b.{0,140}"
    r"\b(?:cop(?:y|ies)|served|mailed|e-?mailed|foregoing|filed|sent)\b"
    r"|(?:a|an)\s+(?:true\s+)?(?:and\s+correct\s+)?cop(?:y|ies)\s+of\s+(?:the|this)\s+.{0,60}"
    r"\b(?:mailed|e-?mailed|served|sent|forwarded|delivered)\b",
    re.IGNORECASE,
    accepts=[
        "I hereby certify that on May 1, 2020, a copy of the foregoing was mailed",
        "A copy of this Order was mailed to",
    ],
    refuses=["The trial court certified the class", "I certify the question"],
    by="match",
)
DISTRIBUTION = Pattern(
    r"""
    (?: x?cc | c\.\s?c\. | bcc
      | (?:conformed\s+|certified\s+|true\s+|electronic\s+|service\s+)?
        (?:copy|copies|original|orig) (?:\s+(?:furnished|mailed|e-?mailed|sent|provided|delivered
          |distributed|conformed|served))?
        (?:\s+(?:on|by|via)\s+[\w./-]{2,20})? (?:\s+to)?
      | distribution (?:\s+(?:list|to))? | service \s+ list | counsel \s+ of \s+ record
      | electronic\s+service
    ) \s* : .{0,120}
    | (?:copies|copy) \s+ (?:furnished\s+|mailed\s+|sent\s+|provided\s+)? to \s* [:;]? .{0,80}
    | distribution | service \s+ list
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "cc: All counsel",
        "Original To:",
        "Conformed Copies to:",
        "Copies furnished to:",
        "Copies to counsel of record",
        "Service List",
    ],
    refuses=["Copies of the lease were sent.", "cc", "The original: a lease"],
    by="fullmatch",
)
# What follows a tail and is not of it.
NEXT_PAPER = Pattern(
    r"(?:attachment|exhibit|appendix|addendum|schedule)\b.{0,60}",
    re.IGNORECASE,
    accepts=["ATTACHMENT A", "Exhibit 1"],
    refuses=["Attached", "exhibitor"],
    by="fullmatch",
)
FEWEST_WORDS = 7  # of a line of prose


def find_mailing_notice(lines: Sequence[Line]) -> list[Cut]:
    """The tail that begins first: a notice, a certificate, a list of those who got a copy."""
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
    """Where another paper begins; a list ends at prose too, a notice is prose itself."""
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if line.page != lines[start].page or line.page == lines[0].page:
            content = line.content
            if NEXT_PAPER.fullmatch(content) or (content.isupper() and COURT.fullmatch(content)):
                return index
        if not worded and _is_prose(line) and not HEADS_LIST.search(line.text):
            return index
    return len(lines)


def _is_prose(line: Line) -> bool:
    words = [word for word in line.content.split() if "@" not in word]
    lower = sum(word[0].islower() for word in words)
    return len(words) >= FEWEST_WORDS and 2 * lower > len(words)


def _find_certificate(lines: Sequence[Line]) -> int | None:
    """A certificate's heading, or its words, below words that order or sign."""
    first = next(
        (i for i, line in enumerate(lines) if not line.blank and ORDER_END.search(line.text)), None
    )
    if first is None:
        return None
    last_ruling = _find_last(lines, SO_ORDERED, ("ordered",)) or first
    for index in range(max(first, last_ruling) + 1, len(lines)):
        line = lines[index]
        if not line.blank and holds_any(line.content, CERTIFYING):
            following = lines[index + 1].content if index + 1 < len(lines) else ""
            if CERTIFICATE.fullmatch(line.content.strip("*_ ")) or CERTIFIES.match(
                f"{line.content} {following}"
            ):
                return index
    return None


def _find_distribution(lines: Sequence[Line], end: int) -> int | None:
    """The head of a list of those who get a copy: nothing but names follows it."""
    for index in range(end + 1, len(lines)):
        content = lines[index].content
        if content and DISTRIBUTION.fullmatch(content):
            return index
    return None


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


def _find_addresses(lines: Sequence[Line], end: int) -> int | None:
    """The paragraph, and the heading right above it, of the first address below the order's end.

    Notes stand there too, where a form keeps them behind the text: the address of a website's
    owner in a note is the order's own word, and is judged by its kind later.
    """
    below = range(end + 1, len(lines))
    addressed = (i for i in below if "@" in lines[i].text and MAIL_ADDRESS.search(lines[i].text))
    starts = (_find_paragraph(lines, at, end) for at in addressed)
    start = next(
        (at for at in starts if not _begins_note(lines[at]) and not _is_prose(lines[at])), None
    )
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
