"""The page of one order."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import CleanOrder, PageNumbers
from build_scripts.model.history import EventKind, HistoryEvent
from build_scripts.model.order import SourceFile
from build_scripts.model.page import (
    DEFAULT_CHOICES,
    Deferred,
    Keep,
    Section,
    SiteChoices,
    TemplatePage,
    make_anew,
)
from build_scripts.model.withholding import Withholding
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authorities import arrange_authorities, wrap_citations
from build_scripts.pages.body import Body, render_body
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.reference import CiteSection, address_order, name_key, view_citing
from build_scripts.pages.cited_by import CitedBySection, view_cited_by
from build_scripts.pages.evidence import list_evidence
from build_scripts.pages.facts import Facts, read_facts
from build_scripts.pages.formatting import format_date, name_tab
from build_scripts.pages.head_data import HeadData, describe_head
from build_scripts.pages.i18n import t, term
from build_scripts.pages.neighbours import (
    CaseList,
    find_case_page,
    list_above,
    list_cases,
    list_similar,
)
from build_scripts.pages.order_banners import HeadText, read_head_text
from build_scripts.pages.order_head import OrderHead, view_head
from build_scripts.pages.order_history import HistoryLine, list_history
from build_scripts.pages.order_markdown import MARKDOWN_FILE, write_order_markdown
from build_scripts.pages.originals import Original, name_absence, name_data_file, offer_original
from build_scripts.pages.source_view import address_source
from build_scripts.pages.table_of_authorities import (
    AuthoritySection,
    CitedPlaces,
    list_cited,
    read_cited_places,
    view_authorities,
)
from build_scripts.pages.views import OrderLine, list_breadcrumbs

_CHANGES = {EventKind.CORRECTED, EventKind.CHANGED, EventKind.REPLACED}


@dataclass(frozen=True, slots=True)
class OrderFiles:
    """The files that readers can download of the order, by addresses below the site's root.

    `absence` is the reason why `original` is not offered. `saved` is the file name of a reader's
    copy. `came_from` names who gave the file, and when, if an importer fetched it.
    """

    original: Original | None
    absence: str
    markdown: str
    data: str
    saved: str
    source_view: str
    came_from: str


class OrderText(NamedTuple):
    """All that the page needs of the order's text, besides its body."""

    head: HeadText
    has_lines: bool
    places: CitedPlaces
    original: Original | None
    absence: str
    left_out: dict[str, int]
    pages: str


@dataclass(frozen=True, slots=True)
class OrderPage:
    """The page: head, whole text, citation, what it cites, what here cites it, the other orders of
    its case and those near it, and where the text comes from.
    """

    facts: Facts
    head_data: HeadData
    head: OrderHead
    became: tuple[HistoryLine, ...]  # of it, and what it did to earlier orders
    has_lines: bool  # of pleading paper, whose numbers can be shown
    rendered: Deferred[Body]
    citing: CiteSection
    cited: Deferred[tuple[AuthoritySection, ...]]
    cited_by: CitedBySection | None
    cases: tuple[CaseList, ...]
    similar: tuple[tuple[OrderLine, str], ...]  # each with what both have, in words
    files: OrderFiles
    history: tuple[HistoryEvent, ...]  # the newest first; shown if there are several
    source: SourceFile
    digest: str  # of the source, SHA-256; "" if it is not public
    left_out: Mapping[str, int]  # pieces, by reason
    pages: str  # the numbers to cite, "" if they are the printed ones
    withheld: tuple[Withholding, ...]

    @property
    def body(self) -> Body:
        """Return the order's whole text."""
        return self.rendered.value

    @property
    def authorities(self) -> tuple[AuthoritySection, ...]:
        """Return what the order cites."""
        return self.cited.value

    @property
    def changes(self) -> int:
        """Return how often the order was changed since it was published."""
        return sum(event.kind in _CHANGES for event in self.history)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the page's headings."""
        authorities = tuple(Section(one.anchor, one.title) for one in self.authorities)
        last = (
            ("cite-this-order", "cite.title", True, ()),
            ("authorities-cited", "order_page.authorities", self.authorities, authorities),
            ("cited-by", "order_page.cited_by", self.cited_by, ()),
            ("in-this-case", "order_page.in_this_case", self.cases, ()),
            ("more-like-this", "order_page.similar", self.similar, ()),
            ("files", "order_page.files", True, ()),
            ("history", "history.title", self.history[1:], ()),
            ("source", "order_page.source", True, ()),
        )
        return (
            *([Section("rulings", t("order_head.rulings"))] if self.head.rulings else []),
            *self.body.sections,
            *(Section(anchor, t(key), inner) for anchor, key, is_there, inner in last if is_there),
        )


def publish_order(
    index: ArchiveIndex, place: int, choices: SiteChoices = DEFAULT_CHOICES, keep: Keep = make_anew
) -> TemplatePage:
    """Return the page of the archive's order at `place`, with its Markdown file."""
    archived = index.order(place)
    facts = read_facts(archived, find_case_page(index, place))
    return TemplatePage(
        f"{archived.address}.md",
        name_tab(archived.stated),
        "order.html",
        partial(view_order, index, place, choices, keep, facts),
        {**facts, "above": list_breadcrumbs(list_above(index, place))},
        partial(_write_markdown, archived, facts, keep),
    )


def _write_markdown(archived: ArchivedOrder, facts: Facts, keep: Keep) -> str:
    name, made_of = f"{archived.address}/{MARKDOWN_FILE}", (archived.identity, facts)
    return keep(name, lambda: made_of, str, lambda: write_order_markdown(archived.alone, facts))


def view_order(
    index: ArchiveIndex,
    place: int,
    choices: SiteChoices = DEFAULT_CHOICES,
    keep: Keep = make_anew,
    facts: Facts | None = None,
) -> OrderPage:
    """Return the content of the order's page; its `facts` are read if they are not given."""
    archived = index.order(place)
    order = archived.order
    facts = facts or read_facts(archived, find_case_page(index, place))
    citation = read_citation(archived)
    address = address_order(archived, choices.site_url)
    name, identity = archived.address, archived.identity
    text = keep(f"{name}/text", lambda: identity, OrderText, lambda: _read_text(archived.alone))
    find_table = cache(lambda: arrange_authorities(archived, index.archive.authorities))
    cites = identity, list_cited(archived, index)

    def render() -> Body:
        leads = tuple(map(find_table().lead, range(len(order.citations))))
        make = partial(_render, archived, leads)
        return keep(f"{name}/body", lambda: (identity, leads), Body, make)

    return OrderPage(
        facts=facts,
        head_data=describe_head(
            facts, address, choices.site_url, choices.site_name, citation.reports.report
        ),
        head=view_head(archived, place, index, text.head),
        became=tuple(list_history(archived, index)),
        has_lines=text.has_lines,
        rendered=Deferred(make_anew, f"{name}/body", cites, Body, render),
        citing=view_citing(citation, address),
        cited=Deferred(
            make_anew,
            name,
            cites,
            tuple[AuthoritySection, ...],
            lambda: view_authorities(find_table(), text.places, index),
        ),
        cited_by=view_cited_by(archived, index),
        cases=tuple(list_cases(index, place)),
        similar=tuple(list_similar(archived, index)),
        files=_list_files(archived, text, choices),
        history=index.archive.history.by_address.get(archived.address, ())[::-1],
        source=order.source,
        digest=order.public_sha256,
        left_out=text.left_out,
        pages=text.pages,
        withheld=order.redaction.withholdings,
    )


def _render(archived: ArchivedOrder, leads: Sequence[tuple[int | None, str | None]]) -> Body:
    """Return the body of an order; `leads` as `wrap_citations`."""
    own, order = archived.alone, archived.order
    return render_body(
        order.clean,
        order.citations,
        wrap_citations(own, leads, "../" * (own.address.count("/") + 1)),
        {p.number: p.ocr_confidence for p in order.pages if p.ocr_confidence is not None},
        list_evidence(order.description, own.said),
    )


def _read_text(own: ArchivedOrder) -> OrderText:
    order, clean = own.order, own.order.clean
    original = offer_original(own)
    return OrderText(
        read_head_text(order),
        any(place.printed_line for _, block in clean.map.located for place in block.places),
        read_cited_places(order),
        original,
        "" if original else t(name_absence(order)),
        dict(Counter(sorted(removal.reason.value for removal in clean.removals))),
        _format_pages(clean),
    )


def _list_files(archived: ArchivedOrder, text: OrderText, choices: SiteChoices) -> OrderFiles:
    return OrderFiles(
        original=text.original,
        absence=text.absence,
        markdown="" if choices.compact else f"{archived.address}/{MARKDOWN_FILE}",
        data=name_data_file(archived, choices),
        saved=name_key(archived.address).replace(":", "-"),
        source_view=f"{address_source(archived)}/" if choices.source_view else "",
        came_from=_describe_source(archived.order.source),
    )


def _describe_source(source: SourceFile) -> str:
    try:
        day = format_date(datetime.date.fromisoformat(source.fetched))
    except ValueError:
        return ""
    return t("order_page.came_from", service=source.service, day=day) if source.service else ""


def _format_pages(clean: CleanOrder) -> str:
    counted = clean.page_count > 1 and clean.page_numbers is not PageNumbers.PRINTED
    is_told = counted or clean.page_labels
    return term("page_numbers", clean.page_numbers.value) if is_told else ""
