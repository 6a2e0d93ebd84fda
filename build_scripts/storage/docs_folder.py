"""Generated pages under docs/: made where they changed, removed where they are stale."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.page import Bundle, DataFile, LatePage, Page
from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.made_store import MadeStore
from build_scripts.worker_processes import open_pool

MANIFEST = ".generated.json"
JOURNAL = ".generated.new"
"""Files that a build is about to write: after an interruption they are known as its own."""
BATCH = 40  # bundles a task

_Made = tuple[str, int, int]
"""What is known of a generated file: its digest or version, its size, when it was written (ns)."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What writing did, in numbers of pages; data files are written beside them, uncounted."""

    written: int
    unchanged: int
    removed: int
    versions: Mapping[str, str]  # of each generated file, by its path below docs/

    @property
    def pages(self) -> int:
        """Generated pages that now lie under docs/."""
        return self.written + self.unchanged


class _Known(NamedTuple):
    """What builds before left: of each bundle its version and files."""

    made_by: str
    bundles: Mapping[str, tuple[str, Mapping[str, _Made]]]

    def list_files(self) -> dict[str, _Made]:
        return {path: made for _, files in self.bundles.values() for path, made in files.items()}


class _Written(NamedTuple):
    """A bundle's files as they now lie there, and how many of its pages had to be written."""

    files: dict[str, _Made]
    pages: int
    written: int


def write_bundles(
    docs: Path,
    bundles: Iterable[Bundle],
    made_by: str = "",
    jobs: int = 1,
    store: MadeStore | None = None,
) -> WriteReport:
    """Bring the generated files below `docs` in line with `bundles`.

    A manifest in `docs` tells which file was made from what. A bundle is made only where its
    version is not there yet, where one of its files is not as it was left, or where others made it
    than `made_by`: a digest of the program and of what the owner chose. Files are touched only
    where they differ, so that a watching server sees what changed; those that nothing names any
    more are removed. In `jobs` processes, forks of this one; where the system has none, in this.
    What `store` has of what shards made is taken from there.

    Raises ArchiveError when a file would take the place of a hand-written one; what this build
    added is then removed.
    """
    docs.mkdir(parents=True, exist_ok=True)
    known = _read_manifest(docs)
    there = known.list_files()
    settled: dict[str, tuple[str, Mapping[str, _Made]]] = {}
    stale: list[Bundle] = []
    for bundle in bundles:
        version, files = known.bundles.get(bundle.name, ("", {}))
        kept = bundle.version == version != "" and known.made_by == made_by
        settled[bundle.name] = (bundle.version, files)  # in their sequence
        if not (kept and all(_is_there(f"{docs}/{path}", made) for path, made in files.items())):
            stale.append(bundle)
    pages = sum(path.endswith(".md") for _, files in settled.values() for path in files)
    pages -= sum(path.endswith(".md") for one in stale for path in settled[one.name][1])
    written = 0
    stale.sort(key=lambda bundle: not bundle.is_large)  # begun first, they are done with the others
    work = _Work(docs, stale, there, made_by, store)
    try:
        for bundle, made in zip(stale, _write_all(work, jobs), strict=True):
            settled[bundle.name] = (bundle.version, made.files)
            pages += made.pages
            written += made.written
    except ArchiveError:
        for path in set(_read_journal(docs)) - set(there):
            _remove(docs, path)
        raise
    now = _Known(made_by, settled)
    versions = {path: made[0] for path, made in now.list_files().items()}
    gone = sorted(set(there) - set(versions))
    for path in gone:
        _remove(docs, path)
    _write_manifest(docs, now)
    return WriteReport(written, pages - written, len(gone), versions)


def list_generated(docs: Path) -> frozenset[str]:
    """Return the paths, below `docs`, of all files that builds wrote there. Raises ArchiveError."""
    return frozenset(_read_manifest(docs).list_files())


class _Work(NamedTuple):
    """What is to be written, and what a bundle is written with."""

    docs: Path
    stale: Sequence[Bundle]
    there: Mapping[str, _Made]
    made_by: str
    store: MadeStore | None


def _write_all(work: _Work, jobs: int) -> Iterator[_Written]:
    stale = work.stale
    large = sum(bundle.is_large for bundle in stale)
    is_much = large > 1 or len(stale) > BATCH
    if jobs > 1 and is_much and "fork" in get_all_start_methods():
        global _AT_WORK
        _AT_WORK = work
        batches = [range(place, place + 1) for place in range(large)]
        starts = range(large, len(stale), BATCH)
        batches += [range(start, min(start + BATCH, len(stale))) for start in starts]
        try:
            with open_pool(jobs, get_context("fork")) as pool:
                for done in pool.map(_write_batch, batches):
                    yield from done
        finally:
            _AT_WORK = None
        return
    for bundle in stale:
        yield _write_bundle(bundle, work)


_AT_WORK: _Work | None = None
"""What forked processes write; set while they are made."""


def _write_batch(places: range) -> list[_Written]:
    work = _AT_WORK
    assert work is not None  # noqa: S101 (a fork has it)
    return [_write_bundle(work.stale[place], work) for place in places]


def _write_bundle(bundle: Bundle, work: _Work) -> _Written:
    files: dict[str, _Made] = {}
    pages = written = 0
    made = list(_make_files(bundle, work))
    _note(work.docs, [file.path for file in made if file.path not in work.there])
    for file in made:
        is_page = file.path.endswith(".md")
        before = work.there.get(file.path)
        place = work.docs / file.path
        pages += is_page
        if before and before[0] == file.version and _is_there(str(place), before):
            files[file.path] = before
            continue
        if before and is_page and place.is_file() and place.read_bytes() == file.load():
            files[file.path] = _describe(place, file.version)  # of a build that did not end
            continue
        write_atomically(place, file.load())
        files[file.path] = _describe(place, file.version)
        written += is_page
    return _Written(files, pages, written)


def _make_files(bundle: Bundle, work: _Work) -> Iterable[DataFile]:
    store = work.store
    if store is None or bundle.is_large or not bundle.version:
        return map(_as_file, bundle.make())
    name = f"{work.made_by} {bundle.name} {bundle.version}"
    found = store.load_files(name)
    if found is None:
        found = [(file.path, _load(file)) for file in map(_as_file, bundle.make())]
        if store.keeps:
            store.save_files(name, found)
    return [_as_file(DataFile(path, "", partial(bytes, data))) for path, data in found]


def _load(file: DataFile) -> bytes:
    loaded = file.load()
    return loaded if isinstance(loaded, bytes) else b"".join(loaded)


def _as_file(product: Page | LatePage | DataFile) -> DataFile:
    """Return what is to be written, with a version: where none is given, its bytes' digest."""
    if isinstance(product, DataFile):
        if product.version:
            return product
        data = _load(product)
    else:
        data = product.text.encode()
    return DataFile(product.path, sha256(data).hexdigest(), partial(bytes, data))


def _note(docs: Path, paths: Sequence[str]) -> None:
    """Say in the journal which new files are about to be written. Raises ArchiveError."""
    for path in paths:
        if os.path.exists(f"{docs}/{path}"):  # noqa: PTH110 (of a million)
            raise ArchiveError(
                f"The build would overwrite {docs / path}, which it did not make. "
                "Move that file, or remove it if it is left from a build."
            )
    if paths:
        lines = "".join(f"{path}\n" for path in paths).encode()
        with (docs / JOURNAL).open("ab", buffering=0) as journal:  # other processes append too
            journal.write(lines)


def _is_there(place: str, made: _Made) -> bool:
    """Whether a file lies there as a build left it."""
    try:
        found = os.stat(place)  # noqa: PTH116 (of a million)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == made[1:]


def _describe(place: Path, version: str) -> _Made:
    found = place.stat()
    return version, found.st_size, found.st_mtime_ns


def _read_manifest(docs: Path) -> _Known:
    """Return what builds left, with the files that one which did not end was about to write."""
    try:
        known = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
        if "bundles" in known:
            bundles = {
                name: (version, {path: tuple(made) for path, made in files.items()})
                for name, (version, files) in known["bundles"].items()
            }
            made_by = known["made_by"]
        else:  # of a version of this program that knew no bundles
            bundles, made_by = {"": ("", dict.fromkeys(known, ("", 0, 0)))}, ""
    except FileNotFoundError:
        bundles, made_by = {}, ""
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(
            f"{docs / MANIFEST} is damaged. Remove it and the generated folders below {docs} "
            "(orders, cases, judges, courts, years, dispositions, motions, parties, authorities), "
            "then build again."
        ) from error
    begun = _read_journal(docs)
    if begun:
        bundles[JOURNAL] = ("", dict.fromkeys(begun, ("", 0, 0)))
    return _Known(made_by, bundles)


def _read_journal(docs: Path) -> list[str]:
    try:
        return (docs / JOURNAL).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []


def _write_manifest(docs: Path, now: _Known) -> None:
    facts = {"made_by": now.made_by, "bundles": now.bundles}
    data = json.dumps(facts, separators=(",", ":")).encode() + b"\n"
    target = docs / MANIFEST
    if not target.is_file() or target.read_bytes() != data:
        write_atomically(target, data)
    (docs / JOURNAL).unlink(missing_ok=True)


def _remove(docs: Path, path: str) -> None:
    """Remove a generated file, and the folders that are empty without it."""
    (docs / path).unlink(missing_ok=True)
    folder = (docs / path).parent
    while folder != docs and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
