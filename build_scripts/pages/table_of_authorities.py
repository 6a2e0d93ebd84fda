"""The table of authorities on an order's page: where each can be read, and where it is cited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from markdown.extensions.toc import slugify

from build_scripts.model.archive import ArchivedOrder, AuthorityKind, LinkTarget
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.order import Order
from build_scripts.model.order_map import OrderPlace
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authorities import AuthorityTable, Row, read_printed_court
from build_scripts.pages.citation_links import (
    SiteLink,
    address_link,
    link_site,
    name_place,
    name_row,
)
from build_scripts.pages.formatting import format_date, title_of
from build_scripts.pages.i18n import t
from build_scripts.pages.views import PageLink

PARAGRAPH = "¶ "


def link_places(names: Sequence[str], positions: Iterable[int]) -> tuple[PageLink, ...]:
    """Return the places of the citations at `positions`, each linked to its first there.

    `names` are those of `name_places`. "¶" is written before the first of a row only.
    """
    links = []
    before = ""
    for label, group in groupby(positions, lambda position: names[position]):
        both = label.startswith(PARAGRAPH) and before.startswith(PARAGRAPH)
        shown = label.removeprefix(PARAGRAPH) if both else label.replace(" ", "\u00a0")
        links.append(PageLink(shown, f"#{name_place(next(group))}"))
        before = label
    return tuple(links)


def name_places(clean: CleanOrder, citations: Sequence[Citation]) -> tuple[str, ...]:
    """Return the place of each citation: the page ("4"; "4–5" over its end), the footnote ("n.3"),
    the paragraph of an order without pages ("¶ 12"), else its own number ("no. 7").
    """
    has_pages = any(block.page_marks for block in clean.blocks)

    def name(citation: Citation) -> str:
        place, last = clean.map.place(citation.start), clean.map.place(citation.end - 1)
        if place.note:
            return t("order_text.note_place", label=place.note)
        if not has_pages:
            number = clean.map.numbers[place.block]
            return f"{PARAGRAPH}{number}" if number else ""
        first = _name_page(place)
        return f"{first}–{_name_page(last)}" if last.sheet > place.sheet else first

    return tuple(
        name(one) or t("order_text.citation_place", number=at)
        for at, one in enumerate(citations, start=1)
    )


def _name_page(place: OrderPlace) -> str:
    return place.page or t("order_text.sheet_place", number=place.sheet)


class CitedPlaces(NamedTuple):
    """For each citation of an order its place, and the court and year printed after it, or ""."""

    names: tuple[str, ...]
    courts: tuple[str, ...]


def read_cited_places(order: Order) -> CitedPlaces:
    """Return what the table of authorities needs of an order's text."""
    clean, text = order.clean, order.clean.reading_text
    courts = tuple(read_printed_court(text, one) for one in order.citations)
    return CitedPlaces(name_places(clean, order.citations), courts)


_SECTIONS = {
    AuthorityKind.CASE: "order_page.cases",
    AuthorityKind.STATUTE: "order_page.statutes",
    AuthorityKind.RULE: "order_page.rules",
    AuthorityKind.REGULATION: "order_page.regulations",
    AuthorityKind.CONSTITUTION: "order_page.constitution",
    AuthorityKind.OTHER: "order_page.other_authorities",
    None: "order_page.docket",
}
"""Headings as a brief's table of authorities has them: cases, then enacted law, then the rest."""
_SHOWN = attrgetter("kind", "forms", "case_name", "year", "link", "orders", "address")
"""What an order's page shows of an authority."""
_MOST_ALTERNATIVES = 20
"""Orders that an ambiguous citation may mean and that are named; more help no reader."""


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """An authority as the order cites it, where it can be read, and the places that cite it.

    `orders` is how many orders here cite it, 0 if not counted. `here` is the order in this archive
    that it is, `outward` a link elsewhere, `perhaps` orders here that it may be, `more` those left
    out.
    """

    anchor: str
    orders: int
    address: str
    case_name: str
    words: str
    here: PageLink | None
    outward: SiteLink | None
    perhaps: tuple[PageLink, ...]
    more: int
    places: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class AuthoritySection:
    """The authorities of one kind; `is_docket` for the case's own papers, which have no links."""

    anchor: str
    title: str
    rows: tuple[AuthorityRow, ...]
    is_docket: bool


def list_cited(archived: ArchivedOrder, index: ArchiveIndex) -> object:
    """Return all that the table of an order depends on, and its sequence, but the order alone."""
    authorities = index.archive.authorities
    places = sorted({place for place in archived.authorities if place is not None})
    rank = {place: at for at, place in enumerate(places)}
    links = (*archived.links, *(authorities[place].link for place in places))
    named = {one for link in links if link for one in (link.url, *link.alternatives)}
    return (
        [None if place is None else rank[place] for place in archived.authorities],
        [_SHOWN(authorities[place]) for place in places],
        [_link_order(one, index) for one in sorted(named & index.by_address.keys())],
    )


def view_authorities(
    table: AuthorityTable, places: CitedPlaces, index: ArchiveIndex
) -> tuple[AuthoritySection, ...]:
    """Return the table's sections, or none if the order cites nothing."""
    sections = []
    for kind, heading in _SECTIONS.items():
        rows = tuple(
            _view_row(row, places, index)
            for row in table.rows
            if (row.authority.kind if row.authority else None) is kind
        )
        if rows:
            title = t(heading)
            sections.append(AuthoritySection(slugify(title, "-"), title, rows, kind is None))
    return tuple(sections)


def _view_row(row: Row, places: CitedPlaces, index: ArchiveIndex) -> AuthorityRow:
    orders = row.authority.orders if row.authority else 0
    court = next(filter(None, (places.courts[position] for position in row.full)), "")
    case_name, words = _format_authority(row, court)
    link = row.link
    is_here = link is not None and link.target is LinkTarget.ARCHIVE
    is_elsewhere = link is not None and not is_here and link.target is not LinkTarget.CHOICE
    several = link.alternatives if link else ()
    return AuthorityRow(
        anchor=name_row(row.number),
        orders=orders,
        address=row.authority.address if row.authority and orders else "",
        case_name=case_name,
        words=words,
        here=_link_order(link.url, index) if link and is_here else None,
        outward=link_site(link, address_link(link)) if link and is_elsewhere else None,
        perhaps=tuple(_link_order(one, index) for one in several[:_MOST_ALTERNATIVES]),
        more=max(len(several) - _MOST_ALTERNATIVES, 0),
        places=link_places(places.names, row.positions),
    )


def _format_authority(row: Row, court: str) -> tuple[str, str]:
    """Return a case's name, else "", and how it is cited, with the printed court and year."""
    authority = row.authority
    if authority is None:
        return "", row.paper
    if authority.kind is not AuthorityKind.CASE:
        return "", _join_subdivisions(authority.forms[0], row.forms)
    year = f" ({authority.year})" if authority.year and authority.case_name else ""
    named = f"{authority.case_name}, "  # a docket's form begins with the case's name too
    forms = ", ".join(form.removeprefix(named) for form in row.forms)
    rest = f"{forms} {court}" if court else f"{forms}{year}"
    return (authority.case_name or "").strip(), rest


def _join_subdivisions(section: str, forms: Sequence[str]) -> str:
    """Return a provision once: "28 U.S.C. § 1332(a)(1), (d)"; the section alone is listed too."""
    base, court = section, ""
    if not all(form.startswith(base) for form in forms):  # "Civ. L.R. 7-1 (N.D. Cal.)"
        base, _, rest = section.rpartition(" (")
        court = f" ({rest}" if base else ""
    if not base or not all(form.startswith(base) for form in forms):
        return ", ".join(forms)
    cited = [form[len(base) :].removeprefix(",").strip() for form in forms]
    whole = f"{base}{court}"
    inner = [one for one in cited if one]
    if not inner:
        return whole
    comma = "" if len(inner) == len(cited) and inner[0].startswith("(") else ", "
    return f"{base}{comma}{', '.join(inner)}{court}"


def _link_order(address: str, index: ArchiveIndex) -> PageLink:
    """Return a link to an order, named by title and day: two orders of a case share a title."""
    description = index.describe(index.by_address[address])
    title, day = title_of(description), description.day
    label = f"{title}, {format_date(day)}" if day else title
    return PageLink(label, f"{address}/")
