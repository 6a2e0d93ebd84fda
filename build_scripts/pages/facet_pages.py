"""Browsing: a page for each group of a facet, and for every two groups that meet.

Motions have pages of their own, see `motion_pages`; years are divided in `year_pages`.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from build_scripts.i18n import t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import DEFAULT_CHOICES, Chart, LatePage, Page, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.facet_indexes import publish_index
from build_scripts.pages.listing_page import list_late
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.narrowing import offer_narrowing
from build_scripts.pages.order_lists import link_group, list_orders, weigh_order
from build_scripts.pages.paging import cut_table
from build_scripts.pages.pairs import PairKey, has_page
from build_scripts.pages.rulings_count import count_by_motion
from build_scripts.pages.summaries import (
    SUMMED_FROM,
    Sum,
    picture_rulings,
    sum_years,
    table_rulings,
    tell_coverage,
)
from build_scripts.pages.wording import word_facet, word_facets
from build_scripts.pages.year_pages import publish_year

_FACETS = (Facet.CASE, Facet.JUDGE, Facet.COURT, Facet.YEAR, Facet.DISPOSITION)


def publish_facet_pages(
    archive_index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES
) -> Iterator[Page | LatePage]:
    """Yield the index of every facet, a page for each group, also where a facet is empty, and
    one for every pair of groups that `has_page`.

    Pages are at most 100 kB; longer lists go on below their first page.
    """
    for facet in _FACETS:
        groups = archive_index.archive.groups.get(facet, ())
        yield from publish_index(archive_index, facet, groups, choices)
        for group in groups:
            if facet is Facet.YEAR:
                yield from publish_year(archive_index, group)
            else:
                yield from _publish_group(archive_index, facet, group, choices)
    for key, members in sorted(archive_index.pairs.items()):
        first = archive_index.by_slug[key.first, key.first_slug]
        second = archive_index.by_slug[key.second, key.second_slug]
        if has_page(len(members), len(first.members), len(second.members)):
            yield from _publish_pair(archive_index, key, members)


def _publish_group(
    archive_index: ArchiveIndex, facet: Facet, group: Group, choices: SiteChoices
) -> Iterator[LatePage]:
    base = f"{facet.value}/{group.slug}"
    is_case = facet is Facet.CASE
    members = (
        archive_index.dockets[group.slug]
        if is_case
        else archive_index.sort_newest_first(group.members)
    )
    sequence = t("lists.docket_first" if is_case else "lists.newest_first")
    facts = _word_case(archive_index, group, members) if is_case else ""
    orders = t("counts.orders", count=len(members))
    singular = word_facet(facet)
    lead = t("lists.lead", facet=singular, facts=facts, orders=orders, sequence=sequence)
    for part in cut_table(
        base,
        members,
        lambda found, path: list_orders(
            archive_index, found, path, without=(facet,), documents=is_case
        ),
        lambda index: archive_index.order(index).address,
        partial(weigh_order, archive_index),
    ):
        narrowing, sums = "", []
        if part.number == 1 and not is_case:
            narrowing = offer_narrowing(archive_index, facet, group, part.path)
            sums = list(_sum_up(archive_index, facet, group, part.path, choices))
        below = ", ".join(f"[{one.heading}](#{one.anchor})" for one in sums)
        yield list_late(
            part,
            group.label,
            (t("lists.below", lead=lead, headings=below) if below else lead, narrowing),
            tuple(one.to_markdown() for one in sums),
            ((word_facets(facet), f"{facet.value}/index"),),
        )


def _sum_up(
    archive_index: ArchiveIndex, facet: Facet, group: Group, path: str, choices: SiteChoices
) -> Iterator[Sum]:
    """Yield what stands below a group's orders."""
    if len(group.members) < SUMMED_FROM:
        return
    count = count_by_motion(archive_index, group.members)
    if len(count.rows) > 1 and facet is not Facet.DISPOSITION:
        table = table_rulings(archive_index, count, Facet.MOTION, path, (facet, group))
        caption = t("charts.rulings")
        shown = (
            picture_rulings(count, caption, table) if Chart.OUTCOMES in choices.charts else table
        )
        heading = t("browse.motions_and_outcomes")
        lead = f"{tell_coverage(archive_index, group.members)} {t('browse.counted_thrice')}"
        yield Sum(heading, "motions-and-outcomes", f"{lead}\n\n{shown}")
    if Chart.YEARS in choices.charts:
        yield from sum_years(archive_index, group)


def _publish_pair(
    archive_index: ArchiveIndex, key: PairKey, members: Sequence[int]
) -> Iterator[LatePage]:
    first = archive_index.by_slug[key.first, key.first_slug]
    second = archive_index.by_slug[key.second, key.second_slug]
    plural, singular = word_facets(key.first), word_facet(key.first)
    without = (key.first, key.second)
    steps = ((plural, f"{key.first.value}/index"), (first.label, f"{key.first.value}/{first.slug}"))
    for part in cut_table(
        key.page,
        members,
        lambda found, path: list_orders(archive_index, found, path, without=without),
        lambda index: archive_index.order(index).address,
        partial(weigh_order, archive_index),
    ):
        lead = (
            f"{singular}: {link_group(first, key.first, part.path)} · "
            f"{word_facet(key.second)}: {link_group(second, key.second, part.path)} · "
            f"{t('counts.orders', count=len(members))}, {t('lists.newest_first')}."
        )
        rulings = ""
        if key.second is Facet.MOTION:
            count = count_by_motion(archive_index, members, second)
            counts = count.rows[0][1] if count.rows else {}
            worded = (
                t("counts.outcome", count=counts[one], outcome=term("outcomes", one.value))
                for one in count.outcomes
            )
            rulings = t("browse.rulings", rulings=", ".join(worded)) if counts else ""
        title = f"{first.label}: {second.label}"
        yield list_late(part, title, (lead, rulings), (), steps, is_found=False)


def _word_case(archive_index: ArchiveIndex, group: Group, members: Sequence[int]) -> str:
    """Return what is said of a case above its orders: number and court."""
    newest = archive_index.find_newest(members)
    number = archive_index.docket_number(newest, group.slug)
    court = archive_index.order(newest).order.description.court
    facts = [
        t("order.number", numbers=escape_text(number)) if number else "",
        escape_text(court.value.citation_string) if court else "",
    ]
    return "".join(f"{fact} · " for fact in facts if fact)
