"""Coverage: the orders that are here by court and year, and what is not here."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import Facet
from build_scripts.model.page import Section
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.i18n import t
from build_scripts.pages.quality_page import MOST_LISTED
from build_scripts.pages.views import PageLink, link_group
from build_scripts.problems import NOT_READ, FindingCode

_MOST_SPANS = 10  # of years, in a cell
_WIDTHS = (1, 2, 5, 10, 20, 50, 100)  # years of a span
_MOST_ENTRIES = 12  # of a docket, as numbers
_NOT_SHOWN = {
    "coverage_page.review": frozenset({FindingCode.HELD_BACK}),
    "coverage_page.sealed": frozenset({FindingCode.SEALED}),
    "coverage_page.copies": frozenset({FindingCode.DUPLICATE_ORDER}),
    "coverage_page.no_orders": frozenset({FindingCode.NOT_AN_ORDER}),
    "coverage_page.corrections": frozenset({FindingCode.BAD_CORRECTIONS}),
    "coverage_page.unread": NOT_READ,
}
"""Why a file has no page, by the codes of its findings; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class CourtRow:
    """A court's orders: how many, the first and the last day, how many in each span of years."""

    court: PageLink
    orders: int
    first: AnyDate | None
    last: AnyDate | None
    years: str


@dataclass(frozen=True, slots=True)
class DocketRow:
    """The first docket entries of a case that are here, how many `more`, and how many numbers
    between the lowest and the highest are `missing`.
    """

    case: PageLink
    docket_number: str
    entries: tuple[int, ...]
    more: int
    missing: int


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """The page: courts by spans of years, dockets by entries, files without a page by reason."""

    lead: str
    courts: tuple[CourtRow, ...]
    dockets: tuple[DocketRow, ...]
    more_dockets: int
    not_shown: tuple[tuple[str, int], ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings."""
        filled = (
            ("courts", "coverage_page.courts", self.courts),
            ("dockets", "coverage_page.dockets", self.dockets),
            ("not-shown", "coverage_page.not_shown", self.not_shown),
        )
        return tuple(Section(anchor, t(title)) for anchor, title, rows in filled if rows)


def view_coverage(index: ArchiveIndex) -> CoveragePage:
    """Return the content of the page. It names no file and no order that is withheld."""
    listed = index.list_orders()
    years = sorted({day.year for each in listed if (day := index.describe(each).day)})
    starts, width = part_years(years)
    courts = tuple(_list_courts(index, listed, starts, width))
    dockets = sorted(_list_dockets(index), key=lambda row: -len(row.entries) - row.more)
    orders = t("counts.orders", count=len(listed))
    span = "–".join(str(year) for year in dict.fromkeys([*years[:1], *years[-1:]]))
    key = "coverage_page.lead" if years else "coverage_page.lead_undated"
    lead = t(key, orders=orders, years=span)
    return CoveragePage(
        lead,
        courts,
        tuple(dockets[:MOST_LISTED]),
        max(0, len(dockets) - MOST_LISTED),
        tuple(_count_not_shown(index, len(listed))),
    )


def part_years(years: Sequence[int]) -> tuple[tuple[int, ...], int]:
    """Return the first year of each span that holds the ascending `years`, and a span's years.
    Spans are as short as `_MOST_SPANS` of them allow.
    """
    if not years:
        return (), 1
    for width in _WIDTHS:
        first = years[0] - years[0] % width
        starts = tuple(range(first, years[-1] + 1, width))
        if len(starts) <= _MOST_SPANS:
            break
    return starts, width


def name_span(start: int, width: int) -> str:
    """Return a span of years in words: "2020–2024", "2020"."""
    return f"{start}" if width == 1 else f"{start}–{start + width - 1}"


def _list_courts(
    index: ArchiveIndex, listed: Sequence[int], starts: Sequence[int], width: int
) -> Iterator[CourtRow]:
    shown = frozenset(listed)
    for group in index.archive.groups.get(Facet.COURT, ()):
        members = [each for each in group.members if each in shown]
        days = [day for each in members if (day := index.describe(each).day)]
        counts = Counter(day.year - day.year % width for day in days)
        yield CourtRow(
            link_group(index, Facet.COURT, group),
            len(members),
            min(days, key=lambda day: day.toordinal(), default=None),
            max(days, key=lambda day: day.toordinal(), default=None),
            " · ".join(
                t("coverage_page.span", years=name_span(start, width), orders=counts[start])
                for start in starts
                if counts[start]
            ),
        )


def _list_dockets(index: ArchiveIndex) -> Iterator[DocketRow]:
    """Yield the cases of which two or more numbered docket entries are here."""
    for group in index.archive.groups.get(Facet.CASE, ()):
        numbers = (index.describe(each).document_number for each in group.members)
        parts = [number.value.partition("-")[0] for number in numbers if number]
        entries = sorted({int(part) for part in parts if part.isdecimal()})
        if len(entries) > 1:
            yield DocketRow(
                link_group(index, Facet.CASE, group),
                index.docket_number(group.members[0], group.slug),
                tuple(entries[:_MOST_ENTRIES]),
                max(0, len(entries) - _MOST_ENTRIES),
                entries[-1] - entries[0] + 1 - len(entries),
            )


def _count_not_shown(index: ArchiveIndex, listed: int) -> Iterator[tuple[str, int]]:
    archive = index.archive
    placed = archive.digests
    codes: dict[str, set[FindingCode]] = {}
    for finding in archive.findings:
        if finding.path not in placed:
            codes.setdefault(finding.path, set()).add(finding.code)
    counts = Counter(
        next((reason for reason, of in _NOT_SHOWN.items() if of & found), "")
        for found in codes.values()
    )
    counts["coverage_page.withheld"] = len(archive.withheld)
    counts["coverage_page.no_orders"] += len(archive.orders) - listed
    for reason in ("coverage_page.withheld", *_NOT_SHOWN):
        if counts[reason]:
            yield t(reason), counts[reason]
