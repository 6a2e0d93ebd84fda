"""The head of an order's page: banners, title, what is known of the order, its rulings."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from build_scripts.i18n import t, term
from build_scripts.model.archive import ArchivedOrder, Facet, Group
from build_scripts.model.description import Claim, Description, Party, Ruling
from build_scripts.model.order import Order
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.cite_section import ANCHOR
from build_scripts.pages.correction_words import list_others, mark_place, mark_row, word_field
from build_scripts.pages.evidence import link_evidence, name_ruling
from build_scripts.pages.markdown_text import emphasise_text, escape_text
from build_scripts.pages.order_json import list_confidences
from build_scripts.pages.order_lists import link_group
from build_scripts.pages.tables import write_cell, write_table
from build_scripts.pages.wording import (
    day_of,
    title_of,
    word_date,
    word_judge,
    word_outcome,
    word_qualifiers,
)

SURE = 0.8
"""Values that are right less often than this are marked as doubtful."""

MOST_PARTIES = 12
"""Parties named in a page's head; a class action's caption can have hundreds."""

_PLACES = frozenset({"title", "case_name", "rulings"})  # fields with a place of their own


class _Row(NamedTuple):
    """A row of the list: the description's field that it shows, its term, its Markdown."""

    field: str
    term: str
    content: str


def render_head(
    archived: ArchivedOrder, index: int, archive_index: ArchiveIndex, page_path: str
) -> str:
    """Return the Markdown above the order's text; rows and tables with nothing to say are out."""
    description = archived.order.description
    case = description.case_name
    rows = [row for row in _rows(archived, index, archive_index, page_path) if row.content]
    others = list_others(description, {row.field for row in rows}, _PLACES)
    parts = [
        f"# {escape_text(title_of(description), starts_line=True).rstrip('#')}",
        _mark_doubt_below(description, "title"),
        mark_place(description, "title"),
        f"{emphasise_text(case.value)}\n{{: .case-name }}" if case and case.value.strip() else "",
        _mark_doubt_below(description, "case_name"),
        mark_place(description, "case_name"),
        *_banners(archived),
        *(
            f"{row.term}\n:   {row.content}{_mark_doubt(description, row.field)}"
            f"{mark_row(description, row.field)}"
            for row in rows
        ),
        f"{t('order_head.corrected')}\n:   {others}" if others else "",
        _rulings(description),
        mark_place(description, "rulings"),
    ]
    head = "\n\n".join(part for part in parts if part)
    return head.replace(" [↓](#", "\u00a0[↓](#")  # a mark never begins a line


def _mark_doubt(description: Description, field: str) -> str:
    """Return a quiet word behind a value that is wrong more often than one in five times."""
    sure = list_confidences(description).get(field, 1.0)
    if sure >= SURE:
        return ""
    told = t("order_head.doubt_told", right=round(10 * sure))
    return f' <span class="doubt" title="{told}">{t("order_head.doubt")}</span>'


def _mark_doubt_below(description: Description, field: str) -> str:
    mark = _mark_doubt(description, field)
    named = t("corrections.field", field=word_field(field))
    return f"{named}{mark}\n{{: .doubt-place }}" if mark else ""


def _banners(archived: ArchivedOrder) -> Iterator[str]:
    if archived.order.specimen:
        yield f"{t('order_head.specimen')}\n{{: .banner .banner--specimen role=note }}"
    if archived.order.clean.truncated:
        yield f"{t('order_head.truncated')}\n{{: .banner .banner--extract role=note }}"
    is_order = archived.order.description.is_order
    if not is_order.value:
        banner = t("order_head.not_an_order", reason=escape_text(is_order.reason))
        yield f"{banner}\n{{: .banner .banner--no-order role=note }}"
    if archived.order.ocr_confidence is not None:
        banner = _tell_ocr(archived.order, round(archived.order.ocr_confidence))
        yield f"{banner}\n{{: .banner .banner--ocr role=note }}"


def _tell_ocr(order: Order, confidence: int) -> str:
    """Say which pages OCR read: of a paper whose last page was scanned it is that page alone."""
    read = [page.number for page in order.pages if page.ocr_confidence is not None]
    if len(read) == len(order.pages):
        return t("order_head.ocr", confidence=confidence)
    return t(
        "order_head.ocr_pages", count=len(read), pages=_word_ranges(read), confidence=confidence
    )


def _word_ranges(numbers: Sequence[int]) -> str:
    """Return "1, 3–5, 8"; the numbers are in order."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    return ", ".join("–".join(map(str, each)) for each in ranges)


def _rows(
    archived: ArchivedOrder, index: int, archive_index: ArchiveIndex, page_path: str
) -> Iterator[_Row]:
    description = archived.order.description
    day, filed = day_of(description), description.date_filed
    yield _Row(
        "disposition",
        t("order_head.disposition"),
        _disposition(description, index, archive_index, page_path),
    )
    yield _Row("court", t("order_head.court"), _court(description, index, archive_index, page_path))
    yield _Row(
        "docket_numbers", t("order_head.case"), _case(archived, index, archive_index, page_path)
    )
    judges = t("order_head.judges", count=max(len(description.judges), 1))
    yield _Row("judges", judges, _judges(archived, index, archive_index, page_path))
    if day:
        years = archive_index.groups(Facet.YEAR, index)
        year = link_group(years[0], Facet.YEAR, page_path, str(day.year)) if years else ""
        claim, name = (
            (description.date, "evidence-date") if description.date else (filed, "evidence-filed")
        )
        mark = link_evidence(name, claim) if claim else ""
        dated = word_date(day, year=year or None)
        yield _Row("date", t("order_head.date"), f"{dated} {mark}".rstrip())
    if filed and filed.value != day:
        mark = link_evidence("evidence-filed", filed)
        shown = f"{word_date(filed.value)} {mark}".rstrip()
        yield _Row("date_filed", t("order_head.filed"), shown)
    if description.document_number:
        number = escape_text(description.document_number.value)
        shown = t("order.number", numbers=number)
        yield _Row("document_number", t("order_head.document"), shown)
    if description.own_citations:
        reported = escape_text(", ".join(c.value for c in description.own_citations))
        yield _Row("own_citations", t("order_head.reported"), reported)
    yield _Row("parties", t("order_head.parties"), _parties(description))
    yield _Row("nature", t("order_head.nature"), _nature(description))
    statutes = t("order_head.statutes", count=max(len(description.statutes_at_issue), 1))
    yield _Row("statutes_at_issue", statutes, _statutes(description))
    citation = read_citation(archived)
    cited = cite_bluebook(citation).to_markdown() if citation.is_complete else ""
    more = f"[{t('order_head.more_forms')}](#{ANCHOR}){{.cite-more}}"
    yield _Row("", t("order_head.cite_as"), f"{cited} {more}" if cited else "")


def _disposition(
    description: Description, index: int, archive_index: ArchiveIndex, page_path: str
) -> str:
    if description.disposition is None:
        return ""
    outcome = description.disposition.value
    badge = f"badge badge--{outcome.value.replace(' ', '-')}"
    shown = f'<span class="{badge}">{word_outcome(outcome)}</span>'
    for group in archive_index.groups(Facet.DISPOSITION, index):
        link = link_group(group, Facet.DISPOSITION, page_path, word_outcome(outcome))
        shown = f"{link}{{.{badge.replace(' ', ' .')}}}"
    qualifiers = word_qualifiers(description.disposition_qualifiers)
    mark = link_evidence("evidence-disposition", description.disposition)
    return " ".join(filter(None, (shown, qualifiers, mark)))


def _case(archived: ArchivedOrder, index: int, archive_index: ArchiveIndex, page_path: str) -> str:
    """Return each docket number, linked to its case; a case without number by its name."""
    groups = {group.slug: group for group in archive_index.groups(Facet.CASE, index)}
    numbers = archived.order.description.docket_numbers
    if not numbers:
        return ", ".join(link_group(group, Facet.CASE, page_path) for group in groups.values())
    links = (
        f"{_name(claim.value.text, groups.get(slug), Facet.CASE, page_path)} "
        f"{link_evidence(f'evidence-docket-{place}', claim)}".rstrip()
        for place, (claim, slug) in enumerate(
            zip(numbers, archived.case_slugs, strict=True), start=1
        )
    )
    return t("order_head.numbers", count=len(numbers), numbers=", ".join(links))


def _parties(description: Description) -> str:
    """Return the caption's parties with their roles, those of one role together."""
    claims = description.parties
    if not claims:
        return ""
    named = []
    for roles, group in groupby(claims[:MOST_PARTIES], key=lambda claim: claim.value.roles):
        names = [_name_party(claim.value) for claim in group]
        office = t("rows.and").join(term("party_roles", role.value) for role in roles)
        named.append(f"{', '.join(names)} ({office})" if office else ", ".join(names))
    if len(claims) > MOST_PARTIES:
        named.append(t("counts.and_more", count=len(claims) - MOST_PARTIES))
    mark = link_evidence("evidence-parties", claims[0])
    return f"{'; '.join(named)} {mark}".rstrip()


def _name_party(party: Party) -> str:
    name = escape_text(party.name)
    return t("order_head.et_al", party=name) if party.et_al else name


def _nature(description: Description) -> str:
    nature = description.nature
    if nature is None:
        return ""
    mark = link_evidence("evidence-nature", nature)
    return f"{escape_text(nature.value, starts_line=True)} {mark}".rstrip()


def _statutes(description: Description) -> str:
    return "; ".join(
        f"{escape_text(claim.value, starts_line=not place)} "
        f"{link_evidence(f'evidence-statute-{place + 1}', claim)}".rstrip()
        for place, claim in enumerate(description.statutes_at_issue)
    )


def _court(
    description: Description, index: int, archive_index: ArchiveIndex, page_path: str
) -> str:
    if description.court is None:
        return ""
    group = next(iter(archive_index.groups(Facet.COURT, index)), None)
    court = _name(description.court.value.name, group, Facet.COURT, page_path)
    division = description.division
    named = f"{court}, {escape_text(division.value)}" if division else court
    return f"{named} {link_evidence('evidence-court', description.court)}".rstrip()


def _name(label: str, group: Group | None, facet: Facet, page_path: str) -> str:
    """Return a label, linked to its group's page; papers that are no orders stand in no group."""
    return link_group(group, facet, page_path, label) if group else escape_text(label)


def _judges(
    archived: ArchivedOrder, index: int, archive_index: ArchiveIndex, page_path: str
) -> str:
    groups = {group.slug: group for group in archive_index.groups(Facet.JUDGE, index)}
    written = []
    claims = archived.order.description.judges
    for place, (claim, slug) in enumerate(zip(claims, archived.judge_slugs, strict=True), start=1):
        judge = claim.value
        group = groups.get(slug)
        label = judge.name or (group.label if group else judge.initials)
        if not label:
            continue
        office = word_judge(judge)
        name = _name(label, group, Facet.JUDGE, page_path)
        named = f"{name}, {escape_text(office)}" if office else name
        written.append(f"{named} {link_evidence(f'evidence-judge-{place}', claim)}".rstrip())
    return "; ".join(written)


def _rulings(description: Description) -> str:
    if not description.rulings:
        return ""
    rows = (_row_ruling(index, claim) for index, claim in enumerate(description.rulings))
    head = (t("columns.motion"), t("columns.outcome"), t("columns.docket_entry"))
    return f"## {t('order_head.rulings')} {{#rulings}}\n\n{write_table(head, rows)}"


def _row_ruling(index: int, claim: Claim[Ruling]) -> tuple[str, str, str]:
    ruling = claim.value
    mark = link_evidence(name_ruling(index), claim)
    outcome = ", ".join(
        filter(None, (word_outcome(ruling.outcome), word_qualifiers(ruling.qualifiers)))
    )
    return (
        f"{write_cell(ruling.motion[:1].upper() + ruling.motion[1:])} {mark}".rstrip(),
        write_cell(outcome),
        write_cell(", ".join(ruling.entries)),
    )
