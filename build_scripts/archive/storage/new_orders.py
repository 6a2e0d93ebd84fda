"""Raw orders, and the files that belong to them, written into the orders folder."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.corrections_folder import write_corrections_file
from build_scripts.archive.storage.orders_folder import list_order_paths, read_raw_order
from build_scripts.archive.storage.provenance_files import SUFFIX, write_provenance_file
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError, DuplicateOrderError, UnreadableOrderError

_SHORT = 8  # digits of a digest that distinguish files of one name
_LONGEST = 255 - len(SUFFIX) - _SHORT - 1  # bytes of a name: the files next to an order add to it


def add_raw_order(
    folder: Path,
    raw: RawOrder,
    place: str,
    known: Mapping[str, str] | None = None,
    rename: bool = False,
) -> str:
    """Write a raw order into `folder`/`place`; return its path relative to `folder`.

    `known` and `rename` as in `adding.place_order`. Raise DuplicateOrderError, with the place, if
    the same bytes are there already, ArchiveError if the name is too long or another file has it,
    OSError if the system refuses. The files that belong to the order are written first: the order
    is there only once it is complete.
    """
    there = (index_orders(folder) if known is None else known).get(raw.sha256)
    if there is not None:
        raise DuplicateOrderError(
            f"{raw.path} is in the archive already, as {folder / there}. Nothing was copied."
        )
    name = PurePosixPath(raw.path)
    if len(os.fsencode(name.name)) > _LONGEST:
        raise ArchiveError(f"The name of {raw.path} is too long. Shorten it and add it again.")
    target = f"{place}/{name.name}"
    if rename and (folder / target).exists():
        target = f"{place}/{name.stem}-{raw.sha256[:_SHORT]}{name.suffix}"
    if (folder / target).exists():
        raise ArchiveError(
            f"Another file is named {folder / target}. Rename {raw.path} and add it again."
        )
    if raw.corrections and raw.corrections.data:
        write_corrections_file(folder, target, raw.corrections.data)
    if raw.provenance and raw.provenance.data:
        write_provenance_file(folder, target, raw.provenance.data)
    write_atomically(folder / target, raw.data)
    return target


def index_orders(folder: Path) -> dict[str, str]:
    """Return the path of each file below `folder` by the digest of its bytes; a file that can't be
    read is left out: `orders check` reports it.
    """
    found = {}
    for path in reversed(list_order_paths(folder) if folder.is_dir() else []):
        with suppress(UnreadableOrderError):
            found[read_raw_order(folder, path).sha256] = path
    return found


def move_raw_order(folder: Path, path: str, place: str) -> str:
    """Move a raw order, and the files next to it that share its name, into `folder`/`place`.

    Next to `order.pdf` are `order.pdf.yml` and other files with names that begin so, except those
    that are orders themselves. At no time is the order without them: they may restrict its
    publication. Folders that are left empty are removed. Return its new path; raise ArchiveError if
    another file has a name that is needed there.
    """
    old, new = folder / path, folder / place
    orders = set(list_order_paths(folder))
    beside = [
        each
        for each in sorted(old.parent.iterdir())
        if each.name.startswith(f"{old.name}.")
        and each.is_file()
        and each.relative_to(folder).as_posix() not in orders
    ]
    for each in (old, *beside):
        if os.path.lexists(new / each.name):
            raise ArchiveError(
                f"Another file is named {new / each.name}: {old} stays where it is. Rename it, and "
                "move it with what lies beside it."
            )
    for each in beside:
        write_atomically(new / each.name, each.read_bytes())
    new.mkdir(parents=True, exist_ok=True)
    old.rename(new / old.name)
    for each in beside:
        each.unlink()
    with suppress(OSError):  # the first that is not empty
        for left in PurePosixPath(path).parents[:-1]:
            (folder / left).rmdir()
    return f"{place}/{old.name}"
