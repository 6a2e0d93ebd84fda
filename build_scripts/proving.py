"""What a site says of how it was made: its manifest, from the orders and programs at hand."""

import platform
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from build_scripts.external.tesseract import name_version
from build_scripts.model.archive import Archive
from build_scripts.model.site_manifest import SiteManifest
from build_scripts.model.source_text import SourceFormat
from build_scripts.storage.search_database import digest_folder
from build_scripts.storage.site_manifest import write_site_manifest

PACKAGES = (
    "citeurl",
    "courts-db",
    "eyecite",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "nameparser",
    "orders-archive",
    "pillow",
    "pypdfium2",
    "pyspellchecker",
    "pyyaml",
    "reporters-db",
    "selectolax",
    "titlecase",
)
"""The packages that have a part in what stands on a page."""

# An external program has a part only where an order came in the form that it reads.
_PROGRAMS: Mapping[SourceFormat, tuple[str, Callable[[], str]]] = {
    SourceFormat.SCAN: ("tesseract", name_version),
}


def prove_site(
    site: Path, archive: Archive, folder: Path, site_url: str, files: Iterable[Path]
) -> SiteManifest:
    """Write the manifest of a finished site, the last of its files.

    `folder` holds the raw orders; `files` are what else the site was made from: mkdocs.yml, the
    ledgers. One that does not exist is passed over. Raises ArchiveError where a file can't be read
    or written.
    """
    return write_site_manifest(site, list_inputs(folder, site_url, files), list_versions(archive))


def list_versions(archive: Archive) -> dict[str, str]:
    """Return the version of each program and library that the site's bytes depend on.

    Python counts by its minor version: others of it write the same bytes.
    """
    versions = {
        "python": ".".join(platform.python_version_tuple()[:2]),
        "sqlite": sqlite3.sqlite_version,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    for package in PACKAGES:
        try:
            versions[package] = version(package)
        except PackageNotFoundError:  # run from a folder that was never installed
            versions[package] = "unknown"
    forms = {archived.order.source.format for archived in archive.orders}
    for form, (program, ask) in _PROGRAMS.items():
        if form in forms:
            versions[program] = ask()
    return versions


def list_inputs(folder: Path, site_url: str, files: Iterable[Path]) -> dict[str, str]:
    """Return what the site was made from: the sha256 of the orders and of each of `files`, by
    name, and the site's address, which can come from the environment.

    That of the orders is of the list of all files below `folder`, sorted by path: path, a zero
    byte, the file's sha256, a line end.
    """
    inputs = {"orders": digest_folder(folder), "site_url": site_url}
    for file in files:
        if file.is_file():
            inputs[file.name] = sha256(file.read_bytes()).hexdigest()
    return inputs
