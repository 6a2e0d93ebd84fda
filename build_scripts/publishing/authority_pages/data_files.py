"""The files that hold authorities and citations as data."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256

from build_scripts.model.archive import Archive
from build_scripts.model.page import DataFile
from build_scripts.publishing.authority_pages.authorities_json import write_authorities_json
from build_scripts.publishing.authority_pages.citations_csv import write_citations_csv

_Writer = Callable[[Archive], Iterator[str]]


def list_authority_files(archive: Archive) -> Iterator[DataFile]:
    """Yield /authorities.json and /citations.csv, UTF-8; a version is its bytes' sha256.

    Bytes are made twice where a file is written: once for its version, once to write it. Nothing
    as large as the archive is kept between.
    """
    yield _make_file("authorities.json", write_authorities_json, archive)
    yield _make_file("citations.csv", write_citations_csv, archive)


def _make_file(path: str, write: _Writer, archive: Archive) -> DataFile:
    digest = sha256()
    for line in write(archive):
        digest.update(_encode(line))
    return DataFile(path, digest.hexdigest(), partial(_load, write, archive))


def _load(write: _Writer, archive: Archive) -> bytes:
    return b"".join(map(_encode, write(archive)))


def _encode(line: str) -> bytes:
    return line.encode(errors="replace")  # a broken escape in JSON makes half a character
