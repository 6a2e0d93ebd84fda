"""Orders without a paper: a clerk's notice whose docket text is the order itself.

"Case Name: Roe v. Acme Co.  Case Number: 2:20-cv-01671-ABW  Document Number: 37  Docket Text:
TEXT ONLY ORDER signed by Judge Jane Roe on 8/2/2021. The 35 Motion … is GRANTED."
"""

import re
from dataclasses import dataclass

from build_scripts.describing.opening import MOST_BLOCKS, locate_body
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Span
from build_scripts.model.text.pattern import Pattern

_LABELS = (
    r"(?:Case\s+Name|Case\s+Number|Filer|Document\s+Number|Docket\s+Text|Document\s+description"
    r"|WARNING|Judge\(s\)\s+Assigned)"
)
_FIELD = Pattern(
    rf"\b(?P<label>Case\s+Name|Case\s+Number|Document\s+Number):\s*"
    rf"(?P<value>[^\n]{{1,300}}?)(?=\s+{_LABELS}:|\s*$)",
    accepts=["Case Name: Vandermeer v. Oshkosh Paperboard LLC Case Number:"],
    refuses=["case name"],
)
_DOCKET_TEXT = Pattern(
    r"\bDocket\s+Text:?\s*(?P<text>.*)",
    re.DOTALL,
    accepts=["Docket Text: ORDER granting 12 Motion to Seal.", "Docket Text"],
    refuses=["the text of the docket", "Docket text"],
)
# What the text begins with.
_TITLE = Pattern(
    r"^\W*(?P<title>(?:(?:text|only|electronic|paperless|minute|endorsed|docket|oral|standing|virtual"
    r"|scheduling|clerk['’]s)[-\s]+){0,3}(?:order|entry|judgment|opinion))\b",
    re.IGNORECASE,
    accepts=["TEXT ONLY ORDER", "MINUTE ENTRY", "ORDER", "ELECTRONIC ORDER", "Minute Order"],
    refuses=["ANSWER to Complaint", "NOTICE of Appearance"],
    by="match",
)
_SIGNED = Pattern(
    r"(?:\b(?i:signed\s+by|by|before))\s+(?:the\s+)?(?:Hon(?:orable|\.)\s+)?"
    r"(?P<office>(?:(?:Chief|Senior|District|Magistrate|Bankruptcy|U\.?S\.?)\s+){0,3}Judge)\s+"
    r"(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4}?)"
    r"(?=\s+(?:on|granting|denying|re|in|dismissing)\b|[:.,;(]|\s+\d|\s*$)",
    accepts=[
        "signed by Judge Jane Roe on 8/2/2021",
        "by Magistrate Judge John Q. Poe",
        "before Judge Jane Roe",
    ],
    refuses=["assigned to Judge Jane Roe"],
)


@dataclass(frozen=True, slots=True)
class LocatedText:
    """Words of the notice and their place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class TextOrder:
    """The content of a notice; None where it has none."""

    case_name: LocatedText | None
    document_number: LocatedText | None
    title: LocatedText | None
    judge: LocatedText | None
    office: str | None
    order: LocatedText  # the docket text


def read_text_order(clean: CleanOrder) -> TextOrder | None:
    """Return the text order that a notice holds; None for every other paper."""
    body = locate_body(clean)[:MOST_BLOCKS]
    if not any("Docket Text" in line.text for line in body):
        return None
    fields: dict[str, LocatedText] = {}
    order: LocatedText | None = None
    for index, line in enumerate(body):
        for match in _FIELD.finditer(line.text):
            label = " ".join(match["label"].lower().split())
            fields.setdefault(
                label, LocatedText(match["value"], line.span(match.start("value"), match.end()))
            )
        found = _DOCKET_TEXT.search(line.text)
        if found and not found["text"].strip() and index + 1 < len(body):
            order = LocatedText(body[index + 1].text, body[index + 1].span())
        elif found:
            order = LocatedText(found["text"], line.span(found.start("text")))
    if order is None or "case number" not in fields:
        return None
    title = _TITLE.match(order.text)
    signed = _SIGNED.search(order.text)
    number = fields.get("document number")
    return TextOrder(
        fields.get("case name"),
        number if number and number.text[:1].isdigit() else None,
        _cut(order, title, "title"),
        _cut(order, signed, "name"),
        signed["office"] if signed else None,
        order,
    )


def _cut(order: LocatedText, match: re.Match[str] | None, group: str) -> LocatedText | None:
    if not match:
        return None
    start = order.span.start + match.start(group)
    return LocatedText(match[group], Span(start, start + len(match[group])))
