"""Corrections in words: what stood in a field, what stands there now, who said so and why."""

import datetime
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Court,
    Description,
    DocketNumber,
    Judge,
    Party,
    Ruling,
)
from build_scripts.publishing.markdown_text import escape_text
from build_scripts.publishing.wording import word_date, word_judge, word_outcome, word_qualifiers

LABELS = {
    "is_order": "Is it an order?",
    "case_name": "Case name",
    "docket_numbers": "Docket numbers",
    "court": "Court",
    "division": "Division",
    "judges": "Judges",
    "parties": "Parties",
    "title": "Title",
    "order_type": "Kind of paper",
    "date": "Date",
    "date_filed": "Filed",
    "document_number": "Document number",
    "page_count": "Pages",
    "rulings": "Rulings",
    "disposition": "Disposition",
    "disposition_qualifiers": "Qualifiers",
    "own_citations": "Reported",
    "full_caption": "Caption",
    "nature": "Nature of suit",
    "statutes_at_issue": "Statutes at issue",
}
"""How readers know each field."""

# Where the order's page shows a field: the term of a row, or the place itself.
_ROWS = {
    "disposition": "Disposition",
    "disposition_qualifiers": "Disposition",
    "docket_numbers": "Case",
    "court": "Court",
    "division": "Court",
    "judges": "Judge",
    "parties": "Parties",
    "date": "Date",
    "date_filed": "Filed",
    "document_number": "Document",
    "own_citations": "Reported",
    "nature": "Nature",
    "statutes_at_issue": "Statute",
}
_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """One corrected field: its values before and now, in words."""

    field: str
    was: str
    now: str


def list_changes(description: Description) -> tuple[Change, ...]:
    """Return each field that an editor changed, in the description's order."""
    if description.correction is None:
        return ()
    return tuple(
        Change(
            field,
            word_values(
                each.claim.value
                for each in description.superseded
                if each.field == field and each.outranked_by is ClaimSource.EDITOR
            ),
            word_values(_list_values(getattr(description, field))),
        )
        for field in description.correction.fields
    )


def word_values(values: Iterator[Any]) -> str:
    """Return values in a row, "nothing" for none."""
    return "; ".join(_word_value(value) for value in values) or _NOTHING


def mark_row(description: Description, term: str) -> str:
    """Return what follows the content of a row of the page's head: its corrections, if any."""
    row = term.removesuffix("s")
    marks = []
    for change in list_changes(description):
        if _ROWS.get(change.field, "").removesuffix("s") == row:
            name = "" if LABELS[change.field].startswith(row) else _name(change)
            marks.append(f"<br>{_show(description, change, name)}")
    return "".join(marks)


def mark_place(description: Description, field: str) -> str:
    """Return the paragraph below a field that stands in no row: the title, the case, rulings."""
    return "".join(
        f"{_show(description, change, '')}\n{{: .correction-place }}"
        for change in list_changes(description)
        if change.field == field
    )


def list_others(description: Description, terms: Set[str], places: Set[str]) -> str:
    """Return the corrections of fields that stand neither in a row of `terms` nor in `places`."""
    rows = {term.removesuffix("s") for term in terms}
    return "<br>".join(
        _show(description, change, f"{_name(change)}{escape_text(change.now)}. ")
        for change in list_changes(description)
        if change.field not in places and _ROWS.get(change.field) not in rows
    )


def _name(change: Change) -> str:
    return f"{LABELS[change.field]}: "


def _show(description: Description, change: Change, before: str) -> str:
    correction = description.correction
    said = [f"{before}Corrected by an editor, was: {escape_text(change.was)}"]
    if correction and (correction.by or correction.date):
        day = word_date(correction.date, short=True) if correction.date else ""
        said.append(", ".join(filter(None, (escape_text(correction.by), day))))
    if correction and correction.note:
        said.append(escape_text(correction.note))
    return f'<span class="correction">{" · ".join(said)}</span>'


def _list_values(held: Any) -> Iterator[Any]:
    if isinstance(held, tuple):
        yield from (each.value if isinstance(each, Claim) else each for each in held)
    elif held is not None:
        yield held.value


def _word_value(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Court():
            return value.name
        case DocketNumber():
            return value.text
        case Judge():
            return ", ".join(filter(None, (value.name or value.initials, word_judge(value))))
        case Party():
            roles = value.role_printed or ", ".join(value.roles)
            return f"{value.name} ({roles})" if roles else value.name
        case Ruling():
            outcome = ", ".join((word_outcome(value.outcome), word_qualifiers(value.qualifiers)))
            entries = f" ({', '.join(value.entries)})" if value.entries else ""
            return f"{value.motion}{entries}: {outcome.rstrip(', ')}"
        case datetime.date():
            return word_date(value)
        case StrEnum():
            return value.value
        case _:
            return str(value)
