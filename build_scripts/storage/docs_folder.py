"""Generated pages under docs/: written where they changed, removed where they are stale."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_scripts.model.page import DataFile, Page
from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically

MANIFEST = ".generated.json"


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


def write_pages(docs: Path, pages: Iterable[Page], files: Iterable[DataFile] = ()) -> WriteReport:
    """Bring the generated pages and data files below `docs` in line with those given.

    A manifest in `docs` lists every generated file: a page with its sha256, a data file with its
    version. Files are touched only where their text or version differs, so that a watching server
    sees what changed; files of the manifest that nothing names any more are removed. Raises
    ArchiveError, before anything is written, when one would take the place of a hand-written file.
    """
    known = _read_manifest(docs)
    wanted = {page.path: page.text.encode() for page in pages}
    data_files = {file.path: file for file in files}
    digests = {path: sha256(data).hexdigest() for path, data in wanted.items()}
    digests |= {path: file.version for path, file in data_files.items()}
    _refuse_hand_written(docs, set(digests) - set(known))
    stale = sorted(set(known) - set(digests))
    # Listed before they are written: after an interruption the next build knows them as its own.
    # A data file's version counts only once the file is there.
    started = dict.fromkeys(data_files, "unfinished")
    settled = {path: known[path] for path in known if known[path] == digests.get(path)}
    _write_manifest(docs, known | digests | started | settled)
    written = 0
    for path, data in wanted.items():
        target = docs / path
        if not target.is_file() or target.read_bytes() != data:
            write_atomically(target, data)
            written += 1
    for path, file in data_files.items():
        if known.get(path) != file.version or not (docs / path).is_file():
            write_atomically(docs / path, file.load())
    for path in stale:
        (docs / path).unlink(missing_ok=True)
        _remove_empty_folders(docs, (docs / path).parent)
    _write_manifest(docs, digests)
    return WriteReport(written, len(wanted) - written, len(set(stale)), digests)


def list_generated(docs: Path) -> frozenset[str]:
    """Return the paths, below `docs`, of all files that builds wrote there. Raises ArchiveError."""
    return frozenset(_read_manifest(docs))


def _read_manifest(docs: Path) -> dict[str, str]:
    try:
        known = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ArchiveError(
            f"{docs / MANIFEST} is damaged. Remove it and the generated folders below {docs} "
            "(orders, cases, judges, courts, years, dispositions, motions, parties, authorities), "
            "then build again."
        ) from error
    return {str(path): str(digest) for path, digest in known.items()}


def _write_manifest(docs: Path, digests: dict[str, str]) -> None:
    data = json.dumps(digests, indent=0, sort_keys=True).encode() + b"\n"
    target = docs / MANIFEST
    if not target.is_file() or target.read_bytes() != data:
        write_atomically(target, data)


def _refuse_hand_written(docs: Path, new: set[str]) -> None:
    taken = sorted(path for path in new if (docs / path).exists())
    if taken:
        raise ArchiveError(
            f"The build would overwrite {docs / taken[0]}, which it did not make. "
            "Move that file, or remove it if it is left from a build."
        )


def _remove_empty_folders(docs: Path, folder: Path) -> None:
    while folder != docs and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
