"""All pages about authorities."""

from collections.abc import Iterator

from build_scripts.model.page import LatePage, Page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.authority_page import publish_authority
from build_scripts.pages.authority_pages.index_pages import publish_authority_indexes
from build_scripts.pages.authority_pages.names import name_plainly
from build_scripts.pages.authority_pages.tallies import tally_authority
from build_scripts.pages.moved_page import lead_on


def publish_authority_pages(archive_index: ArchiveIndex) -> Iterator[Page | LatePage]:
    """Yield the lists of authorities, then each authority's pages, and where it may have stood.

    Time and size are linear in the mentions: every page is bounded.
    """
    tallies = [tally_authority(archive_index, one) for one in archive_index.archive.authorities]
    yield from publish_authority_indexes(tallies)
    for tally in tallies:
        yield from publish_authority(archive_index, tally)
    for one in archive_index.archive.authorities:
        for alias in one.aliases:
            yield lead_on(f"authorities/{one.kind.value}/{alias}", one.path, name_plainly(one))
