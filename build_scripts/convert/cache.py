"""The cache of converted orders: a folder or object-store bucket, which machines can share.

An entry is named by the file's bytes, its corrections and everything else that affects conversion:

    3f/3f9a…(sha256 of the file).(of its path)-(of its corrections).(of settings and program)

so that nothing stale is ever read, and all entries of a file can be found. An entry
that is damaged counts as missing. A place that fails (a full disk, a store that does not answer) is
reported once and not used again: orders are then converted as if there were no cache.
"""

import logging
import os
import shutil
import zlib
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

import fsspec

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.folder_walk import identify_state
from build_scripts.convert.packing import DamagedPackError, unpack_file
from build_scripts.model.order import ConvertedFile
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.problems import ArchiveError

_LOG = logging.getLogger(__name__)
SITE_SEARCH = "search-site"
"""The name of the last search in the files of a site, for `load_search`."""
RESULTS = "results"  # the folder of what builds made
_KEY = ".key"  # the ending of the file with a result's key
_DIGEST = 32  # bytes
_ENDS = 2 * _DIGEST  # the bytes of a key and of a digest
_SHORT = 16  # hexadecimal digits of a digest that only distinguishes entries of one file


class ConversionCache:
    """Entries below `place`: a path, or an address that fsspec supports (`s3://bucket/orders`).

    `made_by` is a digest of everything but the file that affects conversion. Raise ArchiveError for
    an address that fsspec can't open.
    """

    def __init__(self, place: str, made_by: str) -> None:
        try:
            self._files, root = fsspec.core.url_to_fs(place)
        except (ValueError, ImportError) as error:
            raise ArchiveError(
                f"The cache at {place} can't be opened: {error}. Set another place as `cache` in "
                "mkdocs.yml, or install what that kind of address needs."
            ) from error
        self._root = str(root).rstrip("/")
        self.is_local = "file" in self._files.protocol
        self._made_by = made_by
        self._place = place
        self._has_failed = False

    def name_entry(self, raw: RawOrder, corrections: bytes) -> str:
        """Return the name of a file's entry; `corrections` are the bytes of all that correct it."""
        path, corrected, made = (
            sha256(each).hexdigest()[:_SHORT]
            for each in (raw.path.encode(), corrections, self._made_by.encode())
        )
        return f"{raw.sha256[:2]}/{raw.sha256}.{path}-{corrected}.{made}"

    def load(self, name: str) -> ConvertedFile | None:
        """Return the entry, its texts to be read on demand; None if it is missing or damaged."""
        if self._has_failed:
            return None
        with self._giving_up("read"), suppress(FileNotFoundError):
            try:
                data: bytes = self._files.cat_file(self._locate(name))
                return unpack_file(data, partial(self._read_stretch, name))
            except DamagedPackError:
                self.remove((name,))
        return None

    def save(self, name: str, data: bytes) -> None:
        """Save the output of `pack_file`; remove the file's entries with other corrections.

        Those of a copy at another path stay: the same build may need both.
        """
        if self._has_failed:
            return
        same = name.rpartition(".")[0]
        file, folder = same.rpartition("-")[0], name.partition("/")[0]
        with self._giving_up("written"):
            entries = (f"{folder}/{each}" for each in self._list_folder(folder))
            self.remove(
                entry
                for entry in entries
                if entry.startswith(f"{file}-") and not entry.startswith(f"{same}.")
            )
            self._write(name, data)

    def load_search(self, search: str, of: str = "search") -> frozenset[str]:
        """Return the digests of that in which a search found nothing, if it was the last.

        `of` names what is searched: orders by default, else SITE_SEARCH.
        """
        if self._has_failed:
            return frozenset()
        with self._giving_up("read"), suppress(FileNotFoundError, ValueError):
            name, *digests = self._files.cat_file(self._locate(of)).decode().split("\n")
            if name == search:
                return frozenset(digests)
        return frozenset()

    def save_search(self, search: str, digests: Iterable[str], of: str = "search") -> None:
        """Save that a search found nothing in what has these digests; drop the last search."""
        if self._has_failed:
            return
        data = "\n".join((search, *sorted(digests))).encode()
        with self._giving_up("written"):
            self._write(of, data)

    def load_result(self, slot: str, key: bytes) -> bytes | None:
        """Return what a local cache saved in a slot, or None if that had another key."""
        if self._has_failed:
            return None
        with self._giving_up("read"), suppress(FileNotFoundError, zlib.error):
            with open(self._locate(slot), "rb") as file:  # noqa: PTH123 (of many)
                data = file.read()
            digest, found, packed = data[:_DIGEST], data[_DIGEST:_ENDS], data[_ENDS:]
            if found == key and sha256(key + packed).digest() == digest:
                return zlib.decompress(packed)
        return None

    def save_result(self, slot: str, key: bytes, data: bytes, *, is_packed: bool = False) -> None:
        """Save a result, and the key of what it was made of, in place of the slot's last one. What
        `is_packed` is not compressed again.
        """
        if self._has_failed:
            return
        packed = zlib.compress(data, 0 if is_packed else 1)
        with self._giving_up("written"):
            digest = sha256(key + packed).digest()
            self._write(slot, digest + key + packed)

    def load_file(self, slot: str, key: bytes, place: Path) -> bytes:
        """Write the file that `save_file` saved in a slot to `place`, sharing its bytes where the
        system can; return its digest, none if it is not there or made of something else. It is
        read only if its state is another, as in a copy of a cache.
        """
        if self._has_failed:
            return b""
        with self._giving_up("read"), suppress(FileNotFoundError):
            kept = Path(self._locate(slot))
            known = kept.with_suffix(_KEY).read_bytes()
            made_of, digest, state = known[:_DIGEST], known[_DIGEST:_ENDS], known[_ENDS:]
            if made_of == key and (state == _write_state(kept) or digest == _digest_file(kept)):
                _share(kept, place)
                return digest
        return b""

    def save_file(self, slot: str, key: bytes, place: Path) -> bytes:
        """Save the file at `place`, and what it was made of in another next to it; return its
        digest, none if that fails.
        """
        digest = b""
        if self._has_failed:
            return digest
        with self._giving_up("written"):
            kept = Path(self._locate(slot))
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.unlink(missing_ok=True)
            _share(place, kept)
            digest = _digest_file(place)
            write_atomically(kept.with_suffix(_KEY), key + digest + _write_state(kept))
        return digest

    def remove_results(self, folder: str, used: Container[str]) -> None:
        """Remove the results in a folder of slots but for the files `used`."""
        if self._has_failed:
            return
        with self._giving_up("written"):
            for home, _, names in os.walk(self._locate(folder)):
                for name in names:
                    if name.removesuffix(_KEY) not in used:
                        Path(home, name).unlink(missing_ok=True)  # another build may have

    def _write(self, name: str, data: bytes) -> None:
        if self.is_local:
            write_atomically(Path(self._locate(name)), data)
        else:
            self._files.pipe_file(self._locate(name), data)

    @contextmanager
    def _giving_up(self, done: str) -> Iterator[None]:
        """If the place fails, warn with advice, and do not use it again."""
        try:
            yield
        except Exception as error:  # an object store's library may raise anything
            self._has_failed = True
            _LOG.warning(
                "The cache at %s can't be %s: the command goes on without it. %s "
                "`cache` in mkdocs.yml says where it lies.",
                self._place,
                done,
                describe_os_error(error) if isinstance(error, OSError) else repr(error),
            )

    def remove(self, names: Iterable[str]) -> None:
        """Remove entries; a missing one is no error."""
        for name in names:
            with suppress(FileNotFoundError):
                self._files.rm_file(self._locate(name))

    def list_entries(self) -> dict[str, int]:
        """Return the names of all entries, with their sizes in bytes."""
        return {name: size for name, size in self._list_files() if name.count(".") == 2}

    def list_results(self) -> dict[str, int]:
        """Return the names of all that builds keep for the next one, with their sizes in bytes."""
        return {name: size for name, size in self._list_files() if name.startswith(f"{RESULTS}/")}

    def _list_files(self) -> Iterator[tuple[str, int]]:
        try:
            found = self._files.find(self._root, detail=True)
        except FileNotFoundError:
            return
        start = len(self._root) + 1
        for path, facts in found.items():
            yield path[start:], int(facts["size"] or 0)

    def _list_folder(self, folder: str) -> list[str]:
        try:
            paths = self._files.ls(self._locate(folder), detail=False)
        except FileNotFoundError:
            return []
        return [PurePosixPath(path).name for path in paths]

    def _locate(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _read_stretch(self, name: str, start: int, size: int) -> bytes:
        try:
            data: bytes = self._files.cat_file(self._locate(name), start=start, end=start + size)
        except FileNotFoundError as error:
            raise ArchiveError(
                f"An entry of the cache went away while the site was built: {self._locate(name)}. "
                "Build again."
            ) from error
        return data


def _share(place: Path, other: Path) -> None:
    """Give a file a second name, or copy it where the system can't."""
    try:
        other.hardlink_to(place)
    except OSError:  # on another file system, or on one without links
        shutil.copyfile(place, other)


def _write_state(place: Path) -> bytes:
    return repr(identify_state(place)).encode()


def _digest_file(place: Path) -> bytes:
    with place.open("rb") as file:
        return file_digest(file, "sha256").digest()
