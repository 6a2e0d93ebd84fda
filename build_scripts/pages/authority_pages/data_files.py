"""The files that hold authorities and citations as data."""

from collections.abc import Iterator

from build_scripts.pages.authority_pages.authorities_json import write_authorities_json
from build_scripts.pages.authority_pages.citations_csv import list_citation_pieces
from build_scripts.pages.shelves import Shelves


def list_authority_files(shelves: Shelves) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield the path and the pieces of /authorities.json and of /citations.csv, UTF-8."""
    yield "authorities.json", _list_authorities(shelves)
    yield "citations.csv", list_citation_pieces(shelves)


def _list_authorities(shelves: Shelves) -> Iterator[bytes]:
    for line in write_authorities_json(shelves.archive):
        yield line.encode(errors="replace")  # a broken escape in JSON makes half a character
