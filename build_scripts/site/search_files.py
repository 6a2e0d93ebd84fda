"""The search of an archive: its published files, and the index that the command line uses."""

import heapq
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_scripts.convert.kept import NOTHING_KEPT, KeptResults
from build_scripts.model.archive import Archive
from build_scripts.model.page import DataFile, Keep
from build_scripts.pages.authority_pages.names import name_plainly
from build_scripts.pages.cite.bluebook import cite_in_stretches
from build_scripts.search.database import (
    PAGE_SIZE,
    create_tables,
    fill_tables,
    finish_tables,
    list_hot_pages,
    list_words,
)
from build_scripts.search.published import (
    FORMAT,
    FacetColumns,
    ResultFiles,
    list_forms,
    name_chunk,
    pack,
    pack_json,
    write_manifest,
)
from build_scripts.search.recognised import Vocabulary
from build_scripts.search.records import SearchRecord, iter_records, list_vocabulary
from build_scripts.site.database_file import (
    MANIFEST,
    DatabaseFile,
    JoinedFiles,
    PackedTexts,
    digest_folder,
    open_folder,
    read_manifest,
)

_AUTHORITIES_KEPT = 3000
_FIRST = "first.bin"  # not .gz: see PackedTexts
_OF_FIRST = ("hot.bin.gz", "hot-phrases.bin.gz", "facets.bin.gz", "results-00000.json.gz")
_MOST_OF_FIRST = 64 * 1024
"""Bytes of a file that comes within the first one: an answer of a host takes as long as they do."""


def publish_archive(
    archive: Archive, made_from: str = "", kept: KeptResults = NOTHING_KEPT
) -> Iterator[DataFile]:
    """Yield the files of the search of an archive, as docs/search_format.md lists them; `made_from`
    is the digest of its raw orders.
    """
    authorities = list_authorities(archive)

    def list_parts() -> object:
        orders = [(one.identity, one.other_files, bool(one.cited_by)) for one in archive.orders]
        return orders, archive.groups, authorities

    for one in archive.orders:  # the files may need no making now, but in the next build
        kept.hold(f"{one.address}/search")
        kept.hold(f"{one.address}/packed")
    yield from publish_records(
        iter_records(archive, cite_in_stretches, kept.keep),
        list_vocabulary(archive),
        made_from,
        authorities,
        kept,
        list_parts,
    )


def list_authorities(archive: Archive) -> list[tuple[str, str, int]]:
    """Return the most cited authorities, which the search box offers by name: the path of its
    page, its name, how many orders cite it; 3,000 at most.
    """
    most = heapq.nsmallest(
        _AUTHORITIES_KEPT, archive.authorities, key=lambda one: (-one.orders, one.path)
    )
    return [(one.address.removesuffix("/"), name_plainly(one), one.orders) for one in most]


def publish_records(
    records: Iterable[SearchRecord],
    vocabulary: Vocabulary,
    made_from: str = "",
    authorities: Sequence[tuple[str, str, int]] = (),
    kept: KeptResults = NOTHING_KEPT,
    made_of: Callable[[], object] = tuple,
) -> Iterator[DataFile]:
    """Yield the files of a search of some records, which come in order of rank.

    They are taken one at a time, unless an earlier build made the files of the same. These are in
    one temporary file until they are written.
    """
    folder = open_folder()
    joined, about = (Path(folder.name, name) for name in ("files", "facts.json"))
    make = partial(_write_files, records, authorities, joined, about, kept.keep)
    kept.write({"search/files": joined, "search/facts": about}, made_of, make)
    facts = json.loads(about.read_bytes())
    for name, start, size in facts.pop("parts"):
        yield DataFile(f"search/{facts['version']}/{name}", partial(_read, folder, start, size))
    manifest = write_manifest({**facts, "made_from": made_from}, vocabulary)
    yield DataFile(MANIFEST, partial(bytes, manifest))


def _read(folder: TemporaryDirectory[str], start: int, size: int) -> bytes:
    """Return one of the joined files, whose folder stays as long as somebody may read it."""
    with Path(folder.name, "files").open("rb") as file:
        file.seek(start)
        return file.read(size)


def _write_files(
    records: Iterable[SearchRecord],
    authorities: Sequence[tuple[str, str, int]],
    joined: Path,
    about: Path,
    keep: Keep,
) -> None:
    """Write all files into one, and the manifest's facts with the place of each into another."""
    columns, results = FacetColumns(), ResultFiles()
    files = JoinedFiles(joined)
    texts, pins = (PackedTexts(name, files.add) for name in ("texts", "pins"))
    database = DatabaseFile(PAGE_SIZE)
    database.make(partial(_fill, _gather(records, columns, results, texts, pins, keep)))
    texts.close()
    pins.close()
    for number in range(1, database.pages + 1):
        files.add(name_chunk(number), pack(database.load_page(number)))
    size = sum(size for name, _, size in files.parts if name.startswith("chunk-"))
    others, facts = _make_files(database, columns, results)
    others["authorities.json.gz"] = pack_json(authorities)
    facts["authorities"] = _describe(others, "authorities.json.gz", authorities=len(authorities))
    for name, data in others.items():
        files.add(name, data)
    facts["version"] = files.digest.hexdigest()[:16]
    facts["bytes"] = {"raw": database.pages * PAGE_SIZE, "gz": size}
    about.write_text(json.dumps({**facts, "parts": files.parts}))


def _gather(
    records: Iterable[SearchRecord],
    columns: FacetColumns,
    results: ResultFiles,
    texts: PackedTexts,
    pins: PackedTexts,
    keep: Keep,
) -> Iterator[SearchRecord]:
    for record in records:
        text, own_pins, words = keep(
            f"{record.address}/packed",
            lambda one=record: (one.blocks, one.pins),  # type: ignore[misc]
            tuple[bytes, bytes, int],
            partial(_pack_text, record),
        )
        columns.add(record, words)
        results.add(record, texts.add(text), pins.add(own_pins))
        yield record


def _pack_text(record: SearchRecord) -> tuple[bytes, bytes, int]:
    """Return an order's text, block by block, the pins of its passages, and its words' number."""
    words = sum(len(text.split()) for _, text in record.blocks)
    pins = pack_json(record.pins.present(), hard=True)
    return pack_json(record.blocks, hard=True), pins, words


def _fill(records: Iterable[SearchRecord], connection: sqlite3.Connection) -> None:
    create_tables(connection)
    fill_tables(connection, records)
    finish_tables(connection)


def _make_files(
    database: DatabaseFile, columns: FacetColumns, results: ResultFiles
) -> tuple[dict[str, bytes], dict[str, Any]]:
    connection = database.connect()
    hot, hot_phrases = list_hot_pages(connection, database.load_page)
    words = list(list_words(connection))
    dated = connection.execute("SELECT coalesce(sum(count), 0) FROM days").fetchone()[0]
    connection.close()
    files = {
        "hot.bin.gz": pack(b"".join(map(database.load_page, hot)), hard=True),
        "hot-phrases.bin.gz": pack(b"".join(map(database.load_page, hot_phrases)), hard=True),
        "facets.bin.gz": columns.write(),
        "words.txt.gz": pack("".join(f"{word}\t{count}\n" for word, count in words).encode()),
        "recognised.json.gz": pack_json(list_forms(), hard=True),
    }
    facts = {
        "orders": columns.orders,
        "dated": dated,
        "page_size": PAGE_SIZE,
        "pages": database.pages,
        "hot": _describe(files, "hot.bin.gz", pages=hot),
        "hot_phrases": _describe(files, "hot-phrases.bin.gz", pages=hot_phrases),
        "facet_columns": _describe(files, "facets.bin.gz"),
        "words": _describe(files, "words.txt.gz", words=len(words)),
    }
    orders_a_file, packed = results.write()
    facts["results"] = {"orders_a_file": orders_a_file, "files": len(packed)}
    files |= {f"results-{number:05d}.json.gz": data for number, data in enumerate(packed)}
    return files, facts | {"first": _join_first(files)}


def _join_first(files: dict[str, bytes]) -> dict[str, object]:
    """Copy what nearly every search needs into one file. A script that a browser kept from before
    finds the others where they were.
    """
    parts: dict[str, tuple[int, int]] = {}
    first = b""
    for name in _OF_FIRST:
        if len(files[name]) <= _MOST_OF_FIRST:
            parts[name] = len(first), len(files[name])
            first += files[name]
    files[_FIRST] = first
    return _describe(files, _FIRST, parts=parts)


def _describe(files: dict[str, bytes], name: str, **more: object) -> dict[str, object]:
    return {"file": name, "bytes": len(files[name]), **more}


def read_current(site: Path, folder: Path, key: str = "") -> dict[str, Any] | None:
    """Return the manifest of a built site; None if there is none, or orders changed since. `key` is
    that of the publication log.
    """
    manifest = read_manifest(site)
    if manifest is None or manifest.get("format") != FORMAT:
        return None
    return manifest if manifest.get("made_from") == digest_folder(folder, key=key) else None
