"""The entry of one authority: its names, where it can be read, who cites it in what words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import NamedTuple

from build_scripts.model.archive import ArchivedOrder, Authority, AuthorityKind, Link, LinkTarget
from build_scripts.model.citation import Citation
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.names import (
    AuthorityLine,
    line_authority,
    name_court,
    shorten_name,
)
from build_scripts.pages.citation_links import SiteLink, format_target, link_site, name_place
from build_scripts.pages.formatting import case_of, format_span
from build_scripts.pages.i18n import format_number, t
from build_scripts.pages.quotations import Words, quote_citing_sentences
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_order

MENTIONS = 5
"""How many mentions of an order are quoted; the others are counted."""
_LONGEST = 300
"""Characters of a printed parenthetical; one that quotes a page is cut at a word."""
_HERE = 20
"""Orders of this archive that an entry names; more help no reader."""

_read_own = attrgetter(*(field.name for field in fields(Authority) if field.name != "mentions"))
"""Returns what an authority has by itself: its mentions are places in one archive."""


class Citing(NamedTuple):
    """An order that cites an authority, and the places in its citations, ascending."""

    archived: ArchivedOrder
    places: tuple[int, ...]


class CitedAuthority(NamedTuple):
    """What an authority's entry is made of: its citing orders, newest first, and the orders here
    that it is or, according to `here_label`, may be.
    """

    authority: Authority
    citing: tuple[Citing, ...]
    here_label: str
    here: tuple[OrderLine, ...]
    more_here: int

    @property
    def identity(self) -> tuple[object, ...]:
        """Return what identifies it: equal ones give equal entries."""
        return (
            _read_own(self.authority),
            [(one.order.digest, one.address, places) for one, places in self.citing],
            *self[2:],
        )


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
    day: AnyDate | None
    mentions: int
    quoted: tuple[QuotedMention, ...]
    more: PageLink | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An authority. `forms` are a case's other names; `subdivisions` have a count each.

    `here` are the orders of this archive that it is or, according to `here_label`, may be.
    """

    anchor: str
    line: AuthorityLine
    has_page: bool
    court: str
    forms: tuple[str, ...]
    subdivisions: tuple[str, ...]
    read: SiteLink | None
    here_label: str
    here: tuple[OrderLine, ...]
    more_here: int
    years: str
    citing: tuple[CitingOrder, ...]


def gather_cited(index: ArchiveIndex, authority: Authority) -> CitedAuthority:
    """Return an authority with the orders that cite it, and those that it is."""
    places: dict[int, list[int]] = {}
    for order, citation in authority.mentions:
        places.setdefault(order, []).append(citation)
    newest = index.sort_newest_first(places) if len(places) > 1 else places
    citing = tuple(Citing(index.order(one), tuple(places[one])) for one in newest)
    label, here = _list_here(index, authority.link)
    lines = tuple(line_order(index, place) for place in here[:_HERE])
    return CitedAuthority(authority, citing, label, lines, max(len(here) - _HERE, 0))


def describe_authority(cited: CitedAuthority, shown: Sequence[Citing] | None = None) -> Entry:
    """Return an authority's entry with the orders `shown`, by default all if it has no page."""
    authority, citing = cited.authority, cited.citing
    if shown is None:
        shown = () if authority.has_page else citing
    is_case = authority.kind is AuthorityKind.CASE
    link = authority.link
    outward = link if link and link.url and link.target is not LinkTarget.ARCHIVE else None
    return Entry(
        anchor=authority.place.anchor,
        line=line_authority(authority),
        has_page=authority.has_page,
        court=name_court(authority.court) if authority.court and is_case else "",
        forms=authority.forms[1:] if is_case else (),
        subdivisions=() if is_case else _count_subdivisions(authority, citing),
        read=link_site(outward, outward.url) if outward else None,
        here_label=cited.here_label,
        here=cited.here,
        more_here=cited.more_here,
        years=format_span(one.archived.stated.day for one in citing),
        citing=tuple(_describe_citing(authority, *one) for one in shown),
    )


def _count_subdivisions(authority: Authority, citing: Sequence[Citing]) -> tuple[str, ...]:
    """Return the subdivisions that are cited, in the code's order, each with its mentions."""
    counts = dict.fromkeys(authority.forms[1:], 0)
    for archived, places in citing:
        for place in places:
            form = archived.order.citations[place].normal_form.strip()
            if form in counts:
                counts[form] += 1
    return tuple(f"{form} ({format_number(count)})" for form, count in counts.items() if count)


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


def _describe_citing(
    authority: Authority, archived: ArchivedOrder, positions: Sequence[int]
) -> CitingOrder:
    description, citations = archived.stated, archived.order.citations
    left = positions[MENTIONS:]
    quoted = quote_citing_sentences(archived, positions[:MENTIONS])
    return CitingOrder(
        order=link_order(archived),
        case=case_of(description),
        court=description.court_short,
        day=description.day,
        mentions=len(positions),
        quoted=tuple(
            QuotedMention(one.words, _format_quotation(citations, one.positions, authority))
            for one in quoted
        ),
        more=PageLink(
            t("authorities.more_mentions", count=len(left)),
            f"{archived.address}/#{name_place(left[0])}",
        )
        if left
        else None,
    )


def _format_quotation(
    citations: Sequence[Citation], positions: Sequence[int], authority: Authority
) -> str:
    """Return the print that goes with the citations of a quotation, equal ones once."""
    facts = []
    for place in positions:
        said = " · ".join(_format_facts(citations[place], authority))
        if said and len(positions) > 1:
            said = f"{shorten_name(citations[place].text, _LONGEST)}: {said}"
        facts.append(said)
    return "; ".join(fact for fact in dict.fromkeys(facts) if fact)


def _format_facts(citation: Citation, authority: Authority) -> Iterator[str]:
    form = citation.normal_form.strip()
    if form in authority.forms[1:] and authority.case_name is None:
        yield t("authorities.fact_cited_as", words=form)
    for key, words in (
        ("authorities.fact_pin", citation.pin_cite),
        ("authorities.fact_signal", citation.signal),
        ("authorities.fact_parenthetical", citation.parenthetical),
        ("authorities.fact_history", citation.history),
    ):
        if words:
            yield t(key, words=shorten_name(words, _LONGEST))
