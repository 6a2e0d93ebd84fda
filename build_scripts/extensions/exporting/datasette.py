"""The database with full-text search, and the metadata that Datasette shows."""

import json
import sqlite3
import tomllib
from pathlib import Path
from typing import Any

from build_scripts import api

DATABASE, METADATA = "archive.sqlite", "metadata.json"

_SEARCH = """
CREATE VIRTUAL TABLE orders_search USING fts5(
  case_name, title, docket_numbers, text, content='',
  tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO orders_search (rowid, case_name, title, docket_numbers, text)
SELECT orders.rowid, case_name, title, docket_numbers, text
FROM orders JOIN texts USING (address);
"""
"""Orders are found by the stems of their words; the index has the numbers of their rows."""
_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def export_datasette(index: api.ArchiveIndex, choices: api.SiteChoices, folder: Path) -> None:
    """Write the database and `metadata.json` into the new `folder`."""
    folder.mkdir(parents=True)
    connection = sqlite3.connect(folder / DATABASE)
    try:
        api.fill_tables(connection, index, choices.site_url)
        connection.executescript(_SEARCH)
        connection.commit()
    finally:
        connection.close()
    text = json.dumps(describe_database(choices), ensure_ascii=False, indent=1)
    (folder / METADATA).write_text(f"{text}\n", encoding="utf-8")


def describe_database(choices: api.SiteChoices) -> dict[str, Any]:
    """Return Datasette's metadata: titles, facets, labels of links, the full-text search."""
    home = f"{choices.site_url.rstrip('/')}/" if choices.site_url else None
    described = {
        "title": choices.site_name,
        "description": api.t("exports.description"),
        "source": choices.site_name,
        "source_url": home,
        "about": api.t("exports.about"),
        "about_url": f"{home}data/" if home else None,
        "license": api.t("exports.license"),
        "databases": {"archive": {"tables": _TABLES}},
    }
    return {name: value for name, value in described.items() if value}
