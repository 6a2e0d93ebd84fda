"""The files that hold a whole archive, as they are written."""

import tempfile
from pathlib import Path

from build_scripts.model.archive import Archive
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import build_index
from build_scripts.site.data_writer import write_data


def join_files(archive: Archive, site_url: str = "") -> dict[str, bytes]:
    """Return each file's bytes by its path, but the database's."""
    with tempfile.TemporaryDirectory() as folder:
        choices = SiteChoices(site_url=site_url, database=False)
        write_data(build_index(archive), choices, Path(folder))
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}
