"""Orders in a row: the table that every list of orders uses."""

import datetime
from collections.abc import Iterable, Sequence

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder, Facet, Group
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.markdown_text import emphasise_text, escape_text
from build_scripts.pages.page_links import link_to_page
from build_scripts.pages.tables import write_cell, write_table
from build_scripts.pages.wording import (
    case_of,
    day_of,
    title_of,
    word_date,
    word_day,
    word_facet,
    word_outcome,
    word_qualifiers,
)

LONGEST = 160
"""Characters of a title or a name in a list."""

_MARKUP = 25
"""Characters around a link's words and address, and those of a date."""

_UNBROKEN = 14
"""Characters of a court that stay on one line: "N.D. Cal." breaks badly."""


def table_orders(
    archive_index: ArchiveIndex,
    members: Sequence[int],
    page_path: str,
    *,
    without: Iterable[Facet] = (),
    documents: bool = False,
) -> str:
    """Return a table of orders, one a line, each cell linked to its page.

    `without` leaves out columns that would say the same in every line; `documents` puts the
    document's number on the docket first.
    """
    listing = list_orders(archive_index, members, page_path, without=without, documents=documents)
    return write_table(*listing)


def list_orders(
    archive_index: ArchiveIndex,
    members: Sequence[int],
    page_path: str,
    *,
    without: Iterable[Facet] = (),
    documents: bool = False,
) -> tuple[Sequence[str], list[Sequence[str]]]:
    """Return the head and the rows of such a table, for lists that are cut into pages."""
    columns = [facet for facet in _COLUMNS if facet not in set(without)]
    head = [
        t("columns.date"),
        t("columns.order"),
        *(word_facet(facet) for facet in columns),
    ]
    rows: list[Sequence[str]] = [row_order(archive_index, i, page_path, columns) for i in members]
    if documents:
        head.insert(0, t("columns.document"))
        rows = [(_document(archive_index, i), *row) for i, row in zip(members, rows, strict=True)]
    return head, rows


def weigh_order(archive_index: ArchiveIndex, index: int) -> int:
    """Return about how many characters an order's row has, whatever its columns."""
    archived = archive_index.order(index)
    description = archived.order.description
    names = (title_of(description), case_of(description))
    linked = (group for facet in _COLUMNS for group in archive_index.groups(facet, index))
    return (
        _MARKUP
        + len(archived.address)
        + sum(min(len(name), LONGEST) for name in names)
        + sum(_MARKUP + len(group.slug) + len(group.label) for group in linked)
    )


def _document(archive_index: ArchiveIndex, index: int) -> str:
    number = archive_index.order(index).order.description.document_number
    return write_cell(number.value) if number else ""


def row_order(
    archive_index: ArchiveIndex, index: int, page_path: str, columns: Iterable[Facet]
) -> tuple[str, ...]:
    """Return one order's cells: date, order, and one a column."""
    return (
        date_cell(day_of(archive_index.order(index).order.description)),
        link_order(archive_index.order(index), page_path),
        *(_cell(archive_index, index, facet, page_path) for facet in columns),
    )


def list_order(archived: ArchivedOrder, page_path: str, *, is_here: bool = False) -> str:
    """Return one order as a line of a list: day, title, case; the page itself is not linked."""
    description = archived.order.description
    title = title_of(description)
    shown = (
        f"**{escape_text(title)}** {t('lists.this_order')}"
        if is_here
        else link_to_page(page_path, archived.address, title)
    )
    case = "" if is_here else f", {emphasise_text(case_of(description))}"
    return f"{word_day(day_of(description))}: {shown}{case}"


_COLUMNS = (Facet.CASE, Facet.COURT, Facet.JUDGE, Facet.DISPOSITION)


def link_group(group: Group, facet: Facet, page_path: str, label: str | None = None) -> str:
    """Return a link to a group's page."""
    return link_to_page(page_path, f"{facet.value}/{group.slug}", label or group.label)


def _cell(archive_index: ArchiveIndex, index: int, facet: Facet, page_path: str) -> str:
    description = archive_index.order(index).order.description
    groups = archive_index.groups(facet, index)
    if facet is Facet.CASE:
        groups = groups[:1]
        label: str | None = shorten(case_of(description))
    elif facet is Facet.COURT and description.court:
        label = description.court.value.citation_string
        if len(label) <= _UNBROKEN:
            label = label.replace(" ", "\u00a0")
    elif facet is Facet.DISPOSITION and description.disposition:
        label = word_outcome(description.disposition.value)
    else:
        label = None
    links = ", ".join(_in_cell(link_group(group, facet, page_path, label)) for group in groups)
    qualifiers = word_qualifiers(description.disposition_qualifiers)
    return f"{links} {qualifiers}" if facet is Facet.DISPOSITION and qualifiers else links


def date_cell(day: datetime.date | None) -> str:
    """Return a day for a table's cell, with its value for scripts that sort; it never breaks."""
    if day is None:
        return t("dates.undated")
    shown = word_date(day, short=True).replace(" ", "\u00a0")
    return f'<time datetime="{day.isoformat()}">{shown}</time>'


def link_order(archived: ArchivedOrder, page_path: str) -> str:
    """Return an order's title, linked to its page, for a table's cell."""
    title = shorten(title_of(archived.order.description))
    return _in_cell(link_to_page(page_path, archived.address, title))


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return `text` cut at a word: a misread title or caption can run on for pages."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest)
    return f"{text[: cut if cut > 0 else longest]} …"


def _in_cell(markdown: str) -> str:
    return markdown.replace("|", r"\|")
