"""The check of a site against its manifest, the orders and the log of publications."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts import api
from build_scripts.extensions.proving.publication_check import LogCheck, check_log

_IDENTITY = ("sha256", "path")
_MOST = 20


class PublishedOrder(NamedTuple):
    """An order that a site publishes: its raw file's sha256 and path, and its data file."""

    address: str
    sha256: str  # "" if words were removed from the order, or its data can't be read
    path: str
    file: str


def read_published(site: Path) -> Iterator[PublishedOrder]:
    """Yield each order that a site publishes."""
    for address, file, value in read_order_data(site):
        source = value.get("source") if isinstance(value, dict) else None
        found = (source.get(name) if isinstance(source, dict) else "" for name in _IDENTITY)
        sha256, path = (text if isinstance(text, str) else "" for text in found)
        yield PublishedOrder(address, sha256, path, file)


def read_order_data(site: Path) -> Iterator[tuple[str, str, Any]]:
    """Yield each order's address, the file of its data, and these, None if they can't be read; a
    compact archive's file of a court and year that can't be read counts as one order.
    """
    orders = site / "orders"
    for data in sorted(orders.glob("*/*/*/order.json")):
        address = data.parent.relative_to(site).as_posix()
        yield address, f"{address}/order.json", _read(data)
    for data in sorted(orders.glob("*/*.json")):
        file = data.relative_to(site).as_posix()
        found = _read(data)
        for value in found if isinstance(found, list) else [None]:
            named = value.get("address") if isinstance(value, dict) else None
            yield str(named or file), file, value


def read_withheld(site: Path) -> Iterator[tuple[str, str, Any]]:
    """Yield the same of each order whose page states that it is withheld."""
    for data in sorted((site / "orders").glob(f"*/*/*/{api.WITHHELD_DATA}")):
        address = data.parent.relative_to(site).as_posix()
        yield address, f"{address}/{api.WITHHELD_DATA}", _read(data)


def _read(data: Path) -> Any:
    try:
        return json.loads(data.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class OrderChanges:
    """How the orders of a site differ from those that it was to be made of; sorted.

    `missing` are paths of raw orders that should have a page, `unknown` addresses of pages whose
    raw file is not there, `withheld` paths of the site's files that should not be: of orders that
    are withheld. `unchanged_since_build` is true if each byte of the orders folder is as it was,
    None if that can't be known without the key of the publication log.
    """

    published: int
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    withheld: tuple[str, ...]
    unchanged_since_build: bool | None

    @property
    def is_same(self) -> bool:
        """Return whether the site publishes each order that it should, and no other."""
        return not (self.missing or self.unknown or self.withheld)


@dataclass(frozen=True, slots=True)
class Verification:
    """The result for a site; `orders` is None if it was not compared with any, `publication` if it
    has no log of publications and none was asked for; `tokens` is what is wrong with those of an
    outside clock.
    """

    manifest: str  # its sha256
    files: api.FileChanges
    file_count: int
    orders: OrderChanges | None
    publication: LogCheck | None = None
    tokens: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Return whether nothing differs."""
        return (
            self.files.is_same
            and (self.orders is None or self.orders.is_same)
            and not (self.publication and self.publication.faults)
            and not self.tokens
        )


def verify_site(
    site: Path,
    folder: Path | None,
    archive: api.Archive | None,
    own: Sequence[api.LogLine] = (),
    checkpoint: api.Checkpoint | None = None,
    key: str = "",
    tokens: tuple[str, ...] = (),
) -> Verification:
    """Compare the files of a site with its manifest and, if given, the orders in `folder`, which
    make the `archive`; and its log with the orders, the archive's `own` one, which has the `key`,
    and a `checkpoint` that somebody kept. `tokens` is part of the result.

    Raises ManifestError if the site has no manifest that can be used, ArchiveError if a file can't
    be read.
    """
    said, digest = api.read_manifest(site)
    found = api.hash_site(site)
    orders = None
    if folder is not None and archive is not None:
        orders = _compare_orders(site, folder, archive, found, key)
    published = (
        (one, value) for one, _, value in chain(read_order_data(site), read_withheld(site))
    )
    checked = check_log(site, found, published, own, checkpoint)
    return Verification(digest, api.compare_files(said, found), len(said), orders, checked, tokens)


def _compare_orders(
    site: Path, folder: Path, archive: api.Archive, found: Mapping[str, str], key: str
) -> OrderChanges:
    published = tuple(read_published(site))
    sources = {one.order.source.sha256: one.order.source.path for one in archive.orders}
    paths = frozenset(sources.values())
    forbidden = {digest for order in archive.withheld for digest in order.digests}
    stones = {one.address for one in archive.former_addresses if one.withheld}
    withheld = {path for path, digest in found.items() if digest in forbidden}
    kept_off = [one for one in published if one.sha256 in forbidden or one.address in stones]
    withheld |= {one.file for one in kept_off}
    there = {one.sha256 or one.path for one in published}
    is_keyed, made_from = api.PUBLICATION_LOG in found, api.read_made_from(site).get("orders")
    now = api.digest_folder(folder, key=key)
    return OrderChanges(
        len(published),
        missing=tuple(
            sorted(path for digest, path in sources.items() if there.isdisjoint((digest, path)))
        ),
        unknown=tuple(
            sorted(
                one.address
                for one in published
                if not (one.sha256 in sources or (not one.sha256 and one.path in paths))
                and one not in kept_off
            )
        ),
        withheld=tuple(sorted(withheld)),
        unchanged_since_build=None if is_keyed and not key else made_from == now,
    )


def present_verification(result: Verification) -> dict[str, object]:
    """Return the result as JSON-ready values."""
    return {
        "same": result.is_same,
        "manifest_sha256": result.manifest,
        "files": {"listed": result.file_count, **asdict(result.files)},
        "orders": result.orders and asdict(result.orders),
        "publication": result.publication and asdict(result.publication),
        "tokens": result.tokens,
    }


def format_verification(result: Verification) -> Iterator[str]:
    """Yield the result in lines for people; of long lists the first _MOST."""
    kinds = [
        ("missing", "in the manifest, not in the site", result.files.missing),
        ("changed", "other bytes than the manifest says", result.files.changed),
        ("added", "in the site, not in the manifest", result.files.added),
    ]
    orders = result.orders
    if orders is not None:
        kinds += [
            ("withheld order", "kept off the site by its corrections, and there", orders.withheld),
            ("order missing", "among the orders, not in the site", orders.missing),
            ("order unknown", "in the site, its file not among the orders", orders.unknown),
        ]
    log = result.publication
    if log is not None:
        kinds.append(("log", "the log of publications and the site differ", log.faults))
    kinds.append(("token", "an outside clock's token proves nothing", result.tokens))
    for kind, what, paths in kinds:
        for path in paths[:_MOST]:
            yield f"{kind}: {path}"
        if len(paths) > _MOST:
            yield f"{kind}: {len(paths) - _MOST:,} more ({what}); --json lists all"
    yield f"{api.count(result.file_count, 'file')} in the manifest, sha256 {result.manifest}"
    if orders is None:
        yield "The orders were not compared: name their folder with --orders."
    elif orders.unchanged_since_build is False:
        published = api.count(orders.published, "order")
        yield f"{published} in the site. The orders folder changed since the build."
    else:
        yield f"{api.count(orders.published, 'order')} in the site, made from these orders."
    if log is not None and not log.faults:
        line = f"line {log.lines:,} of {log.day}"
        yield f"{api.count(log.proved, 'order')} proved by the log of publications, {line}."
    yield "Nothing differs." if result.is_same else "The site differs."
