"""Whether what a searcher knows is found first at scale: by case, docket number or title.

Real orders, where they lie beside the checkout, stand among the made-up ones.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_scripts.archive import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError
from build_scripts.search.case_names import fold_words
from build_scripts.search.key_tokens import find_keys
from build_scripts.search.records import SearchRecord, iter_records
from build_scripts.site.search_engine import SearchEngine, open_files_search
from build_scripts.site.search_files import publish_records
from tests.shared import SHARED, list_text_orders
from tools.bench.search_orders import MadeOrders

MOST = 300  # searches for made-up orders, and as many for real ones
REAL = 100  # orders of each kind of JSON
SHORT = 30_000  # bytes of them: converted in seconds
Item = tuple[str, str, frozenset[int]]  # kind, search, the ranks of which one is meant


def report(made: MadeOrders) -> Iterator[str]:
    """hit@1 and hit@10 of known items, with real orders among the made-up ones."""
    real = _list_real()
    engine, records = index_records([*made.iter_records(), *real])
    items = list_items(records, {record.path for record in real})
    first, ten = 0, 0
    misses: dict[str, int] = defaultdict(int)
    for kind, text, meant in items:
        ranks = [hit.rank for hit in engine.search(text, 10).hits]
        first += ranks[:1] != [] and ranks[0] in meant
        ten += not meant.isdisjoint(ranks)
        misses[kind] += not ranks or ranks[0] not in meant
    yield (
        f"known items, {len(records) - len(real):,} made-up and {len(real)} real orders, "
        f"{len(items)} searches: hit@1 {first / len(items):.3f}, hit@10 {ten / len(items):.3f}"
    )
    if missed := {kind: count for kind, count in misses.items() if count}:
        yield f"missed at 1: {missed}"


def _list_real() -> list[SearchRecord]:
    orders = []
    paths = list(list_text_orders())
    for folder in ("cap-json", "courtlistener-json"):
        found = sorted((SHARED / "corpus" / folder).glob("*.json"))
        paths += [path for path in found if path.stat().st_size < SHORT][:REAL]
    for path in paths:
        try:
            orders.append(convert_order(RawOrder.from_bytes(path.name, path.read_bytes())))
        except ArchiveError:
            continue
    return list(iter_records(catalogue_orders(orders))) if orders else []


def index_records(found: Iterable[SearchRecord]) -> tuple[SearchEngine, list[SearchRecord]]:
    """The search of records from several places, ranked anew."""
    newest = sorted(found, key=lambda one: one.date, reverse=True)
    records = [replace(record, rank=rank) for rank, record in enumerate(newest)]
    return open_files_search(publish_records(records, {}, "")), records


def list_items(records: Sequence[SearchRecord], real: set[str]) -> list[Item]:
    """Searches for orders that are known, chosen evenly; any order that fits is meant."""
    draw = random.Random(7)  # noqa: S311
    made: list[Item] = []
    others: list[Item] = []
    for record, item in _list_all(records):
        (others if record.path in real else made).append(item)
    return [
        *draw.sample(made, min(MOST, len(made))),
        *draw.sample(others, min(MOST, len(others))),
    ]


def _list_all(records: Sequence[SearchRecord]) -> Iterator[tuple[SearchRecord, Item]]:
    with_word: dict[str, set[int]] = defaultdict(set)
    on_docket: dict[str, set[int]] = defaultdict(set)
    for record in records:
        for word in fold_words(record.case_name):
            with_word[word].add(record.rank)
        for token in record.tokens:
            on_docket[token].add(record.rank)

    def named(text: str) -> frozenset[int]:
        return frozenset(set.intersection(*(with_word[w] for w in fold_words(text) if w != "v")))

    for record in records:
        sides = record.case_name.split(" v. ")
        for docket in record.dockets:
            keys = [key.key for key in find_keys(docket)]
            meant = frozenset(rank for key in keys for rank in on_docket[f"{key}own"])
            if not meant:
                continue
            yield record, ("docket", docket, meant)
            yield record, ("docket", re.sub(r"^\d:|(?<=\d)-[A-Z-]+$", "", docket), meant)
            if record.case_name and record.date:
                text = f"{record.case_name}, No. {docket}, slip op. at 2 ({record.date[:4]})"
                yield record, ("cited", text, meant)
        if len(sides) == 2 and all(len(set(fold_words(side))) > 1 for side in sides):
            name = record.case_name
            yield record, ("caption", name, named(name))
            yield record, ("caption", name.replace(" v. ", " vs. ").upper(), named(name))
            yield record, ("party", sides[1], named(sides[1]))
            if record.title:
                same = {r for r in named(name) if records[r].title == record.title}
                yield record, ("title", f"{record.title} {name}", frozenset(same))
