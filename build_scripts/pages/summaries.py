"""What a group's orders come to, above their list: years, motions and outcomes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.i18n import format_number, t
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts.bars import MOST, draw_bars, part_outcomes
from build_scripts.pages.charts.columns import draw_years
from build_scripts.pages.charts.drawing import write_html_table
from build_scripts.pages.markdown_text import escape_html
from build_scripts.pages.page_links import address_on_site, relative_address
from build_scripts.pages.rulings_count import RulingsCount
from build_scripts.pages.wording import day_of, word_facet, word_outcome

SUMMED_FROM = 6
"""Orders from which a sum says more than the list itself."""

_ROWS = 40
"""Rows of a table; the others are summed up in its last."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A section below a list: its heading, the heading's anchor, its text as Markdown."""

    heading: str
    anchor: str
    text: str

    def to_markdown(self) -> str:
        """The section; its anchor is the same in every language."""
        return f"## {self.heading} {{#{self.anchor}}}\n\n{self.text}"


def sum_years(archive_index: ArchiveIndex, group: Group) -> Iterator[Sum]:
    """Yield a group's orders by year, where they are of several."""
    if years := picture_years(archive_index, group.members, t("charts.orders_by_year")):
        yield Sum(t("browse.over_the_years"), "over-the-years", years)


def picture_years(archive_index: ArchiveIndex, members: Iterable[int], caption: str) -> str:
    """Return a figure of orders by year; "" where they are of one year or none is dated."""
    days = (day_of(archive_index.order(index).order.description) for index in members)
    years = Counter(day.year for day in days if day)
    return draw_years(years, caption) if len(years) > 1 else ""


def tell_coverage(archive_index: ArchiveIndex, members: Iterable[int], whole_at: str = "") -> str:
    """Return "26 rulings recognized in 16 of 23 orders; 7 orders have none." as Markdown.

    Whoever divides a count of rulings needs it: an order whose rulings were not recognized is in
    no count. Where `members` are all orders, `whole_at` is the path of the page that says so, which
    then leads to the list of those that have none.
    """
    found = [len(archive_index.order(index).order.description.rulings) for index in members]
    some = sum(map(bool, found))
    words = word_coverage(sum(found), some, len(found))
    if some == len(found):
        return t("coverage.all", found=words)
    without = t("coverage.without", count=len(found) - some)
    linked = f"[{without}]({relative_address(whole_at, 'quality')}#no-rulings)"
    without = linked if whole_at else without
    return t("coverage.some", found=words, without=without)


def word_coverage(rulings: int, some: int, orders: int) -> str:
    """Return "26 rulings recognized in 16 of 23 orders"."""
    counted = t("counts.rulings", count=rulings)
    return t(
        "coverage.rulings", rulings=counted, some=some, orders=t("counts.orders", count=orders)
    )


def picture_rulings(count: RulingsCount, caption: str, table: str = "") -> str:
    """Return a figure of rulings by outcome, one bar a row; "" where there is one row alone."""
    if len(count.rows) < 2:
        return ""
    bars = [part_outcomes(group.label, counts) for group, counts in count.rows]
    is_whole = len(bars) <= MOST
    shown = caption if is_whole else t("charts.most_rulings", caption=caption, count=MOST)
    return draw_bars(bars, shown, "charts.bars_of_rulings", table, parted=True)


def table_rulings(
    archive_index: ArchiveIndex,
    count: RulingsCount,
    rows_are: Facet,
    path: str,
    of: tuple[Facet, Group] | None = None,
) -> str:
    """Return rulings in numbers, rows by outcome, as one line of HTML.

    A row's name leads to the orders that it counts: those of its group that also are in `of`.
    """
    name = word_facet(rows_are)
    head = (name, t("columns.rulings"), *(word_outcome(outcome) for outcome in count.outcomes))
    rows: list[Sequence[str]] = []
    for group, counts in count.rows[:_ROWS]:
        page = f"{rows_are.value}/{group.slug}"
        if of is not None:
            page = archive_index.find_pair_page(of, (rows_are, group)) or page
        link = (
            f'<a href="{escape_html(address_on_site(path, page))}">{escape_html(group.label)}</a>'
        )
        cells = (f"{counts.get(one, 0) or ''}" for one in count.outcomes)
        rows.append((link, format_number(sum(counts.values())), *cells))
    rest = Counter[Outcome]()
    for _, counts in count.rows[_ROWS:]:
        rest.update(counts)
    if rest:
        cells = (f"{rest[one] or ''}" for one in count.outcomes)
        others = t("counts.others", count=len(count.rows) - _ROWS)
        rows.append((others, format_number(rest.total()), *cells))
    return write_html_table(head, rows)
