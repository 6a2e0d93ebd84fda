"""What is shown of one authority: its names, where it can be read, who cites it in what words."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from build_scripts.i18n import t
from build_scripts.model.archive import Authority, AuthorityKind, Link, LinkTarget
from build_scripts.model.citation import Citation
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.names import name_court, name_report, shorten_name
from build_scripts.pages.authority_pages.tallies import Tally, count_subdivisions, tally_authority
from build_scripts.pages.citation_links import format_target, name_place
from build_scripts.pages.formatting import case_of, day_of
from build_scripts.pages.quotations import Words, quote_citing_sentences
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_order, shorten

MENTIONS = 5
"""How many mentions of an order are quoted; the others are counted."""
_LONGEST = 300
"""Characters of a printed parenthetical; one that quotes a page is cut at a word."""
_FORMS, _SUBDIVISIONS, _HERE = 30, 60, 20
"""Spellings, subdivisions, and orders of this archive that an entry names; more help no reader."""


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A link to another site; `target` says of what kind, as its style does."""

    label: str
    url: str
    target: str


@dataclass(frozen=True, slots=True)
class QuotedMention:
    """A sentence that cites the authority, and what is printed with the citation: pin, signal."""

    words: tuple[Words, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class CitingOrder:
    """An order that cites the authority; `more` mentions are counted, the first has an address."""

    order: PageLink
    case: str
    court: str
    day: datetime.date | None
    mentions: int
    quoted: tuple[QuotedMention, ...]
    more: PageLink


@dataclass(frozen=True, slots=True)
class Entry:
    """An authority. `page` is the address of its own page, "" where it has none.

    `here` are orders of this archive that it is, or, as `here_label` says, may be.
    """

    anchor: str
    case_name: str
    report: str
    court: str
    forms: tuple[str, ...]
    more_forms: int
    subdivisions: tuple[tuple[str, int], ...]
    more_subdivisions: int
    read: SiteLink | None
    here_label: str
    here: tuple[OrderLine, ...]
    more_here: int
    orders: int
    mentions: int
    years: str
    page: str
    citing: tuple[CitingOrder, ...]


def describe_authority(
    index: ArchiveIndex, authority: Authority, shown: Sequence[int] | None = None
) -> Entry:
    """Return what is shown of an authority, with the orders `shown` of those that cite it.

    Without `shown` all are, where it has no page of its own; else none.
    """
    tally = tally_authority(index, authority)
    citing = shown if shown is not None else () if authority.has_page else tuple(tally.citing)
    is_case = authority.kind is AuthorityKind.CASE
    forms = authority.forms[1:] if is_case else ()
    subdivisions = () if is_case else count_subdivisions(index, tally)
    here_label, here = _list_here(index, authority.link)
    return Entry(
        anchor=authority.place.anchor,
        case_name=shorten_name(authority.case_name or ""),
        report=name_report(authority),
        court=name_court(authority.court) if authority.court and is_case else "",
        forms=forms[:_FORMS],
        more_forms=max(len(forms) - _FORMS, 0),
        subdivisions=tuple(subdivisions[:_SUBDIVISIONS]),
        more_subdivisions=max(len(subdivisions) - _SUBDIVISIONS, 0),
        read=_link_outward(authority.link),
        here_label=here_label,
        here=tuple(line_order(index, place) for place in here[:_HERE]),
        more_here=max(len(here) - _HERE, 0),
        orders=tally.orders,
        mentions=tally.mentions,
        years=_span_years(tally),
        page=authority.address if authority.has_page else "",
        citing=tuple(_describe_citing(index, tally, place) for place in citing),
    )


def _link_outward(link: Link | None) -> SiteLink | None:
    """Return the link to the authority itself, labelled by where it leads."""
    if link is None or not link.url or link.target is LinkTarget.ARCHIVE:
        return None
    label = format_target(link.target)
    if link.target is LinkTarget.OUTWARD:
        host = urlsplit(link.url).hostname or ""
        label = t("links.on_host", host=host.removeprefix("www.")) if host else label
    return SiteLink(label, link.url, link.target.value)


def _list_here(index: ArchiveIndex, link: Link | None) -> tuple[str, list[int]]:
    """Return a label, and each order here that the authority is, or may be."""
    if link is None:
        return "", []
    if link.target is LinkTarget.ARCHIVE:
        addresses: tuple[str, ...] = (link.url,)
        label = format_target(LinkTarget.ARCHIVE)
    else:
        addresses, label = link.alternatives, t("links.perhaps")
    found = [index.by_address[one] for one in addresses if one in index.by_address]
    return label if found else "", found


def _span_years(tally: Tally) -> str:
    dated = [one.year for one in tally.years if one.year is not None]
    if not dated:
        return ""
    first, last = min(dated), max(dated)
    return f"{last}" if first == last else f"{first}–{last}"


def _describe_citing(index: ArchiveIndex, tally: Tally, place: int) -> CitingOrder:
    archived = index.order(place)
    description = archived.order.description
    positions = tally.citing[place]
    citations = archived.order.citations
    left = positions[MENTIONS:]
    more = t("authorities.more_mentions", count=len(left)) if left else ""
    return CitingOrder(
        order=link_order(archived),
        case=case_of(description),
        court=description.court.value.citation_string if description.court else "",
        day=day_of(description),
        mentions=len(positions),
        quoted=tuple(
            QuotedMention(one.words, _format_quotation(citations, one.positions, tally))
            for one in quote_citing_sentences(archived, positions[:MENTIONS])
        ),
        more=PageLink(more, f"{archived.address}/#{name_place(left[0])}" if left else ""),
    )


def _format_quotation(citations: Sequence[Citation], positions: Sequence[int], tally: Tally) -> str:
    """Return what is printed with the citations of a quotation, equal ones once."""
    facts = []
    for place in positions:
        said = " · ".join(_format_facts(citations[place], tally))
        if said and len(positions) > 1:
            said = f"{_cut(citations[place].text)}: {said}"
        facts.append(said)
    return "; ".join(fact for fact in dict.fromkeys(facts) if fact)


def _format_facts(citation: Citation, tally: Tally) -> Iterator[str]:
    form = citation.normal_form.strip()
    if form in tally.authority.forms[1:] and tally.authority.case_name is None:
        yield t("authorities.fact_cited_as", words=form)
    if citation.pin_cite:
        yield t("authorities.fact_pin", words=_cut(citation.pin_cite))
    if citation.signal:
        yield t("authorities.fact_signal", words=_cut(citation.signal))
    if citation.parenthetical:
        yield t("authorities.fact_parenthetical", words=_cut(citation.parenthetical))
    if citation.history:
        yield t("authorities.fact_history", words=_cut(citation.history))


def _cut(text: str) -> str:
    return shorten(" ".join(text.split()), _LONGEST)
