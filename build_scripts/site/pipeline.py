"""The whole pipeline: raw orders in, archive and pages out. The only place where stages meet."""

import datetime
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from build_scripts.archive import catalogue_orders
from build_scripts.archive.catalogue import OWN_PAGE_FROM
from build_scripts.archive.history import record_history
from build_scripts.archive.links import keep_links_here
from build_scripts.archive.moved_addresses import trace_addresses
from build_scripts.archive.storage.corrections_folder import list_stray_corrections
from build_scripts.archive.storage.orders_folder import list_order_paths
from build_scripts.convert.batch import SERIAL_UNCACHED, ConversionOptions, Progress, convert_files
from build_scripts.convert.durations import log_duration
from build_scripts.convert.fingerprint import name_rules
from build_scripts.model.address_ledger import NOTHING_PUBLISHED, AddressLedger, FormerAddress
from build_scripts.model.archive import Archive
from build_scripts.model.history import HistoryEvent
from build_scripts.model.link_ledger import NOTHING_CHECKED, LinkLedger
from build_scripts.model.order import ConvertedFile, Order, SourceFile
from build_scripts.model.page import DEFAULT_CHOICES, Keep, SiteChoices, make_anew
from build_scripts.model.withheld_words import OpenWords
from build_scripts.model.withholding import WithheldOrder
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.pages.originals import is_offered_whole
from build_scripts.problems import WITHHOLD_FILE, WITHHOLD_WORDS, Finding, FindingCode
from build_scripts.site.file_words import list_words
from build_scripts.site.files import load_offered
from build_scripts.site.withheld_words import (
    IN_NAME,
    IN_ORIGINAL,
    IN_RECORD,
    LookedThrough,
    look_through,
)

_ALLOW = "`allow: {words: …}` in its corrections file"
_IN_TEXT = (f"Withhold them here too, or let them stand: {_ALLOW}.", WITHHOLD_WORDS)
_ADVICE = {
    IN_NAME: ("Rename the file.", ""),
    IN_RECORD: (f"Say it otherwise in its corrections file, or let the words stand: {_ALLOW}.", ""),
    IN_ORIGINAL: ("Withhold the file.", WITHHOLD_FILE),
}
"""By place: what to do, and the command for it."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """Orders converted, and findings about the files that could not be.

    `withheld` are the orders that corrections keep off the site.
    """

    orders: tuple[Order, ...]
    findings: tuple[Finding, ...]
    withheld: tuple[WithheldOrder, ...] = ()


def convert_folder(
    folder: Path, progress: Progress | None = None, options: ConversionOptions = SERIAL_UNCACHED
) -> Conversion:
    """Convert every order below `folder`; a bad one becomes a finding, the others go on.

    What corrections withhold is left out, with every copy of the same bytes.
    """
    return _gather(folder, convert_files(folder, list_order_paths(folder), options, progress))


def _gather(folder: Path, files: Iterable[ConvertedFile]) -> Conversion:
    orders: list[Order] = []
    findings: list[Finding] = []
    withheld: list[WithheldOrder] = []
    seen: list[str] = []
    for file in files:
        orders += file.orders
        findings += file.findings
        seen += file.seen
        withheld += file.withheld
    for stray in list_stray_corrections(folder, seen):
        from build_scripts.convert.order import read_orphaned  # slow to load

        orphaned = read_orphaned(folder, stray.path)
        findings.append(orphaned[0] if orphaned else stray)
        withheld += [orphaned[1]] if orphaned else []
    forbidden = {digest for order in withheld for digest in order.digests}
    copies = [order for order in orders if order.source.sha256 in forbidden]
    findings += (_report_withheld_copy(order.source.path) for order in copies)
    kept = (order for order in orders if order.source.sha256 not in forbidden)
    return Conversion(tuple(kept), tuple(findings), tuple(withheld))


def build_archive(
    folder: Path,
    progress: Progress | None = None,
    ledger: LinkLedger = NOTHING_CHECKED,
    published: AddressLedger = NOTHING_PUBLISHED,
    options: ConversionOptions = SERIAL_UNCACHED,
    own_page_from: int = OWN_PAGE_FROM,
    leaking: Mapping[str, tuple[OpenWords, ...]] = MappingProxyType({}),
    keep: Keep = make_anew,
    hold: Callable[[], object] = int,
) -> Archive:
    """Convert a folder of orders and join them to an archive; all findings are in the archive.

    `ledger` has CourtListener's answers on cases that are not here, `published` the addresses that
    the archive had before; `own_page_from` as in `catalogue_orders`. `leaking` are orders that
    brought withheld words into a site, by their paths: they are held back. `hold` is called before
    the first garbage collection after the archive is there.
    """
    with log_duration("converting orders"):
        converted = convert_folder(folder, progress, options)
    with log_duration("looking for withheld words"):
        looked = _look_through(folder, converted, options)
        conversion = _hold_back(converted, looked, leaking)
    with log_duration("cataloging"), _collecting_later(hold):
        archive = catalogue_orders(conversion.orders, ledger, published, own_page_from, keep)
        failed = {finding.path for finding in conversion.findings}
        addresses = trace_addresses(archive, published, conversion.withheld, failed)
        per_order = (finding for order in conversion.orders for finding in order.findings)
        findings = {*archive.findings, *conversion.findings, *per_order, *addresses.lost}
        wanted = looked.words.match()
        return replace(
            archive,
            findings=tuple(sorted(findings)),
            former_addresses=tuple(
                _describe_withheld(former)
                for former in addresses.former
                if not any(wanted.find(former.address))  # its page would be there, with the words
            ),
            withheld=conversion.withheld,
            withheld_words=looked.words,
            address_ledger=addresses.ledger,
        )


@contextmanager
def _collecting_later(hold: Callable[[], object]) -> Iterator[None]:
    """Put off the search for garbage in cycles until after `hold`: nearly all that is made here
    stays, and to go through it again and again takes a third of the time.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(0)  # never
    try:
        yield
        hold()
    finally:
        gc.set_threshold(*thresholds)


def _look_through(
    folder: Path, conversion: Conversion, options: ConversionOptions
) -> LookedThrough:
    orders, cache, originals = conversion.orders, options.cache, partial(_list_original, folder)
    if cache is None:
        return look_through(orders, options.policies, options.said, originals)
    looked = look_through(orders, options.policies, options.said, originals, cache.load_search)
    if looked.words.wanted:
        cache.save_search(looked.search, looked.passed & {order.digest for order in orders})
    return looked


def _hold_back(
    conversion: Conversion, looked: LookedThrough, leaking: Mapping[str, tuple[OpenWords, ...]]
) -> Conversion:
    """Leave out, unless permitted, orders with open withheld words, and papers that are none."""
    kept: list[Order] = []
    held: list[SourceFile] = []
    findings = list(conversion.findings)
    for order in conversion.orders:
        source = order.source
        open_words = (*looked.open.get(source.path, ()), *leaking.get(source.path, ()))
        why = [one for one in order.findings if one.code is FindingCode.HELD_BACK]
        why += (_report_held_back(source.path, each) for each in open_words)
        if why:
            held.append(source)
            findings += why
        else:
            kept.append(order)
    shown = {order.source.sha256 for order in kept}  # copies that somebody permitted
    withheld = (WithheldOrder(one.path, frozenset({one.sha256} - shown)) for one in held)
    return Conversion(tuple(kept), tuple(findings), (*conversion.withheld, *withheld))


def _report_held_back(path: str, found: OpenWords) -> Finding:
    owner, secret = found.owner, found.owner.secret
    there = f"page {secret.page}, line {secret.line}"
    who = f"this order withholds at {there}" if owner.path == path else f"{owner.path} withholds"
    where = "" if owner.path == path else f", at {there}"
    advice, command = _ADVICE.get(found.place, _IN_TEXT)
    return Finding(
        path,
        FindingCode.HELD_BACK,
        f"Words that {who} ({secret.kind}{where}) stand openly here. Nothing of the order is "
        "published.",
        advice,
        found.place,
        command,
    )


def _list_original(folder: Path, order: Order) -> Iterator[str]:
    """Yield the words of an order's file as offered, if its form may contain more than was read."""
    if is_offered_whole(order):
        source = order.source
        copied = order.redaction.copied
        yield from list_words(load_offered(folder, source.path, source.sha256, is_copy=copied))


def with_history(archive: Archive, log: Sequence[HistoryEvent], today: datetime.date) -> Archive:
    """Return the archive with its history: the events of `log`, and new ones on the day `today`."""
    stones = {
        one.address: archive.address_ledger[one.address].file
        for one in archive.former_addresses
        if one.tombstone
    }
    words = archive.withheld_words
    history = record_history(
        archive.orders, archive.withheld, log, today, name_rules(), stones, words
    )
    return replace(archive, history=history)


def _describe_withheld(former: FormerAddress) -> FormerAddress:
    if former.withheld is None:
        return former
    from build_scripts.describing import describe_withheld  # slow to load

    return replace(former, tombstone=describe_withheld(former.address, former.withheld))


def index_shown(archive: Archive, choices: SiteChoices = DEFAULT_CHOICES) -> ArchiveIndex:
    """Return an index of what a site shows of an archive, for all that is made of it."""
    return build_index(archive if choices.outward_links else keep_links_here(archive))


def _report_withheld_copy(path: str) -> Finding:
    return Finding(
        path,
        FindingCode.WITHHELD,
        "It is the same file, byte for byte, as an order that is withheld. It is not published.",
        "Remove the copy.",
    )
