"""Corrections in words: a field's value before and now, who corrected it and why; their log."""

import datetime
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from build_scripts.model.description import (
    FIELDS,
    ClaimSource,
    Correction,
    Court,
    Description,
    DocketNumber,
    Judge,
    OrderType,
    Outcome,
    Party,
    Qualifier,
    Ruling,
    list_values,
)
from build_scripts.model.page import TemplatePage
from build_scripts.model.partial_date import PartialDate
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import (
    case_of,
    format_date,
    format_judge,
    format_outcome,
    format_qualifiers,
)
from build_scripts.pages.i18n import t, term
from build_scripts.pages.pagination import publish_list
from build_scripts.pages.views import PageLink, link_order

_TERMS = {OrderType: "order_types", Outcome: "outcomes", Qualifier: "qualifiers"}


@dataclass(frozen=True, slots=True)
class Change:
    """One corrected field: its values before and now, in words; "" if there was none."""

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
            tell_values(
                each.claim.value
                for each in description.superseded
                if each.field == field and each.outranked_by is ClaimSource.EDITOR
            ),
            tell_value(description, field) or t("corrections.nothing"),
        )
        for field in description.correction.fields
    )


def tell_value(description: Description, field: str) -> str:
    """Return a field's value in words, or "" if it has none."""
    return tell_values(list_values(description, field))


def tell_values(values: Iterable[Any]) -> str:
    """Return values of a field, in words."""
    return "; ".join(_format_value(value) for value in values)


def describe_correction(description: Description) -> str:
    """Return how many fields were corrected, by whom and when, or "" if none was."""
    made = description.correction
    if made is None:
        return ""
    day = format_date(made.date) if made.date else ""
    count = len(made.fields)
    told = t("corrections.fields_by", count=count, by=made.by) if made.by else ""
    return ", ".join(filter(None, (told or t("corrections.fields", count=count), day)))


def note_row(description: Description, field: str) -> tuple[str, ...]:
    """Return the text of the mark at a field's row in the page's head: its corrections."""
    return tuple(
        _word(change, "" if change.field == field != "docket_numbers" else _name(change))
        for change in list_changes(description)
        if _row(change.field) == field
    )


def note_others(description: Description, shown: Set[str]) -> tuple[str, ...]:
    """Return the corrections of fields that are not among those `shown`."""
    return tuple(
        _word(change, f"{_name(change)}{change.now}. ")
        for change in list_changes(description)
        if _row(change.field) not in shown and change.field not in shown
    )


def _row(field: str) -> str:
    """Return the field in whose row the page's head shows a field."""
    return FIELDS[field].spec.row or field


def _name(change: Change) -> str:
    return f"{t('corrections.field', field=term('fields', change.field))} "


def _word(change: Change, before: str) -> str:
    was = t("corrections.was", value=change.was) if change.was else t("corrections.added")
    return before + was


def _format_value(value: Any) -> str:
    match value:
        case bool():
            return t("corrections.yes" if value else "corrections.no")
        case Court():
            return value.name
        case DocketNumber():
            return value.text
        case Judge():
            return ", ".join(filter(None, (value.name or value.initials, format_judge(value))))
        case Party():
            roles = value.role_printed or ", ".join(
                term("party_roles", role.value) for role in value.roles
            )
            return f"{value.name} ({roles})" if roles else value.name
        case Ruling():
            outcome = ", ".join(
                (format_outcome(value.outcome), format_qualifiers(value.qualifiers))
            )
            entries = f" ({', '.join(value.entries)})" if value.entries else ""
            return f"{value.motion}{entries}: {outcome.rstrip(', ')}"
        case datetime.date() | PartialDate():
            return format_date(value)
        case StrEnum():
            section = _TERMS.get(type(value))
            return term(section, value.value) if section else value.value
        case _:
            return str(value)


@dataclass(frozen=True, slots=True)
class CorrectedField:
    """One correction: the order, its case, the editor, the field's value before and now."""

    order: PageLink
    case: str
    correction: Correction
    change: Change


def publish_corrections(index: ArchiveIndex) -> Iterator[TemplatePage]:
    """Yield the log's pages, one if nothing was corrected; undated corrections come last."""
    entries = [
        CorrectedField(link_order(archived), case_of(description), description.correction, change)
        for archived in index.archive.orders
        for description in [archived.order.description]
        for change in list_changes(description)
        if description.correction
    ]
    # Orders are sorted by address; the sort is stable.
    entries.sort(key=lambda entry: entry.correction.date or datetime.date.min, reverse=True)
    title = t("corrections.title")
    yield from publish_list("changes", title, entries, "corrections.html", is_found=False)
