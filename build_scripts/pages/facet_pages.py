"""Browsing: a page for each group of a facet.

Motions have pages of their own, see `motion_pages`; years are divided in `year_pages`.
"""

from collections.abc import Iterator
from functools import partial

from build_scripts.i18n import t
from build_scripts.model.archive import Facet, Group, has_own_page
from build_scripts.model.page import DEFAULT_CHOICES, Chart, Section, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.facet_indexes import publish_index
from build_scripts.pages.formatting import format_facet, format_facets
from build_scripts.pages.narrowing import offer_narrowing
from build_scripts.pages.orders_page import OrdersPage, lead_list, list_columns, list_run
from build_scripts.pages.pagination import ListPage, describe_list_page, paginate
from build_scripts.pages.rulings_count import count_by_motion
from build_scripts.pages.summaries import (
    SUMMED_FROM,
    RulingsSummary,
    chart_orders,
    chart_rulings,
    measure_coverage,
    table_rulings,
)
from build_scripts.pages.views import PageLink, list_breadcrumbs
from build_scripts.pages.year_pages import publish_year

_FACETS = (Facet.CASE, Facet.JUDGE, Facet.COURT, Facet.YEAR, Facet.DISPOSITION)


def publish_facet_pages(
    index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES
) -> Iterator[TemplatePage]:
    """Yield the index of every facet and a page for each group, also where a facet is empty.

    A case of one order has no page: the order's own says all of it. Longer lists go on below
    their first page.
    """
    for facet in _FACETS:
        groups = index.archive.groups.get(facet, ())
        yield from publish_index(index, facet, groups, choices)
        for group in groups:
            if facet is Facet.YEAR:
                yield from publish_year(index, group, choices)
            elif has_own_page(facet, group):
                yield from _publish_group(index, facet, group, choices)


def _publish_group(
    index: ArchiveIndex, facet: Facet, group: Group, choices: SiteChoices
) -> Iterator[TemplatePage]:
    is_case = facet is Facet.CASE
    members = index.dockets[group.slug] if is_case else index.sort_newest_first(group.members)
    above = list_breadcrumbs([PageLink(format_facets(facet), f"{facet.value}/")])
    for part in paginate(f"{facet.value}/{group.slug}", members):
        yield TemplatePage(
            part.path,
            part.entitle(group.label),
            "orders.html",
            partial(view_group, index, facet, group, part, choices),
            describe_list_page(above, part.number),
        )


def view_group(
    index: ArchiveIndex, facet: Facet, group: Group, part: ListPage[int], choices: SiteChoices
) -> OrdersPage:
    """Return a page of a group's orders; the first says besides what they come to."""
    is_case = facet is Facet.CASE
    facts = _format_case(index, group) if is_case else ""
    orders = t("counts.orders", count=len(group.members))
    is_summed = part.number == 1 and not is_case
    narrowing = offer_narrowing(index, facet, group, search=choices.search) if is_summed else None
    is_summed = is_summed and len(group.members) >= SUMMED_FROM
    has_years = is_summed and Chart.YEARS in choices.charts
    return OrdersPage(
        lead=lead_list(format_facet(facet), orders, facts=facts, docket=is_case),
        columns=list_columns(facet, documents=is_case),
        rows=(list_run(index, part.items),),
        pager=part.pager,
        narrowing=narrowing,
        rulings=_sum_rulings(index, facet, group, choices) if is_summed else None,
        years=chart_orders(index, group.members) if has_years else None,
    )


def _sum_rulings(
    index: ArchiveIndex, facet: Facet, group: Group, choices: SiteChoices
) -> RulingsSummary | None:
    count = count_by_motion(index, group.members)
    if len(count.rows) < 2 or facet is Facet.DISPOSITION:
        return None
    section = Section("motions-and-outcomes", t("browse.motions_and_outcomes"))
    has_chart = Chart.OUTCOMES in choices.charts
    return RulingsSummary(
        section,
        measure_coverage(index, group.members),
        table_rulings(index, count, Facet.MOTION, (facet, group), search=choices.search),
        chart_rulings(count, t("charts.rulings")) if has_chart else None,
    )


def _format_case(index: ArchiveIndex, group: Group) -> str:
    """Return what is said of a case above its orders: number and court."""
    newest = index.find_newest(group.members)
    number = index.docket_number(newest, group.slug)
    court = index.order(newest).order.description.court
    facts = [
        t("order.number", numbers=number) if number else "",
        court.value.citation_string if court else "",
    ]
    return "".join(f"{fact} · " for fact in facts if fact)
