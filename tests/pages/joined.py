"""The files that hold a whole archive, joined in memory."""

from itertools import chain

from build_scripts.model.archive import Archive
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.authority_pages import list_authority_files
from build_scripts.pages.data_files import list_whole_files


def join_files(archive: Archive, site_url: str = "") -> dict[str, bytes]:
    """Return each file's bytes by its path, every piece made."""
    archive_index = build_index(archive)
    files = chain(list_whole_files(archive_index, site_url), list_authority_files(archive_index))
    return {path: b"".join(pieces) for path, pieces in files}
