"""Rows of tables that spreadsheets and programs read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@")


def write_rows(rows: Iterable[Iterable[str]]) -> bytes:
    r"""Return rows in UTF-8 (RFC 4180) that end in `\r\n`.

    Whitespace and line breaks in a cell become one space. A cell that begins with `=`, `+`, `-` or
    `@` gets an apostrophe before it: spreadsheets then show it as text and run nothing.
    """
    lines = (f"{','.join(map(_write_cell, cells))}\r\n" for cells in rows)
    return "".join(lines).encode(errors="replace")


def list_cells(
    columns: Sequence[str], own: Mapping[str, Any], others: object = None
) -> tuple[str, ...]:
    """Return a row's cells: the values of `own`, by their columns, else the attributes of `others`.

    Lists in a cell are separated by "; "; what is missing from them, or from a cell, is empty.
    """
    return tuple(
        write_value(own[name] if name in own else getattr(others, name)) for name in columns
    )


def write_value(value: Any) -> str:
    """Return a value as a cell has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return "; ".join(filter(None, map(write_value, value)))
    return "" if value is None else str(value)


def _write_cell(text: str) -> str:
    flat = " ".join(text.split())
    guarded = f"'{flat}" if flat.startswith(_FORMULA) else flat
    is_quoted = '"' in guarded or "," in guarded
    return f'"{guarded.replace(chr(34), chr(34) * 2)}"' if is_quoted else guarded
