"""The published files of a search, as bytes; the same records give the same bytes."""

import gzip
import json
import math
import struct
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from build_scripts.model.law.short_words import list_short_words
from build_scripts.search.recognised import FacetValue, Vocabulary, read_table
from build_scripts.search.records import SearchRecord

FORMAT = 2
_ORDERS_A_FILE = 16
_MOST_RESULTS = 96 * 1024
"""Bytes up to which all files of results become one, which is a third shorter: ten hits are on
eight to ten of them, whatever their number.
"""
_LENGTH_STEPS = 8
"""Steps of a published length for twice as many words."""


_PACKED_HARD = 9
_PACKED_FAST = 5
"""For the many files: a third faster than zlib's default 6, and 0.5 % larger."""


def pack(data: bytes, hard: bool = False) -> bytes:
    """Return gzip data without a date: equal content, equal files; `hard` for what all fetch."""
    return gzip.compress(data, _PACKED_HARD if hard else _PACKED_FAST, mtime=0)


def name_chunk(page: int) -> str:
    """Return the name of a page's file; pages count from 1, files from 0."""
    return f"chunk-{page - 1:05d}.gz"


def present_result(record: SearchRecord) -> dict[str, Any]:
    """Return what a result shows of an order, as JSON."""
    return {
        "address": record.address,
        "path": record.path,
        "title": record.title,
        "case_name": record.case_name,
        "docket": list(record.dockets),
        "court": record.court_short,
        "court_name": record.court_name,
        "judges": list(record.judges),
        "date": record.date,
        "disposition": record.disposition,
        "reported": list(record.reported),
    }


def pack_json(value: object, hard: bool = False) -> bytes:
    """Return a value as JSON, compressed as by `pack`."""
    return pack(_write_json(value), hard)


def list_forms() -> dict[str, Any]:
    """Return what searches recognise, for the browser."""
    table = {key: value for key, value in read_table().items() if key != "about"}
    table["patterns"] = [
        {key: value for key, value in row.items() if key != "accepts"} for row in table["patterns"]
    ]
    table["short_words"] = list_short_words()
    return table


TextPlace = tuple[int, int, int]
"""The number of a file of texts (or pins), and an order's first byte and length in it."""


class ResultFiles:
    """The results' data, 16 orders per file or all in one, gathered one order at a time."""

    def __init__(self) -> None:
        self._files: list[bytes] = []
        self._some: list[dict[str, Any]] = []

    def add(self, record: SearchRecord, text: TextPlace, pins: TextPlace) -> None:
        """Add the next order by rank, with the places of its text and its pins."""
        self._some.append({**present_result(record), "text": text, "pins": pins})
        if len(self._some) == _ORDERS_A_FILE:
            self._pack()

    def write(self) -> tuple[int, list[bytes]]:
        """Return how many orders a file has, and all files in order of rank."""
        if self._some:
            self._pack()
        if sum(map(len, self._files)) > _MOST_RESULTS:
            return _ORDERS_A_FILE, self._files
        every = [one for file in self._files for one in json.loads(gzip.decompress(file))]
        return len(every) or 1, [pack_json(every, hard=True)]

    def _pack(self) -> None:
        self._files.append(pack_json(self._some))
        self._some = []


_ONE_VALUE = {"court": "H", "disposition": "B", "year": "H"}
_SEVERAL = {"motion": "B", "judge": "H"}
"""Facets of which an order has one value, or several, each with its form in `struct`."""


class FacetColumns:
    """The facets' values of every order, gathered one order at a time."""

    def __init__(self) -> None:
        self._one = {name: bytearray() for name in _ONE_VALUE}
        self._several = {name: (bytearray(), bytearray()) for name in _SEVERAL}
        self._lengths = bytearray()

    @property
    def orders(self) -> int:
        """Return the number of orders added."""
        return len(self._lengths)

    def add(self, record: SearchRecord, words: int) -> None:
        """Add the next order by rank, with the number of its words."""
        for name, form in _ONE_VALUE.items():
            self._one[name] += struct.pack(f"<{form}", record.values[name][0])
        for name, form in _SEVERAL.items():
            counts, places = self._several[name]
            shown = record.values[name][:255]
            counts.append(len(shown))
            places += struct.pack(f"<{len(shown)}{form}", *shown)
        self._lengths.append(min(255, round(_LENGTH_STEPS * math.log2(words + 1))))

    def write(self) -> bytes:
        """Return all columns, one after the other, as specified in docs/search_format.md."""
        several = (part for parts in self._several.values() for part in parts)
        return pack(b"".join((*self._one.values(), *several, self._lengths)))


def write_manifest(facts: dict[str, Any], vocabulary: Vocabulary) -> bytes:
    """Return the file that names all others."""
    facets = {name: _present_values(values) for name, values in vocabulary.items()}
    return _write_json({"format": FORMAT, **facts, "facets": facets}) + b"\n"


def _present_values(values: Sequence[FacetValue]) -> list[dict[str, Any]]:
    optional = ("short", "names")
    return [{k: v for k, v in asdict(value).items() if k not in optional or v} for value in values]


def _write_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
