"""Every citation of the archive's orders as one table."""

from collections.abc import Iterator, Sequence

from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.places import Places
from build_scripts.pages.csv_rows import write_row
from build_scripts.pages.wording import day_of

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


def list_citation_pieces(archive_index: ArchiveIndex) -> Iterator[bytes]:
    """Yield the table's head, then a piece an order: lines after RFC 4180, one a citation.

    Papers that are no orders are left out. Cells are written as `write_row` says.
    """
    yield write_row(COLUMNS).encode()
    for index in archive_index.list_orders():
        yield _write_lines(archive_index.order(index), list_authority_paths(archive_index, index))


def list_authority_paths(archive_index: ArchiveIndex, index: int) -> list[str]:
    """Return the page of the authority that each citation of an order goes to, "" for none."""
    archived = archive_index.order(index)
    places = archived.authorities or (None,) * len(archived.links)
    authorities = archive_index.archive.authorities
    return ["" if place is None else authorities[place].address for place in places]


def _write_lines(archived: ArchivedOrder, paths: Sequence[str]) -> bytes:
    lines = map(write_row, _list_rows(archived, paths))
    return "".join(lines).encode(errors="replace")  # a broken escape in JSON makes half a character


def _list_rows(archived: ArchivedOrder, paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
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
    for citation, link, path in zip(archived.order.citations, archived.links, paths, strict=True):
        yield (
            *head,
            citation.kind.value,
            citation.text,
            citation.normal_form,
            citation.authority,
            path,
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
