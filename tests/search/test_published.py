import gzip
import json
import sqlite3
import struct
from hashlib import sha256
from pathlib import Path

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.model.clean_order import RemovalReason
from build_scripts.search.database import (
    PAGE_SIZE,
    create_tables,
    finish_tables,
    list_hot_pages,
)
from build_scripts.search.published import ResultFiles
from build_scripts.site.database_file import PackedTexts, digest_folder
from build_scripts.site.pipeline import build_archive
from build_scripts.site.search_engine import open_site_search
from build_scripts.site.search_files import publish_archive
from tests.shared import ORDERS


def write_files(archive, folder: Path, target: Path) -> dict[str, bytes]:
    made_from = digest_folder(folder, archive.digests)
    files = {file.path: file.load() for file in publish_archive(archive, made_from)}
    for path, data in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    return files


@pytest.fixture(scope="module")
def site(archive, tmp_path_factory):
    target = tmp_path_factory.mktemp("site")
    write_files(archive, ORDERS, target)
    return target


@pytest.fixture(scope="module")
def manifest(site):
    return json.loads((site / "search/manifest.json").read_text())


def read(site, manifest, name):
    return gzip.decompress((site / "search" / manifest["version"] / name).read_bytes())


def join_pages(site, manifest):
    names = (f"chunk-{n:05d}.gz" for n in range(manifest["pages"]))
    return b"".join(read(site, manifest, name) for name in names)


def test_same_orders_are_the_same_bytes(archive, tmp_path):
    first = write_files(archive, ORDERS, tmp_path / "a")
    assert first == write_files(archive, ORDERS, tmp_path / "b")


def test_another_archive_has_another_version(archive):
    """Where an order is gone, no file but the manifest has the path of one before."""
    fewer = catalogue_orders([archived.order for archived in archive.orders[1:]])
    known, others = ({file.path for file in publish_archive(each)} for each in (archive, fewer))
    assert known & others == {"search/manifest.json"}


def test_pages_make_a_sound_database(site, manifest, tmp_path):
    data = join_pages(site, manifest)
    assert len(data) == manifest["pages"] * PAGE_SIZE == manifest["bytes"]["raw"]
    path = tmp_path / "archive.sqlite"
    path.write_bytes(data)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA page_size").fetchone() == (PAGE_SIZE,)
        for table in ("x", "n", "m"):
            connection.execute(f"INSERT INTO {table}({table}) VALUES('integrity-check')")
            settings = f"SELECT v FROM {table}_config WHERE k = 'pgsz'"
            detail = connection.execute(settings)
            assert detail.fetchone() == (32500,)


def test_hot_pages_are_pages_of_the_database(site, manifest):
    data = join_pages(site, manifest)
    for name in ("hot", "hot_phrases"):
        pages = manifest[name]["pages"]
        assert pages == sorted(set(pages))
        wanted = b"".join(data[(n - 1) * PAGE_SIZE : n * PAGE_SIZE] for n in pages)
        assert read(site, manifest, manifest[name]["file"]) == wanted
    assert 1 in manifest["hot"]["pages"]
    assert not set(manifest["hot"]["pages"]) & set(manifest["hot_phrases"]["pages"])


def test_hot_pages_hold_every_inner_page(site, manifest):
    data = join_pages(site, manifest)
    hot = {*manifest["hot"]["pages"], *manifest["hot_phrases"]["pages"]}
    for number in range(2, manifest["pages"] + 1):
        kind = data[(number - 1) * PAGE_SIZE]
        if kind in (2, 5):
            assert number in hot


def test_the_first_file_holds_copies_of_others(site, manifest):
    """A script that a browser kept from before does not know of it, and finds the others."""
    home, first = site / "search" / manifest["version"], manifest["first"]
    data = (home / first["file"]).read_bytes()
    named = [manifest[one]["file"] for one in ("hot", "hot_phrases", "facet_columns")]
    assert list(first["parts"]) == [*named, "results-00000.json.gz"]
    assert len(data) == first["bytes"]
    copies = [data[start : start + size] for start, size in first["parts"].values()]
    assert copies == [(home / name).read_bytes() for name in first["parts"]]
    assert b"".join(copies) == data


def test_what_finds_lists_is_on_a_page_without_lists():
    """Else each first search fetches some 20 KB of the archive's first words."""
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    for rank in range(2_000):
        words = " ".join(f"{rank:05d}{n}" for n in range(40))
        for table, column in (("x", "text"), ("n", "words"), ("m", "title")):
            sql = f"INSERT INTO {table}(rowid, {column}) VALUES(?, ?)"
            connection.execute(sql, (rank, words))
    finish_tables(connection)
    pages = connection.serialize()

    def load(number):
        return pages[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]

    hot = [number for some in list_hot_pages(connection, load) for number in some]
    for table in ("x", "n", "m"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES('integrity-check')")
    assert len(hot) < len(pages) // PAGE_SIZE / 3
    assert sum(len(gzip.compress(load(number))) for number in hot) < 6_000


def test_many_results_are_several_files(specimens):
    first = specimens.records[0]
    few, many = ResultFiles(), ResultFiles()
    for rank in range(20):
        few.add(first, (0, 0, rank), (0, 0, rank))
    for rank in range(5_000):  # numbers that do not pack
        many.add(first, (0, 0, rank), (0, 0, int(sha256(b"%d" % rank).hexdigest(), 16)))
    orders, files = few.write()
    assert (orders, len(files)) == (20, 1)
    assert [one["text"][2] for one in json.loads(gzip.decompress(files[0]))] == list(range(20))
    orders, files = many.write()
    assert (orders, len(files)) == (16, 313)
    assert [len(json.loads(gzip.decompress(one))) for one in (files[0], files[-1])] == [16, 8]


def test_facet_columns_say_what_the_vocabulary_counts(site, manifest):
    data = read(site, manifest, "facets.bin.gz")
    orders, at = manifest["orders"], 0
    found = {}
    for facet, kind in (("court", "H"), ("disposition", "B"), ("year", "H")):
        size = struct.calcsize(f"<{orders}{kind}")
        found[facet] = struct.unpack(f"<{orders}{kind}", data[at : at + size])
        at += size
    for facet, kind in (("motion", "B"), ("judge", "H")):
        counts, at = data[at : at + orders], at + orders
        size = struct.calcsize(f"<{sum(counts)}{kind}")
        found[facet] = struct.unpack(f"<{sum(counts)}{kind}", data[at : at + size])
        at += size
    assert len(data) - at == orders  # the last is the length
    for facet, values in manifest["facets"].items():
        assert [found[facet].count(n) for n in range(len(values))] == [v["count"] for v in values]


def test_lengths_are_nearly_those_of_the_texts(site, manifest, specimens):
    steps = read(site, manifest, "facets.bin.gz")[-manifest["orders"] :]
    for step, record in zip(steps, specimens.records, strict=True):
        words = len(record.text.split())
        assert 0.94 * words < 2 ** (step / 8) < 1.06 * words


def test_tokens_of_facets_find_what_they_count(manifest, specimens):
    for values in manifest["facets"].values():
        for value in values:
            found = specimens.engine.search("", 0, chosen=[value["token"]])
            assert found.total == value["count"], value


def test_a_built_site_answers_as_an_archive_that_is_not_published(site, specimens):
    engine = open_site_search(site, ORDERS)
    for text in (
        "",
        '"good cause" /s discovery',
        "larkspur v does",
        "cites:iqbal",
        "discovry",
        "year:2024",
    ):
        assert engine.search(text) == specimens.engine.search(text), text


def test_a_site_of_other_orders_is_not_asked(site, tmp_path):
    assert open_site_search(site, tmp_path) is None
    assert open_site_search(tmp_path, ORDERS) is None


def list_results(site, manifest):
    for number in range(manifest["results"]["files"]):
        yield from json.loads(read(site, manifest, f"results-{number:05d}.json.gz"))


def test_texts_are_the_clean_texts_with_anchors(archive, site, manifest):
    orders = {archived.address: archived.order for archived in archive.orders}
    for result in list_results(site, manifest):
        number, start, size = result["text"]
        file = site / "search" / manifest["version"] / f"texts-{number:05d}.bin"
        text = json.loads(gzip.decompress(file.read_bytes()[start : start + size]))
        clean = orders.pop(result["address"]).clean
        assert "\n\n".join(block for _, block in text) == clean.reading_text
        anchors = [anchor for anchor, _ in text[: len(clean.blocks)] if anchor]
        assert anchors == [f"p-{n}" for n in range(1, len(anchors) + 1)]
    assert not orders


def test_texts_fill_files_that_are_no_longer_than_64_kb():
    """But for a text that is longer; each is where the answer says."""
    texts = [bytes([n]) * size for n, size in enumerate((30_000, 35_000, 600, 70_000, 1, 65_536))]
    named: dict[str, bytes] = {}
    packed = PackedTexts("texts", named.__setitem__)
    places = [packed.add(text) for text in texts]
    packed.close()
    files = [named[f"texts-{number:05d}.bin"] for number in range(len(named))]
    assert [len(file) for file in files] == [65_000, 600, 70_000, 1, 65_536]
    for text, (number, start, size) in zip(texts, places, strict=True):
        assert files[number][start : start + size] == text


def test_results_are_in_order_of_rank(site, manifest, specimens):
    results = list(list_results(site, manifest))
    assert [result["address"] for result in results] == [r.address for r in specimens.records]
    dates = [result["date"] for result in results]
    assert dates == sorted(dates, reverse=True)


def test_what_left_a_page_is_found_by_no_search(tmp_path):
    """A notice of mailing names people: not even a word of it is in any file."""
    folder = tmp_path / "orders"
    folder.mkdir()
    order = (
        ORDERS / "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
    ).read_text()
    notice = (
        "\f\n3:23-cv-01234-MTO Notice has been electronically mailed to:\n\n"
        "Ottoline Quagmire     quagmire@zephyrlaw.example\n\n"
        "Counsel are responsible for distributing copies of the filed document to co-counsel\n"
    )
    (folder / "order.txt").write_text(order + notice)
    archive = build_archive(folder)
    reasons = [r.reason for o in archive.orders for r in o.order.clean.removals]
    assert reasons.count(RemovalReason.MAILING_NOTICE) == 3
    files = write_files(archive, folder, tmp_path / "site")
    for path, data in files.items():
        plain = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        for word in (b"quagmire", b"Quagmire", b"quagmir", b"zephyrlaw"):
            assert word not in plain, path
