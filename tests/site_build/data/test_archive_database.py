"""The archive's database: real SQLite, its keys kept, the fields those of the JSON."""

import json
import sqlite3
from pathlib import Path

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.description import FIELDS, DocketNumber, Judge
from build_scripts.pages.archive_index import build_index
from build_scripts.site.data.archive_database import (
    fill_database,
    list_all_rows,
    note_rows,
    read_noted,
)
from build_scripts.site.data.json_lines import present_authority
from build_scripts.site.data.record import make_record, publish_record
from tests.pages.conftest import CAND, FIRST, SECOND, describe
from tests.pages.conftest import order as make_order
from tests.shared import ROOT
from tests.tables import each_row

SITE = "https://orders.example.org/archive/"


def fill(archive: Archive, place: str = ":memory:") -> sqlite3.Connection:
    connection = sqlite3.connect(place)
    connection.row_factory = sqlite3.Row
    index = build_index(archive)
    fill_database(connection, index, list_all_rows(index, SITE))
    return connection


@pytest.fixture
def database(archive: Archive) -> sqlite3.Connection:
    return fill(archive)


def test_rows_of_the_last_database_give_the_same_bytes(archive: Archive, tmp_path: Path) -> None:
    """Each half of the orders is copied once, the others are written."""
    index = build_index(archive)
    rows = list(list_all_rows(index, SITE))
    addresses = [one.address for one in archive.orders]
    assert len(rows) == len(addresses) > 1
    first = tmp_path / "first.sqlite"
    fill(archive, str(first)).close()
    whole = first.read_bytes()
    connection = sqlite3.connect(first)
    note_rows(connection, dict.fromkeys(addresses, "7c"))
    connection.close()
    last = f"{first.as_uri()}?mode=ro&immutable=1"
    assert read_noted(last) == dict.fromkeys(addresses, "7c")
    for copied in (0, 1):
        mixed = [
            address if i % 2 == copied else own
            for i, (address, own) in enumerate(zip(addresses, rows, strict=True))
        ]
        place = tmp_path / f"{copied}.sqlite"
        connection = sqlite3.connect(place, uri=True)
        fill_database(connection, index, mixed, last)
        connection.close()
        assert place.read_bytes() == whole


def columns(database: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in database.execute(f"PRAGMA table_info({table})")]


def test_every_key_is_kept_and_the_file_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [row[0] for row in database.execute("PRAGMA integrity_check")] == ["ok"]


def test_every_foreign_key_is_looked_up_by_an_index(database: sqlite3.Connection) -> None:
    tables = [
        row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
    ]
    assert len(tables) == 14
    for table in tables:
        for key in database.execute(f"PRAGMA foreign_key_list({table})"):
            plan = database.execute(
                f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {key['from']} = ?", ("x",)
            ).fetchone()
            assert plan["detail"].startswith("SEARCH"), (table, key["from"])


def test_a_row_of_an_order_says_what_its_json_says(
    archive: Archive, database: sqlite3.Connection
) -> None:
    published = publish_record(make_record(archive.orders[0], SITE))
    row = dict(database.execute("SELECT * FROM orders WHERE address = ?", (FIRST,)).fetchone())
    for name, value in published["source"].items():
        assert row.pop(f"source_{name}") == value
    assert row.pop("year") == int(published["date"][:4])
    for name, value in row.items():
        shown = published[name]
        value = bool(value) if isinstance(shown, bool) else value
        assert (json.loads(value) if isinstance(shown, list | dict) else value) == shown, name
    kept_elsewhere = {"court_name", "judges", "parties", "rulings", "citations", "text"}
    kept_elsewhere |= {"footnotes", "source", "subsequent_history", "similar"}
    in_json_alone = {"confirmed", "correction", "superseded", "parts", "findings", "prior_history"}
    assert published.keys() - row.keys() == kept_elsewhere | in_json_alone


@each_row(more=set)
def test_objects_of_an_order_are_rows_with_their_fields(
    archive: Archive, database: sqlite3.Connection, table: str, field: str, more: set[str]
) -> None:
    for archived in archive.orders:
        shown = publish_record(make_record(archived, SITE))[field]
        rows = database.execute(
            f"SELECT * FROM {table} WHERE address = ? ORDER BY id", (archived.address,)
        ).fetchall()
        assert len(rows) == len(shown)
        for row, one in zip(rows, shown, strict=True):
            assert set(row.keys()) - one.keys() == more
            for name, value in one.items():
                cell = json.loads(row[name]) if isinstance(value, list) else row[name]
                assert cell == value, name


def test_authorities_are_those_of_the_json(archive: Archive, database: sqlite3.Connection) -> None:
    rows = {row["path"]: row for row in database.execute("SELECT * FROM authorities")}
    assert len(rows) == len(archive.authorities) > 2
    for authority in archive.authorities:
        shown = present_authority(authority)
        assert list(shown) == columns(database, "authorities")
        assert rows[authority.address]["mentions"] == shown["mentions"]
        assert json.loads(rows[authority.address]["forms"]) == shown["forms"]


def test_what_leads_to_an_order_here_can_be_joined(database: sqlite3.Connection) -> None:
    citing = database.execute(
        "SELECT DISTINCT citations.address FROM citations JOIN orders"
        " ON orders.address = citations.cited_address WHERE orders.address = ?",
        (FIRST,),
    )
    assert [row[0] for row in citing] == [SECOND]


def test_groups_are_those_of_the_pages(archive: Archive, database: sqlite3.Connection) -> None:
    for facet, table in ((Facet.CASE, "cases"), (Facet.JUDGE, "judges")):
        paths = [row["path"] for row in database.execute(f"SELECT path FROM {table}")]
        slugs = {group.slug for group in archive.groups[facet]} - {"not-stated"}
        assert sorted(paths) == sorted(f"{facet.value}/{slug}" for slug in slugs)
    pairs = database.execute("SELECT count(*) FROM order_cases").fetchone()[0]
    assert pairs == sum(len(group.members) for group in archive.groups[Facet.CASE])


def test_initials_are_told_from_names_and_nobody_is_no_judge(archive: Archive) -> None:
    first = archive.orders[0].order
    initials = describe(
        docket_numbers=(DocketNumber("2:31-cv-00007-QRV", "2", 2031, "cv", 7, "QRV"),),
        court=CAND,
        judges=(Judge(None, None, "QRV"),),
    )
    others = [
        make_order(first.clean, initials, (), "b"),
        make_order(first.clean, describe(), (), "c"),
    ]
    changed = catalogue_orders([first, *others])
    assert "not-stated" in {group.slug for group in changed.groups[Facet.JUDGE]}
    rows = fill(changed).execute("SELECT name, known_as FROM judges ORDER BY known_as").fetchall()
    assert [tuple(row) for row in rows] == [
        ("QRV (N.D. Cal.)", "initials"),
        ("Amelia B. Cartwright", "name"),
    ]


def test_the_same_archive_gives_the_same_bytes(archive: Archive, tmp_path: Path) -> None:
    for name in ("one", "other"):
        fill(archive, str(tmp_path / name)).close()
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_page_on_data_tells_of_every_table_and_column(database: sqlite3.Connection) -> None:
    page = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    section = page.partition("## The database")[2].partition("\n## ")[0]
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        (line,) = (one for one in section.splitlines() if one.startswith(f"| `{table}` |"))
        for column in columns(database, table):
            if table == "orders" and column in FIELDS:  # another table has them
                continue
            assert f"`{column}`" in line, (table, column)


def test_the_example_queries_of_the_page_run(database: sqlite3.Connection) -> None:
    page = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    queries = [part.partition("```")[0] for part in page.split("```sql\n")[1:]]
    assert len(queries) >= 3
    for query in queries:
        assert database.execute(query).description
