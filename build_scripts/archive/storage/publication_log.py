"""The owner's copy of the log of publications: a CSV file that is committed next to mkdocs.yml.

It has the lines of `model/publication_log.py`, and one more column: the key, which the site does
not publish. It makes the digest of each order's state unguessable.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.archive.storage.ledger_rows import Ledger
from build_scripts.model.publication_log import COLUMNS, LogLine, find_breaks, parse_line


@dataclass(frozen=True, slots=True)
class OwnLog:
    """The lines, and the key, "" if there is no line yet."""

    lines: tuple[LogLine, ...] = ()
    key: str = ""


_LEDGER = Ledger(
    "publication_log",
    ((*COLUMNS, "key"),),
    64 * 1024 * 1024,  # some 300,000 lines
    "Each line has the digest of the one before: fetch the file back from the repository's "
    "history, as it was last published. The next build adds its line.",
    "Then build again: the site is as it was.",
    strict=True,
    conflict="Git left two versions of this file here. Its lines are a chain, so keep those of one "
    "version, the published one: remove the other's, with the lines that begin with <<<<<<<, "
    "=======, >>>>>>> or |||||||, and run the command again. The next build adds its line.",
)


def read_log(path: Path) -> OwnLog:
    """Return the log, empty if there is none. Raise DamagedLedgerError, for a broken chain too."""
    rows = tuple(_LEDGER.read(path, _read_row))
    lines, keys = tuple(line for line, _ in rows), {key for _, key in rows}
    for number, fault in find_breaks(lines):
        raise _LEDGER.damage(path, number + 1, fault)
    if len(keys) > 1 or "" in keys:
        raise _LEDGER.damage(path, len(lines) + 1, "its lines have no key, or several")
    return OwnLog(lines, keys.pop() if keys else "")


def _read_row(row: Sequence[str]) -> tuple[LogLine, str]:
    *cells, key = row
    try:
        return parse_line(cells), key
    except ValueError as error:
        raise ValueError("it can't be read") from error


def write_log(path: Path, lines: Iterable[LogLine], key: str) -> None:
    """Write the log; an interruption leaves the old one or the new one. Raise ArchiveError."""
    _LEDGER.write(path, ((*line.text.rstrip("\n").split(","), key) for line in lines))
