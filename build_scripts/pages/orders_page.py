"""A page of a list of orders: those of a case, a judge, a court, a year, a month, a disposition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.i18n import t
from build_scripts.model.archive import Facet
from build_scripts.model.page import Section, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts import YearChart
from build_scripts.pages.narrowing import Narrowing
from build_scripts.pages.pagination import ListPage, Pager, describe_list_page
from build_scripts.pages.summaries import RulingsSummary
from build_scripts.pages.views import OrderLine, PageLink, line_order, list_breadcrumbs

_COLUMNS = {
    Facet.CASE: "case",
    Facet.COURT: "court",
    Facet.JUDGE: "judge",
    Facet.DISPOSITION: "disposition",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Orders that follow each other, and the anchor at the first of them, "" for none."""

    lines: tuple[OrderLine, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """The page: what it lists in words, the ways on, its orders, and what they come to."""

    lead: str
    columns: tuple[str, ...]
    rows: tuple[Run, ...]
    pager: Pager | None = None
    narrowing: Narrowing | None = None
    rulings: RulingsSummary | None = None
    years: YearChart | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The headings below the list."""
        return list_sums(self.rulings, self.years)


def list_sums(rulings: RulingsSummary | None, years: YearChart | None) -> tuple[Section, ...]:
    """Return the headings of what a list comes to."""
    return (
        *([rulings.section] if rulings else ()),
        *([Section("over-the-years", t("browse.over_the_years"))] if years else ()),
    )


def list_columns(without: Facet, *, documents: bool = False) -> tuple[str, ...]:
    """Return a list's columns but for the one that would say the same in every line; `documents`
    puts the document's number on the docket first.
    """
    columns = (name for facet, name in _COLUMNS.items() if facet is not without)
    return (*(["document"] if documents else ()), "date", "order", *columns)


def lead_list(facet: str, orders: str, *, facts: str = "", docket: bool = False) -> str:
    """Return "Judge · 23 orders, newest first."."""
    sequence = t("lists.docket_first" if docket else "lists.newest_first")
    return t("lists.lead", facet=facet, facts=facts, orders=orders, sequence=sequence)


def publish_plain_list(
    index: ArchiveIndex,
    part: ListPage[int],
    title: str,
    lead: str,
    above: Iterable[PageLink],
    *,
    without: Facet,
    is_found: bool = True,
) -> TemplatePage:
    """Return a page of a list with nothing but its orders."""
    return TemplatePage(
        part.path,
        part.entitle(title),
        "orders.html",
        partial(_view, index, part, lead, without),
        describe_list_page(list_breadcrumbs(above), part.number, is_found=is_found),
    )


def _view(index: ArchiveIndex, part: ListPage[int], lead: str, without: Facet) -> OrdersPage:
    return OrdersPage(lead, list_columns(without), (list_run(index, part.items),), part.pager)


def list_run(index: ArchiveIndex, members: Sequence[int], anchor: str = "") -> Run:
    """Return the lines of `members`."""
    return Run(tuple(line_order(index, i) for i in members), anchor)
