"""The files below a folder, of which there can be a million: each is asked for what is needed."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath


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
    """Whether the file at `path` below `folder`, or a folder between, is a link out of the archive.

    The archive is the nearest folder above with an mkdocs.yml, else `folder` itself.
    """
    place = folder / path
    between = (str(one) for one in PurePosixPath(path).parents)
    # False, not an error, where a name is too long.
    if not any(os.path.islink(folder / one) for one in (path, *between) if one != "."):  # noqa: PTH114
        return False
    home = folder.resolve()
    archive = next((one for one in home.parents if (one / "mkdocs.yml").is_file()), home)
    try:
        return not place.resolve().is_relative_to(archive)
    except (OSError, RuntimeError):  # a loop
        return True
