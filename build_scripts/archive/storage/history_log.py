"""The log of the archive's history: a CSV file that is committed next to mkdocs.yml.

    date,event,file,sha256,rules,changes
    2026-03-02,replaced,cand/order.pdf,9f2c…,0.2.0-77ab12cd,{title: [Order, Order of Dismissal]}

One line per event, the newest last. `changes` is a JSON object: each field's value before and
after; only the value after if there was none before.
"""

import datetime
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from build_scripts.archive.storage.ledger_rows import SHA256, Ledger, read_word
from build_scripts.model.history import EventKind, HistoryEvent

COLUMNS = ("date", "event", "file", "sha256", "rules", "changes")


_LEDGER = Ledger(
    "history",
    (COLUMNS,),
    512 * 1024 * 1024,  # some half a million events
    "Fix the line, or fetch the file back from the repository's history.",
    "Then build again: the site is as it was, and nobody remembers what this build changed.",
)


def read_history(path: Path) -> tuple[HistoryEvent, ...]:
    """Return the events of the log; none if there is no log. Raise DamagedLedgerError."""
    return tuple(_LEDGER.read(path, _read_row))


def write_history(path: Path, events: Iterable[HistoryEvent]) -> None:
    """Write the log; an interruption leaves the old one or the new one. Raise ArchiveError."""
    rows = []
    for event in events:
        said = {field: [was, now] if was else now for field, (was, now) in event.changes.items()}
        changes = json.dumps(said, ensure_ascii=False) if said else ""
        own = (event.date.isoformat(), event.kind.value, event.file, event.sha256, event.rules)
        rows.append((*own, changes))
    _LEDGER.write(path, rows)


def _read_row(row: Sequence[str]) -> HistoryEvent:
    day, word, file, digest, rules, changes = row
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError as error:
        raise ValueError(f"“{day[:20]}” is no day") from error
    kind = read_word(EventKind, word)
    if not file or not SHA256.fullmatch(digest):
        raise ValueError("it names no file, or no sha256")
    return HistoryEvent(date, kind, file, digest, rules, _read_changes(changes))


def _read_changes(text: str) -> dict[str, tuple[str, str]]:
    pairs = {}
    try:
        for field, told in json.loads(text or "{}").items():
            was, now = ("", told) if isinstance(told, str) else told
            pairs[field] = (was, now)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("its changes can't be read") from error
    if not all(isinstance(each, str) for pair in pairs.values() for each in pair):
        raise ValueError("its changes can't be read")
    return pairs
