"""The orders here that cite an order, each with the sentences in which it does."""

from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder, Mention
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.citation_links import name_place
from build_scripts.pages.i18n import t
from build_scripts.pages.quotations import Quotation, quote_citing_sentences
from build_scripts.pages.views import OrderLine, PageLink, line_order

_QUOTED = 3
"""Sentences of one citing order; the others are counted."""
_QUOTED_ORDERS = 40
"""Citing orders that are quoted, newest first: an order that all cite has a page to be read."""
_LISTED = 100
"""Citing orders that are named; the page of the order as an authority has all of them."""


@dataclass(frozen=True, slots=True)
class CitingOrder:
    """An order that cites this one, its first sentences that do, and a link to the others."""

    line: OrderLine
    quotes: tuple[Quotation, ...] = ()
    more: PageLink | None = None


@dataclass(frozen=True, slots=True)
class CitedBySection:
    """The citing orders that are named, newest first, and how many there are in `all`. `more` leads
    to the page of the order as an authority.
    """

    all: int
    orders: tuple[CitingOrder, ...]
    more: PageLink | None


def view_cited_by(archived: ArchivedOrder, index: ArchiveIndex) -> CitedBySection | None:
    """Return the section, or None if no order here cites it."""
    if not archived.cited_by:
        return None
    mentions = {index.by_address[one.address]: one.mentions for one in archived.cited_by}
    orders = []
    for rank, place in enumerate(index.sort_newest_first(mentions)[:_LISTED]):
        line = line_order(index, place)
        if rank < _QUOTED_ORDERS:
            orders.append(CitingOrder(line, *_quote(index, place, mentions[place])))
        else:
            orders.append(CitingOrder(line))
    more = None
    if (left := len(mentions) - _LISTED) > 0:
        page = find_own_authority(archived, index)
        more = PageLink(t("counts.and_more", count=left), page)
    return CitedBySection(len(mentions), tuple(orders), more)


def find_own_authority(archived: ArchivedOrder, archive_index: ArchiveIndex) -> str:
    """Return the order's address as an authority, or "" if it is cited as a paper alone."""
    for one in archived.cited_by:
        citing = archive_index.order(archive_index.by_address[one.address])
        for mention in one.mentions:
            place = citing.authorities[mention.citation] if citing.authorities else None
            if place is not None:
                return archive_index.archive.authorities[place].address
    return ""


def _quote(
    index: ArchiveIndex, place: int, mentions: tuple[Mention, ...]
) -> tuple[tuple[Quotation, ...], PageLink | None]:
    citing = index.order(place)
    positions = (one.citation for one in mentions)
    quotes = quote_citing_sentences(citing, positions)
    left = [position for one in quotes[_QUOTED:] for position in one.positions]
    if not left:
        return quotes, None
    label = t("counts.and_more", count=len(left))
    more = PageLink(label, f"{citing.address}/#{name_place(left[0])}")
    return quotes[:_QUOTED], more
