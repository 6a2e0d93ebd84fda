"""What became of each order, event by event: the archive's own history."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class EventKind(StrEnum):
    """What happened to an order; the value is the log's word for it."""

    ADDED = "added"
    CORRECTED = "corrected"  # an editor set, or unset, what is said of it
    CHANGED = "changed"  # the program says otherwise than before of the same bytes
    REPLACED = "replaced"  # the file has other bytes
    RENAMED = "renamed"  # the same bytes lie at another path
    WITHHELD = "withheld"
    RESTORED = "restored"  # it is published again


Changes = Mapping[str, tuple[str, str]]
"""By field: what was said before and what is said since, "" for nothing."""

NO_CHANGES: Changes = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One line of the log. `rules` names the program's version that said so."""

    date: datetime.date
    kind: EventKind
    file: str
    sha256: str
    rules: str
    changes: Changes = field(default_factory=lambda: NO_CHANGES)


@dataclass(frozen=True, slots=True)
class History:
    """The log as it should be, with the events that are new, and each order's by its address."""

    log: tuple[HistoryEvent, ...] = ()
    new: tuple[HistoryEvent, ...] = ()
    by_address: Mapping[str, tuple[HistoryEvent, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


NO_HISTORY = History()
