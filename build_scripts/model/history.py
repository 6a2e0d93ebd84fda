"""The archive's own history: events of each order."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class EventKind(StrEnum):
    """An event of an order; the value is the log's word for it."""

    ADDED = "added"
    CORRECTED = "corrected"  # an editor set, or unset, a field
    CHANGED = "changed"  # the program reads the same bytes differently than before
    RECORDED = "recorded"  # fields that the log did not have before, of any order
    REPLACED = "replaced"  # the file has other bytes
    RENAMED = "renamed"  # the same bytes are at another path
    WITHHELD = "withheld"
    RESTORED = "restored"  # it is published again


Changes = Mapping[str, tuple[str, str]]
"""By field: the value before and the value since, "" for nothing."""

NO_CHANGES: Changes = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One line of the log. `rules` names the program's version that wrote it."""

    date: datetime.date
    kind: EventKind
    file: str
    sha256: str
    rules: str
    changes: Changes = field(default_factory=lambda: NO_CHANGES)


@dataclass(frozen=True, slots=True)
class History:
    """The log to write, with the new events, and each order's events by its address."""

    log: tuple[HistoryEvent, ...] = ()
    new: tuple[HistoryEvent, ...] = ()
    by_address: Mapping[str, tuple[HistoryEvent, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


NO_HISTORY = History()
