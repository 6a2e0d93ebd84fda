"""Conversion of all files of the orders folder, from the cache or by workers."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from urllib.parse import quote

import fsspec

from build_scripts.archive.storage.corrections_folder import list_files_of, read_all_corrections
from build_scripts.archive.storage.orders_folder import list_order_paths, read_raw_order
from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.fingerprint import fingerprint_conversion, identify_file
from build_scripts.convert.packing import pack_file, unpack_file
from build_scripts.model.order import ConvertedFile
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies
from build_scripts.problems import ArchiveError, Finding, FindingCode, UnreadableOrderError

_QUOTED = frozenset({"http", "https"})


def is_address(place: str) -> bool:
    """Return whether a place is an fsspec address (`s3://bucket/orders`), not a path."""
    return "://" in place


@contextmanager
def open_orders(place: str, names: Iterable[str]) -> Iterator[Path]:
    """Yield a folder with the files `names`, paths relative to `place`.

    For a path it is the folder itself; from an address these files are fetched into a temporary
    folder, deleted after the block. Raise ArchiveError if one can't be fetched.
    """
    if not is_address(place):
        yield Path(place)
        return
    with tempfile.TemporaryDirectory(prefix="orders-fetched-") as folder:
        _fetch(place, names, Path(folder))
        yield Path(folder)


def _fetch(place: str, names: Iterable[str], folder: Path) -> None:
    name = ""
    try:
        files, root = fsspec.core.url_to_fs(place)
        protocols = {files.protocol} if isinstance(files.protocol, str) else set(files.protocol)
        for name in names:
            asked = quote(name) if protocols & _QUOTED else name
            data = files.cat_file(f"{str(root).rstrip('/')}/{asked}")
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    except Exception as error:  # an object store's library may raise anything
        raise ArchiveError(
            f"A worker can't fetch {name or 'the orders'} from {place}: "
            f"{type(error).__name__}: {error}. Copy the orders folder there, let the workers read "
            "it, and install on them what that kind of address needs."
        ) from error


Progress = Callable[[int, int, str], None]  # orders done, orders in all, the current path
OpenExecutor = Callable[[], AbstractContextManager[Executor]]

BATCH = 50  # files per task: an executor's own work is then negligible
ALONE_FILES, ALONE_BYTES = 30, 1_000_000
"""Fewer and smaller files are converted here, since other processes would take longer to begin."""
PASSING = frozenset(
    {FindingCode.CONVERSION_FAILED, FindingCode.MISSING_PROGRAM, FindingCode.UNREADABLE_FILE}
)
"""Findings that may differ next time, with the same file: not kept."""


@dataclass(frozen=True, slots=True)
class ConversionOptions:
    """Options for converting orders; by default in this process, serially, without a cache.

    `open_executor` returns a new executor each time: one whose process ended is replaced. `workers`
    is how many take work at a time; `policies`, the treatment of private data. `place` is where
    workers find the orders if not in the folder itself: another path, or an address that fsspec
    supports. `said` are words of the site itself: orders may print them, though another withholds
    them.
    """

    cache: ConversionCache | None = None
    open_executor: OpenExecutor | None = None
    workers: int = 1
    policies: Policies = field(default_factory=lambda: DEFAULT_POLICIES)
    place: str = ""
    said: tuple[str, ...] = ()


SERIAL_UNCACHED = ConversionOptions()


@dataclass(frozen=True, slots=True)
class _Here:
    """A file in this archive: its key, and its entry in the cache."""

    made_from: str = ""
    entry: str = ""
    raw: RawOrder | None = None


@dataclass(frozen=True, slots=True)
class PackedBatch:
    """A worker's result: its program's fingerprint, and a packed file for each path."""

    made_by: str
    files: tuple[bytes, ...]


def convert_files(
    folder: Path, paths: Sequence[str], options: ConversionOptions, progress: Progress | None = None
) -> tuple[ConvertedFile, ...]:
    """Convert the files at `paths` below `folder`, in that order.

    Cached files are taken from the cache, the rest goes to the executor in batches and is kept. The
    result is the same whatever the options. A file whose conversion ends its process becomes a
    finding. Raise ArchiveError if a worker read other bytes than are here.
    """
    known: dict[str, ConvertedFile] = {}
    missing: dict[str, _Here] = {}
    kept = 0
    for path in paths:
        here = _look(folder, path, options.cache)
        found = options.cache.load(here.entry) if options.cache and here.entry else None
        if found is not None:
            known[path] = found
        else:
            missing[path] = here
            kept += len(here.raw.data) if here.raw else 0
            if kept > ALONE_BYTES:  # too many to hold: they are read again
                missing[path] = replace(here, raw=None)
    unreadable = [path for path, here in missing.items() if not here.made_from]  # reports why
    readable = [path for path, here in missing.items() if here.made_from]
    alone = ((path, convert_file(folder, path, options.policies)) for path in unreadable)
    for path, file in chain(alone, _convert(folder, readable, missing, options)):
        if progress:
            progress(len(known), len(paths), path)
        known[path] = _keep(file, missing[path], options)
    if progress:
        progress(len(paths), len(paths), "")
    return tuple(known[path] for path in paths)


def iter_entries_used(folder: Path, cache: ConversionCache) -> Iterator[str]:
    """Yield the name of each entry that the orders below `folder` have, or would have."""
    for path in list_order_paths(folder):
        if entry := _look(folder, path, cache).entry:
            yield entry


def _look(folder: Path, path: str, cache: ConversionCache | None) -> _Here:
    try:
        raw = read_raw_order(folder, path)
    except UnreadableOrderError:
        return _Here()  # converting reports why
    corrections = read_all_corrections(folder, path)
    entry = cache.name_entry(raw, corrections) if cache is not None else ""
    return _Here(identify_file(raw, corrections), entry, raw)


def _keep(file: ConvertedFile | bytes, here: _Here, options: ConversionOptions) -> ConvertedFile:
    """Return a file as the archive takes it: from the cache if it could be kept there."""
    if isinstance(file, bytes):
        unpacked = unpack_file(file, lambda start, size: file[start : start + size])
        if unpacked.made_from != here.made_from:
            said = (one.message for one in unpacked.findings if one.code in PASSING)
            where = "Wait until it is settled"
            if options.place:
                where = f"Copy the orders to {options.place} again"
            raise ArchiveError(
                f"A worker found {unpacked.path}, or its corrections, otherwise than they lie "
                f"here. {' '.join(said)} {where}, see that all workers read the same, and build "
                "again."
            )
    else:
        unpacked = file
    passing = any(finding.code in PASSING for finding in unpacked.findings)
    if options.cache is None or not here.entry or passing or unpacked.made_from != here.made_from:
        return unpacked
    options.cache.save(here.entry, file if isinstance(file, bytes) else pack_file(file))
    return options.cache.load(here.entry) or unpacked


def convert_file(
    folder: Path, path: str, policies: Policies, raw: RawOrder | None = None
) -> ConvertedFile:
    """Convert a file; what does takes long to load, and most builds convert nothing."""
    from build_scripts.convert import order

    return order.convert_file(folder, path, policies, raw)


def _convert(
    folder: Path, paths: Sequence[str], here: Mapping[str, _Here], options: ConversionOptions
) -> Iterator[tuple[str, ConvertedFile | bytes]]:
    left = list(paths)
    are_few = len(left) <= ALONE_FILES and all(here[path].raw for path in left)
    if options.open_executor is None or are_few:
        for path in left:
            yield path, convert_file(folder, path, options.policies, here[path].raw)
        return
    size = max(1, min(BATCH, -(-len(left) // (4 * options.workers))))
    while left:
        try:
            for path, data in _run(folder, left, size, options):
                yield path, data
                del left[0]
        except BrokenExecutor:  # one of the current files ends its process, or it was killed
            suspects, left = left[: 2 * size * options.workers], left[2 * size * options.workers :]
            yield from _convert_suspects(folder, suspects, options)


def _convert_suspects(
    folder: Path, suspects: list[str], options: ConversionOptions
) -> Iterator[tuple[str, ConvertedFile | bytes]]:
    """Convert files one at a time; one that ends its process again becomes a finding."""
    while suspects:
        try:
            for path, data in _run(folder, suspects, 1, options, ahead=1):
                yield path, data
                del suspects[0]
        except BrokenExecutor:
            path = suspects.pop(0)
            finding = Finding(
                path,
                FindingCode.CONVERSION_FAILED,
                "The process that converted it ended, as one does that takes too much memory.",
                "Look at the file; split it, or leave it out.",
            )
            yield path, ConvertedFile(path, findings=(finding,), seen=(path,))


def _run(
    folder: Path, paths: Sequence[str], size: int, options: ConversionOptions, ahead: int = 0
) -> Iterator[tuple[str, bytes]]:
    """Yield each path with its packed file; `ahead` tasks are submitted at a time, 0 is all."""
    batches = [tuple(paths[start : start + size]) for start in range(0, len(paths), size)]
    at_once = ahead or len(batches)
    place = options.place or str(folder.resolve())
    # What a worker must fetch to convert each file, first the file itself.
    list_files = partial(list_files_of, folder) if is_address(place) else lambda path: (path,)
    work = partial(convert_batch, place, policies=options.policies)
    if options.open_executor is None:
        return
    with options.open_executor() as executor:
        for start in range(0, len(batches), at_once):
            given = batches[start : start + at_once]
            files = [tuple(map(list_files, batch)) for batch in given]
            for batch, packed in zip(given, executor.map(work, files), strict=True):
                if packed.made_by != fingerprint_conversion():
                    raise ArchiveError(
                        "A worker runs another version of this program, or of a library. Install "
                        "the same on all machines and start the workers again."
                    )
                yield from zip(batch, packed.files, strict=True)


def convert_batch(
    place: str, files: Sequence[tuple[str, ...]], policies: Policies = DEFAULT_POLICIES
) -> PackedBatch:
    """Convert files at `place`, a path or an address: the work of one task, on any machine. `files`
    are the path of each, followed by those of its corrections if `place` is an address.

    Raise ArchiveError if one can't be fetched.
    """
    named = (name for names in files for name in names)
    with open_orders(place, named) as folder:
        packed = tuple(pack_file(convert_file(folder, path, policies)) for path, *_ in files)
    return PackedBatch(fingerprint_conversion(), packed)
