"""An order whose court or docket number is corrected, moved to its folder."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from build_scripts.archive.storage.new_orders import move_raw_order
from build_scripts.convert.order import convert_order
from build_scripts.describing import Corrections, read_corrections
from build_scripts.model.raw_order import CorrectionsFile, RawOrder
from build_scripts.problems import FindingCode, WithheldOrderError
from build_scripts.site.pipeline import find_place

_PLACING = ("court", "docket_numbers")


def move_corrected(folder: Path, raw: RawOrder, before: CorrectionsFile | None) -> str | None:
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
