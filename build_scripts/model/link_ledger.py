"""CourtListener's answers to look-ups of citations."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias


class LookupOutcome(StrEnum):
    """What CourtListener has at a citation; the value is the ledger's word for it."""

    FOUND = "found"  # one case
    SEVERAL = "several"  # cases that share the page
    NOT_FOUND = "not found"
    UNKNOWN_REPORTER = "unknown reporter"
    NOT_READ = "not read"  # CourtListener did not recognise it as a citation of a case


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """One answer. `url` and `case_name` are those of the one case found, else ""."""

    citation: str  # "433 F.3d 1199"
    outcome: LookupOutcome
    checked: datetime.date
    url: str = ""
    case_name: str = ""


LinkLedger: TypeAlias = Mapping[str, CheckedCitation]
"""All answers, by citation."""

NOTHING_CHECKED: LinkLedger = MappingProxyType({})
