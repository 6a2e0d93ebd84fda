"""Data quality: the known facts of the orders here, their sources, and missing or doubtful ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from build_scripts.model.archive import Facet, JudgeJoin
from build_scripts.model.description import Claim, ClaimSource, Description, read_field
from build_scripts.model.page import Section
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.i18n import t
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group
from build_scripts.problems import FindingCode

MOST_LISTED = 200
"""Orders listed under one heading; the page must not grow with the archive."""


_FIELDS = {
    "quality.case_name": ("case_name",),
    "quality.docket_number": ("docket_numbers",),
    "quality.court": ("court",),
    "quality.judge": ("judges",),
    "quality.order_title": ("title",),
    "quality.date": ("date", "date_filed"),
    "quality.document_number": ("document_number",),
    "quality.rulings": ("rulings",),
    "quality.disposition": ("disposition",),
}
"""The fields that are counted, by their names on the page; the second where the first is empty."""
SOURCES = {
    ClaimSource.DOCUMENT: "quality.from_document",
    ClaimSource.EXTERNAL: "quality.from_external",
    ClaimSource.EDITOR: "quality.from_editor",
}
# Orders without them are listed, each below its heading.
_LISTED_WHERE_MISSING = {
    "quality.case_name": "quality.no_case_name",
    "quality.docket_number": "quality.no_docket_number",
    "quality.court": "quality.no_court",
    "quality.judge": "quality.no_judge",
    "quality.date": "quality.no_date",
    "quality.rulings": "quality.no_rulings",
}


@dataclass(frozen=True, slots=True)
class FieldCount:
    """In how many orders a field is filled, by source as in `SOURCES`, and in how many it is not;
    `anchor` is the place of the list of these.
    """

    name: str
    by_source: tuple[int, ...]
    missing: int
    anchor: str


@dataclass(frozen=True, slots=True)
class QualityList:
    """A section of the page: its first `MOST_LISTED` entries, and how many more there are.

    An entry is an order, or the path of a file that is none, with a remark; or a judge with the
    names that were taken for this judge's.
    """

    anchor: str
    heading: str
    lead: str = ""
    orders: tuple[tuple[OrderLine | str, str], ...] = ()
    judges: tuple[tuple[PageLink, JudgeJoin], ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The page: fields by source, then lists of what is missing, in doubt, or no order."""

    orders: int
    sources: tuple[str, ...]
    fields: tuple[FieldCount, ...]
    lists: tuple[QualityList, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings."""
        fields = t("quality.fields", orders=t("counts.orders", count=self.orders))
        return (
            Section("fields", fields),
            *(Section(one.anchor, one.heading) for one in self.lists),
        )


def view_quality(index: ArchiveIndex) -> QualityPage:
    """Return the content of the page."""
    listed = index.list_orders()
    papers = sorted(set(range(len(index.archive.orders))) - set(listed))
    scans = [each for each in listed if index.order(each).order.ocr_confidence is not None]
    lists = [
        *(
            _list_orders(
                index,
                _anchor(name),
                heading,
                [each for each in listed if _find_claim(index.describe(each), name) is None],
            )
            for name, heading in _LISTED_WHERE_MISSING.items()
        ),
        _list_orders(index, "ocr", "quality.ocr", scans),
        _list_disagreements(index),
        _list_judge_joins(index),
        replace(
            _list_orders(index, "papers", "quality.papers", papers), lead=t("quality.papers_lead")
        ),
    ]
    return QualityPage(
        len(listed),
        tuple(map(t, SOURCES.values())),
        tuple(_count_fields(index, listed)),
        tuple(one for one in lists if one.orders or one.judges),
    )


def _count_fields(index: ArchiveIndex, listed: Sequence[int]) -> Iterator[FieldCount]:
    for name in _FIELDS:
        claims = [_find_claim(index.describe(each), name) for each in listed]
        sources = Counter(claim.source for claim in claims if claim)
        missing = claims.count(None)
        anchor = _anchor(name) if missing and name in _LISTED_WHERE_MISSING else ""
        by_source = tuple(sources[source] for source in SOURCES)
        yield FieldCount(t(name), by_source, missing, anchor)


def _anchor(name: str) -> str:
    return f"no-{name.removeprefix('quality.').replace('_', '-')}"


def _find_claim(description: Description, name: str) -> Claim[Any] | None:
    claims = (claim for field in _FIELDS[name] for claim in read_field(description, field))
    return next(claims, None)


def _list_orders(
    index: ArchiveIndex, anchor: str, heading: str, members: Sequence[int]
) -> QualityList:
    shown = tuple((line_order(index, each), "") for each in members[:MOST_LISTED])
    return QualityList(anchor, t(heading), orders=shown, more=len(members) - len(shown))


def _list_disagreements(index: ArchiveIndex) -> QualityList:
    """List where the order and a record, or the order with itself, disagree."""
    found = [one for one in index.archive.findings if one.code is FindingCode.DISAGREEMENT]
    place_of = {one.order.source.path: i for i, one in enumerate(index.archive.orders)}
    shown = tuple(
        (one.path if place is None else line_order(index, place), one.message)
        for one in found[:MOST_LISTED]
        for place in [place_of.get(one.path)]
    )
    more = len(found) - len(shown)
    return QualityList("disagreements", t("quality.disagreements"), orders=shown, more=more)


def _list_judge_joins(index: ArchiveIndex) -> QualityList:
    joins = index.archive.judge_joins
    shown = tuple((_link_judge(index, join), join) for join in joins[:MOST_LISTED])
    heading, lead = t("quality.judges"), t("quality.judges_lead")
    return QualityList("judges", heading, lead, judges=shown, more=len(joins) - len(shown))


def _link_judge(index: ArchiveIndex, join: JudgeJoin) -> PageLink:
    group = index.by_slug.get((Facet.JUDGE, join.slug))
    return link_group(index, Facet.JUDGE, group) if group else PageLink(join.label)
