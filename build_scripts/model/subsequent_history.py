"""The later decisions that affirm, vacate, amend, reconsider or stay a decision."""

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.quoted_words import QuotedWords


class HistoryKind(StrEnum):
    """The action of the later decision on the earlier one."""

    AFFIRMED = "affirmed"
    AFFIRMED_IN_PART = "affirmed in part"  # and otherwise reversed, vacated or modified
    REVERSED = "reversed"
    REVERSED_IN_PART = "reversed in part"
    VACATED = "vacated"  # or set aside, or rescinded
    VACATED_IN_PART = "vacated in part"
    AMENDED = "amended"  # or modified, or corrected
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    RECONSIDERED = "reconsidered"
    RECONSIDERED_IN_PART = "reconsidered in part"
    RECONSIDERATION_DENIED = "reconsideration denied"
    ADOPTED = "adopted"  # a report and recommendation
    ADOPTED_IN_PART = "adopted in part"
    REJECTED = "rejected"
    STAYED = "stayed"
    RELIEF_DENIED = "relief denied"  # a motion to vacate, amend or stay it


class KnownBy(StrEnum):
    """The part of the words that identifies the decision."""

    ENTRY = "docket entry"
    DATE = "date"
    REPORT = "citation"
    DOCKET = "docket number"  # that of the court below, on an appellate caption
    COURT = "court"  # that the caption names, shortly after its only decision here of the parties


@dataclass(frozen=True, slots=True)
class HistoryTie:
    """`later` did `kind` to `earlier`: addresses of orders here.

    `said_by` is the order with the words: the later one, or any that prints it after a citation
    ("aff'd, 12 F.4th 34"). `anchor` is the place of the words on its page.
    """

    earlier: str
    later: str
    kind: HistoryKind
    known_by: KnownBy
    said_by: str
    words: tuple[QuotedWords, ...]
    anchor: str = ""

    @property
    def is_inferred(self) -> bool:
        """Return whether no words name the earlier order: shown as unconfirmed."""
        return self.known_by is KnownBy.COURT
