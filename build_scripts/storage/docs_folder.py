"""Generated pages under docs/: written where they changed, removed where they are stale."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_scripts.model.page import Page
from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically

MANIFEST = ".generated.json"


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What writing did, in numbers of pages."""

    written: int
    unchanged: int
    removed: int

    @property
    def pages(self) -> int:
        """Generated pages that now lie under docs/."""
        return self.written + self.unchanged


def write_pages(docs: Path, pages: Iterable[Page]) -> WriteReport:
    """Bring the generated pages below `docs` in line with `pages`.

    A manifest in `docs` lists every generated file with its sha256. Files are touched only where
    their text differs, so that a watching server sees what changed; files of the manifest that
    no page names any more are removed. Raises ArchiveError, before anything is written, when a
    page would take the place of a hand-written file.
    """
    known = _read_manifest(docs)
    wanted = {page.path: page.text.encode() for page in pages}
    digests = {path: sha256(data).hexdigest() for path, data in sorted(wanted.items())}
    _refuse_hand_written(docs, set(wanted) - set(known))
    stale = sorted(set(known) - set(wanted))
    # Listed before they are written: after an interruption the next build knows them as its own.
    _write_manifest(docs, known | digests)
    written = 0
    for path, data in wanted.items():
        target = docs / path
        if not target.is_file() or target.read_bytes() != data:
            write_atomically(target, data)
            written += 1
    for path in stale:
        (docs / path).unlink(missing_ok=True)
        _remove_empty_folders(docs, (docs / path).parent)
    _write_manifest(docs, digests)
    return WriteReport(written, len(wanted) - written, len(stale))


def _read_manifest(docs: Path) -> dict[str, str]:
    try:
        known = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ArchiveError(
            f"{docs / MANIFEST} is damaged. Remove it and the generated folders below {docs} "
            "(orders, cases, judges, courts, years, dispositions), then build again."
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
