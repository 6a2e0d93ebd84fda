"""What shards made, for the build that joins them: bundles of files, rendered pages.

Entries lie beside the converted orders in the cache, a folder or an object store, named by a digest
of all that they are made from: whoever finds one has what it would make itself. They are plain
files behind a digest of their bytes; nothing in them is run.
"""

import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePosixPath

import fsspec

from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically

_DIGEST = 32  # bytes


class MadeStore:
    """Entries below `place`: a path, or an address that fsspec knows. Raises ArchiveError for an
    address that can't be opened, and where nothing can be written.
    """

    def __init__(self, place: str, *, keeps: bool = False) -> None:
        self._place = place
        self.keeps = keeps  # what is made, for others
        self._opened_by = 0  # a process: a fork opens the address anew, as object stores ask
        self._open()

    def _open(self) -> None:
        try:
            self._files, root = fsspec.core.url_to_fs(self._place, skip_instance_cache=True)
        except (ValueError, ImportError) as error:
            raise ArchiveError(f"What shards made can't lie at {self._place}: {error}.") from error
        self._root = str(root).rstrip("/")
        self._opened_by = os.getpid()

    def save_files(self, name: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Keep the files of a bundle, by their paths."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for path, data in files:
                archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED, 1)
        self._save(name, packed.getvalue())

    def load_files(self, name: str) -> list[tuple[str, bytes]] | None:
        """Return the files of a bundle; None where there is no such entry, or a damaged one."""
        data = self._load(name)
        if data is None:
            return None
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                files = [(path, archive.read(path)) for path in archive.namelist()]
        except (zipfile.BadZipFile, zlib.error):
            return None
        return files if all(_is_inside(path) for path, _ in files) else None

    def save_page(self, name: str, html: bytes, listed: str) -> None:
        """Keep a rendered page, and its address for the sitemap."""
        self._save(name, zlib.compress(json.dumps(listed).encode() + b"\n" + html, 1))

    def load_page(self, name: str) -> tuple[bytes, str] | None:
        """Return a rendered page and its address for the sitemap; None as `load_files`."""
        data = self._load(name)
        if data is None:
            return None
        try:
            listed, _, html = zlib.decompress(data).partition(b"\n")
            return html, str(json.loads(listed))
        except (zlib.error, ValueError):
            return None

    def clear(self) -> int:
        """Remove all entries; returns how many there were."""
        try:
            entries = self._files.find(self._root)
        except FileNotFoundError:
            return 0
        for entry in entries:
            self._files.rm_file(entry)
        return len(entries)

    def _save(self, name: str, data: bytes) -> None:
        place = self._locate(name)
        try:
            packed = sha256(data).digest() + data
            if "file" in self._files.protocol:
                write_atomically(Path(place), packed)
            else:
                self._files.pipe_file(place, packed)
        except OSError as error:
            raise ArchiveError(
                f"What a shard made can't be kept at {place}: {error.strerror or error}. "
                "Free some space, or set another place as `cache` in mkdocs.yml."
            ) from error

    def _load(self, name: str) -> bytes | None:
        try:
            data: bytes = self._files.cat_file(self._locate(name))
        except OSError:  # not there, or not to be read: it is made anew
            return None
        kept, data = data[:_DIGEST], data[_DIGEST:]
        return data if sha256(data).digest() == kept else None

    def _locate(self, name: str) -> str:
        if self._opened_by != os.getpid():
            self._open()
        digest = sha256(name.encode()).hexdigest()
        return f"{self._root}/{digest[:2]}/{digest}"


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not path.startswith(("/", "\\"))
