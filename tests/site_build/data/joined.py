"""The archive's data files, as they are written."""

import gzip
import tempfile
from pathlib import Path

from build_scripts.model.archive import Archive
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import build_index
from build_scripts.site.data_writer import write_data


def join_files(archive: Archive, site_url: str = "", *, compact: bool = False) -> dict[str, bytes]:
    """Return each file's bytes by its path, unpacked, but the database's."""
    with tempfile.TemporaryDirectory() as folder:
        choices = SiteChoices(site_url=site_url, database=False, compact=compact)
        write_data(build_index(archive), choices, Path(folder))
        return {
            path.relative_to(folder).as_posix().removesuffix(".gz"): _read(path)
            for path in Path(folder).rglob("*")
            if path.is_file()
        }


def _read(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data
