"""The files below a folder, of which there can be a million: each is asked for what is needed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path


def _raise(error: OSError) -> None:
    raise error


def pass_over(error: OSError) -> None:
    """Go on without a folder that can't be read."""
    del error


def walk_files(
    folder: Path, *, hidden: bool = True, refused: Callable[[OSError], None] = _raise
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that is no folder below `folder`, in no sequence: its POSIX path there, its entry.

    Links are not followed: one to a folder is given as it stands. Without `hidden`, names that
    begin with a dot are left out, with all below them. `refused` is told of a folder that can't be
    read; unless it is given, the error is raised.
    """
    waiting: list[tuple[str, str]] = [("", str(folder))]
    while waiting:
        base, place = waiting.pop()
        try:
            with os.scandir(place) as found:
                entries = list(found)
        except OSError as error:
            refused(error)
            continue
        for entry in entries:
            if not hidden and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{base}{entry.name}/", entry.path))
            else:
                yield f"{base}{entry.name}", entry
