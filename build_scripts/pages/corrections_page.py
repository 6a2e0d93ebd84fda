"""The archive's change log: every field that an editor corrected, newest first."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.description import Correction
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.correction_words import Change, list_changes
from build_scripts.pages.formatting import case_of
from build_scripts.pages.i18n import t
from build_scripts.pages.pagination import publish_list
from build_scripts.pages.views import PageLink, link_order


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
