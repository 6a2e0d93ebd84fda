"""`orders changes`: what the next build will change."""

import json
from collections import Counter
from collections.abc import Iterator

import click

from build_scripts.archive.storage.history_log import read_history
from build_scripts.cli.opening import read_archive, with_archive
from build_scripts.model.history import EventKind, History, HistoryEvent
from build_scripts.model.text.folding import print_line
from build_scripts.model.text.numbers import count
from build_scripts.site.outcome import list_warnings
from build_scripts.site.pipeline import with_history
from build_scripts.site.settings import ArchiveSettings, find_today

_SHOWN = frozenset({EventKind.CORRECTED, EventKind.CHANGED, EventKind.REPLACED, EventKind.RENAMED})
_LONGEST = 60  # characters of a value
_BETWEEN = "; "  # several values of a field, in a line of the history


@click.command()
@with_archive
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def changes(settings: ArchiveSettings, as_json: bool) -> None:
    """List what the next build will change in what is published of the orders.

    That is: orders that are new, corrected, replaced, renamed, withheld or published again, and
    fields that a new version of the program reads otherwise, each with its former and its new
    value. Nothing is written: `orders build` writes it into history.csv next to mkdocs.yml, which
    you commit with the orders. Addresses that break, papers that are held back and files that can't
    be read are named at the end.
    """
    log = read_history(settings.history)
    archive = with_history(read_archive(settings), log, find_today())
    unread, warnings = archive.unread, [*list_warnings(archive, settings.orders)]
    if as_json:
        events = [_present_event(event) for event in archive.history.new]
        found = {"events": events, "not_read": unread, "warnings": warnings}
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for line in (*list_changes(archive.history), *warnings):
        click.echo(line)
    if unread:
        click.echo(f"{count(len(unread), 'file')} not read; `orders check` says why:")
    for path in unread:
        click.echo(f"  {print_line(path)}")


def list_changes(history: History, most: int | None = None) -> Iterator[str]:
    """Yield the new events: how many of each kind, then `most` of the changed fields."""
    counts = Counter(event.kind.value for event in history.new)
    if not counts:
        yield "Nothing is said otherwise than before."
        return
    yield "New in the history: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
    lines = [
        f"{event.file}: {event.kind.value}: {field}: {_cut(was, now)} → {_cut(now, was)}"
        for event in history.new
        if event.kind in _SHOWN
        for field, (was, now) in event.changes.items()
    ]
    yield from lines[:most]
    if most is not None and len(lines) > most:
        yield f"… and {len(lines) - most:,} changed fields more, in history.csv"


def _present_event(event: HistoryEvent) -> dict[str, object]:
    return {
        "date": event.date.isoformat(),
        "event": event.kind.value,
        "file": event.file,
        "sha256": event.sha256,
        "rules": event.rules,
        "changes": {
            field: {"was": was or None, "now": now or None}
            for field, (was, now) in event.changes.items()
        },
    }


def _cut(text: str, other: str) -> str:
    """Return a value in one line: of several, those that the `other` side does not have."""
    values, others = text.split(_BETWEEN), other.split(_BETWEEN)
    if set(values) != set(others):  # else their sequence changed
        values = [value for value in values if value not in others]
    return _BETWEEN.join(f"“{_shorten(value)}”" for value in values if value) or "nothing"


def _shorten(value: str) -> str:
    """Return a value's beginning and its end, where a ruling has its outcome."""
    half = _LONGEST // 2
    return value if len(value) <= _LONGEST else f"{value[:half]}…{value[-half:]}"
