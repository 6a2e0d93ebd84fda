"""The site's folder: built beside the one that is served, then put in its place at once."""

import ctypes
import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from build_scripts.problems import ArchiveError
from build_scripts.refusals import explain_refusal
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.folder_walk import walk_files
from build_scripts.storage.spare_folder import keep_spare, remove_files

_NEW, _OLD = ".new", ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # of renameat2(2): both names change places in one step


def begin_beside(site: Path) -> Path:
    """Return the empty folder in which a site is built while `site` is still served.

    What an interrupted build left there goes. Raises ArchiveError where it can't be made.
    """
    beside = _name_beside(site, _NEW)
    try:
        clear_beside(site)
        beside.mkdir(parents=True)
    except OSError as error:
        raise ArchiveError(f"The site can't be built: {explain_refusal(error, beside)}") from error
    return beside


def clear_beside(site: Path) -> None:
    """Remove what an interrupted build left beside the site. Raises OSError.

    Where it was interrupted as two folders changed names, the old site gets its own back.
    """
    old = _name_beside(site, _OLD)
    if old.exists() and not site.exists():
        old.rename(site)
    for left in (_name_beside(site, _NEW), old):
        if left.exists():
            shutil.rmtree(left)


def put_in_place(beside: Path, site: Path, spare: Path | None = None) -> None:
    """Make the finished folder `beside` the site; what was the site goes, but for what both share,
    which is kept as the folder `spare` where one is wanted. What an earlier build kept there goes,
    also where this one did not begin from it: it may hold what left the site since.

    On Linux both change places in one step: whoever serves `site` serves the old site or the new
    one, whole. Elsewhere, and where the file system can't, there is a moment without a site.
    Raises ArchiveError where the system refuses; the old site then stays.
    """
    old = _name_beside(site, _OLD)
    if spare is not None:
        shutil.rmtree(spare, ignore_errors=True)
    try:
        if not site.exists():
            beside.rename(site)
            return
        if _exchange(beside, site):
            old = beside
        else:
            site.rename(old)
            try:
                beside.rename(site)
            except OSError:
                old.rename(site)
                raise
    except OSError as error:
        raise ArchiveError(
            f"The new site can't take the place of {site}: {explain_refusal(error, site)}"
        ) from error
    if spare is not None:
        keep_spare(old, site, spare)
    shutil.rmtree(old, ignore_errors=True)  # what stays goes before the next build


def _name_beside(site: Path, ending: str) -> Path:
    return site.with_name(f".{site.name}{ending}")


def _exchange(one: Path, other: Path) -> bool:
    """Let two names change places at once; False where the system can't."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(other))


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site as its build left it.

    `key` is a digest of all that it was made from; `sha256` of its bytes. `size` and `changed`
    (nanoseconds) tell whether anybody wrote to it since. `listed` is its address in the sitemap,
    "" for what is not listed there. `proven` names the search that found nothing in it that must
    not stand there, "" where none was made.
    """

    key: str
    sha256: str
    size: int
    changed: int
    listed: str = ""
    proven: str = ""


class SiteIndex:
    """What the last build left in a site's folder, so that the next takes over what is the same."""

    def __init__(self, place: Path, site: Path) -> None:
        """Read the index at `place`; one that is missing or damaged knows nothing."""
        self._place = place
        self._site = site
        self._before = _read_rows(place)
        self.files: dict[str, SiteFile] = {}

    def take_over(self, path: str, key: str, beside: Path) -> bool:
        """Link a file of the old site into the new one, if it is there as its build left it.

        Where it is not, nothing is there under its name: nobody writes into a file of two names.
        """
        row = self._before.get(path)
        target = f"{beside}/{path}"
        if row is not None and row.key == key and self._is_there(path, row):
            link(f"{self._site}/{path}", target)
            self.files[path] = row
            return True
        with suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108 (of a million)
        return False

    def _is_there(self, path: str, row: SiteFile) -> bool:
        try:
            found = os.lstat(f"{self._site}/{path}")
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (row.size, row.changed)

    def clear_rest(self, beside: Path) -> None:
        """Remove what the spare folder has besides the files that are now known. Raises OSError."""
        remove_files(beside, [path for path, _ in walk_files(beside) if path not in self.files])

    def add(self, path: str, key: str, sha256: str, beside: Path, listed: str = "") -> None:
        """Remember a file that this build wrote into the folder beside the site."""
        found = (beside / path).stat()
        self.files[path] = SiteFile(key, sha256, found.st_size, found.st_mtime_ns, listed)

    def mark_proven(self, search: str) -> None:
        """Remember that a search found nothing in any of the files."""
        for path, row in self.files.items():
            if row.proven != search:
                self.files[path] = replace(row, proven=search)

    def write(self) -> None:
        """Write what this build knows. Raises OSError."""
        rows = (
            f"{path}\t{row.key}\t{row.sha256}\t{row.size}\t{row.changed}\t{row.listed}\t{row.proven}\n"
            for path, row in sorted(self.files.items())
        )
        write_atomically(self._place, (line.encode() for line in rows))


def link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where the file system has no such thing.

    What has that name already stays, where it is the same file.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        if not os.path.samefile(source, target):  # noqa: PTH121 (of a million)
            os.unlink(target)  # noqa: PTH108
            link(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 (of a million)
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
    except OSError:
        shutil.copy2(source, target)


def _read_rows(place: Path) -> dict[str, SiteFile]:
    try:
        text = place.read_text("utf-8")
        rows = {}
        for line in text.splitlines():
            path, key, sha256, size, changed, listed, proven = line.split("\t")
            rows[path] = SiteFile(key, sha256, int(size), int(changed), listed, proven)
    except (OSError, ValueError):
        return {}
    return rows
