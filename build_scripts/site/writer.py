"""The last steps of a site before it replaces the one that is served."""

import logging
from collections.abc import Collection, Mapping
from pathlib import Path

from build_scripts.convert.durations import log_duration
from build_scripts.model.withheld_words import OpenWords
from build_scripts.site.leak_scan import name_causes, require_no_leaks, scan_for_leaks
from build_scripts.site.manifest import write_manifest
from build_scripts.site.outcome import Outcome
from build_scripts.site.settings import ArchiveSettings
from build_scripts.site.staging import publish_staging
from build_scripts.site.verification import list_inputs, list_versions
from build_scripts.storage.address_ledger import write_address_ledger
from build_scripts.storage.history_log import write_history

_LOG = logging.getLogger("mkdocs.plugins.orders")


def finish_site(
    staging: Path,
    site: Path,
    settings: ArchiveSettings,
    built: Outcome,
    given: Collection[str] = (),
) -> Mapping[str, tuple[OpenWords, ...]]:
    """Search the staged files for withheld words, record addresses and history, list the files, and
    put the folder `staging` in the place of `site`.

    `given` are the files of the site that were not made from orders. Returns the orders without
    which the site is to be built again, by their paths; nothing was then put in its place. Raises
    LeakedWordsError if no order can be named, other ArchiveErrors, and OSError if the system
    refuses; the old site then stays.
    """
    archive = built.archive
    with log_duration("looking for leaks"):
        report = scan_for_leaks(archive, [staging])
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
        made_from = list_inputs(
            settings.orders, settings.site_url, settings.list_sources(), archive.digests
        )
        write_manifest(staging, made_from, list_versions(archive))
        publish_staging(staging, site)
    return {}
