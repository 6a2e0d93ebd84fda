"""New raw orders, and what lies beside them, written into the orders folder."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError, DuplicateOrderError
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.corrections_folder import write_corrections_file
from build_scripts.storage.orders_folder import list_order_paths
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
    return {sha256((folder / path).read_bytes()).hexdigest(): path for path in reversed(paths)}
