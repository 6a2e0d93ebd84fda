"""The steps of `orders correct` without the editor: find the order, draft, write, check, move."""

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from build_scripts.archive.storage.corrections_folder import (
    attach_corrections,
    locate_corrections,
    read_corrections_file,
)
from build_scripts.archive.storage.new_orders import move_raw_order
from build_scripts.archive.storage.orders_folder import (
    CORRECTIONS,
    IN_ARCHIVE,
    list_order_paths,
    locate_file,
    read_raw_order,
)
from build_scripts.convert.order import convert_order
from build_scripts.describing import (
    Corrections,
    MistakeError,
    edit_corrections,
    read_corrections,
    says_nothing,
    write_settings,
    write_template,
)
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.problems import (
    ArchiveError,
    Finding,
    FindingCode,
    UnreadableOrderError,
    WithheldOrderError,
)
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.site.adding import find_place
from build_scripts.site.data_writer import SCHEMA

_PLACING = ("court", "docket_numbers")


@dataclass(frozen=True, slots=True)
class Draft:
    """A corrections file in its current state or, if there is none yet, a new one."""

    order: str  # the order's path below the folder of orders
    place: Path
    text: str
    exists: bool


def draft_corrections(folder: Path, file: Path, site: Path, today: datetime.date) -> Draft:
    """Return a draft of the corrections of an order of the archive; nothing is written.

    `site` is the folder of the built site, which has the schema. `file` is below `folder`, or names
    a file of a ZIP archive there (bundle.zip::inner.pdf). Raises ArchiveError if it is elsewhere or
    is no order, and what `convert_order` raises.
    """
    raw, place = open_corrections(folder, file)
    if raw.corrections is not None:
        text = (raw.corrections.data or b"").decode(errors="replace")
        return Draft(raw.path, place, text, exists=True)
    return Draft(raw.path, place, _begin_corrections(raw, place, site, today), exists=False)


def _begin_corrections(raw: RawOrder, place: Path, site: Path, today: datetime.date) -> str:
    schema = Path(os.path.relpath(site / SCHEMA, place.parent)).as_posix()
    description = convert_order(raw, confirmed=True).description
    return write_template(PurePosixPath(raw.path).name, raw.sha256, description, schema, today)


def set_fields(
    folder: Path,
    draft: Draft,
    settings: Mapping[str, Sequence[str]],
    *,
    unset: Sequence[str] = (),
    by: str,
    note: str,
    is_public: bool,
    today: datetime.date,
) -> Draft:
    """Return the draft with fields set or removed, with author and reason; nothing is written.

    The values of a field are as a person types them: see `write_settings`. Raises ArchiveError if
    they can't be used, by the schema for an editor's file, or the file can't be added to, and
    WithheldOrderError if it withholds the order.
    """
    raw = attach_corrections(folder, find_raw(folder, draft.order))

    def edit(text: str) -> str:
        sha256 = raw.sha256 if is_public else ""
        about = {"by": by, "note": note, "public_sha256": sha256}
        return write_settings(text, settings, unset=unset, today=today, **about)

    try:
        text = edit_corrections(raw, edit, draft.text)
    except MistakeError as mistake:
        raise ArchiveError(f"{draft.place}: {mistake} Nothing was written.") from mistake
    return replace(draft, text=text)


def is_left_with_nothing(folder: Path, draft: Draft, site: Path, today: datetime.date) -> bool:
    """Return whether the draft is empty, without even a comment that a person wrote."""
    if not says_nothing(draft.text):
        return False
    fresh = _begin_corrections(find_raw(folder, draft.order), draft.place, site, today)
    comments = {line for line in draft.text.splitlines() if "#" in line}
    return comments <= set(fresh.splitlines())


def withdraw_draft(draft: Draft) -> bool:
    """Remove a new corrections file in which nothing was changed; return whether it was one."""
    if draft.exists or not draft.place.is_file() or draft.place.read_bytes() != draft.text.encode():
        return False
    draft.place.unlink()
    return True


def check_corrections(folder: Path, draft: Draft) -> tuple[Finding, ...]:
    """Return the errors in the corrections file, and the questions left of a held order."""
    raw = attach_corrections(folder, find_raw(folder, draft.order))
    if raw.corrections is None:
        return ()
    try:
        order = convert_order(raw)
    except WithheldOrderError as error:
        return (error.finding,)
    return tuple(
        each
        for each in order.findings
        if each.path == raw.corrections.path or each.code is FindingCode.HELD_BACK
    )


def open_corrections(folder: Path, file: Path) -> tuple[RawOrder, Path]:
    """Return an order of the archive with its corrections, and their path. Raises ArchiveError."""
    path = _place_in_archive(folder, file)
    raw = replace(find_raw(folder, path), corrections=read_corrections_file(folder, path))
    return raw, folder / locate_corrections(folder, path)


def _place_in_archive(folder: Path, file: Path) -> str:
    """Return the path below `folder` of an order named by a person. Raises ArchiveError."""
    named = file if file.exists() else Path(str(file).replace(IN_ARCHIVE, "/", 1))
    for base, place in (
        (Path(os.path.abspath(folder)), Path(os.path.abspath(named))),  # noqa: PTH100 (a link stays)
        (folder.resolve(), named.resolve()),
    ):
        if place.is_relative_to(base) and place != base:
            return place.relative_to(base).as_posix()
    raise ArchiveError(
        f"{file} is not in the archive's folder of orders, {folder}. `orders show` names the file "
        "(path) of a page's address or a docket number; `orders add` adds a new one."
    )


def find_raw(folder: Path, path: str) -> RawOrder:
    """Return the raw order at a path below `folder`, in a ZIP archive or not.

    Raises ArchiveError if there is none, or the path is that of corrections.
    """
    order = PurePosixPath(path)
    if order.suffix.lower() in CORRECTIONS:
        raise ArchiveError(
            f"{path} is a corrections file. Name the order, {order.with_suffix('')}, instead."
        )
    outer = locate_file(folder, path)
    if not os.path.lexists(folder / outer):
        raise ArchiveError(
            f"There is no order at {folder / path}. Look at the path: an order moves when its "
            "court or docket number is corrected."
        )
    raw = read_raw_order(folder, outer)
    if outer not in list_order_paths(folder):
        raise ArchiveError(f"{folder / outer} is not taken for an order. Rename it, or leave it.")
    orders = expand_archive(raw).orders
    found = next((each for each in orders if each.path == path), None)
    if found is not None:
        return found
    members = [each.path.removeprefix(f"{outer}/") for each in orders]
    known = f"Name one of its files: {folder / outer}{IN_ARCHIVE}{members[0]}" if members else ""
    what = "It is a ZIP archive." if outer == path else "The archive holds no such file."
    raise UnreadableOrderError.of(path, what, known or "Look what `orders check` says of it.")


def move_corrected(folder: Path, raw: RawOrder, before: SideFile | None) -> str | None:
    """Move an order from the folder that `orders add` gave it to the one that it would give now.

    `raw` has its corrections as they are now, `before` are those that it had. A file that its owner
    placed by hand stays where it is, and so does one in a ZIP archive, or a withheld one. Returns
    its new path below `folder`, or None if it stays. Raises ArchiveError if another file has the
    place.
    """
    after = raw.corrections
    try:
        was, now = (read_corrections(replace(raw, corrections=one)) for one in (before, after))
    except WithheldOrderError:
        return None
    if _list_placing(was) == _list_placing(now) or not (folder / raw.path).is_file():
        return None
    if now and any(each.code is FindingCode.BAD_CORRECTIONS for each in now.findings):
        return None
    old, new = (
        find_place(convert_order(replace(raw, corrections=one), confirmed=True))
        for one in (before, after)
    )
    if old == new or PurePosixPath(raw.path).parent != PurePosixPath(old):
        return None
    return move_raw_order(folder, raw.path, new)


def _list_placing(corrections: Corrections | None) -> list[object]:
    return [corrections.values.get(field) if corrections else None for field in _PLACING]
