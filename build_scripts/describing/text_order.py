"""Orders without a paper: a clerk's notice whose docket text is the order itself.

"Case Name: Roe v. Acme Co.  Case Number: 2:20-cv-01671-ABW  Document Number: 37  Docket Text:
TEXT ONLY ORDER signed by Judge Jane Roe on 8/2/2021. The 35 Motion … is GRANTED."
"""

import re
from dataclasses import dataclass

from build_scripts.describing.opening import MOST_BLOCKS, locate_body
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Span
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "text_order.toml")


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
        for match in _PATTERNS.FIELD.finditer(line.text):
            label = " ".join(match["label"].lower().split())
            fields.setdefault(
                label, LocatedText(match["value"], line.span(match.start("value"), match.end()))
            )
        found = _PATTERNS.DOCKET_TEXT.search(line.text)
        if found and not found["text"].strip() and index + 1 < len(body):
            order = LocatedText(body[index + 1].text, body[index + 1].span())
        elif found:
            order = LocatedText(found["text"], line.span(found.start("text")))
    if order is None or "case number" not in fields:
        return None
    title = _PATTERNS.TITLE.match(order.text)
    signed = _PATTERNS.SIGNED.search(order.text)
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
