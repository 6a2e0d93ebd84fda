"""The files that hold authorities and citations as data."""

from collections.abc import Iterator
from hashlib import sha256

from build_scripts.model.archive import Archive
from build_scripts.model.page import DataFile
from build_scripts.publishing.authority_pages.authorities_json import write_authorities_json
from build_scripts.publishing.authority_pages.citations_csv import write_citations_csv


def list_authority_files(archive: Archive) -> Iterator[DataFile]:
    """Yield /authorities.json and /citations.csv, UTF-8; a version is its bytes' sha256."""
    yield _make_file("authorities.json", write_authorities_json(archive))
    yield _make_file("citations.csv", write_citations_csv(archive))


def _make_file(path: str, text: str) -> DataFile:
    data = text.encode(errors="replace")  # a broken escape in JSON makes half a character
    return DataFile(path, sha256(data).hexdigest(), lambda: data)
