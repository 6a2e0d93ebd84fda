"""A folder from which the next build of a site begins: the site's files, under second names.

To name each page anew in folders made anew, and to remove as many of the site before, takes longer
than all else where one order was added. So the folder of the old site is kept, with what it shares
with the new one and nothing else: what left the site is not in it.
"""

import os
from contextlib import suppress
from pathlib import Path

from build_scripts.storage.folder_walk import walk_files


def take_spare(spare: Path, beside: Path) -> None:
    """Let the spare folder take the place of the empty folder `beside`, where there is one."""
    with suppress(OSError):  # not there, or on another disk
        if spare.is_dir():
            beside.rmdir()
            spare.rename(beside)
    beside.mkdir(exist_ok=True)


def keep_spare(old: Path, site: Path, spare: Path) -> None:
    """Make the folder of the old site the spare one: files that are not the site's own leave it.

    There is none at `spare`. Where the system refuses, the old folder stays for its owner to
    remove: a spare one saves work and is nothing else.
    """
    with suppress(OSError):
        own = {path: entry.inode() for path, entry in walk_files(site)}
        others = [path for path, entry in walk_files(old) if entry.inode() != own.get(path)]
        remove_files(old, others)
        spare.parent.mkdir(parents=True, exist_ok=True)
        old.rename(spare)


def remove_files(folder: Path, paths: list[str]) -> None:
    """Remove files below a folder, and the folders that are empty without them. Raises OSError."""
    for path in paths:
        os.unlink(f"{folder}/{path}")  # noqa: PTH108 (of a million)
        place = os.path.dirname(path)  # noqa: PTH120
        with suppress(OSError):  # the first that is not empty
            while place:
                os.rmdir(f"{folder}/{place}")  # noqa: PTH106
                place = os.path.dirname(place)  # noqa: PTH120
