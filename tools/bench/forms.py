"""Each form read and cleaned: the shipped specimens, a long opinion in each text form, JSON.

The long opinion is 200 kB, so that what a file costs at all does not rule. The files of
CourtListener and the Caselaw Access Project are the real ones, where they lie beside the checkout;
their size is that of the text in them, not of the JSON around it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from build_scripts.cleaning import clean_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from tests.shared import SHARED, list_specimens
from tools.bench.clock import Measure, time_best
from tools.bench.long_opinion import (
    write_html,
    write_plain,
    write_pleading_layout,
    write_pleading_markdown,
)

LONG = 200_000  # characters
FILES = 60  # of each kind of JSON
SPLITTING = "splitting to words"


def measure() -> Iterator[Measure]:
    """Reading and cleaning of every form, and the reading of HTML by itself."""
    specimens = [RawOrder.from_bytes(p.name, p.read_bytes()) for p in list_specimens()]
    yield _measure_both("specimens, read and cleaned", specimens)
    yield _measure_both("plain text, read and cleaned", _make(write_plain))
    yield _measure_both("pleading layout, read and cleaned", _make(write_pleading_layout))
    yield _measure_both("pleading Markdown, read and cleaned", _make(write_pleading_markdown))
    html = _make(write_html)
    yield _measure_both("HTML, read and cleaned", html)
    yield _measure_html(html)
    for name, folder in (("CAP", "cap-json"), ("CourtListener", "courtlistener-json")):
        raws = list(_list_json(SHARED / "corpus" / folder))
        if raws:
            yield _measure_both(f"{name} JSON, read and cleaned", raws)


def _make(write: Callable[[int], str]) -> list[RawOrder]:
    return [RawOrder.from_bytes(write.__name__, write(LONG).encode())]


def _list_json(folder: Path) -> Iterator[RawOrder]:
    paths = sorted(folder.rglob("*.json"))
    return (RawOrder.from_bytes(p.name, p.read_bytes()) for p in islice(paths, FILES))


def _measure_both(name: str, raws: Sequence[RawOrder]) -> Measure:
    texts = [read_order(raw).decoded for raw in raws]
    return Measure(
        name,
        sum(map(len, texts)) / 1e6,
        time_best(lambda: [clean_order(read_order(raw)) for raw in raws]),
        SPLITTING,
        time_best(lambda: _split(texts)),
    )


def _measure_html(raws: Sequence[RawOrder]) -> Measure:
    return Measure(
        "HTML, read",
        sum(len(raw.data) for raw in raws) / 1e6,
        time_best(lambda: [read_order(raw) for raw in raws]),
        "selectolax parsing and its text",
        time_best(lambda: [_parse(raw.data) for raw in raws]),
    )


def _split(texts: Iterable[str]) -> None:
    for text in texts:
        for line in text.split("\n"):
            line.split()


def _parse(data: bytes) -> str:
    body = LexborHTMLParser(data).body
    return body.text(deep=True) if body is not None else ""
