"""The end of an order: its date line, the signature, the judge's name and office."""

import re

from build_scripts.cleaning.lines import Line
from build_scripts.model.law.judges import OFFICE as OFFICE_WORDS
from build_scripts.model.source_text import CellSpan
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.name_case import GENERATION_END
from build_scripts.model.text.pattern import Pattern

DATE_LINE = Pattern(
    rf"""
    (?: dated? | signed | entered | done ) \b
    (?: \s* : .{{0,60}}
      | ,? \s+ (?:this|at|in|on|as\s+of|and\s+entered)\b [\w\s,.’']{{0,80}} \d{{4}} \.? )
    | (?: (?:dated?|signed|entered) \s+ )?
      {MONTH}\.?
      \s+ \d{{1,2}}, \s* \d{{4}} \.?
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Dated: May 31, 2017",
        "DATED this 3rd day of May, 2017.",
        "Date: 5/31/17",
        "November 5, 2024",
    ],
    refuses=["Dated documents were produced in discovery"],
    by="fullmatch",
)
OFFICE = Pattern(
    rf"""
    (?:hon(?:orable|\.)?\s+)?
    (?: {OFFICE_WORDS}
      | (?:deputy\s+)?clerk(?:,?\s+(?:of\s+(?:the\s+)?court|united\s+states\s+district\s+court))? )
    (?: \s+ of \s+ the \s+ [\w\s]{{3,40}} )? [.,]?
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "United States Magistrate Judge",
        "UNITED STATES DISTRICT JUDGE",
        "U.S. District Judge",
        "Chief Judge",
        "Special Master",
        "Clerk of Court",
    ],
    refuses=["the district judge erred"],
    by="fullmatch",
)
SIGNED = Pattern(
    r"(?:/s/?|s/)\s*\S?.{0,60}|(?:by|for)\s+the\s+court\s*:?",
    re.IGNORECASE,
    accepts=["/s/ Jane Roe", "s/ Jane Roe", "BY THE COURT:", "For the Court"],
    refuses=["by the court below", "Signed by Jane Roe"],
    by="fullmatch",
)
NAME = Pattern(
    r"(?:(?:the\s+)?hon(?:orable|\.)?\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){1,4}"
    rf"{GENERATION_END},?",
    re.IGNORECASE,
    accepts=["HOWARD R. LLOYD", "Hon. Marian T. Oakhurst", "André Birotte Jr."],
    refuses=["Oakhurst", "28 U.S.C.", "Roe & Doe LLP"],
    by="fullmatch",
)
COLUMN_GAP = Pattern(
    r"\s{3,}",
    accepts=["Dated: May 3, 2022     Jane Roe"],
    refuses=["Jane  Roe"],
)
LONGEST_NAME = 45


def is_signature_line(line: Line, below: Line | None) -> bool:
    """Return whether a line is one of a signature's, given the next line that holds anything."""
    content = line.content
    if DATE_LINE.fullmatch(content) or SIGNED.fullmatch(content):
        return True
    if OFFICE.fullmatch(content) and content[:1].isupper():
        return True
    return (
        below is not None
        and _is_name(line)
        and OFFICE.fullmatch(below.content) is not None
        and below.content[:1].isupper()
    )


def split_columns(line: Line) -> list[Line]:
    """Split "Dated: May 31, 2017        HOWARD R. LLOYD" where both halves are a signature's."""
    cells = list_cells(line)
    if len(cells) < 2 or not any(
        DATE_LINE.fullmatch(text) or SIGNED.fullmatch(text) or OFFICE.fullmatch(text)
        for text in (line.text[cell.start : cell.end].strip() for cell in cells)
    ):
        return [line]
    return [
        line.with_text(" " * cell.start + line.text[cell.start : cell.end], styles=())
        for cell in cells
    ]


def list_cells(line: Line) -> list[CellSpan]:
    """Return the cells of a line that wide gaps separate."""
    cells = []
    start = line.indent
    for gap in COLUMN_GAP.finditer(line.text, line.indent):
        cells.append(CellSpan(start, gap.start()))
        start = gap.end()
    if start < len(line.text):
        cells.append(CellSpan(start, len(line.text)))
    return cells


def _is_name(line: Line) -> bool:
    content = line.content
    return len(content) <= LONGEST_NAME and NAME.fullmatch(content) is not None
