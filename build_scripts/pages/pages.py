"""All pages of an archive."""

from collections.abc import Callable, Iterator
from functools import partial

from build_scripts.model.page import SiteChoices, TemplatePage
from build_scripts.pages.accessibility_page import view_accessibility
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.pages import publish_authority_pages
from build_scripts.pages.correction_words import publish_corrections
from build_scripts.pages.coverage_page import view_coverage
from build_scripts.pages.group_pages import publish_group_pages
from build_scripts.pages.home import publish_home
from build_scripts.pages.i18n import t
from build_scripts.pages.motion_pages import publish_motion_pages
from build_scripts.pages.moved_page import publish_former
from build_scripts.pages.order_history import publish_later_history
from build_scripts.pages.pagination import describe_list
from build_scripts.pages.party_pages import publish_party_pages
from build_scripts.pages.quality_page import view_quality

_REPORTS: tuple[tuple[str, str, Callable[[ArchiveIndex], object]], ...] = (
    ("quality", "quality.title", view_quality),
    ("coverage", "coverage_page.title", view_coverage),
    ("accessibility", "accessibility.title", view_accessibility),
)
"""Pages on the whole archive: their addresses and templates, their titles, their views."""


def publish_lists(archive_index: ArchiveIndex, choices: SiteChoices) -> Iterator[TemplatePage]:
    """Yield every page that is no order's."""
    yield publish_home(archive_index, choices)
    yield from publish_group_pages(archive_index, choices)
    yield from publish_motion_pages(archive_index, choices)
    if choices.parties:
        yield from publish_party_pages(archive_index)
    yield from publish_authority_pages(archive_index)
    for name, title, view in _REPORTS:
        make, meta = partial(view, archive_index), describe_list(is_found=False)
        yield TemplatePage(f"{name}.md", t(title), f"{name}.html", make, meta)
    yield from publish_later_history(archive_index)
    yield from publish_corrections(archive_index)
    for former in archive_index.archive.former_addresses:
        yield from publish_former(archive_index, former, has_source_views=bool(choices.source_view))
