"""Raw orders in a bucket of an object store: fetched for the current work."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import fsspec

from build_scripts.problems import ArchiveError

_QUOTED = frozenset({"http", "https"})


def is_address(place: str) -> bool:
    """Return whether a place is an fsspec address (`s3://bucket/orders`), not a path."""
    return "://" in place


@contextmanager
def open_orders(place: str, names: Iterable[str]) -> Iterator[Path]:
    """Yield a folder with the files `names`, paths relative to `place`.

    For a path it is the folder itself; from an address these files are fetched into a temporary
    folder, deleted after the block. Raise ArchiveError if one can't be fetched.
    """
    if not is_address(place):
        yield Path(place)
        return
    with tempfile.TemporaryDirectory(prefix="orders-fetched-") as folder:
        _fetch(place, names, Path(folder))
        yield Path(folder)


def _fetch(place: str, names: Iterable[str], folder: Path) -> None:
    name = ""
    try:
        files, root = fsspec.core.url_to_fs(place)
        protocols = {files.protocol} if isinstance(files.protocol, str) else set(files.protocol)
        for name in names:
            asked = quote(name) if protocols & _QUOTED else name
            data = files.cat_file(f"{str(root).rstrip('/')}/{asked}")
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    except Exception as error:  # an object store's library may raise anything
        raise ArchiveError(
            f"A worker can't fetch {name or 'the orders'} from {place}: "
            f"{type(error).__name__}: {error}. Copy the orders folder there, let the workers read "
            "it, and install on them what that kind of address needs."
        ) from error
