"""Changes of each order since the log was last written, and what the log may keep."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.description import (
    FIELDS,
    Court,
    Description,
    DocketNumber,
    Judge,
    Party,
    Ruling,
    list_values,
)
from build_scripts.model.history import NO_CHANGES, Changes, EventKind, History, HistoryEvent
from build_scripts.model.text.matching import PhraseMatcher
from build_scripts.model.withheld_words import NOTHING_WITHHELD, WithheldWords
from build_scripts.model.withholding import WithheldOrder

NO_STONES: Mapping[str, str] = MappingProxyType({})
_LONGEST = 200  # characters of a value; a longer one is cut, with a digest of the whole
_MASKS = ("[redacted", "[withheld")  # replaces words that may not be shown


@dataclass(slots=True)
class _Known:
    """An order in the log: its last event, its fields' values, and which fields editors gave."""

    last: HistoryEvent
    said: dict[str, str]
    corrected: set[str]
    events: list[int]  # places in the log


def record_history(
    orders: Sequence[ArchivedOrder],
    withheld: Collection[WithheldOrder],
    log: Sequence[HistoryEvent],
    today: datetime.date,
    rules: str,
    stones: Mapping[str, str] = NO_STONES,
    words: WithheldWords = NOTHING_WITHHELD,
) -> History:
    """Return the log with the changes of `orders`, on the day `today`, by the program `rules`.

    An order is identified by its path, else by its bytes; `stones` has the raw file of the order
    that was at a withheld one's address. What is now withheld, or masked, is removed from older
    lines too: all of a withheld order, a field that is withheld, the value of a field before words
    of it were masked, or with `words` that any order withholds.
    """
    known, whole = _read_log(log), list(log)
    logged = {field for event in log for field in event.changes}
    wanted = words.match()
    present = {one.order.source.path for one in orders}
    lost = {one.last.sha256: one for one in known.values() if one.last.file not in present}
    places: dict[str, list[int]] = {}
    for archived in sorted(orders, key=lambda one: one.order.source.path):
        source, description = archived.order.source, archived.order.description
        before = known.get(source.path) or lost.pop(source.sha256, None)
        said = summarise_fields(description)
        events = places[archived.address] = before.events if before else []
        for kind, changes in _compare(before, archived, said, logged):
            events.append(len(whole))
            event = HistoryEvent(today, kind, source.path, source.sha256, rules, changes)
            whole.append(event)
        for place in events:
            whole[place] = _forget_fields(whole[place], description, said, wanted)
    for order in sorted(withheld, key=lambda one: one.path):
        for before in known.values():
            last = before.last
            is_at_its_path = f"{last.file}/".startswith(f"{order.path}/")
            if last.sha256 not in order.digests and not is_at_its_path:
                continue
            if before.last.kind is not EventKind.WITHHELD:
                before.events.append(len(whole))
                before.last = replace(before.last, date=today, kind=EventKind.WITHHELD, rules=rules)
                whole.append(before.last)
            for place in before.events:
                whole[place] = replace(whole[place], changes=NO_CHANGES)
    places |= {address: known[file].events for address, file in stones.items() if file in known}
    by_address = {
        address: tuple(whole[i] for i in events if whole[i].kind is not EventKind.RECORDED)
        for address, events in places.items()
    }
    return History(tuple(whole), tuple(whole[len(log) :]), by_address)


def summarise_fields(description: Description) -> dict[str, str]:
    """Return an order's values by field, in one line each; empty fields are left out."""
    said = {}
    for field in FIELDS:
        if text := _say(description, field):
            if len(text) > _LONGEST:
                digest = sha256(text.encode(errors="replace")).hexdigest()
                text = f"{text[:_LONGEST]}… ({digest[:12]})"
            said[field] = text
    return said


def _say(description: Description, field: str) -> str:
    return "; ".join(map(_word, list_values(description, field)))


def _read_log(log: Sequence[HistoryEvent]) -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    for place, event in enumerate(log):
        changes = {field: now for field, (_, now) in event.changes.items() if field != "file"}
        if event.kind is EventKind.RENAMED:
            one = known.pop(event.changes.get("file", ("", ""))[0], None)
        else:
            one = known.get(event.file)
        one = known[event.file] = one or _Known(event, {}, set(), [])
        one.last = event
        one.events.append(place)
        one.said = {field: now for field, now in {**one.said, **changes}.items() if now}
        one.corrected -= changes.keys()
        if event.kind is EventKind.CORRECTED:
            one.corrected |= changes.keys()
    return known


def _compare(
    before: _Known | None, archived: ArchivedOrder, said: Mapping[str, str], logged: Collection[str]
) -> Iterator[tuple[EventKind, Changes]]:
    """Yield the changes of an order, by kind; a field that was never `logged` has not changed."""
    source, description = archived.order.source, archived.order.description
    if before is None or before.last.kind is EventKind.WITHHELD:
        kind = EventKind.ADDED if before is None else EventKind.RESTORED
        yield kind, {field: ("", now) for field, now in said.items()}
        return
    if before.last.file != source.path:
        yield EventKind.RENAMED, {"file": (before.last.file, source.path)}
    changes = {
        field: (before.said.get(field, ""), said.get(field, ""))
        for field in FIELDS
        if before.said.get(field, "") != said.get(field, "") and field not in description.withheld
    }
    correction = description.correction
    editors = {*(correction.fields if correction else ()), *before.corrected}
    first = {field: changes.pop(field) for field in {*changes} - {*logged} - editors}
    if first:
        yield EventKind.RECORDED, {field: first[field] for field in FIELDS if field in first}
    if before.last.sha256 != source.sha256:
        yield EventKind.REPLACED, changes
        return
    for kind, by_editors in ((EventKind.CORRECTED, True), (EventKind.CHANGED, False)):
        own = {field: pair for field, pair in changes.items() if (field in editors) is by_editors}
        if own:
            yield kind, own


def _forget_fields(
    event: HistoryEvent, description: Description, said: Mapping[str, str], wanted: PhraseMatcher
) -> HistoryEvent:
    kept = {}
    for field, (was, now) in event.changes.items():
        if field in description.withheld:
            continue
        current = said.get(field, "")
        # The mask may lie beyond the cut, and with the digest from before it a name can be guessed.
        shown = current if len(current) <= _LONGEST else _say(description, field)
        is_masked = any(mask in shown.lower() for mask in _MASKS)
        if is_masked or any(wanted.find(f"{was}\n{now}")):
            was, now = (text if text == current else "" for text in (was, now))
        kept[field] = (was, now)
    return event if kept == event.changes else replace(event, changes=kept)


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
        case bool():
            return "yes" if value else "no"
        case _:
            return " ".join(str(value).split())
