"""What is new of each order since the log was last written, and what the log may keep."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.description import Court, Description, DocketNumber, Judge, Party, Ruling
from build_scripts.model.history import NO_CHANGES, Changes, EventKind, History, HistoryEvent
from build_scripts.model.withheld_words import NOTHING_WITHHELD, WithheldWords
from build_scripts.model.withholding import WithheldOrder
from build_scripts.text.matching import PhraseMatcher

FIELDS = (
    "is_order",
    "case_name",
    "docket_numbers",
    "court",
    "division",
    "judges",
    "parties",
    "title",
    "order_type",
    "date",
    "date_filed",
    "document_number",
    "rulings",
    "disposition",
    "disposition_qualifiers",
    "own_citations",
)
"""The fields whose changes are kept."""

NO_STONES: Mapping[str, str] = MappingProxyType({})
_LONGEST = 200  # characters of a value; a longer one is cut, with a digest of the whole
_MASKS = ("[redacted", "[withheld")  # what stands in place of words that may not be shown


@dataclass(slots=True)
class _Known:
    """An order as the log knows it: its last event's file and bytes, what is said of it."""

    file: str
    sha256: str
    said: dict[str, str]
    corrected: set[str]
    events: list[int]  # places in the log
    is_withheld: bool = False


def record_history(
    orders: Sequence[ArchivedOrder],
    withheld: Collection[WithheldOrder],
    log: Sequence[HistoryEvent],
    today: datetime.date,
    rules: str,
    stones: Mapping[str, str] = NO_STONES,
    words: WithheldWords = NOTHING_WITHHELD,
) -> History:
    """Return the log with what is new of `orders`, on the day `today`, by the program `rules`.

    `stones` has the raw file of the order that was at each address where now a withheld one's page
    stands.

    An order is known by its path, else by its bytes. What is withheld by now, or masked, leaves
    the lines that are there already too: all of a withheld order, a field that is withheld, what a
    field said before words of it were masked, or with `words` that any order withholds.
    """
    known = _read_log(log)
    wanted = PhraseMatcher(words.wanted)
    whole = list(log)
    places: dict[str, list[int]] = {}
    present = {one.order.source.path for one in orders}
    lost = {one.sha256: one for one in known.values() if one.file not in present}
    for archived in sorted(orders, key=lambda one: one.order.source.path):
        source, description = archived.order.source, archived.order.description
        before = known.get(source.path) or lost.pop(source.sha256, None)
        said = summarise_fields(description)
        events = before.events if before else []
        for kind, changes in _compare(before, archived, said):
            events.append(len(whole))
            event = HistoryEvent(today, kind, source.path, source.sha256, rules, changes)
            whole.append(event)
        _forget_fields(whole, events, description, said, wanted)
        places[archived.address] = events
    for order in sorted(withheld, key=lambda one: one.path):
        for before in known.values():
            if _is_same(order, before):
                if not before.is_withheld:
                    event = HistoryEvent(
                        today, EventKind.WITHHELD, before.file, before.sha256, rules
                    )
                    before.events.append(len(whole))
                    before.is_withheld = True
                    whole.append(event)
                for place in before.events:
                    whole[place] = replace(whole[place], changes=NO_CHANGES)
    places |= {address: known[file].events for address, file in stones.items() if file in known}
    by_address = {address: tuple(whole[i] for i in events) for address, events in places.items()}
    return History(tuple(whole), tuple(whole[len(log) :]), by_address)


def summarise_fields(description: Description) -> dict[str, str]:
    """Return what is said of an order, by field, in one line each; empty fields are left out."""
    said = {}
    for field in FIELDS:
        claims = getattr(description, field)
        several = claims if isinstance(claims, tuple) else (claims,) if claims else ()
        text = "; ".join(_word(claim.value) for claim in several)
        if text:
            said[field] = _shorten(text)
    return said


def _read_log(log: Sequence[HistoryEvent]) -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    for place, event in enumerate(log):
        if event.kind is EventKind.RENAMED:
            earlier = known.pop(event.changes.get("file", ("", ""))[0], None)
        else:
            earlier = known.get(event.file)
        one = earlier or _Known(event.file, event.sha256, {}, set(), [])
        one.file, one.sha256 = event.file, event.sha256
        one.events.append(place)
        one.is_withheld = event.kind is EventKind.WITHHELD
        changes = {field: now for field, (_, now) in event.changes.items() if field != "file"}
        one.said = {f: now for f, now in {**one.said, **changes}.items() if now}
        touched = set(changes)
        one.corrected -= touched
        one.corrected |= touched if event.kind is EventKind.CORRECTED else set()
        known[event.file] = one
    return known


def _compare(
    before: _Known | None, archived: ArchivedOrder, said: Mapping[str, str]
) -> Iterator[tuple[EventKind, Changes]]:
    """Yield what is new of an order, by kind."""
    source, description = archived.order.source, archived.order.description
    if before is None or before.is_withheld:
        kind = EventKind.ADDED if before is None else EventKind.RESTORED
        yield kind, {field: ("", now) for field, now in said.items()}
        return
    if before.file != source.path:
        yield EventKind.RENAMED, {"file": (before.file, source.path)}
    changes = {
        field: (before.said.get(field, ""), said.get(field, ""))
        for field in FIELDS
        if before.said.get(field, "") != said.get(field, "") and field not in description.withheld
    }
    if before.sha256 != source.sha256:
        yield EventKind.REPLACED, changes
        return
    correction = description.correction
    editors = {*(correction.fields if correction else ()), *before.corrected}
    for kind, fields in (
        (EventKind.CORRECTED, [field for field in changes if field in editors]),
        (EventKind.CHANGED, [field for field in changes if field not in editors]),
    ):
        if fields:
            yield kind, {field: changes[field] for field in fields}


def _forget_fields(
    whole: list[HistoryEvent],
    events: Sequence[int],
    description: Description,
    said: Mapping[str, str],
    wanted: PhraseMatcher,
) -> None:
    masked = {field for field, now in said.items() if any(mask in now.lower() for mask in _MASKS)}
    for place in events:
        event = whole[place]
        kept = {}
        for field, (was, now) in event.changes.items():
            if field in description.withheld:
                continue
            if field in masked or any(wanted.find(f"{was}\n{now}")):
                was = was if was == said.get(field) else ""
                now = now if now == said.get(field) else ""
            kept[field] = (was, now)
        if kept != event.changes:
            whole[place] = replace(event, changes=kept)


def _is_same(order: WithheldOrder, known: _Known) -> bool:
    return known.sha256 in order.digests or f"{known.file}/".startswith(f"{order.path}/")


def _shorten(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST]}… ({sha256(text.encode(errors='replace')).hexdigest()[:12]})"


def _word(value: Any) -> str:
    match value:
        case Court():
            return value.court_id
        case DocketNumber():
            return value.text
        case Judge():
            return value.name or value.initials or ""
        case Party():
            return value.name
        case Ruling():
            entries = f" ({', '.join(value.entries)})" if value.entries else ""
            return f"{value.motion}{entries}: {value.outcome.value}"
        case StrEnum():
            return value.value
        case bool():
            return "yes" if value else "no"
        case _:
            return " ".join(str(value).split())
