"""Searches for an order that the searcher knows: by case, party, docket, report, title.

`python -m tests.search.known_items FOLDER` measures them over a folder of raw orders.
"""

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.model.archive import Archive, ArchivedOrder
from build_scripts.model.description import DocketNumber
from build_scripts.search.case_names import fold_words
from build_scripts.site.pipeline import build_archive
from build_scripts.site.search_engine import SearchEngine, open_archive_search


@dataclass(frozen=True)
class KnownItem:
    kind: str
    query: str
    addresses: frozenset[str]  # any of them is what was meant


def list_known_items(archive: Archive, most: int = 0) -> list[KnownItem]:
    """Searches for orders of the archive, `most` of them chosen evenly; 0 for all."""
    items = [item for archived in archive.orders for item in _list_for(archived, archive)]
    items = list({(item.query, item.addresses): item for item in items}.values())
    if most and len(items) > most:
        items = random.Random(7).sample(items, most)  # noqa: S311
    return items


def _list_for(archived: ArchivedOrder, archive: Archive) -> Iterator[KnownItem]:
    said = archived.order.description
    numbers = [claim.value for claim in said.docket_numbers]
    same_docket = _on_docket(numbers, archive) | {archived.address}
    if said.case_name:
        name = said.case_name.value
        named = _named(archive, fold_words(name)) | {archived.address}
        yield KnownItem("caption", name, named)
        yield KnownItem("caption", name.replace(" v. ", " vs. ").upper(), named)
        yield KnownItem("caption", re.sub(r"[.,&']", " ", name).lower(), named)
        sides = name.split(" v. ")
        if len(sides) == 2:
            short = [" ".join(side.split()[:2]).strip(",") for side in sides]
            words = fold_words(" v ".join(short))
            if len(set(words)) > 2:
                yield KnownItem(
                    "parties", " v ".join(short), _named(archive, words) | {archived.address}
                )
            if len(fold_words(sides[0])) > 1 and sides[0] != "United States":
                words = fold_words(sides[0])
                yield KnownItem("party", sides[0], _named(archive, words) | {archived.address})
        if said.title and len(said.title.value.split()) > 2:
            title = said.title.value
            both = frozenset(
                other.address
                for other in archive.orders
                if other.order.description.title
                and other.order.description.title.value == title
                and other.order.description.case_name
                and other.order.description.case_name.value == name
            )
            yield KnownItem("title", f"{title} {sides[0]}", both)
        if numbers and (said.date or said.date_filed):
            day = (said.date or said.date_filed).value
            text = f"{name}, No. {numbers[0].text}, slip op. at 2 ({day:%b. %d, %Y})"
            if numbers[0].year:
                yield KnownItem("cited", text, same_docket)
    for number in numbers[:2]:
        for form in _list_forms(number):
            yield KnownItem("docket", form, same_docket)
    for claim in said.own_citations:
        reported = frozenset(
            other.address
            for other in archive.orders
            if claim.value in {c.value for c in other.order.description.own_citations}
        )
        yield KnownItem("report", claim.value, reported)
        yield KnownItem("report", claim.value.replace(". ", "."), reported)


def _list_forms(number: DocketNumber) -> Iterator[str]:
    if number.year is None or number.serial is None:
        return
    year, serial = number.year % 100, number.serial
    kind = number.case_type
    if kind:
        yield number.text
        yield f"{year:02d}-{kind}-{serial}"
        yield f"{number.office or 1}:{year:02d}-{kind}-{serial:05d}"
        yield f"{year:02d}{kind}{serial}"
        if kind == "cv":
            yield f"C {year:02d}-{serial:05d} ABC"
            yield f"{year:02d} Civ. {serial} (ABC)"
            yield f"Civ. No. {year:02d}-{serial}"
    elif serial > 99:
        yield f"{year:02d}-{serial}"
        yield f"No. {year:02d}-{serial}"


def _on_docket(numbers: list[DocketNumber], archive: Archive) -> frozenset[str]:
    keys = {(n.year % 100, n.serial) for n in numbers if n.year and n.serial}
    return frozenset(
        other.address
        for other in archive.orders
        if any(
            claim.value.year and (claim.value.year % 100, claim.value.serial) in keys
            for claim in other.order.description.docket_numbers
        )
    )


def _named(archive: Archive, words: tuple[str, ...]) -> frozenset[str]:
    wanted = set(words) - {"v"}
    return frozenset(
        other.address
        for other in archive.orders
        if other.order.description.case_name
        and wanted <= set(fold_words(other.order.description.case_name.value))
    )


def measure_known_items(
    engine: SearchEngine, items: list[KnownItem]
) -> tuple[float, float, list[tuple[int, KnownItem]]]:
    """hit@1, hit@10, and what was missed at 1 with the place it was found at (0: not in ten)."""
    missed = []
    for item in items:
        answer = engine.search(item.query, 10)
        places = [
            n for n, hit in enumerate(answer.hits, 1) if hit.result["address"] in item.addresses
        ]
        if places[:1] != [1]:
            missed.append((places[0] if places else 0, item))
    lost = [item for place, item in missed if not place]
    return 1 - len(missed) / len(items), 1 - len(lost) / len(items), missed


if __name__ == "__main__":
    archive = build_archive(Path(sys.argv[1]))
    items = list_known_items(archive, int(sys.argv[2]) if len(sys.argv) > 2 else 600)
    first, ten, missed = measure_known_items(open_archive_search(archive), items)
    for place, item in missed:
        print(place or "-", item.kind, item.query, sep="\t")
    print(f"{len(items)} searches: hit@1 {first:.3f}, hit@10 {ten:.3f}")
