"""The pages at a withheld order's address: that it is withheld, why, by whom and since when."""

from collections.abc import Iterator, Sequence

from build_scripts.i18n import t
from build_scripts.model.history import HistoryEvent
from build_scripts.model.page import Page
from build_scripts.model.withholding import Tombstone
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.history_section import render_history
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.page_links import link_to_page
from build_scripts.pages.wording import word_date

_BELOW = ("", "/source")
"""The pages of an order: its own, and the one that shows its source."""


def publish_withheld(
    address: str, tombstone: Tombstone, events: Sequence[HistoryEvent] = ()
) -> Iterator[Page]:
    """Yield the pages at the address of an order that is withheld, one for each page of an order.

    They say what an editor gave for readers to know, and of the order itself no more than an
    editor allowed; of its history the days, since the log keeps no more. `withheld` in their
    front matter asks the template for whom to ask, and search engines to forget them.
    """
    title = t("withheld.title")
    values = {"title": title, "withheld": True, "search": {"exclude": True}}
    front = write_front_matter({**values, "hide": ["navigation", "toc"]})
    for below in _BELOW:
        path = f"{address}{below}.md"
        parts = [
            f"# {title}",
            t("withheld.text"),
            *(
                f"{t(f'withheld.{term}')}\n:   {escape_text(said, starts_line=True)}"
                for term, said in _list_facts(tombstone)
                if said
            ),
            t(
                "moved.look",
                cases=link_to_page(path, "cases/index", t("moved.cases")),
                home=link_to_page(path, "index", t("moved.home")),
            ),
        ]
        parts += [] if below else filter(None, [render_history(events)])
        yield Page(path, f"{front}\n" + "\n\n".join(parts) + "\n")


def _list_facts(tombstone: Tombstone) -> Iterator[tuple[str, str]]:
    yield "court", tombstone.court
    yield "docket_number", tombstone.docket_number
    yield "dated", word_date(tombstone.day) if tombstone.day else ""
    yield "reason", tombstone.reason
    yield "by", tombstone.by
    yield "since", word_date(tombstone.date) if tombstone.date else ""
