"""The archive's change log: every field that an editor corrected, newest first."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.i18n import t, term
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.description import Correction
from build_scripts.model.page import Page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.correction_words import Change, list_changes, word_field
from build_scripts.pages.listing_page import write_listing
from build_scripts.pages.order_lists import date_cell, link_order
from build_scripts.pages.paging import Row, cut_table
from build_scripts.pages.tables import write_cell
from build_scripts.pages.wording import case_of

_BASE = "changes"
_HEAD = ("corrected", "order", "what", "by", "note")


@dataclass(frozen=True, slots=True)
class _Entry:
    archived: ArchivedOrder
    correction: Correction
    change: Change


def publish_corrections(archive_index: ArchiveIndex) -> Iterator[Page]:
    """Yield the log's pages, one where nothing was corrected; undated corrections come last."""
    entries = [
        _Entry(archived, correction, change)
        for archived in archive_index.archive.orders
        if (correction := archived.order.description.correction)
        for change in list_changes(archived.order.description)
    ]
    # Orders are sorted by address; the sort is stable.
    entries.sort(key=lambda entry: entry.correction.date or datetime.date.min, reverse=True)
    title = t("corrections.title")
    for part in cut_table(_BASE, entries, _write_rows, _name_entry):
        parts = (t("corrections.lead"), part.text)
        yield write_listing(part.path, title, parts, number=part.number, is_found=False)


def _write_rows(entries: Sequence[_Entry], at: str) -> tuple[Row, Sequence[Row]]:
    return [term("corrections", name) for name in _HEAD], [
        (
            date_cell(entry.correction.date),
            f"{link_order(entry.archived, at)}, *{_name_case(entry)}*",
            _word_change(entry.change),
            write_cell(entry.correction.by),
            write_cell(entry.correction.note),
        )
        for entry in entries
    ]


def _name_case(entry: _Entry) -> str:
    return write_cell(case_of(entry.archived.order.description))


def _word_change(change: Change) -> str:
    field, now = word_field(change.field), write_cell(change.now)
    if not change.was:
        return t("corrections.filled", field=field, now=now)
    return t("corrections.changed", field=field, was=write_cell(change.was), now=now)


def _name_entry(entry: _Entry) -> str:
    return f"{entry.archived.address} {entry.change.field}"
