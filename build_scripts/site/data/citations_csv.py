"""Every citation of the archive's orders as one table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder, LinkTarget
from build_scripts.model.order_map import OrderPlace
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.site.data.csv_rows import list_cells
from build_scripts.site.data.record import OrderRecord

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
    "page",
    "sheet",
    "paragraph",
    "antecedent_rule",
    "antecedent_confidence",
)
"""Names are a promise: those of `orders show --json`, where it has the field. `order` is the
citing order's address, `cited_court` the court of the case cited, `authority_path` the address of
the authority, `place` the citation's place in its order; `page` is the page number to cite,
`sheet` which of the file's pages that is, `paragraph` the address of its paragraph or note."""


@dataclass(frozen=True, slots=True)
class CitationPlace:
    """The place of a citation in its order and in the archive.

    `authority_path` is the address of its authority, `cited_address` that of the order here that it
    cites; "" if there is none.
    """

    authority_path: str
    target: str | None
    cited_address: str | None
    place: OrderPlace


def list_authority_paths(index: ArchiveIndex, place: int) -> tuple[str, ...]:
    """Return the address of the authority of each citation of an order, or ""."""
    archived, authorities = index.order(place), index.archive.authorities
    places = archived.authorities or (None,) * len(archived.links)
    return tuple("" if at is None else authorities[at].address for at in places)


def place_citations(archived: ArchivedOrder, paths: Sequence[str]) -> tuple[CitationPlace, ...]:
    """Return the place of each citation of an order; `paths` as `list_authority_paths`."""
    words = archived.order.clean.map
    return tuple(
        CitationPlace(
            path,
            link.target.value if link else None,
            link.url if link and link.target is LinkTarget.ARCHIVE else None,
            words.place(citation.start),
        )
        for citation, link, path in zip(
            archived.order.citations, archived.links, paths, strict=True
        )
    )


def list_citations(
    record: OrderRecord, places: Sequence[CitationPlace]
) -> Iterator[tuple[str, ...]]:
    """Yield an order's rows, one per citation."""
    head = {name: record.head[name] for name in ("order", "docket_number", "court", "date")}
    for citation, at in zip(record.citations, places, strict=True):
        own = {
            **head,
            "authority_path": at.authority_path,
            "cited_court": citation.court,
            "target": at.target,
            "place": at.place.words,
            "page": at.place.page,
            "sheet": at.place.sheet or None,
            "paragraph": record.address_words(at.place.anchor),
        }
        yield list_cells(COLUMNS, own, citation)
