"""Raw orders, and what lies beside them, written into their places in the orders folder."""

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError, DuplicateOrderError
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.corrections_folder import write_corrections_file
from build_scripts.storage.orders_folder import is_dangling, list_order_paths
from build_scripts.storage.provenance_files import write_provenance_file

_SHORT = 8  # digits of a digest that tells files of one name apart


def add_raw_order(
    folder: Path,
    raw: RawOrder,
    place: str,
    known: Mapping[str, str] | None = None,
    rename: bool = False,
) -> str:
    """Write a raw order into `folder`/`place`; return its path relative to `folder`.

    `known` and `rename` as in `pipeline.place_order`. Raises DuplicateOrderError, which says where,
    when the same bytes are there already, ArchiveError when another file has the name, OSError
    where the system refuses. What lies beside the order is written first: the order is there when
    it is there whole.
    """
    there = (index_orders(folder) if known is None else known).get(raw.sha256)
    if there is not None:
        raise DuplicateOrderError(
            f"{raw.path} is in the archive already, as {folder / there}. Nothing was copied."
        )
    name = PurePosixPath(raw.path)
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
    """Return the path of each file below `folder` by the digest of its bytes."""
    paths = list_order_paths(folder) if folder.is_dir() else []
    paths = [path for path in paths if not is_dangling(folder / path)]
    return {sha256((folder / path).read_bytes()).hexdigest(): path for path in reversed(paths)}


def move_raw_order(folder: Path, path: str, place: str) -> str:
    """Move a raw order, and what lies beside it under its name, into `folder`/`place`.

    Beside `order.pdf` lie `order.pdf.yml` and other files whose names begin so, but for those that
    are orders themselves. At no time is the order without them: it may be published by what they
    say. Folders that are left empty are removed. Returns its new path; raises ArchiveError where
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
