"""The file next to an order that records its source: finding, reading and writing it.

That of `order.pdf` is `order.pdf.source.json`. A file in a ZIP archive has none.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.folder_walk import leaves_archive
from build_scripts.model.provenance import LARGEST
from build_scripts.model.raw_order import SideFile

SUFFIX = ".source.json"


def is_provenance(name: str) -> bool:
    """Return whether a file of this name describes another, and is no order itself."""
    return name.lower().endswith(SUFFIX)


def read_provenance_file(folder: Path, path: str) -> SideFile | None:
    """Read the provenance file of the order at `path`, as `read_side_file` does."""
    return read_side_file(folder, f"{path}{SUFFIX}", LARGEST)


def read_side_file(folder: Path, place: str, largest: int) -> SideFile | None:
    """Read the file at `place`; return None if there is none. One that can't be read, is too large
    or is a link that leaves the archive has no bytes.
    """
    if not os.path.lexists(folder / place):
        return None
    if leaves_archive(folder, place):
        return SideFile(place, None)
    try:
        with (folder / place).open("rb") as file:
            data = file.read(largest + 1)
    except OSError:
        return SideFile(place, None)
    return SideFile(place, data if len(data) <= largest else None)


def write_provenance_file(folder: Path, path: str, data: bytes) -> None:
    """Write the provenance file of the order at `path`. Raise OSError if the system refuses."""
    write_atomically(folder / f"{path}{SUFFIX}", data)


def iter_provenance(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield the path of each order below `folder` with a provenance file, and whether it exists."""
    for place in sorted(folder.rglob(f"*{SUFFIX}")):
        path = place.relative_to(folder).as_posix().removesuffix(SUFFIX)
        if not any(part.startswith(".") for part in path.split("/")):
            yield path, (folder / path).is_file()
