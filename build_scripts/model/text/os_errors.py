"""Errors of the operating system (a full disk, a folder without permissions), for people."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

_FREE_SPACE = "Free some space there, or choose another place"
_PERMISSIONS = "Fix the permissions there, or choose another place"
_MOVE_AWAY = "Move away what lies there"
_NEXT_STEPS = {
    errno.ENOSPC: _FREE_SPACE,
    errno.EDQUOT: _FREE_SPACE,
    errno.EFBIG: "Raise the limit of file sizes (`ulimit -f`), or choose another place",
    errno.EACCES: _PERMISSIONS,
    errno.EPERM: _PERMISSIONS,
    errno.EROFS: _PERMISSIONS,
    errno.EEXIST: _MOVE_AWAY,
    errno.ENOTDIR: _MOVE_AWAY,
    errno.EISDIR: _MOVE_AWAY,
    errno.EBUSY: "Something is mounted there: choose a folder within it",
    errno.ENAMETOOLONG: "Choose a shorter name",
    errno.EMFILE: "Raise the limit of open files (`ulimit -n`)",
}


def describe_os_error(error: OSError, place: object = "") -> str:
    """Return what failed and where, at `place` if the system names no file, and what to do."""
    where = error.filename2 or error.filename or place
    where = where.decode("utf-8", "replace") if isinstance(where, bytes) else where
    named = f"{where}: " if where else ""
    step = _NEXT_STEPS.get(error.errno or 0, "Look at that place")
    return f"{named}{error.strerror or error}. {step}."


@contextmanager
def with_filename(place: object) -> Iterator[None]:
    """Name `place` in an OSError of the block: the system names none, or a temporary file."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(place), None
        raise
