"""Rulings and parties as rows of a form, instead of YAML."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from build_scripts import api

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "rulings": ("motion", "outcome", "entries", "qualifiers"),
    "parties": ("name", "roles", "side"),
}
"""For each field that is shown as rows: the parts of a value that are its columns."""
KNOWN: Mapping[str, type[StrEnum]] = {
    "outcome": api.Outcome,
    "roles": api.PartyRole,
    "qualifiers": api.Qualifier,
}
"""For each column: the words that it takes."""
_LISTS = frozenset({"entries", "qualifiers", "roles"})
_FOLLOW = {"motion": ("kind", "movant", "printed"), "roles": ("role_printed",)}
"""For each column: the parts without a column that a change of it makes invalid."""
_BLANK = 3  # rows are shown after those that are filled in

Row = tuple[str, ...]
"""The cells of a row: commas separate several values in one."""


def list_rows(field: str, values: Sequence[api.Ruling | api.Party]) -> tuple[Row, ...]:
    """Return rulings or parties as rows, followed by blank rows."""
    columns = COLUMNS[field]
    rows = (_list_cells(asdict(value), columns) for value in values)
    return (*rows, *[("",) * len(columns)] * _BLANK)


def _list_cells(parts: Mapping[str, Any], columns: Sequence[str]) -> Row:
    return tuple(", ".join(parts[one]) if one in _LISTS else str(parts[one]) for one in columns)


def cut_rows(field: str, cells: Sequence[str]) -> tuple[Row, ...]:
    """Return a form's cells, which come one after the other, as rows."""
    width = len(COLUMNS[field])
    return tuple(tuple(cells[at : at + width]) for at in range(0, len(cells), width))


def write_rows(
    field: str, cells: Sequence[str], known: Sequence[api.Ruling | api.Party]
) -> Iterator[str]:
    """Yield each row whose first cell is filled in, as `orders correct --set` takes it. Parts of a
    value in `known` that no column shows are kept, unless they belong to a cell that was changed.
    """
    columns = COLUMNS[field]
    for number, row in enumerate(cut_rows(field, cells)):
        if not row[0].strip():
            continue
        parts: dict[str, Any] = asdict(known[number]) if number < len(known) else {}
        before = _list_cells(parts, columns) if parts else row
        for column, cell, was in zip(columns, row, before, strict=False):
            for one in _FOLLOW.get(column, ()) if cell != was else ():
                parts.pop(one, None)
            flat = " ".join(cell.split())
            split = [each for one in flat.split(",") if (each := one.strip())]
            parts[column] = split if column in _LISTS else flat
        yield api.write_record(parts)
