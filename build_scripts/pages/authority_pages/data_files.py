"""The files that hold authorities and citations as data."""

from collections.abc import Iterator

from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.authorities_json import write_authorities_json
from build_scripts.pages.authority_pages.citations_csv import list_citation_pieces


def list_authority_files(archive_index: ArchiveIndex) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield the path and the pieces of /authorities.json and of /citations.csv, UTF-8."""
    yield "authorities.json", _list_authorities(archive_index)
    yield "citations.csv", list_citation_pieces(archive_index)


def _list_authorities(archive_index: ArchiveIndex) -> Iterator[bytes]:
    for line in write_authorities_json(archive_index.archive):
        yield line.encode(errors="replace")  # a broken escape in JSON makes half a character
