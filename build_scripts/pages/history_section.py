"""An order's history in this archive: when it came, what was said otherwise since, and by whom."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.i18n import t, term
from build_scripts.model.history import EventKind, HistoryEvent
from build_scripts.pages.correction_words import word_field
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.wording import word_date

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
            tuple(_word_changes(event.changes)) if event.kind in _TOLD else (),
        )
        for event in reversed(events)
    )


def _word_changes(changes: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    nothing = t("corrections.nothing")
    for field, (was, now) in changes.items():
        yield t("history.change", field=word_field(field), was=was or nothing, now=now or nothing)


def render_history(events: Sequence[HistoryEvent]) -> str:
    """Return the section, "" where the log has nothing of the order yet; the newest come first."""
    if not events:
        return ""
    lines = [line for event in reversed(events) for line in _list_lines(event)]
    return "\n".join([f"## {t('history.title')} {{data-search-exclude}}", "", *lines])


def _list_lines(event: HistoryEvent) -> Iterator[str]:
    what = term("events", event.kind.value)
    yield "- " + t(
        "history.event",
        day=word_date(event.date),
        what=what,
        rules=escape_text(event.rules),
    )
    if event.kind in _TOLD:
        for field, (was, now) in event.changes.items():
            nothing = t("corrections.nothing")
            change = t(
                "history.change",
                field=word_field(field),
                was=escape_text(was) if was else nothing,
                now=escape_text(now) if now else nothing,
            )
            yield f"    - {change}"
