"""What is exported, opened by the programs that it is for."""

import asyncio
import gzip
import json
import resource
import shutil
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import bagit
import duckdb
import pytest
from pyarrow import parquet

from build_scripts.extensions.exporting.parquet import LISTS
from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.shared import find_specimens

pytestmark = pytest.mark.build
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
    succeed("build", "-q", "-f", home / "mkdocs.yml")
    forms = ("--passages", "--parquet", "--datasette", "--bagit")
    done = export(home, *forms, home / "bag")
    assert done.returncode == 0, done.stderr
    return home


def export(home, *arguments):
    return run("export", "-f", home / "mkdocs.yml", *arguments)


def test_a_full_disk_leaves_no_half_of_a_form(home, tmp_path):
    """Half of it looked like all of it, and refused the next try."""

    def fill_up():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))

    command = ("export", "-f", home / "mkdocs.yml", "--passages", "--bagit", tmp_path / "bag")
    full = run(*command, prepare=fill_up)
    assert full.returncode == ExitCode.BAD_INPUT
    assert f"{tmp_path}/bag: " in full.stderr
    assert not list((tmp_path / "bag").iterdir())
    succeed(*command)


@pytest.fixture(scope="module")
def orders(home):
    lines = gzip.decompress((home / "site/orders.jsonl.gz").read_bytes()).splitlines()
    return {order["address"]: order for order in map(json.loads, lines)}


def test_the_report_on_accessibility_has_every_criterion_of_levels_a_and_aa(home, tmp_path):
    """WCAG 2.1 has 30 criteria of level A and 20 of level AA."""
    assert export(home, "--acr", tmp_path / "report").returncode == 0
    report = (tmp_path / "report/accessibility-conformance.md").read_text("utf-8")
    first, _, second = report.partition("## Table 2: Level AA")
    assert (first.count("\n| "), second.count("\n| ")) == (32, 22)  # two rows are the table's head
    assert "# Accessibility Conformance Report: Tide & Ledger" in report
    assert f"court orders, {SITE}" in report
    assert "- Keeper of the archive: Harbor Law Library" in report
    assert "- Contact: (set contact)" in report
    assert "## Limits of this archive\n\n- None was found by a program.\n" in report


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


def test_a_site_that_is_not_as_it_was_built_is_no_bag(home, tmp_path):
    shutil.copytree(home, tmp_path / "kept", ignore=shutil.ignore_patterns("bag"))
    (tmp_path / "kept/site/orders.csv").unlink()
    refused = export(tmp_path / "kept", "--bagit", tmp_path / "bag")
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "site is not as it was built" in refused.stderr
    assert not (tmp_path / "bag").exists()


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
    from datasette.app import Datasette  # as slow to load as the program

    folder = home / "bag/data/datasette"
    metadata = json.loads((folder / "metadata.json").read_text())

    async def ask():
        shown = Datasette([str(folder / "archive.sqlite")], metadata=metadata, crossdb=False)
        await shown.invoke_startup()
        found = await shown.client.get("/archive/orders.json?_search=discovery&_shape=objects")
        page = await shown.client.get("/archive/orders?_search=discovery")
        rulings = await shown.client.get("/archive/rulings.json?_shape=objects")
        return found.json(), page.text, rulings.json()

    with ThreadPoolExecutor(1) as pool:  # a browser's loop may run in this thread
        found, page, rulings = pool.submit(asyncio.run, ask()).result()
    words = {address for address, order in orders.items() if "discover" in order["text"].lower()}
    assert {row["address"] for row in found["rows"]} >= words > set()
    assert {"court", "disposition", "order_type"} <= set(found["facet_results"])
    assert f'href="{SITE}orders/' in page, "addresses are links"
    assert 'href="/archive/courts/cand"' in page, "and so are foreign keys, by what they are called"
    assert "Northern District of California" in page
    assert {"kind", "outcome"} <= set(rulings["facet_results"])


def test_exports_are_the_same_bytes_again(home, tmp_path):
    again = export(home, "--passages", "--datasette", tmp_path / "again")
    assert again.returncode == 0
    for path in (path for path in (tmp_path / "again").rglob("*") if path.is_file()):
        name = path.relative_to(tmp_path / "again")
        assert path.read_bytes() == (home / "bag/data" / name).read_bytes(), name


def test_what_cannot_be_done_is_said(home, tmp_path):
    assert "--passages" in export(home, tmp_path / "none").stderr
    assert "not empty" in export(home, "--passages", home / "bag").stderr
    lies_in = export(home, "--bagit", home / "site/copy")
    assert "lies in the site itself" in lies_in.stderr
    shutil.copytree(home, tmp_path / "unbuilt", ignore=shutil.ignore_patterns("site", "bag"))
    assert "orders build" in export(tmp_path / "unbuilt", "--bagit", tmp_path / "bag").stderr
