"""The files below a folder, which can be a million: each is examined only as needed."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath


def walk_files(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all but folders below `folder`, in no order: the POSIX path relative to it, the entry.
    A link to a folder is yielded itself. Raise OSError for an unreadable folder.
    """
    waiting: list[tuple[str, str]] = [("", str(folder))]
    while waiting:
        base, place = waiting.pop()
        with os.scandir(place) as found:
            entries = list(found)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{base}{entry.name}/", entry.path))
            else:
                yield f"{base}{entry.name}", entry


def identify_state(place: os.DirEntry[str] | Path) -> tuple[int, int, int]:
    """Return what changes whenever somebody writes to a file. Raise OSError."""
    facts = place.stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns


def leaves_archive(folder: Path, path: str) -> bool:
    """Return whether the file at `path` below `folder`, or a folder between, links out of the
    archive: the nearest folder above with an mkdocs.yml, else `folder` itself.
    """
    place = folder / path
    between = (str(one) for one in PurePosixPath(path).parents)
    # False, not an error, if a name is too long.
    if not any(os.path.islink(folder / one) for one in (path, *between) if one != "."):  # noqa: PTH114
        return False
    home = folder.resolve()
    archive = next((one for one in home.parents if (one / "mkdocs.yml").is_file()), home)
    try:
        return not place.resolve().is_relative_to(archive)
    except (OSError, RuntimeError):  # a loop
        return True
