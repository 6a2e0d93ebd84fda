"""All files for readers: pages, originals, pictures of pages, data, search."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from build_scripts.archive.storage.orders_folder import locate_file, read_raw_order
from build_scripts.convert.kept import NOTHING_KEPT, KeptResults
from build_scripts.model.archive import Archive, ArchivedOrder
from build_scripts.model.page import DataFile, Keep, SiteChoices, TemplatePage
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.group_indexes import list_name_files
from build_scripts.pages.llms_text import LLMS_FULL, write_llms_full
from build_scripts.pages.order_page import publish_order
from build_scripts.pages.originals import (
    Original,
    list_open_pages,
    mask_lines,
    name_data_file,
    offer_original,
)
from build_scripts.pages.pages import publish_lists
from build_scripts.pages.source_view import name_picture, publish_source
from build_scripts.problems import ArchiveError
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.reading.encodings import decode_text
from build_scripts.site.data.feeds import list_feed_files
from build_scripts.site.data_page import publish_data_page
from build_scripts.site.database_file import digest_folder
from build_scripts.site.search_files import publish_archive

_SOURCE_VIEWS_BELOW = 2000
"""Fewest orders for which source views are made only if the owner asks for them."""


def list_site_files(
    archive_index: ArchiveIndex,
    folder: Path,
    choices: SiteChoices,
    kept: KeptResults = NOTHING_KEPT,
    key: str = "",
) -> Iterator[TemplatePage | DataFile]:
    """Yield every page and file of the site, except those that hold the whole archive; `folder`
    holds the raw orders, `key` is that of the publication log.

    Paths are unique and their order is fixed. Pages are made, and bytes read, when they are
    written. Loading raises ArchiveError if a raw order changed since it was converted.
    """
    archive = archive_index.archive
    choices = replace(choices, source_view=_wants_source_view(archive, choices))
    if choices.search:
        yield from publish_archive(archive, digest_folder(folder, archive.digests, key), kept)
    yield from publish_lists(archive_index, choices)
    yield publish_data_page(archive_index, choices)
    yield from list_name_files(archive_index)
    yield from list_feed_files(archive_index, choices)
    if choices.indexable:  # each order is named
        yield DataFile(LLMS_FULL, lambda: write_llms_full(archive_index, choices).encode())
    yield from offer_orders(archive.orders, choices)
    for index, archived in enumerate(archive.orders):
        yield publish_order(archive_index, index, choices, kept.keep)
        yield from _list_own(archived, folder, choices, kept.keep)


def _wants_source_view(archive: Archive, choices: SiteChoices) -> bool:
    """Return whether orders have source views: as set, else if the archive is usual in size."""
    if choices.source_view is None:
        return not choices.compact and len(archive.orders) < _SOURCE_VIEWS_BELOW
    return choices.source_view


def _list_own(
    archived: ArchivedOrder, folder: Path, choices: SiteChoices, keep: Keep
) -> Iterator[TemplatePage | DataFile]:
    if choices.source_view:
        yield publish_source(archived, choices)
    yield from _list_originals(archived, folder, keep)
    if choices.source_view and choices.page_images:
        yield from _list_pictures(archived, folder)


def offer_orders(orders: Iterable[ArchivedOrder], choices: SiteChoices) -> Iterator[DataFile]:
    """Yield the JSON of every order, papers that are no orders too: in a file each, or several.

    They are empty until all pages are made: `write_data` fills them in its pass over all orders.
    """
    paths = dict.fromkeys(name_data_file(archived, choices) for archived in orders)
    return (DataFile(path, bytes) for path in paths)


def _keep_original(archived: ArchivedOrder, keep: Keep) -> Original | None:
    (original,) = keep(
        f"{archived.address}/original",
        lambda: archived.identity,
        tuple[Original | None],
        lambda: (offer_original(archived.alone),),
    )
    return original


def _list_originals(archived: ArchivedOrder, folder: Path, keep: Keep) -> Iterator[DataFile]:
    source = archived.order.source
    original = _keep_original(archived, keep)
    if original is None:
        return
    load = partial(load_offered, folder, source.path, source.sha256, is_copy=original.is_copy)
    if lines := original.masked_lines:
        load = partial(_load_masked, folder, source.path, source.sha256, lines)
    if lines or original.is_copy:  # `digest_original` needs it too
        name = f"{archived.address}/offered"
        load = partial(keep, name, lambda: archived.identity, bytes, load)
    yield DataFile(original.path, load)


def digest_original(own: ArchivedOrder, folder: Path, keep: Keep) -> str:
    """Return the SHA-256 of an order's original as the site offers it, "" if it offers none."""
    original = _keep_original(own, keep)
    if original and not (original.masked_lines or original.is_copy):
        return own.order.source.sha256
    offered = next(_list_originals(own, folder, keep), None)
    loaded = offered.load() if offered else ()
    data = loaded if isinstance(loaded, bytes) else b"".join(loaded)
    return sha256(data).hexdigest() if offered else ""


def _list_pictures(archived: ArchivedOrder, folder: Path) -> Iterator[DataFile]:
    source = archived.order.source
    for number in list_open_pages(archived.order):
        path = f"{archived.address}/{name_picture(number)}"
        load = partial(_load_picture, folder, source.path, source.sha256, number)
        yield DataFile(path, load)


@lru_cache(maxsize=1)  # the pictures of one order's pages are drawn one after the other
def load_raw(folder: Path, path: str, digest: str) -> RawOrder:
    """Read a raw order again by the path it was converted from, in an archive or not."""
    expansion = expand_archive(read_raw_order(folder, locate_file(folder, path)))
    found = (raw for raw in expansion.orders if raw.path == path and raw.sha256 == digest)
    raw = next(found, None)
    if raw is None:
        raise ArchiveError(f"{folder / path} changed while the site was built. Build again.")
    return raw


def load_offered(folder: Path, path: str, digest: str, *, is_copy: bool) -> bytes:
    """Return an order's original file, or a copy of its pages. Raises ArchiveError."""
    data = load_raw(folder, path, digest).data
    if not is_copy:
        return data
    from build_scripts.reading.external.pdf_copy import copy_pages  # slow to load

    return copy_pages(data)


def _load_masked(folder: Path, path: str, digest: str, lines: frozenset[int]) -> bytes:
    decoded, _ = decode_text(load_raw(folder, path, digest))
    return mask_lines(decoded, lines).encode()


def _load_picture(folder: Path, path: str, digest: str, number: int) -> bytes:
    from build_scripts.reading.pdf.pictures import draw_page  # slow to load

    return draw_page(load_raw(folder, path, digest), number)
