"""The folder of raw orders: listing and reading."""

import os
import re
import shlex
from pathlib import Path, PurePosixPath

from build_scripts.archive.storage.folder_walk import leaves_archive
from build_scripts.archive.storage.provenance_files import is_provenance
from build_scripts.model.raw_order import RawOrder, is_companion
from build_scripts.problems import ArchiveError, Finding, FindingCode, UnreadableOrderError

CORRECTIONS = frozenset({".yml", ".yaml"})
# The ending of a folder with corrections of what a ZIP archive holds.
CORRECTIONS_OF_ZIP = ".corrections"
IN_ARCHIVE = "::"  # between a ZIP archive's path and that of a file in it, as commands take it
LARGEST = 200 * 1024 * 1024  # bytes; no court paper of text is larger

# Those that turn the direction of text around show a name as it is not.
_CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"


def list_order_paths(folder: Path) -> list[str]:
    """List the POSIX paths, relative to `folder`, of all raw orders at any depth, sorted.

    Companions of orders, corrections and provenance files are skipped. A folder that may not be
    read is listed itself, and so is a link to a folder or to nothing, a pipe and a device: reading
    them reports why orders are missing. Raise ArchiveError if there is no folder, or it may not be
    read.
    """
    if not folder.is_dir():
        raise ArchiveError(
            f"There is no folder of orders at {folder}. "
            "Make it and put raw orders in, or set orders_dir in mkdocs.yml."
        )
    found: list[Path] = []
    closed: list[OSError] = []
    for place, names, files in os.walk(folder, onerror=closed.append):
        names[:] = [name for name in names if not name.startswith(".")]
        links = [one for one in names if Path(place, one).is_symlink()]
        found += (Path(place, one) for one in links if Path(one).suffix != CORRECTIONS_OF_ZIP)
        found += (
            path
            for path in (Path(place) / name for name in files)
            if not is_companion(path.name)
            and path.suffix.lower() not in CORRECTIONS
            and not is_provenance(path.name)
        )
    found += (Path(error.filename) for error in closed)
    if folder in found:
        raise ArchiveError(f"{folder} may not be read. Fix the folder's permissions.")
    return sorted(path.relative_to(folder).as_posix() for path in found)


def read_raw_order(folder: Path, path: str) -> RawOrder:
    """Read the raw order at `path` below `folder`. Raise UnreadableOrderError if it is too large,
    its name is no UTF-8, it is a link that leaves the archive, or the system refuses.
    """
    if leaves_archive(folder, path):
        shown = path.encode("utf-8", "replace").decode()
        advice = "Put what it leads to in its place."
        raise UnreadableOrderError.of(shown, "It is a link that leaves the archive.", advice)
    return _read(folder / path, path)


def locate_file(folder: Path, path: str) -> str:
    """Return the path of the file with the order `path`: its own, or that of the ZIP archive that
    begins the path ("bundle.zip/inner/a.pdf"). Return the path itself if neither is there.
    """
    order = PurePosixPath(path)
    return next((o for o in (order, *order.parents) if (folder / o).is_file()), order).as_posix()


def read_loose_file(path: Path) -> RawOrder:
    """Read a raw order from anywhere; its path is kept as given. Raise UnreadableOrderError as
    `read_raw_order` does, and for a missing file, a folder, a pipe or a device.
    """
    name = PurePosixPath(path).as_posix()
    if os.path.isdir(path):  # noqa: PTH112
        advice = f"Run `orders import folder {shlex.quote(name)}` to add the orders in it."
        raise UnreadableOrderError.of(name, "This is a folder.", advice)
    return _read(path, name)


def _read(path: Path, name: str) -> RawOrder:
    shown = re.sub(_CONTROL, "\N{REPLACEMENT CHARACTER}", name.encode("utf-8", "replace").decode())
    if shown != name:  # no page could print it, and no ledger keep it
        what = (
            "The file's name has control characters or signs of direction, or is no text in UTF-8."
        )
        raise UnreadableOrderError.of(shown, what, "Rename the file.")
    try:
        if path.is_dir():
            if path.is_symlink():
                what = "It is a link to a folder, and such links are not followed."
                raise UnreadableOrderError.of(name, what, "Put the folder itself in its place.")
            next(path.iterdir(), None)  # reading an unreadable one reports it
            raise IsADirectoryError(21, "Is a folder")
        if not path.is_file() and path.exists():  # reading it may never end
            advice = "Put a file with what it holds in its place."
            raise UnreadableOrderError.of(name, "This is a pipe or a device, not a file.", advice)
        if path.stat().st_size > LARGEST:
            size = f"The file has more than {LARGEST // 1024 // 1024} MB."
            raise UnreadableOrderError.of(name, size, "Split it: one order a file.")
        return RawOrder.from_bytes(name, path.read_bytes())
    except OSError as error:
        # Those of Path raise an error for what is in a folder that may not be read.
        is_dangling = os.path.islink(path) and not os.path.exists(path)  # noqa: PTH110, PTH114
        what = "The file that this link leads to" if is_dangling else "The file"
        why = f"{what} can't be read: {error.strerror}."
        raise UnreadableOrderError.of(name, why, "Check the path and its permissions.") from error


def name_file(finding: Finding, folder: Path) -> str:
    """Return a finding's file as a command takes it here; a lost address stays as it is."""
    if finding.code is FindingCode.LOST_ADDRESS:
        return finding.path
    file = Path(os.path.abspath(folder / finding.path))  # noqa: PTH100 (a link stays)
    return str(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)
