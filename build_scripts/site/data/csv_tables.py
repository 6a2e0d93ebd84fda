"""The archive's tables as CSV: orders, their rulings, their citations, what became of them.

Names of columns are a promise: those of `order.json`, where it has the field.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.model.archive import ArchivedOrder, LinkTarget
from build_scripts.model.description import Judge, Party
from build_scripts.model.order_map import OrderPlace
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.published_fields import PUBLISHED, RulingRecord
from build_scripts.site.data.record import OrderRecord

Row = tuple[str, ...]

ORDER_COLUMNS = (
    *("address", "url", *PUBLISHED),
    *("citations", "confidence", "unconfirmed", "specimen"),
)
"""Fields of an order: the members of lists, the number of `citations`."""

RULING_COLUMNS = tuple(
    "order case_name docket_number court judges date number counted_as kind motion printed movant "
    "outcome qualifiers entries confidence confirmed evidence unconfirmed".split()
)
"""`order` is the order's address, `number` counts its rulings, `evidence` is the address of the
words that decide, `unconfirmed` has the unconfirmed fields of the order."""

HISTORY_COLUMNS = tuple(
    "order case_name docket_number court date kind later known_by said_by words page sheet line "
    "anchor".split()
)
"""`order` is the address of the earlier order; " … " separates quoted words from two places."""

CITATION_COLUMNS = tuple(
    "order docket_number court date kind text normal_form authority authority_path case_name "
    "cited_court year pin_cite antecedent signal parenthetical history target url place page sheet "
    "paragraph antecedent_rule antecedent_confidence".split()
)
"""`order` is the citing order's address, `cited_court` the court of the case cited,
`authority_path` the address of the authority, `place` the citation's place in its order; `page` is
the page number to cite, `sheet` which of the file's pages that is, `paragraph` the address of its
paragraph or note."""

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@")


def write_rows(rows: Iterable[Iterable[str]]) -> bytes:
    r"""Return rows in UTF-8 (RFC 4180) that end in `\r\n`.

    Whitespace and line breaks in a cell become one space. A cell that begins with `=`, `+`, `-` or
    `@` gets an apostrophe before it: spreadsheets then show it as text and run nothing.
    """
    lines = (f"{','.join(map(_write_cell, cells))}\r\n" for cells in rows)
    return "".join(lines).encode(errors="replace")


def _write_cell(text: str) -> str:
    flat = " ".join(text.split())
    guarded = f"'{flat}" if flat.startswith(_FORMULA) else flat
    is_quoted = '"' in guarded or "," in guarded
    return f'"{guarded.replace(chr(34), chr(34) * 2)}"' if is_quoted else guarded


def _list_cells(columns: Sequence[str], own: Mapping[str, Any], others: object = None) -> Row:
    """Return a row's cells: the values of `own`, by their columns, else the attributes of `others`.

    Lists in a cell are separated by "; "; what is missing from them, or from a cell, is empty.
    """
    return tuple(
        _write_value(own[name] if name in own else getattr(others, name)) for name in columns
    )


def _write_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return "; ".join(filter(None, map(_write_value, value)))
    return "" if value is None else str(value)


def list_order_row(record: OrderRecord) -> Iterator[Row]:
    """Yield an order's row of orders.csv."""
    own: dict[str, Any] = {
        name: tuple(map(_write_member, value)) if isinstance(value, tuple) else value
        for name, value in record.fields.items()
    }
    own["citations"] = len(record.citations)
    own["confidence"] = [f"{field} {sure}" for field, sure in record.confidence.items()]
    yield _list_cells(ORDER_COLUMNS, own, record)


def _write_member(member: object) -> str:
    if isinstance(member, Judge):
        return member.name or member.initials or ""
    if isinstance(member, Party):
        return member.name
    if isinstance(member, RulingRecord):
        outcome = ", ".join([member.outcome, *member.qualifiers])
        entries = f" ({', '.join(member.entries)})" if member.entries else ""
        return f"{member.motion}: {outcome}{entries}"
    return str(member)


def list_rulings(record: OrderRecord) -> Iterator[Row]:
    """Yield an order's rows, one per ruling."""
    judges = [judge.name or judge.initials for judge in record.fields["judges"]]
    for number, ruling in enumerate(record.fields["rulings"], start=1):
        evidence = record.address_words(ruling.anchor)
        own = {**record.head, "judges": judges, "number": number, "evidence": evidence}
        yield _list_cells(RULING_COLUMNS, own | {"unconfirmed": record.unconfirmed}, ruling)


def list_histories(record: OrderRecord) -> Iterator[Row]:
    """Yield an order's rows, one for each thing that a later order did to it."""
    for one in record.subsequent_history:
        own = {**record.head, **one, "words": " … ".join(one["words"])}
        yield _list_cells(HISTORY_COLUMNS, own)


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


def list_citations(record: OrderRecord, places: Sequence[CitationPlace]) -> Iterator[Row]:
    """Yield an order's rows, one per citation."""
    head = {name: record.head[name] for name in ("order", "docket_number", "court", "date")}
    for citation, at in zip(record.citations, places, strict=True):
        own = {
            **citation,
            **head,
            "authority_path": at.authority_path,
            "cited_court": citation["court"],
            "target": at.target,
            "place": at.place.words,
            "page": at.place.page,
            "sheet": at.place.sheet or None,
            "paragraph": record.address_words(at.place.anchor),
        }
        yield _list_cells(CITATION_COLUMNS, own)


TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[OrderRecord], Iterator[Row]]]] = {
    "orders.csv": (ORDER_COLUMNS, list_order_row),
    "subsequent_history.csv": (HISTORY_COLUMNS, list_histories),
    "rulings.csv": (RULING_COLUMNS, list_rulings),
}
"""The tables that are written uncompressed, by the name of the file: columns, an order's rows."""
