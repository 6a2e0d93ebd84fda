"""The site's folder: built beside the one that is served, then put in its place at once."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

from build_scripts.problems import ArchiveError
from build_scripts.text.os_errors import explain_refusal

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


def put_in_place(beside: Path, site: Path) -> None:
    """Make the finished folder `beside` the site; what was the site goes.

    On Linux both change places in one step: whoever serves `site` serves the old site or the new
    one, whole. Elsewhere, and where the file system can't, there is a moment without a site.
    Raises ArchiveError where the system refuses; the old site then stays.
    """
    old = _name_beside(site, _OLD)
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
