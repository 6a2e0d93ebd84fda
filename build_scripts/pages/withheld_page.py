"""The pages at a withheld order's address: that it is withheld, why, by whom and since when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.model.history import HistoryEvent
from build_scripts.model.page import Section, TemplatePage
from build_scripts.model.withholding import Tombstone
from build_scripts.pages.formatting import format_date
from build_scripts.pages.i18n import t
from build_scripts.pages.pagination import UNLISTED


@dataclass(frozen=True, slots=True)
class WithheldPage:
    """The public facts of the order by name, and what became of it, the newest first."""

    facts: Mapping[str, str]
    history: Sequence[HistoryEvent] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings."""
        return (Section("history", t("history.title")),) if self.history else ()


def publish_withheld(
    address: str, tombstone: Tombstone, events: Sequence[HistoryEvent] = ()
) -> Iterator[TemplatePage]:
    """Yield the pages at a withheld order's address: the editor's note, the facts that an editor
    allowed, and the days of its history. `withheld` in their metadata makes the template show whom
    to ask, and search engines forget them.
    """
    facts = {
        "court": tombstone.court,
        "docket_number": tombstone.docket_number,
        "dated": format_date(tombstone.day) if tombstone.day else "",
        "reason": tombstone.reason,
        "by": tombstone.by,
        "since": format_date(tombstone.date) if tombstone.date else "",
    }
    facts = {name: said for name, said in facts.items() if said}
    meta = {"withheld": True, **UNLISTED}
    own, source = WithheldPage(facts, events[::-1]), WithheldPage(facts)
    title = t("withheld.title")
    yield TemplatePage(f"{address}.md", title, "withheld.html", lambda: own, meta)
    yield TemplatePage(f"{address}/source.md", title, "withheld.html", lambda: source, meta)
