"""The staging folder: a site is built there, then replaces the one that is served."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.problems import ArchiveError
from build_scripts.site.manifest import SUMS

_NEW, _OLD = ".new", ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # of renameat2(2): both names change places in one step


def create_staging(site: Path) -> Path:
    """Create the empty folder in which a site is built while `site` is still served.

    Discards the files of an interrupted build there. Raises ArchiveError if it can't be created.
    """
    staging = _sibling(site, _NEW)
    try:
        discard_staging(site)
        staging.mkdir(parents=True)
    except OSError as error:
        raise ArchiveError(
            f"The site can't be built: {describe_os_error(error, staging)}"
        ) from error
    return staging


def require_own_site(site: Path) -> None:
    """Raise ArchiveError if `site` holds anything but a site that this program built: all of it
    would be replaced.
    """
    is_own = site.is_dir() and ((site / SUMS).is_file() or not any(site.iterdir()))
    if site.exists() and not is_own:
        raise ArchiveError(
            f"{site} was not built by this program, and a build replaces all of it. "
            "Move it away, or name another folder as site_dir in mkdocs.yml."
        )


def discard_staging(site: Path) -> None:
    """Remove the staging folders of an interrupted build. Raises OSError.

    If it was interrupted while two folders changed names, the old site gets its name back.
    """
    old = _sibling(site, _OLD)
    if old.exists() and not site.exists():
        old.rename(site)
    for left in (_sibling(site, _NEW), old):
        if left.exists():
            shutil.rmtree(left)


def publish_staging(staging: Path, site: Path) -> None:
    """Replace `site` by the finished folder `staging`, and remove the old site.

    On Linux both are exchanged in one step: whoever serves `site` serves the old site or the new
    one, whole. Elsewhere, and if the file system can't, there is a moment without a site. Raises
    ArchiveError if the system refuses; the old site then stays.
    """
    old = _sibling(site, _OLD)
    try:
        if not site.exists():
            staging.rename(site)
            return
        if _exchange(staging, site):
            old = staging
        else:
            site.rename(old)
            try:
                staging.rename(site)
            except OSError:
                old.rename(site)
                raise
    except OSError as error:
        raise ArchiveError(
            f"The new site can't take the place of {site}: {describe_os_error(error, site)}"
        ) from error
    shutil.rmtree(old, ignore_errors=True)  # files that stay are removed before the next build


def _sibling(site: Path, ending: str) -> Path:
    return site.with_name(f".{site.name}{ending}")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; return False if the system can't."""
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
