"""The pages at a withheld order's address: that it is withheld, why, by whom and since when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.model.history import HistoryEvent
from build_scripts.model.page import Section, TemplatePage
from build_scripts.model.withholding import Tombstone
from build_scripts.pages.formatting import format_date
from build_scripts.pages.history_section import HistoryLine, list_history


@dataclass(frozen=True, slots=True)
class WithheldPage:
    """What is told of the order: facts as term and words; what became of it, the newest first."""

    facts: tuple[tuple[str, str], ...]
    history: tuple[HistoryLine, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The headings."""
        return (Section("history", t("history.title")),) if self.history else ()


def publish_withheld(
    address: str, tombstone: Tombstone, events: Sequence[HistoryEvent] = ()
) -> Iterator[TemplatePage]:
    """Yield the pages at the address of an order that is withheld, one for each page of an order.

    They say what an editor gave for readers to know, and of the order itself no more than an
    editor allowed; of its history the days, since the log keeps no more. `withheld` in their
    metadata asks the template for whom to ask, and search engines to forget them.
    """
    facts = tuple((t(f"withheld.{name}"), said) for name, said in _list_facts(tombstone) if said)
    meta = {"withheld": True, "search": {"exclude": True}, "hide": ["navigation", "toc"]}
    own = WithheldPage(facts, list_history(events))
    source = WithheldPage(facts, ())
    title = t("withheld.title")
    yield TemplatePage(f"{address}.md", title, "withheld.html", lambda: own, meta)
    yield TemplatePage(f"{address}/source.md", title, "withheld.html", lambda: source, meta)


def _list_facts(tombstone: Tombstone) -> Iterator[tuple[str, str]]:
    yield "court", tombstone.court
    yield "docket_number", tombstone.docket_number
    yield "dated", format_date(tombstone.day) if tombstone.day else ""
    yield "reason", tombstone.reason
    yield "by", tombstone.by
    yield "since", format_date(tombstone.date) if tombstone.date else ""
