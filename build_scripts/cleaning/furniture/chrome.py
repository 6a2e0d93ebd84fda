"""What services, browsers and programs print around an order: a table, a row a phrase.

A row names the maker, says how far its furniture reaches, and has an example. Only whole lines
count: prose about a service stays. Between the first and the last row of a page that was saved
whole, the order stands.
"""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from build_scripts.cleaning.lines import Cut, Line, cut_whole, list_filled
from build_scripts.model.clean_order import RemovalReason
from build_scripts.text.pattern import Pattern


class Reach(Enum):
    """What leaves with a line of the table."""

    LINE = "nothing else"
    ABOVE = "all short lines above it, at the head of the file"
    BELOW = "all lines below it, at the end of the file"


class Row(NamedTuple):
    """One phrase of a maker; the whole line must match, runs of blanks closed up."""

    maker: str
    phrase: str
    example: str
    reach: Reach = Reach.LINE


L, A, B = Reach
ROWS = (
    Row(
        "Westlaw",
        r"(?:© ?)?20\d\d Thomson Reuters\..{0,90}",
        "© 2020 Thomson Reuters. No claim to original U.S. Government Works. 3",
    ),
    Row(
        "Westlaw",
        r".{0,40}No claim to original U\.? ?S\.? Government Works\.?.{0,8}",
        "No claim to original U.S. Government Works.",
    ),
    Row(
        "Westlaw",
        r"Only the Westlaw citation is currently available\.?",
        "Only the Westlaw citation is currently available.",
    ),
    Row(
        "Westlaw",
        r"(?:KeyCite )?(?:Yellow|Red|Blue) (?:Flag|Stripe)\b.{0,120}",
        "KeyCite Yellow Flag - Negative Treatment",
    ),
    Row("Westlaw", r"KeyCite (?:Yellow|Red|Blue|history).{0,120}", "KeyCite history available"),
    Row("Westlaw", r"Original Image of .{0,60}\(PDF\)", "Original Image of 2019 WL 1 (PDF)"),
    Row(
        "Westlaw",
        r"(?:This case was )?not (?:selected for publication|reported) in .{2,60}",
        "Not Reported in Fed. Supp.",
    ),
    Row("Westlaw", r"West ?law(?:Next|Classic| Precision| Edge)?(?: ®)?", "WestlawNext"),
    Row("Westlaw", r"Slip Copy", "Slip Copy"),
    Row("Westlaw and Lexis", r"End of Document.{0,80}", "End of Document", B),
    Row(
        "Lexis",
        r"(?:Copyright )?(?:© |\(c\) )?(?:20\d\d )?LexisNexis\b.{0,90}",
        "© 2020 LexisNexis, a division of RELX Inc. All Rights Reserved.",
    ),
    Row("Lexis", r"About LexisNexis ?\|.{0,90}", "About LexisNexis | Privacy Policy"),
    Row(
        "Lexis",
        r"(?:User Name|Job Number|Client/Matter|Search Terms|Search Type|Content Type"
        r"|Narrowed by|Documents? \(\d+\)|Date and Time) ?:.{0,120}",
        "Job Number: 123456",
    ),
    Row("Lexis", r"As of: .{4,30}\d{4}.{0,14}", "As of: May 1, 2020 3:45 PM Z"),
    Row("Lexis", r"(?:No )?Shepard['’]s(?:®|™| Signal).{0,60}", "No Shepard's Signal™"),
    Row(
        "Google Scholar",
        r"Save trees - read court opinions online on Google Scholar\.?",
        "Save trees - read court opinions online on Google Scholar.",
        B,
    ),
    Row("Google Scholar", r"Read ?How cited(?: Search)?", "Read How cited", A),
    Row(
        "Google Scholar",
        r"Read how this document has been cited.{0,40}",
        "Read how this document has been cited.",
    ),
    Row("Google Scholar", r"How (?:this document has been )?cited", "How cited"),
    Row(
        "Google Scholar",
        r"(?:Loading ?(?:\.\.\.|…) ?)?The system can['’]t perform the operation"
        r" now\..{0,24}",
        "The system can't perform the operation now. Try again later.",
        A,
    ),
    Row(
        "Google Scholar",
        r"Sorry, some features may not work.{0,80}",
        "Sorry, some features may not work in this version of Internet Explorer.",
    ),
    Row(
        "Google Scholar",
        r"(?:About Google Scholar|All & ?about Google|©\d{4} Google).{0,60}",
        "About Google Scholar",
    ),
    Row(
        "Justia",
        r"Justia (?:›|>|/|»|U\.?S\.?|Opinion Summary|Legal).{0,160}",
        "Justia › US Law › Case Law",
    ),
    Row(
        "Justia",
        r"(?:Receive free daily summaries|Subscribe to Justia|Get free summaries of).{0,120}",
        "Receive free daily summaries of new opinions",
        L,
    ),
    Row(
        "Justia",
        r"Some case metadata and case summaries were written .{0,140}",
        "Some case metadata and case summaries were written with the help of AI",
        B,
    ),
    Row(
        "Justia",
        r"Disclaimer: (?:Official|Justia).{0,300}",
        "Disclaimer: Justia Annotations is a forum",
        B,
    ),
    Row(
        "CourtListener",
        r"(?:Please support|CourtListener is|Free Law Project).{0,120}",
        "CourtListener is a project of Free Law Project",
        B,
    ),
    Row(
        "CourtListener",
        r"(?:Cited By|Authorities|Related Cases|Summaries) ?\(\d{1,5}\)",
        "Cited By (12)",
    ),
    Row("CourtListener", r"Your Notes \(?(?:edit|none).{0,20}", "Your Notes (edit)"),
    Row(
        "CourtListener",
        r"Opinion \| CourtListener.{0,40}|.{3,120} (?:–|-|\|) CourtListener\.com",
        "Roe v. Doe, 1 F.3d 2 – CourtListener.com",
    ),
    Row("FindLaw", r"(?:Find ?Law)(?:['’]s)? .{0,120}", "FindLaw Caselaw Ohio"),
    Row(
        "FindLaw", r"(?:Reset )?A ?A Font size:.{0,40}|Font size: A A Reset", "Font size: A A Reset"
    ),
    Row("FindLaw", r"Was this helpful\?.{0,20}", "Was this helpful?", B),
    Row(
        "Casetext",
        r".{0,120}(?:\| )?Casetext(?: Search \+ Citator|: Smarter Legal Research).{0,40}",
        "From Casetext: Smarter Legal Research",
    ),
    Row("Casetext", r"Download PDF(?: Check Treatment)?|Check Treatment", "Check Treatment"),
    Row(
        "vLex",
        r"(?:vLex|© vLex|Document downloaded from vLex)\b.{0,120}",
        "vLex Document Id: VLEX-1",
    ),
    Row(
        "Leagle, Bloomberg",
        r"(?:Leagle\.com|Bloomberg Law|© \d{4} The Bureau of National).{0,90}",
        "Leagle.com",
    ),
    Row("Fastcase", r".{0,40}\bFastcase(?:, Inc)?\b.{0,60}", "© 2020 Fastcase, Inc."),
    Row(
        "browsers",
        r"(?:https?://|www\.)\S{3,200} (?:page )?\d{1,4} ?(?:/|of) ?\d{1,4}",
        "https://example.org/case/1 1/12",
    ),
    Row("browsers", r"about:blank(?: \d{1,4}/\d{1,4})?", "about:blank 1/2"),
    Row(
        "browsers", r"file:///\S{3,200}(?: \d{1,4}(?:/| of )\d{1,4})?", "file:///C:/order.html 1/2"
    ),
    Row(
        "web pages",
        r"(?:Skip to (?:main )?content|Sign (?:in|out)|Log ?(?:in|out)|My Account"
        r"|Back to (?:top|search results)|Share (?:this )?(?:on|via).{0,20}|Print this page)",
        "Skip to main content",
    ),
    Row("note takers", r"Drag to outliner(?: or Upload)?", "Drag to outliner or Upload", B),
    Row(
        "PDF programs",
        r"(?:Created|Converted|Generated|Printed|Powered) (?:with|by|using)"
        r" .{0,60}(?:\.(?:com|org|net)|PDF|Aspose|Acrobat|Word|Office).{0,40}",
        "Created with doPDF",
    ),
    Row(
        "PDF programs",
        r"Evaluation (?:Only|Copy|Version|Warning)\b.{0,120}",
        "Evaluation Only. Created with Aspose.PDF.",
    ),
    Row("archives", r"Downloaded (?:from|by|on|at) .{3,120}", "Downloaded from example.org"),
    Row("word processors", r"\[?(?:Type|Enter) (?:here|text here)\]?", "[Type here]"),
)
HEAD, FOOT = 40, 80  # lines that hold anything
LONGEST_HEAD = 90  # characters of a line above the order
LONGEST = 320


def _join_rows(reach: Reach) -> Pattern[str]:
    rows = [row for row in ROWS if row.reach is reach]
    return Pattern(
        "|".join(f"(?:{row.phrase})" for row in rows),
        re.IGNORECASE,
        accepts=[row.example for row in rows],
        refuses=["The Westlaw citation is wrong.", "Plaintiff subscribes to LexisNexis."],
        by="fullmatch",
    )


LINES, HEADS, FEET = (_join_rows(reach) for reach in Reach)


def find_chrome(lines: Sequence[Line]) -> list[Cut]:
    """Every line of the table, with what it reaches."""
    found: set[int] = set()
    filled = list_filled(lines)
    for rank, index in enumerate(filled):
        content = " ".join(lines[index].content.split())
        if len(content) > LONGEST:
            continue
        if LINES.fullmatch(content):
            found.add(index)
        elif HEADS.fullmatch(content):
            found.add(index)
            if rank < HEAD and all(len(lines[i].content) < LONGEST_HEAD for i in filled[:rank]):
                found.update(filled[:rank])
        elif FEET.fullmatch(content):
            found.add(index)
            if len(filled) - rank < FOOT:
                found.update(_list_tail(lines, filled[rank:]))
    return [cut_whole(index, lines[index], RemovalReason.CHROME) for index in sorted(found)]


def _list_tail(lines: Sequence[Line], tail: Sequence[int]) -> Sequence[int]:
    """The lines behind the order's print; those before a long one, where one of them is prose."""
    long = (rank for rank, index in enumerate(tail) if len(lines[index].content) > LONGEST)
    return tail[: next(long, len(tail))]
