"""Data quality: what is known of the orders here, by whom, and what is missing or in doubt."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from build_scripts.i18n import t
from build_scripts.model.archive import Facet, Group, JudgeJoin
from build_scripts.model.description import Claim, ClaimSource, Description
from build_scripts.model.page import Page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.order_lists import link_group, list_order
from build_scripts.pages.tables import write_table
from build_scripts.problems import Finding, FindingCode

MOST_LISTED = 200
"""Orders listed under one heading; the page must not grow with the archive."""

_PATH = "quality.md"


def _first(claims: tuple[Claim[Any], ...]) -> Claim[Any] | None:
    return claims[0] if claims else None


_FIELDS: dict[str, Callable[[Description], Claim[Any] | None]] = {
    "quality.case_name": lambda one: one.case_name,
    "quality.docket_number": lambda one: _first(one.docket_numbers),
    "quality.court": lambda one: one.court,
    "quality.judge": lambda one: _first(one.judges),
    "quality.order_title": lambda one: one.title,
    "quality.date": lambda one: one.date or one.date_filed,
    "quality.document_number": lambda one: one.document_number,
    "quality.rulings": lambda one: _first(one.rulings),
    "quality.disposition": lambda one: one.disposition,
}
_SOURCES = {
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


def publish_quality(archive_index: ArchiveIndex) -> Page:
    """Return the page: fields filled by source, orders that lack one, disagreements, papers."""
    listed = archive_index.list_orders()
    title = t("quality.title")
    parts = [
        f"# {title}",
        t("quality.lead", corrections=f"[{t('corrections.title')}](changes.md)"),
        _count_fields(archive_index, listed),
        *_list_missing(archive_index, listed),
        *_list_read_by_ocr(archive_index, listed),
        *_list_disagreements(archive_index),
        *_list_judge_joins(archive_index),
        *_list_papers(archive_index),
    ]
    front = write_front_matter({"title": title, "above": {}, "search": {"exclude": True}})
    return Page(_PATH, f"{front}\n" + "\n\n".join(parts) + "\n")


def _count_fields(archive_index: ArchiveIndex, listed: Sequence[int]) -> str:
    rows = []
    for name, claim_of in _FIELDS.items():
        claims = [claim_of(archive_index.order(index).order.description) for index in listed]
        sources = Counter(claim.source for claim in claims if claim)
        missing = sum(1 for claim in claims if claim is None)
        shown = f"[{missing}](#{_anchor(name)})" if missing and _is_listed(name) else str(missing)
        rows.append((t(name), *(str(sources[source]) for source in _SOURCES), shown))
    orders = t("counts.orders", count=len(listed))
    from_whom = map(t, _SOURCES.values())
    table = write_table((t("quality.field"), *from_whom, t("quality.missing")), rows)
    return f"## {t('quality.fields', orders=orders)} {{#fields}}\n\n{table}"


def _is_listed(name: str) -> bool:
    return name in _LISTED_WHERE_MISSING


def _anchor(name: str) -> str:
    return f"no-{name.removeprefix('quality.').replace('_', '-')}"


def _list_missing(archive_index: ArchiveIndex, listed: Sequence[int]) -> Iterator[str]:
    for name, heading in _LISTED_WHERE_MISSING.items():
        claim_of = _FIELDS[name]
        without = [i for i in listed if claim_of(archive_index.order(i).order.description) is None]
        if without:
            yield f"## {t(heading)} {{#{_anchor(name)}}}\n\n{_list(archive_index, without)}"


def _list_read_by_ocr(archive_index: ArchiveIndex, listed: Sequence[int]) -> Iterator[str]:
    scans = [i for i in listed if archive_index.order(i).order.ocr_confidence is not None]
    if scans:
        yield f"## {t('quality.ocr')} {{#ocr}}\n\n{_list(archive_index, scans)}"


def _list_disagreements(archive_index: ArchiveIndex) -> Iterator[str]:
    """List where the order and a record, or the order with itself, say different things."""
    found = [f for f in archive_index.archive.findings if f.code is FindingCode.DISAGREEMENT]
    index_of = {one.order.source.path: i for i, one in enumerate(archive_index.archive.orders)}
    lines = [
        _word_disagreement(archive_index, index_of, finding) for finding in found[:MOST_LISTED]
    ]
    if lines:
        heading = f"## {t('quality.disagreements')} {{#disagreements}}\n\n"
        yield heading + "\n".join([*lines, *_more(len(found))])


def _word_disagreement(
    archive_index: ArchiveIndex, index_of: dict[str, int], finding: Finding
) -> str:
    index = index_of.get(finding.path)
    order = (
        escape_text(finding.path)
        if index is None
        else list_order(archive_index.order(index), _PATH)
    )
    return f"- {order}: {escape_text(finding.message)}"


def _list_judge_joins(archive_index: ArchiveIndex) -> Iterator[str]:
    """List which names were taken for one judge's, so that people can look whether that is so."""
    groups = {group.slug: group for group in archive_index.archive.groups.get(Facet.JUDGE, ())}
    joins = archive_index.archive.judge_joins
    lines = [_word_join(join, groups.get(join.slug)) for join in joins[:MOST_LISTED]]
    if lines:
        lead = t("quality.judges_lead")
        listed = "\n".join([*lines, *_more(len(joins))])
        yield f"## {t('quality.judges')} {{#judges}}\n\n{lead}\n\n{listed}"


def _word_join(join: JudgeJoin, group: Group | None) -> str:
    label = link_group(group, Facet.JUDGE, _PATH) if group else escape_text(join.label)
    names = "; ".join(
        t(
            "quality.known_as",
            name=escape_text(one.printed),
            orders=t("counts.orders", count=one.orders),
            why=escape_text(one.why),
        )
        for one in join.variants
    )
    return f"- {label}: {names}"


def _list_papers(archive_index: ArchiveIndex) -> Iterator[str]:
    orders = archive_index.archive.orders
    papers = [i for i, one in enumerate(orders) if not one.order.description.is_order.value]
    if papers:
        lead = t("quality.papers_lead")
        heading = f"## {t('quality.papers')} {{#papers}}"
        yield f"{heading}\n\n{lead}\n\n{_list(archive_index, papers)}"


def _list(archive_index: ArchiveIndex, members: Sequence[int]) -> str:
    lines = [
        f"- {list_order(archive_index.order(index), _PATH)}" for index in members[:MOST_LISTED]
    ]
    return "\n".join([*lines, *_more(len(members))])


def _more(count: int) -> list[str]:
    return [f"- {t('counts.and_more', count=count - MOST_LISTED)}"] if count > MOST_LISTED else []
