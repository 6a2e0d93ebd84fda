"""The tables of the archive's database as Parquet, lists as lists and days as days."""

import datetime
import json
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from build_scripts import api

LISTS = frozenset(
    {
        *(name for name, field in api.FIELDS.items() if field.several and not field.has_parts),
        *("alternatives", "entries", "forms", "page_labels", "qualifiers", "roles"),
    }
)
"""Columns of texts in a list; the database has them as JSON."""
_DAYS = frozenset({"date", "date_filed"})
_TRUTHS = frozenset({"specimen", "tied", "et_al", "is_order"})
_TYPES = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}
_ROWS = 10_000  # of a group, held at a time


def export_parquet(index: api.ArchiveIndex, site_url: str, folder: Path) -> None:
    """Write a file for each table of the database into the new `folder`."""
    folder.mkdir(parents=True)
    with sqlite3.connect(":memory:") as connection:
        api.fill_tables(connection, index, site_url)
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for (table,) in tables.fetchall():
            found = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
            schema = pa.schema([(name, _choose_type(name, declared)) for name, declared in found])
            rows = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (names are ours)
            path = folder / f"{table}.parquet"
            with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
                while some := rows.fetchmany(_ROWS):
                    columns = zip(schema, zip(*some, strict=True), strict=True)
                    cells = [
                        [_read_cell(field, one) for one in column] for field, column in columns
                    ]
                    writer.write_table(pa.table(cells, schema=schema))


def _choose_type(name: str, declared: str) -> Any:
    if name in LISTS:
        return pa.list_(pa.string())
    if name in _DAYS:
        return pa.date32()
    return pa.bool_() if name in _TRUTHS else _TYPES[declared]


def _read_cell(field: Any, value: Any) -> Any:
    if value is None:
        return None
    if field.name in LISTS:
        return json.loads(value)
    if field.name in _DAYS:
        day = api.parse_any_date(value)
        return day if isinstance(day, datetime.date) else None  # `year` has the rest
    return bool(value) if field.name in _TRUTHS else value
