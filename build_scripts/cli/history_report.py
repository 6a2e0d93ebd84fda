"""What a build says otherwise than the one before, for the maintainer who has to look at it."""

from collections import Counter
from collections.abc import Iterator

from build_scripts.model.history import EventKind, History

_SHOWN = frozenset({EventKind.CORRECTED, EventKind.CHANGED, EventKind.REPLACED, EventKind.RENAMED})
_LONGEST = 60  # characters of a value


def list_changes(history: History, most: int | None = None) -> Iterator[str]:
    """Yield the new events in lines: how many of each kind, then each changed field, `most` lines
    of these.
    """
    counts = Counter(event.kind.value for event in history.new)
    if not counts:
        yield "Nothing is said otherwise than before."
        return
    yield "New in the history: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
    lines = [
        f"{event.file}: {event.kind.value}: {field}: {_cut(was)} → {_cut(now)}"
        for event in history.new
        if event.kind in _SHOWN
        for field, (was, now) in event.changes.items()
    ]
    yield from lines[:most]
    if most is not None and len(lines) > most:
        yield f"… and {len(lines) - most:,} changed fields more, in history.csv"


def present_changes(history: History) -> dict[str, object]:
    """Return the new events as JSON-ready values, whole."""
    return {
        "events": [
            {
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
            for event in history.new
        ]
    }


def _cut(text: str) -> str:
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST]}…”"
