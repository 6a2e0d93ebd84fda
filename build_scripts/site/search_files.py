"""The search of an archive: its published files, and the index that the command line uses."""

import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_scripts.model.archive import Archive
from build_scripts.model.page import DataFile, Keep, make_anew
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.names import name_plainly
from build_scripts.pages.cite.bluebook import cite_in_stretches
from build_scripts.search.database import (
    PAGE_SIZE,
    create_tables,
    fill_tables,
    finish_tables,
    list_words,
)
from build_scripts.search.database_pages import list_hot_pages
from build_scripts.search.published import (
    FORMAT,
    ORDERS_A_FILE,
    FacetColumns,
    ResultFiles,
    name_chunk,
    pack,
    pack_pins,
    pack_text,
    write_authorities,
    write_forms,
    write_manifest,
    write_words,
)
from build_scripts.search.records import (
    SearchRecord,
    iter_records,
    list_vocabulary,
)
from build_scripts.search.vocabulary import Vocabulary
from build_scripts.site.database_file import (
    MANIFEST,
    DatabaseFile,
    PackedTexts,
    digest_folder,
    read_manifest,
)

_AUTHORITIES_KEPT = 3000
_PLACES = frozenset({"text", "pins"})
"""Fields of results that only readers of the files alone need."""
_FEW_PAGES = 4
"""Pages of 32 KB that come with the first file instead of in one more."""


def list_search_files(
    index: ArchiveIndex, folder: Path, keep: Keep = make_anew, key: str = ""
) -> Iterator[DataFile]:
    """Yield the files of the search, as docs/search_format.md lists them.

    `folder` holds the raw orders; `key` is that of the publication log.
    """
    made_from = digest_folder(folder, index.archive.digests, key)
    yield from publish_archive(index.archive, made_from, keep)


def publish_archive(
    archive: Archive, made_from: str = "", keep: Keep = make_anew
) -> Iterator[DataFile]:
    """Yield the files of the search of an archive; `made_from` is the digest of its raw orders."""
    yield from publish_records(
        iter_records(archive, cite_in_stretches, keep),
        list_vocabulary(archive),
        made_from,
        list_authorities(archive),
        keep,
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
    made_from: str,
    authorities: Sequence[tuple[str, str, int]] = (),
    keep: Keep = make_anew,
) -> Iterator[DataFile]:
    """Yield the files of a search of some records, which come in order of rank.

    They are taken one at a time. The database and the texts are in temporary files until they are
    written.
    """
    columns, results = FacetColumns(), ResultFiles()
    database, texts, pins = DatabaseFile(PAGE_SIZE), PackedTexts(), PackedTexts()
    database.make(partial(_fill, _gather(records, columns, results, texts, pins, keep)))
    files, facts = _make_files(database, columns, results.write())
    files["authorities.json.gz"] = write_authorities(authorities)
    facts["authorities"] = _describe(files, "authorities.json.gz", authorities=len(authorities))
    pages, packed = database.pack_pages(pack)
    digest = sha256(f"{pages}{texts.digest}{pins.digest}".encode())
    for name in sorted(files):
        digest.update(files[name])
    version = digest.hexdigest()[:16]
    for name, data in files.items():
        yield DataFile(f"search/{version}/{name}", partial(bytes, data))
    for number in range(1, database.pages + 1):
        load = partial(database.load_packed, number)
        yield DataFile(f"search/{version}/{name_chunk(number)}", load)
    # Not .gz: a host that announced the content as compressed would have browsers unpack it, and
    # every offset would be wrong.
    for name, packs in (("texts", texts), ("pins", pins)):
        for number in range(packs.files):
            load = partial(packs.load, number)
            yield DataFile(f"search/{version}/{name}-{number:05d}.bin", load)
    facts |= {
        "version": version,
        "made_from": made_from,
        "bytes": {"raw": database.pages * PAGE_SIZE, "gz": packed},
    }
    manifest = write_manifest(facts, vocabulary)
    yield DataFile(MANIFEST, partial(bytes, manifest))


def _gather(
    records: Iterable[SearchRecord],
    columns: FacetColumns,
    results: ResultFiles,
    texts: PackedTexts,
    pins: PackedTexts,
    keep: Keep,
) -> Iterator[SearchRecord]:
    for record in records:
        columns.add(record)
        packed = keep(
            f"{record.address}/packed",
            lambda one=record: (one.blocks, one.pins),  # type: ignore[misc]
            tuple[bytes, bytes],
            lambda one=record: (pack_text(one), pack_pins(one)),  # type: ignore[misc]
        )
        results.add(record, texts.add(packed[0]), pins.add(packed[1]))
        yield record


def _fill(records: Iterable[SearchRecord], connection: sqlite3.Connection) -> None:
    create_tables(connection)
    fill_tables(connection, records)
    finish_tables(connection)


def _make_files(
    database: DatabaseFile, columns: FacetColumns, results: Sequence[bytes]
) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Return the files next to the database, and their entries in the manifest."""
    connection = database.connect()
    hot, hot_phrases = list_hot_pages(connection, database.load_page)
    if len(hot_phrases) <= _FEW_PAGES:
        hot, hot_phrases = tuple(sorted({*hot, *hot_phrases})), ()
    words = list(list_words(connection))
    dated = connection.execute("SELECT coalesce(sum(count), 0) FROM days").fetchone()[0]
    connection.close()
    files = {
        "hot.bin.gz": pack(b"".join(map(database.load_page, hot)), hard=True),
        "hot-phrases.bin.gz": pack(b"".join(map(database.load_page, hot_phrases)), hard=True),
        "facets.bin.gz": columns.write(),
        "words.txt.gz": write_words(words),
        "recognised.json.gz": write_forms(),
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
    files |= {f"results-{number:05d}.json.gz": data for number, data in enumerate(results)}
    return files, facts | {"results": {"orders_a_file": ORDERS_A_FILE, "files": len(results)}}


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
