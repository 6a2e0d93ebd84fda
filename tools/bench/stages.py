"""Each stage over the shipped specimens, and the whole conversion of made-up orders."""

import logging
from collections.abc import Iterator

from eyecite import get_citations

from build_scripts.archive.storage.orders_folder import list_order_paths, read_raw_order
from build_scripts.citing import cite_order
from build_scripts.cleaning import clean_order
from build_scripts.convert.order import convert_order
from build_scripts.describing import describe_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from tests.shared import ORDERS
from tools.bench.archive_orders import write_orders
from tools.bench.clock import Measure, time_best
from tools.bench.search_orders import MadeOrders

MADE = 40  # made-up orders


def measure() -> Iterator[Measure]:
    """Reading and cleaning beside splitting to words, describing and citing beside eyecite."""
    logging.getLogger("eyecite").setLevel(logging.ERROR)  # it warns of citations that overlap
    raws = [read_raw_order(ORDERS, path) for path in list_order_paths(ORDERS)]
    sources = [read_order(raw) for raw in raws]
    cleans = [clean_order(source) for source in sources]
    size = sum(len(source.decoded) for source in sources) / 1e6
    words = time_best(lambda: [[ln.split() for ln in s.decoded.split("\n")] for s in sources])
    describe_order(cleans[0])  # tables are loaded once
    cite_order(cleans[0])
    eyecite = time_best(lambda: [get_citations(clean.reading_text) for clean in cleans])
    reading = time_best(lambda: [read_order(raw) for raw in raws])
    yield Measure("reading specimens", size, reading, "splitting to words", words)
    cleaning = time_best(lambda: [clean_order(source) for source in sources])
    yield Measure("cleaning specimens", size, cleaning, "splitting to words", words)
    describing = time_best(lambda: [describe_order(clean) for clean in cleans])
    yield Measure("describing specimens", size, describing, "eyecite alone", eyecite)
    citing = time_best(lambda: [cite_order(clean) for clean in cleans])
    yield Measure("citing specimens", size, citing, "eyecite alone", eyecite)
    whole = time_best(lambda: [convert_order(raw) for raw in raws])
    yield Measure("converting specimens", size, whole, "eyecite alone", eyecite)
    yield _measure_made()


def _measure_made() -> Measure:
    """The whole conversion of orders that are made up, without withheld words or private data."""
    texts = [text.encode() for text in write_orders(MadeOrders(MADE))]
    raws = [RawOrder.from_bytes(f"{place}.txt", text) for place, text in enumerate(texts)]
    cleans = [convert_order(raw).clean.reading_text for raw in raws]
    eyecite = time_best(lambda: [get_citations(clean) for clean in cleans])
    whole = time_best(lambda: [convert_order(raw) for raw in raws])
    size = sum(map(len, texts)) / 1e6
    return Measure("converting made-up orders", size, whole, "eyecite alone", eyecite)
