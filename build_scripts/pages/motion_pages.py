"""Motions: what was asked and how it came out, over the whole archive."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.i18n import format_number, t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome, Ruling
from build_scripts.model.page import DEFAULT_CHOICES, Chart, LatePage, Page, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.listing_page import write_listing
from build_scripts.pages.narrowing import offer_narrowing
from build_scripts.pages.order_lists import (
    LONGEST,
    link_group,
    row_order,
    shorten,
    weigh_order,
)
from build_scripts.pages.page_links import link_to_page, relative_address
from build_scripts.pages.paging import Part, Row, cut_list, cut_table
from build_scripts.pages.rulings_count import (
    RulingsCount,
    count_by_judge,
    count_by_motion,
)
from build_scripts.pages.summaries import (
    SUMMED_FROM,
    Sum,
    picture_rulings,
    sum_years,
    table_rulings,
    tell_coverage,
    word_coverage,
)
from build_scripts.pages.tables import write_cell, write_table
from build_scripts.pages.trail import Step
from build_scripts.pages.wording import (
    name_outcome,
    word_facet,
    word_facets,
    word_outcome,
    word_qualifiers,
)

NEWEST = 5
"""Rulings of each outcome that the page of a motion shows where it can't show all."""


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A ruling, and the index of the order that made it."""

    index: int
    ruling: Ruling
    key: str  # its order's address, and which of the order's rulings it is


def publish_motion_pages(
    archive_index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES
) -> Iterator[Page | LatePage]:
    """Yield the table of motions by outcome, and a page for each kind of motion.

    An outcome has the address "#denied" on its motion's page; where its rulings are too many for
    that page, the newest stand there and all of them on "motions/compel/denied".
    """
    groups = archive_index.archive.groups.get(Facet.MOTION, ())
    yield _publish_index(archive_index, groups, choices)
    for group in groups:
        yield from _publish_kind(archive_index, group, choices)


def _publish_index(
    archive_index: ArchiveIndex, groups: Sequence[Group], choices: SiteChoices
) -> Page:
    path = "motions/index.md"
    parts = [t("motion_pages.lead")]
    if groups:
        orders = archive_index.list_orders()
        count = count_by_motion(archive_index, orders)
        parts.append(tell_coverage(archive_index, orders, path))
        if Chart.OUTCOMES in choices.charts:
            parts.append(picture_rulings(count, t("charts.rulings")))
        parts.append(_table_motions(count, path))
    else:
        parts.append(t("lists.none_yet"))
    return write_listing(path, word_facets(Facet.MOTION), parts, names_people=False)


def _table_motions(count: RulingsCount, path: str) -> str:
    rows = (
        (
            link_group(group, Facet.MOTION, path),
            format_number(sum(counts.values())),
            *(_link_count(path, group, one, counts.get(one, 0)) for one in count.outcomes),
        )
        for group, counts in count.rows
    )
    head = (
        t("columns.motion"),
        t("columns.rulings"),
        *(word_outcome(outcome) for outcome in count.outcomes),
    )
    return write_table(head, rows)


def _link_count(path: str, group: Group, outcome: Outcome, count: int) -> str:
    if not count:
        return ""
    address = relative_address(path, f"{Facet.MOTION.value}/{group.slug}")
    return f"[{format_number(count)}]({address}#{name_outcome(outcome)})"


def _list_rulings(archive_index: ArchiveIndex, group: Group) -> list[_Ruled]:
    return [
        _Ruled(index, claim.value, f"{archive_index.order(index).address}#{place}")
        for index in archive_index.sort_newest_first(group.members)
        for place, claim in enumerate(archive_index.order(index).order.description.rulings)
        if archive_index.motions.get(claim.value.kind) == group
    ]


def _publish_kind(
    archive_index: ArchiveIndex, group: Group, choices: SiteChoices
) -> Iterator[Page | LatePage]:
    base = f"{Facet.MOTION.value}/{group.slug}"
    path = f"{base}.md"
    rulings = _list_rulings(archive_index, group)
    by_outcome: dict[Outcome, list[_Ruled]] = defaultdict(list)
    for ruled in rulings:
        by_outcome[ruled.ruling.outcome].append(ruled)
    ordered = sorted(by_outcome, key=lambda outcome: (-len(by_outcome[outcome]), outcome.value))
    above = ((word_facets(Facet.MOTION), "motions/index"),)

    def write(found: Sequence[_Ruled], at: str) -> tuple[Row, Sequence[Row]]:
        return _write_rulings(archive_index, found, at)

    def weigh(ruled: _Ruled) -> int:
        asked = min(len(ruled.ruling.motion), LONGEST)
        return asked + sum(map(len, ruled.ruling.entries)) + weigh_order(archive_index, ruled.index)

    is_long = len(cut_list([one.key for one in rulings], list(map(weigh, rulings)))) > 1
    parts = [
        _lead(archive_index, group, len(rulings)),
        offer_narrowing(archive_index, Facet.MOTION, group, path),
    ]
    sums = list(_sum_up(archive_index, group, path, choices)) if len(rulings) >= SUMMED_FROM else []
    if sums:
        below = ", ".join(f"[{one.heading}](#{one.anchor})" for one in sums)
        parts[0] = t("lists.below", lead=parts[0], headings=below)
    for outcome in ordered:
        found = by_outcome[outcome]
        heading = t("motion_pages.heading", outcome=word_outcome(outcome), count=len(found))
        parts.append(f"## {heading} {{#{name_outcome(outcome)}}}")
        shown = found[:NEWEST] if is_long else found
        parts.append(write_table(*write(shown, path)))
        if len(shown) < len(found):
            rulings_found = t("counts.rulings", count=len(found))
            everything = t("motion_pages.all", rulings=rulings_found)
            parts.append(link_to_page(path, f"{base}/{name_outcome(outcome)}", everything))
    parts += [one.to_markdown() for one in sums]
    yield write_listing(path, group.label, parts, above)
    for outcome in ordered if is_long else ():
        if len(by_outcome[outcome]) > NEWEST:
            title = f"{group.label}: {term('outcomes', outcome.value)}"
            lead = _lead_outcome(len(by_outcome[outcome]))
            steps = (*above, (group.label, base))
            for part in cut_table(
                f"{base}/{name_outcome(outcome)}",
                by_outcome[outcome],
                write,
                lambda ruled: ruled.key,
                weigh,
            ):
                yield _list_late(part, title, lead, steps)


def _list_late(part: Part[_Ruled], title: str, lead: str, steps: Sequence[Step]) -> LatePage:
    def make() -> Page:
        parts = (lead, part.text)
        return write_listing(part.path, title, parts, steps, number=part.number, is_found=False)

    return LatePage(part.path, make)


def _sum_up(
    archive_index: ArchiveIndex, group: Group, path: str, choices: SiteChoices
) -> Iterator[Sum]:
    """Yield what stands below a motion's rulings."""
    judges = count_by_judge(archive_index, group)
    if len(judges.rows) > 1:
        table = table_rulings(archive_index, judges, Facet.JUDGE, path, (Facet.MOTION, group))
        caption = t("charts.rulings_by_judge")
        shown = (
            picture_rulings(judges, caption, table) if Chart.OUTCOMES in choices.charts else table
        )
        yield Sum(t("browse.by_judge"), "by-judge", shown)
    if Chart.YEARS in choices.charts:
        yield from sum_years(archive_index, group)


def _lead(archive_index: ArchiveIndex, group: Group, rulings: int) -> str:
    count = word_coverage(rulings, len(group.members), len(archive_index.list_orders()))
    name, sequence = word_facet(Facet.MOTION), t("lists.newest_first")
    return t("lists.lead", facet=name, facts="", orders=count, sequence=sequence)


def _lead_outcome(rulings: int) -> str:
    return t("motion_pages.newest_first", rulings=t("counts.rulings", count=rulings))


def _write_rulings(
    archive_index: ArchiveIndex, rulings: Sequence[_Ruled], path: str
) -> tuple[Row, Sequence[Row]]:
    columns = (Facet.CASE, Facet.COURT, Facet.JUDGE)
    has_how = any(ruled.ruling.qualifiers for ruled in rulings)
    has_entries = any(ruled.ruling.entries for ruled in rulings)
    rows = []
    for ruled in rulings:
        date, order, *cells = row_order(archive_index, ruled.index, path, columns)
        qualifiers = word_qualifiers(ruled.ruling.qualifiers)
        motion = shorten(ruled.ruling.motion)
        asked = write_cell(motion[:1].upper() + motion[1:])
        entries = write_cell(", ".join(ruled.ruling.entries))
        how = (write_cell(qualifiers),) if has_how else ()
        on = (entries,) if has_entries else ()
        rows.append((date, order, asked, *how, *on, *cells))
    head = (
        t("columns.date"),
        t("columns.order"),
        t("columns.printed"),
        *((t("columns.how"),) if has_how else ()),
        *((t("columns.docket_entry"),) if has_entries else ()),
        *(word_facet(facet) for facet in columns),
    )
    return head, rows
