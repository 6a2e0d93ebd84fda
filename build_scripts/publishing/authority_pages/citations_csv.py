"""Every citation of the archive's orders as one table."""

from collections.abc import Iterator

from build_scripts.model.archive import Archive, ArchivedOrder
from build_scripts.publishing.authority_pages.places import Places
from build_scripts.publishing.csv_rows import write_row
from build_scripts.publishing.wording import day_of

COLUMNS = (
    "order",
    "docket_number",
    "court",
    "date",
    "kind",
    "text",
    "normal_form",
    "authority",
    "authority_path",
    "case_name",
    "cited_court",
    "year",
    "pin_cite",
    "antecedent",
    "signal",
    "parenthetical",
    "history",
    "target",
    "url",
    "place",
)
"""Names are a promise: those of `orders show --json`, where it has the field. `order` is the
citing order's address, `cited_court` the court of the case cited, `authority_path` the address of
the authority's page, `place` where the citation stands in its order."""


def write_citations_csv(archive: Archive) -> Iterator[str]:
    """Yield the table's lines after RFC 4180, one a citation of an order, in the orders' sequence.

    Papers that are no orders are left out. Cells are written as `write_row` says.
    """
    yield write_row(COLUMNS)
    for archived in archive.orders:
        if archived.order.description.is_order.value:
            yield from (write_row(row) for row in _list_rows(archive, archived))


def _list_rows(archive: Archive, archived: ArchivedOrder) -> Iterator[tuple[str, ...]]:
    description = archived.order.description
    day = day_of(description)
    numbers = description.docket_numbers
    head = (
        archived.address,
        numbers[0].value.text if numbers else "",
        description.court.value.court_id if description.court else "",
        day.isoformat() if day else "",
    )
    places = Places(archived.order.clean)
    authorities = archived.authorities or (None,) * len(archived.links)
    for citation, link, authority in zip(
        archived.order.citations, archived.links, authorities, strict=True
    ):
        yield (
            *head,
            citation.kind.value,
            citation.text,
            citation.normal_form,
            citation.authority,
            archive.authorities[authority].path if authority is not None else "",
            citation.case_name or "",
            citation.court or "",
            str(citation.year or ""),
            citation.pin_cite or "",
            citation.antecedent or "",
            citation.signal or "",
            citation.parenthetical or "",
            citation.history or "",
            link.target.value if link else "",
            f"{link.url}{link.anchor}" if link else "",
            places.word_place(citation.start),
        )
