"""All pages of an archive."""

from collections.abc import Iterator

from build_scripts.model.archive import Archive
from build_scripts.model.page import DEFAULT_CHOICES, Page, SiteChoices
from build_scripts.publishing.authority_pages import publish_authority_pages
from build_scripts.publishing.beside_page import publish_beside
from build_scripts.publishing.corrections_page import publish_corrections
from build_scripts.publishing.facet_pages import publish_facet_pages
from build_scripts.publishing.home import publish_home
from build_scripts.publishing.motion_pages import publish_motion_pages
from build_scripts.publishing.moved_page import publish_former
from build_scripts.publishing.order_page import publish_order
from build_scripts.publishing.party_pages import publish_party_pages
from build_scripts.publishing.quality_page import publish_quality
from build_scripts.publishing.shelves import arrange_shelves


def publish_pages(archive: Archive, choices: SiteChoices = DEFAULT_CHOICES) -> Iterator[Page]:
    """Yield every generated page: home, the pages of each facet, authorities, data quality,
    corrections, and two pages an order.

    Paths are unique and their order is fixed; the same archive gives the same bytes.
    """
    shelves = arrange_shelves(archive, pairs=choices.pairs)
    yield publish_home(shelves, choices)
    yield from publish_facet_pages(shelves, choices)
    yield from publish_motion_pages(shelves, choices)
    if choices.parties:
        yield from publish_party_pages(shelves)
    yield from publish_authority_pages(shelves)
    yield publish_quality(shelves)
    yield publish_corrections(shelves)
    for index in range(len(archive.orders)):
        yield publish_order(shelves, index, choices)
        yield publish_beside(archive.orders[index], choices)
    for former in archive.former_addresses:
        yield from publish_former(shelves, former)
