"""The end of a build: the scan for leaks, the ledgers, the manifest, and the site in its place."""

import logging
import platform
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from build_scripts.archive.storage.address_ledger import write_address_ledger
from build_scripts.archive.storage.history_log import write_history
from build_scripts.archive.storage.publication_log import write_log
from build_scripts.convert.cache import SITE_SEARCH, ConversionCache
from build_scripts.convert.durations import log_duration
from build_scripts.convert.fingerprint import list_versions as list_libraries
from build_scripts.convert.fingerprint import name_release
from build_scripts.convert.kept import NOTHING_KEPT, KeptResults
from build_scripts.model.archive import Archive
from build_scripts.model.source_text import SourceFormat
from build_scripts.model.withheld_words import OpenWords
from build_scripts.model.withholding import WithheldOrder
from build_scripts.problems import LeakedWordsError
from build_scripts.reading.external.tesseract import name_version
from build_scripts.site.data.archive_database import DATABASE
from build_scripts.site.database_file import DatabaseFile, digest_folder
from build_scripts.site.leak_scan import name_causes, require_no_leaks, scan_for_leaks
from build_scripts.site.manifest import hash_site, write_manifest
from build_scripts.site.outcome import Outcome
from build_scripts.site.resource_sync import write_resource_lists
from build_scripts.site.settings import ArchiveSettings
from build_scripts.site.staging import publish_staging
from build_scripts.site.texts import WrittenDatabase, digest_readings
from build_scripts.site.withheld_words import name_search

_LOG = logging.getLogger("mkdocs.plugins.orders")
NO_DAY = "1970-01-01"


def finish_site(
    staging: Path,
    site: Path,
    settings: ArchiveSettings,
    built: Outcome,
    given: Collection[str] = (),
    cache: ConversionCache | None = None,
    kept: KeptResults = NOTHING_KEPT,
    database: DatabaseFile | None = None,
) -> Mapping[str, tuple[OpenWords, ...]]:
    """Search the staged files for withheld words, record addresses and history, list the files, and
    put the folder `staging` in the place of `site`.

    `given` are the files of the site that were not made from orders. Files in which the same search
    matched nothing before, by `cache`, are not searched again, nor are those read for SHA256SUMS
    that were written or taken with `kept`; `database` is the archive's, if this build wrote it.
    Returns the orders without which the site is to be built
    again, by their paths; nothing was then put in its place. Raises LeakedWordsError if no order
    can be named, or if the file of a withheld order is there, other ArchiveErrors, and OSError if
    the system refuses; the old site then stays.
    """
    archive = built.archive
    with log_duration("looking for leaks"):
        digests = hash_site(staging, kept.taken)
        _require_no_copies(digests, archive.withheld)
        readings = digest_readings(digests)
        words = archive.withheld_words
        search = name_search(words.wanted, words.owners)
        passed = cache.load_search(search, SITE_SEARCH) if cache and words.wanted else ()
        known = {one for one, digest in readings.items() if digest in passed or not words.wanted}
        _, noted = kept.taken.get(str(staging / DATABASE), (None, ""))
        is_written = database and noted and digests.get(DATABASE) == noted
        written = WrittenDatabase(database.place, kept.rows) if database and is_written else None
        report = scan_for_leaks(archive, [staging], known, passed, written)
        if cache and words.wanted:
            clean = (digest for one, digest in readings.items() if one not in report.matched)
            cache.save_search(search, {*clean, *report.passed}, SITE_SEARCH)
        if causes := name_causes(report.leaks, archive, given):
            return causes
        require_no_leaks(report)
    with log_duration("putting the site in place"):
        if built.recorded:
            write_address_ledger(settings.address_ledger, archive.address_ledger.values())
            name = settings.address_ledger.name
            _LOG.info("%d lines of %s are new: commit it", built.recorded, name)
        if archive.history.log != built.logged:
            write_history(settings.history, archive.history.log)
        if built.publication.is_new:
            own = built.publication.log
            write_log(settings.publication_log, own.lines, own.key)
        sources, key = settings.list_sources(), built.publication.log.key
        made_from = list_inputs(settings.orders, settings.site_url, sources, archive.digests, key)
        log = archive.history.log
        day = max(event.date for event in log).isoformat() if log else NO_DAY
        digests |= write_resource_lists(staging, settings.choose(), digests, day)
        write_manifest(staging, made_from, list_versions(archive), digests)
        publish_staging(staging, site)
    return {}


def _require_no_copies(digests: Mapping[str, str], withheld: Iterable[WithheldOrder]) -> None:
    """Raise LeakedWordsError if a file of the site is the file of an order that is withheld."""
    forbidden = {digest: one.path for one in withheld for digest in one.digests}
    copies = [
        f"  {one}, of {forbidden[each]}" for one, each in digests.items() if each in forbidden
    ]
    if copies:
        named = "\n".join(copies)
        raise LeakedWordsError(
            f"The site holds files of withheld orders. Do not publish it.\n{named}\n"
            "Take these files, or the link to them, out of docs/."
        )


def list_versions(archive: Archive) -> dict[str, str]:
    """Return the version of each program and library that the site's bytes depend on.

    Python counts by its minor version: others of it write the same bytes.
    """
    versions = dict(line.rsplit(" ", 1) for line in list_libraries())
    versions |= {
        "orders-archive": name_release(),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "sqlite": sqlite3.sqlite_version,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    if any(one.order.source.format is SourceFormat.SCAN for one in archive.orders):
        versions["tesseract"] = name_version()
    return versions


def list_inputs(
    folder: Path,
    site_url: str,
    files: Iterable[Path],
    known: Mapping[str, str] = MappingProxyType({}),
    key: str = "",
) -> dict[str, str]:
    """Return what the site was made from: the sha256 of the orders and of each of `files`, by
    name, and the site's address, which can come from the environment.

    That of the orders is of the list of all files below `folder`, sorted by path: path, a zero
    byte, the file's sha256, a line end; an HMAC with the `key` of the publication log, if there is
    one. `known` has those of files that were read already.
    """
    inputs = {"orders": digest_folder(folder, known, key), "site_url": site_url}
    for file in files:
        if file.is_file():
            inputs[file.name] = sha256(file.read_bytes()).hexdigest()
    return inputs
