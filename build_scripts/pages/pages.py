"""All pages of an archive."""

from collections.abc import Iterator

from build_scripts.model.archive import Archive
from build_scripts.model.page import DEFAULT_CHOICES, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.pages.authority_pages import publish_authority_pages
from build_scripts.pages.corrections_page import publish_corrections
from build_scripts.pages.group_pages import publish_group_pages
from build_scripts.pages.home import publish_home
from build_scripts.pages.motion_pages import publish_motion_pages
from build_scripts.pages.moved_page import publish_former
from build_scripts.pages.order_page import publish_order
from build_scripts.pages.party_pages import publish_party_pages
from build_scripts.pages.quality_page import publish_quality
from build_scripts.pages.source_view import publish_source


def publish_pages(
    archive: Archive, choices: SiteChoices = DEFAULT_CHOICES
) -> Iterator[TemplatePage]:
    """Yield every generated page: two pages an order, and all of `publish_lists`.

    Paths are unique and their order is fixed; the same archive gives the same bytes.
    """
    archive_index = build_index(archive)
    yield from publish_lists(archive_index, choices)
    for index, archived in enumerate(archive.orders):
        yield publish_order(archive_index, index, choices)
        if choices.source_view:
            yield publish_source(archived, choices)


def publish_lists(archive_index: ArchiveIndex, choices: SiteChoices) -> Iterator[TemplatePage]:
    """Yield every page that is no order's: home, the pages of each facet, authorities, data
    quality, corrections, and those at addresses where something stood.
    """
    yield publish_home(archive_index, choices)
    yield from publish_group_pages(archive_index, choices)
    yield from publish_motion_pages(archive_index, choices)
    if choices.parties:
        yield from publish_party_pages(archive_index)
    yield from publish_authority_pages(archive_index)
    yield publish_quality(archive_index)
    yield from publish_corrections(archive_index)
    for former in archive_index.archive.former_addresses:
        yield from publish_former(archive_index, former, has_source_views=bool(choices.source_view))
