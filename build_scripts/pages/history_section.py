"""An order's history in this archive: when it came, what was said otherwise since, and by whom."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.model.history import EventKind, HistoryEvent
from build_scripts.pages.correction_words import format_field

_TOLD = frozenset({EventKind.CORRECTED, EventKind.CHANGED, EventKind.REPLACED})


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An event: its day, its kind, the program's version, and each field that changed."""

    day: datetime.date
    kind: str
    rules: str
    changes: tuple[str, ...]


def list_history(events: Sequence[HistoryEvent]) -> tuple[HistoryLine, ...]:
    """Return an order's events, the newest first."""
    return tuple(
        HistoryLine(
            event.date,
            event.kind.value,
            event.rules,
            tuple(_format_changes(event.changes)) if event.kind in _TOLD else (),
        )
        for event in reversed(events)
    )


def _format_changes(changes: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    nothing = t("corrections.nothing")
    for field, (was, now) in changes.items():
        yield t("history.change", field=format_field(field), was=was or nothing, now=now or nothing)
