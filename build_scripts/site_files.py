"""All that readers can fetch: pages, originals, citations, pictures of pages, data, search."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

from build_scripts.model.archive import Archive, ArchivedOrder
from build_scripts.model.page import Bundle, DataFile, LatePage, Page, Piece, SiteChoices
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.shard import Shard
from build_scripts.problems import ArchiveError
from build_scripts.publishing.archive_database import DATABASE, fill_database, list_row_pieces
from build_scripts.publishing.authority_pages import list_authority_files
from build_scripts.publishing.beside_page import list_pictured_pages, name_picture, publish_beside
from build_scripts.publishing.cite.cite_files import list_cite_files
from build_scripts.publishing.clean_files import list_clean_files
from build_scripts.publishing.data_files import (
    CSV,
    JSON_LINES,
    SUMS,
    list_whole_files,
    offer_order,
    sum_files,
)
from build_scripts.publishing.feeds import list_feeds_late
from build_scripts.publishing.order_page import publish_order_late
from build_scripts.publishing.originals import mask_lines, offer_original
from build_scripts.publishing.pages import publish_lists
from build_scripts.publishing.prints import join_prints
from build_scripts.publishing.shelves import Shelves, arrange_shelves, print_archive
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.reading.encodings import decode_text
from build_scripts.reading.pdf.pictures import PICTURE_VERSION, draw_page
from build_scripts.search_files import list_search_files, offer_search_text
from build_scripts.stage_clock import Stage, timed_each
from build_scripts.storage.joined_files import JoinedFile, join_pieces
from build_scripts.storage.orders_folder import locate_file, read_raw_order
from build_scripts.storage.search_database import DatabaseFile, digest_folder


def list_bundles(
    archive: Archive, folder: Path, choices: SiteChoices, kept: Path, made_by: str = ""
) -> Iterator[Bundle]:
    """Yield every page and file of the site; `folder` holds the raw orders.

    Bytes are read when a file is written. In `kept` lie files that hold the whole archive, so that
    only what changed of them is made anew by the same program, `made_by`. Loading raises
    ArchiveError where a raw order changed since it was converted.
    """
    shelves = arrange_shelves(archive, pairs=choices.pairs)
    whole = print_archive(shelves)
    make_data = partial(_list_data, shelves, choices, partial(_join, kept, made_by))
    names = DATA_FILES if choices.database else DATA_FILES - {DATABASE}
    yield Bundle("data", whole, make_data, is_large=True, promised=tuple(sorted(names)))
    if choices.search:
        version = join_prints(whole, digest_folder(folder))
        make_search = partial(_list_search, archive, folder)
        yield Bundle("search", version, make_search, is_large=True)
    for page in publish_lists(shelves, choices):
        yield _bundle_page(page)
    yield from list_feeds_late(shelves, choices)
    for index, archived in enumerate(archive.orders):
        yield _bundle_page(publish_order_late(shelves, index, choices))
        make = partial(_list_own, archived, folder, choices)
        yield Bundle(archived.address, shelves.whole_prints[index], make)


DATA_FILES = frozenset({CSV, JSON_LINES, "authorities.json", "citations.csv", DATABASE, SUMS})
"""What holds the whole archive; pages link to it."""


@dataclass(frozen=True, slots=True)
class Division:
    """What a shard makes of the bundles, and the paths of what others make."""

    own: tuple[Bundle, ...]
    shown: tuple[Bundle, ...]  # pages of the navigation, which every build renders with
    others: tuple[str, ...]


def divide_bundles(
    bundles: Iterable[Bundle], archive: Archive, shard: Shard, nav: Container[str]
) -> Division:
    """Return what `shard` makes: the pages and files of its orders, and of a part its authorities.

    `nav` are the paths of the navigation. Raises ArchiveError where a group that the shard names
    is none of the archive's.
    """
    held = _list_held(archive, shard)
    own, shown, others = [], [], []
    for bundle in bundles:
        name = bundle.name.removesuffix(".md")
        is_authority = name.startswith("authorities/") and name != "authorities/index"
        if name in held or (is_authority and not shard.groups and shard.holds_name(name)):
            own.append(bundle)
        elif bundle.name in nav:
            shown.append(bundle)
        elif bundle.name.endswith(".md"):
            others.append(bundle.name)
        elif bundle.name.startswith("orders/"):
            others.append(f"{bundle.name}/source.md")
        elif bundle.is_large:
            others += bundle.promised
        else:
            others.append(bundle.name)
    return Division(tuple(own), tuple(shown), tuple(others))


def _list_held(archive: Archive, shard: Shard) -> set[str]:
    held = {one.address for one in archive.orders if shard.holds_name(one.address)}
    for facet, slug in shard.groups.items():
        group = next((one for one in archive.groups.get(facet, ()) if one.slug == slug), None)
        if group is None:
            raise ArchiveError(
                f"No order stands in {facet.value}/{slug}. Write the group as its page is called: "
                f"of /{facet.value}/{slug}/ the last part."
            )
        held &= {archive.orders[member].address for member in group.members}
    return held


def _bundle_page(page: Page | LatePage) -> Bundle:
    return Bundle(page.path, page.version if isinstance(page, LatePage) else "", lambda: (page,))


def _list_own(
    archived: ArchivedOrder, folder: Path, choices: SiteChoices
) -> Iterator[Page | DataFile]:
    """Yield what is made from one order alone."""
    yield publish_beside(archived, choices)
    yield from list_cite_files(archived, choices.site_url)
    yield offer_order(archived, choices.site_url)
    if choices.search:
        yield offer_search_text(archived)
    yield from list_clean_files(archived)
    yield from _list_originals(archived, folder)
    if choices.page_images:
        yield from _list_pictures(archived, folder)


def _join(kept: Path, made_by: str, name: str, pieces: Iterable[Piece]) -> JoinedFile:
    return join_pieces(kept / name, made_by, pieces)


def _list_data(
    shelves: Shelves,
    choices: SiteChoices,
    join: Callable[[str, Iterable[Piece]], JoinedFile],
) -> Iterator[DataFile]:
    """Yield the files that hold the whole archive, and their checksums."""
    data = []
    for path, pieces in chain(
        list_whole_files(shelves, choices.site_url), list_authority_files(shelves)
    ):
        joined = join(path, pieces)
        data.append(DataFile(path, joined.sha256, joined.stream))
    if choices.database:
        rows = join("rows", list_row_pieces(shelves, choices.site_url))
        data.append(_make_database(shelves, rows))
    yield from data
    yield sum_files(data)


def _list_search(archive: Archive, folder: Path) -> Iterator[DataFile]:
    yield from timed_each(Stage.SEARCH, list_search_files(archive, folder))


def _make_database(shelves: Shelves, rows: JoinedFile) -> DataFile:
    """Make the archive's database in a file of its own; it is copied when the site is written."""
    database = DatabaseFile(page_size=4096)
    database.make(partial(fill_database, shelves=shelves, rows=rows.read_pieces()))
    digest = sha256()
    for piece in database.stream():
        digest.update(piece)
    return DataFile(DATABASE, digest.hexdigest(), database.stream)


def _list_originals(archived: ArchivedOrder, folder: Path) -> Iterator[DataFile]:
    source = archived.order.source
    original = offer_original(archived)
    if original is None:
        return
    if not original.masked_lines:
        load = partial(_load_original, folder, source.path, source.sha256)
        yield DataFile(original.path, source.sha256, load)
        return
    lines = original.masked_lines
    version = f"{source.sha256} without lines {','.join(map(str, sorted(lines)))}"
    load = partial(_load_masked, folder, source.path, source.sha256, lines)
    yield DataFile(original.path, version, load)


def _list_pictures(archived: ArchivedOrder, folder: Path) -> Iterator[DataFile]:
    source = archived.order.source
    for number in list_pictured_pages(archived):
        path = f"{archived.address}/{name_picture(number)}"
        load = partial(_load_picture, folder, source.path, source.sha256, number)
        yield DataFile(path, f"{source.sha256} page {number} {PICTURE_VERSION}", load)


@lru_cache(maxsize=1)  # the pictures of one order's pages are drawn one after the other
def load_raw(folder: Path, path: str, digest: str) -> RawOrder:
    """Read a raw order again by the path it was converted from, in an archive or not."""
    expansion = expand_archive(read_raw_order(folder, locate_file(folder, path)))
    found = (raw for raw in expansion.orders if raw.path == path and raw.sha256 == digest)
    raw = next(found, None)
    if raw is None:
        raise ArchiveError(f"{folder / path} changed while the site was built. Build again.")
    return raw


def _load_original(folder: Path, path: str, digest: str) -> bytes:
    return load_raw(folder, path, digest).data


def _load_masked(folder: Path, path: str, digest: str, lines: frozenset[int]) -> bytes:
    decoded, _ = decode_text(load_raw(folder, path, digest))
    return mask_lines(decoded, lines).encode()


def _load_picture(folder: Path, path: str, digest: str, number: int) -> bytes:
    return draw_page(load_raw(folder, path, digest), number)
