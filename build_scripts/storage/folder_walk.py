"""The files below a folder, of which there can be a million: each is asked for what is needed."""

import os
from collections.abc import Iterator
from pathlib import Path


def walk_files(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that is no folder below `folder`, in no sequence: its POSIX path there, its entry.

    Links are not followed: one to a folder is given as it stands. Raises OSError for a folder that
    can't be read.
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


def leaves_archive(folder: Path, path: str) -> bool:
    """Whether the file at `path` below `folder` is a link that leads out of the archive.

    The archive is the nearest folder above with an mkdocs.yml, else `folder` itself.
    """
    place = folder / path
    if not os.path.islink(place):  # noqa: PTH114 (False, not an error, where a name is too long)
        return False
    home = folder.resolve()
    archive = next((one for one in home.parents if (one / "mkdocs.yml").is_file()), home)
    try:
        return not place.resolve().is_relative_to(archive)
    except (OSError, RuntimeError):  # a loop
        return True
