"""Which orders here cite an order, each with the sentences in which it does."""

from collections.abc import Iterator

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder, Mention
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.citation_links import name_place
from build_scripts.pages.citing_sentence import quote_citing_sentences
from build_scripts.pages.order_lists import list_order
from build_scripts.pages.page_links import link_to_page, relative_address

_QUOTED = 3
"""Sentences of one citing order; the others are counted."""
_QUOTED_ORDERS = 40
"""Citing orders that are quoted, newest first: an order that all cite has a page to be read."""
_LISTED = 100
"""Citing orders that are named; the page of the order as an authority has all of them."""


def render_cited_by(archived: ArchivedOrder, archive_index: ArchiveIndex, page_path: str) -> str:
    """Return the section's Markdown, newest citing order first; empty where none cites it."""
    if not archived.cited_by:
        return ""
    mentions = {archive_index.by_address[one.address]: one.mentions for one in archived.cited_by}
    lines = []
    for rank, index in enumerate(list_citing(archived, archive_index)):
        lines.append(f"- {list_order(archive_index.order(index), page_path)}")
        if rank < _QUOTED_ORDERS:
            lines += _quote(archive_index.order(index), mentions[index], page_path)
    left = len(mentions) - _LISTED
    if left > 0:
        more = t("counts.and_more", count=left)
        page = find_own_authority(archived, archive_index)
        lines.append(f"- {link_to_page(page_path, page, more) if page else more}")
    return "\n".join(
        [f"## {t('order_page.cited_by')} {{#cited-by data-search-exclude}}", "", *lines]
    )


def list_citing(archived: ArchivedOrder, archive_index: ArchiveIndex) -> list[int]:
    """Return the citing orders that the section names, newest first."""
    citing = (archive_index.by_address[one.address] for one in archived.cited_by)
    return archive_index.sort_newest_first(citing)[:_LISTED]


def find_own_authority(archived: ArchivedOrder, archive_index: ArchiveIndex) -> str:
    """Return the page of the order as an authority; "" where it is cited as a paper alone."""
    for one in archived.cited_by:
        citing = archive_index.order(archive_index.by_address[one.address])
        for mention in one.mentions:
            place = citing.authorities[mention.citation] if citing.authorities else None
            if place is not None:
                return archive_index.archive.authorities[place].path
    return ""


def _quote(citing: ArchivedOrder, mentions: tuple[Mention, ...], page_path: str) -> Iterator[str]:
    excerpts = quote_citing_sentences(citing, (one.citation for one in mentions), page_path)
    for excerpt in excerpts[:_QUOTED]:
        yield f"    - {excerpt.markdown}"
    left = [position for excerpt in excerpts[_QUOTED:] for position in excerpt.positions]
    if left:
        address = relative_address(page_path, citing.address)
        yield f"    - [{t('counts.and_more', count=len(left))}]({address}#{name_place(left[0])})"
