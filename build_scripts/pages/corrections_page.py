"""The archive's change log: every field that an editor corrected, newest first."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.description import Correction
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.correction_words import Change, format_field, list_changes
from build_scripts.pages.formatting import case_of
from build_scripts.pages.pagination import ListPage, Pager, publish_list
from build_scripts.pages.views import PageLink, link_order


@dataclass(frozen=True, slots=True)
class CorrectedField:
    """One correction: the order, what stood in a field ("" for nothing), what stands there now."""

    day: datetime.date | None
    order: PageLink
    case: str
    field: str
    was: str
    now: str
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """A page of the log."""

    rows: tuple[CorrectedField, ...]
    pager: Pager | None


def publish_corrections(index: ArchiveIndex) -> Iterator[TemplatePage]:
    """Yield the log's pages, one where nothing was corrected; undated corrections come last."""
    entries = [
        (archived, correction, change)
        for archived in index.archive.orders
        if (correction := archived.order.description.correction)
        for change in list_changes(archived.order.description)
    ]
    # Orders are sorted by address; the sort is stable.
    entries.sort(key=lambda entry: entry[1].date or datetime.date.min, reverse=True)
    title = t("corrections.title")
    yield from publish_list("changes", title, entries, "corrections.html", _view, is_found=False)


def _view(part: ListPage[tuple[ArchivedOrder, Correction, Change]]) -> CorrectionsPage:
    return CorrectionsPage(tuple(_show(*entry) for entry in part.items), part.pager)


def _show(archived: ArchivedOrder, correction: Correction, change: Change) -> CorrectedField:
    return CorrectedField(
        correction.date,
        link_order(archived),
        case_of(archived.order.description),
        format_field(change.field),
        change.was,
        change.now,
        correction.by,
        correction.note,
    )
