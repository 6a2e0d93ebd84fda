"""Rows of a committed CSV ledger: bounded, and each fault told with its line."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from build_scripts.problems import ArchiveError

Damage = Callable[[int, str], ArchiveError]
"""Makes the error for a line and what is wrong with it."""


def read_bytes(path: Path, largest: int, setting: str, error_type: type[ArchiveError]) -> bytes:
    """Return a ledger's bytes, at most `largest` and one; nothing where there is no ledger.

    Raises `error_type` where the system refuses; `setting` names the ledger in mkdocs.yml.
    """
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise error_type(
            f"{path} can't be read: {error.strerror}. Mend its permissions, or name another file "
            f"as {setting} in mkdocs.yml."
        ) from error


def iterate_rows(
    text: str, heads: Sequence[Sequence[str]], damage: Damage
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row below the head with its line's number; empty lines are passed over.

    Raises what `damage` makes where the head is none of `heads`, the newest first, where a row has
    other columns than the head, or where the text is no CSV.
    """
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns: Sequence[str] = ()
    try:
        for number, row in enumerate(rows):
            if number == 0:
                columns = next((head for head in heads if tuple(row) == tuple(head)), ())
                if not columns:
                    raise damage(1, f"it does not name the columns {', '.join(heads[0])}")
            elif row:
                if len(row) != len(columns):
                    found = f"it has {len(row)} columns, not {len(columns)}"
                    raise damage(rows.line_num, found)
                yield rows.line_num, row
    except csv.Error as error:
        raise damage(rows.line_num, str(error)) from error
