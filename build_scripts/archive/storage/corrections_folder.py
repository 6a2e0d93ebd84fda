"""Corrections next to orders: finding, reading and writing them.

The corrections of `order.pdf` are in `order.pdf.yml`. Those of a file in a ZIP archive are in a
folder next to the archive: of `inner/order.pdf` in `bundle.zip`, in
`bundle.zip.corrections/inner/order.pdf.yml`.
"""

import errno
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.folder_walk import leaves_archive
from build_scripts.archive.storage.orders_folder import CORRECTIONS, CORRECTIONS_OF_ZIP
from build_scripts.archive.storage.provenance_files import SUFFIX as PROVENANCE
from build_scripts.archive.storage.provenance_files import (
    iter_provenance,
    read_provenance_file,
    read_side_file,
)
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.problems import ArchiveError, Finding, FindingCode

SUFFIX = ".yml"
LARGEST = 1024 * 1024  # bytes; a larger file is no corrections file, whatever its content


def locate_corrections(folder: Path, path: str) -> str:
    """Return where the corrections of the order at `path` are or would be, relative to `folder`."""
    order = PurePosixPath(path)
    for outer in order.parents:
        if outer.name and (folder / outer).is_file():
            inner = order.relative_to(outer)
            return f"{outer}{CORRECTIONS_OF_ZIP}/{inner}{SUFFIX}"
    return f"{order}{SUFFIX}"


def name_corrected(place: str) -> str:
    """Return the path that the corrections at `place` correct: `locate_corrections` reversed."""
    path = PurePosixPath(place).with_suffix("")
    for outer in path.parents:
        if outer.name.endswith(CORRECTIONS_OF_ZIP):
            archive = f"{outer}".removesuffix(CORRECTIONS_OF_ZIP)
            return f"{archive}/{path.relative_to(outer)}"
    return f"{path}"


def read_corrections_file(folder: Path, path: str) -> SideFile | None:
    """Read the corrections of the order at `path`, as `read_side_file` does."""
    return read_side_file(folder, locate_corrections(folder, path), LARGEST)


def read_all_corrections(folder: Path, path: str) -> bytes:
    """Return a key of all files that belong to the one at `path`: its corrections, its members'
    corrections, and its provenance. b"" if there are none.
    """
    beside = (read_corrections_file(folder, path), read_provenance_file(folder, path))
    parts = [repr((each.path, each.data)).encode() for each in beside if each is not None]
    for target in _list_inside(folder, path):
        inside = target.relative_to(folder)
        left = leaves_archive(folder, f"{inside}")
        parts += [os.fsencode(inside), b"" if left else target.read_bytes()]
    return b"\0".join(parts)


def list_files_of(folder: Path, path: str) -> tuple[str, ...]:
    """Return the path of a file of the orders folder, and those of all files that belong to it."""
    own = (locate_corrections(folder, path), f"{path}{PROVENANCE}")
    beside = (each for each in own if os.path.lexists(folder / each))
    inside = (target.relative_to(folder).as_posix() for target in _list_inside(folder, path))
    return (path, *beside, *inside)


def _list_inside(folder: Path, path: str) -> list[Path]:
    inside = folder / f"{path}{CORRECTIONS_OF_ZIP}"
    if not os.path.isdir(inside):  # noqa: PTH112 (False, not an error, where the name is too long)
        return []
    return sorted(target for target in inside.rglob("*") if target.is_file())


def attach_corrections(folder: Path, raw: RawOrder) -> RawOrder:
    """Return the raw order with its corrections and provenance files, if any."""
    return replace(
        raw,
        corrections=read_corrections_file(folder, raw.path),
        provenance=read_provenance_file(folder, raw.path),
    )


def write_corrections_file(folder: Path, path: str, data: bytes) -> Path:
    """Write a new corrections file for the order at `path`; return its path. Raise ArchiveError."""
    target = folder / locate_corrections(folder, path)
    try:
        write_atomically(target, data)
    except OSError as error:
        why = " It is named after the order's." if error.errno == errno.ENAMETOOLONG else ""
        raise ArchiveError(f"{describe_os_error(error)}{why}") from error
    return target


def remove_corrections_file(folder: Path, path: str) -> None:
    """Remove the corrections of the order at `path`, if there are any."""
    (folder / locate_corrections(folder, path)).unlink(missing_ok=True)


def list_stray_corrections(folder: Path, orders: Iterable[str]) -> tuple[Finding, ...]:
    """Return a finding for each file below `folder` that corrects, or describes, none of `orders`
    (all paths, those in archives too): its name is not quite right.
    """
    places = {path: locate_corrections(folder, path) for path in orders}
    expected = set(places.values())
    found = []
    for target in sorted(folder.rglob("*")):
        relative = target.relative_to(folder)
        place = relative.as_posix()
        if (
            target.suffix.lower() in CORRECTIONS
            and target.is_file()
            and not any(part.startswith(".") for part in relative.parts)
            and place not in expected
        ):
            found.append(_report_stray(place, places))
    for path, is_there in iter_provenance(folder):
        if not is_there:
            message = "There is no order that this file tells of; it is not used."
            advice = "Name it as its order is named, ending included; or remove it."
            shown = f"{path}{PROVENANCE}".encode("utf-8", "replace").decode()
            found.append(Finding(shown, FindingCode.BAD_SOURCE, message, advice))
    return tuple(found)


def _report_stray(place: str, places: dict[str, str]) -> Finding:
    bare = PurePosixPath(place).with_suffix("")
    meant = next(
        (right for path, right in places.items() if bare == PurePosixPath(path).with_suffix("")),
        places.get(bare.as_posix()),
    )
    advice = "Name it as its order is named, ending included, with .yml behind it; or remove it."
    if meant is not None:
        advice = f"Rename it to {meant}."
    message = "There is no order that these corrections belong to; they are not used."
    shown = place.encode("utf-8", "replace").decode()  # a name may be no text
    return Finding(shown, FindingCode.STRAY_CORRECTIONS, message, advice)
