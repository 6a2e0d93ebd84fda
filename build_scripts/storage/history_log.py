"""The log of the archive's history: a CSV file that is committed beside mkdocs.yml.

    date,event,file,sha256,rules,changes
    2026-03-02,replaced,cand/order.pdf,9f2c…,0.1.0-77ab12cd,{title: [Order, Order of Dismissal]}

One line an event, the newest last. `changes` is a JSON object: what each field said before, and
what it says since; what it says alone where it said nothing.
"""

import csv
import datetime
import io
import json
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from build_scripts.model.history import EventKind, HistoryEvent
from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.ledger_rows import iterate_rows, read_bytes
from build_scripts.storage.sha256 import SHA256
from build_scripts.text.os_errors import describe_os_error

COLUMNS = ("date", "event", "file", "sha256", "rules", "changes")
LARGEST = 512 * 1024 * 1024  # bytes: some half a million events


class DamagedHistoryError(ArchiveError):
    """The log can't be read; the message names the line and what to do."""


def read_history(path: Path) -> tuple[HistoryEvent, ...]:
    """Return the events of the log; none where there is no log. Raises DamagedHistoryError."""
    data = read_bytes(path, LARGEST, "history", DamagedHistoryError)
    if len(data) > LARGEST:
        raise _damage(path, 1, f"it is larger than {LARGEST // 1024 // 1024} MB")
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    rows = iterate_rows(text, (COLUMNS,), partial(_damage, path))
    return tuple(_read_row(path, line, row) for line, row in rows)


def write_history(path: Path, events: Iterable[HistoryEvent]) -> None:
    """Write the log; an interruption leaves the old one or the new one. Raises ArchiveError."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    careful = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)  # as in the ledger
    writer.writerow(COLUMNS)
    for event in events:
        said = {field: [was, now] if was else now for field, (was, now) in event.changes.items()}
        changes = json.dumps(said, ensure_ascii=False, separators=(", ", ": "))
        row = (
            event.date.isoformat(),
            event.kind.value,
            event.file,
            event.sha256,
            event.rules,
            changes if event.changes else "",
        )
        (careful if "\r" in event.file else writer).writerow(row)
    try:
        write_atomically(path, text.getvalue().encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise ArchiveError(
            f"{describe_os_error(error)} Then build again: the site is as it was, and nobody "
            "remembers what this build changed."
        ) from error


def _read_row(path: Path, line: int, row: Sequence[str]) -> HistoryEvent:
    day, kind, file, digest, rules, changes = row
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError as error:
        raise _damage(path, line, f"“{day[:20]}” is no day") from error
    if kind not in set(EventKind):
        raise _damage(path, line, f"“{kind[:40]}” is none of {', '.join(EventKind)}")
    if not file or not SHA256.fullmatch(digest):
        raise _damage(path, line, "it names no file, or no sha256")
    return HistoryEvent(
        date, EventKind(kind), file, digest, rules, _read_changes(path, line, changes)
    )


def _read_changes(path: Path, line: int, text: str) -> dict[str, tuple[str, str]]:
    try:
        value = json.loads(text) if text else {}
        pairs = {}
        for field, told in value.items():
            was, now = ("", told) if isinstance(told, str) else told
            pairs[field] = (was, now)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _damage(path, line, "its changes can't be read") from error
    if not all(isinstance(each, str) for pair in pairs.values() for each in pair):
        raise _damage(path, line, "its changes can't be read")
    return pairs


def _damage(path: Path, line: int, what: str) -> DamagedHistoryError:
    return DamagedHistoryError(
        f"{path}, line {line}: {what}. Mend the line, or fetch the file back from the "
        "repository's history."
    )
