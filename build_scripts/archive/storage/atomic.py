"""Atomic writing of a file: an interruption leaves the old one or the new one, never a half."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from build_scripts.model.text.os_errors import with_filename

_NAMED = 50  # characters of a name in that of its temporary file, which may have no more bytes


def write_atomically(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write `data`, or its pieces as they come, to `path` by way of a temporary file next to it,
    which an error removes; create missing folders. Raise OSError with the name of `path`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with with_filename(path):
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_NAMED]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((data,) if isinstance(data, bytes) else data)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:  # Ctrl-C too: nothing half-written stays
            Path(temporary).unlink(missing_ok=True)
            raise
