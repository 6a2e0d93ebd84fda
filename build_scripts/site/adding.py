"""A new raw order becomes one of the folder: is it an order, and which folder is its own?"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.corrections_folder import attach_corrections, locate_corrections
from build_scripts.archive.storage.new_orders import add_raw_order
from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.convert.order import convert_order
from build_scripts.describing import MistakeError, edit_corrections, write_settings
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.problems import (
    NAME,
    REASON,
    ArchiveError,
    Finding,
    FindingCode,
    UnreadableOrderError,
    WithheldOrderError,
)

_NO_ORDER = {FindingCode.HELD_BACK, FindingCode.NOT_AN_ORDER}
_ADD_PUBLIC = f'orders add FILE --public --by "{NAME}" --reason "{REASON}"'


@dataclass(frozen=True, slots=True)
class SaidPublic:
    """Who permits the publication of a paper, why, and on which day."""

    by: str
    reason: str
    date: datetime.date


def add_order(
    folder: Path, path: Path, any_paper: bool = False, public: SaidPublic | None = None
) -> str:
    """Copy a raw order, and its corrections file, into its place below `folder`.

    `public` is written into its corrections. Return its path there. Raise UnreadableOrderError for
    a file that can't be an order, for one that its corrections withhold and, unless `public` or its
    corrections settle it, for a paper that prints that it is sealed and, without `any_paper`, for a
    motion, a complaint or another paper that decides nothing; DuplicateOrderError for bytes that
    are in the archive already, ArchiveError if a name is taken, or its corrections can't be added
    to.
    """
    raw = attach_corrections(Path(), read_loose_file(path))
    if public is not None:
        raw = _call_public(raw, public)
    return place_order(folder, raw, any_paper)


def place_order(
    folder: Path,
    raw: RawOrder,
    any_paper: bool = False,
    known: Mapping[str, str] | None = None,
    rename: bool = False,
) -> str:
    """Write a raw order, and its corrections and provenance files, into its place below `folder`.

    As `add_order`, for bytes that are in no file yet. `known` has the path of each existing file by
    its digest, for callers that add many; with `rename`, a taken name gets the digest's start.
    """
    return add_raw_order(folder, raw, judge_place(raw, any_paper), known, rename)


def judge_place(raw: RawOrder, any_paper: bool = False) -> str:
    """Return the folder, in that of the orders, that a raw order belongs in: "cand/3-31-cv-00123".

    Raise UnreadableOrderError, as `add_order`.
    """
    try:
        order = convert_order(raw)
    except WithheldOrderError as error:
        if error.finding.code is FindingCode.SEALED:
            raise _refuse(error.finding, "If it may be read by everyone, say so.") from error
        raise
    doubt = next((one for one in order.findings if one.code in _NO_ORDER), None)
    if doubt and not any_paper:
        kind = order.description.is_order
        what = doubt.message if kind.value else f"This may not be a court order: {kind.reason}."
        asked = Finding(raw.path, FindingCode.NOT_AN_ORDER, what, "", doubt.place)
        raise _refuse(
            asked,
            "If it is an order, add it with --force: `orders check` asks what it is. If it is none "
            "and may be published all the same, say so.",
        )
    return find_place(order)


def find_place(order: Order) -> str:
    """Return an order's folder below that of all orders: court, docket."""
    address = catalogue_orders([order]).orders[0].address
    return address.removeprefix("orders/").rpartition("/")[0]


def _refuse(finding: Finding, advice: str) -> UnreadableOrderError:
    return UnreadableOrderError(
        replace(finding, advice=f"Nothing was copied. {advice}", mend=_ADD_PUBLIC)
    )


def _call_public(raw: RawOrder, public: SaidPublic) -> RawOrder:
    known = raw.corrections
    if known and known.data is None:
        return raw  # a file that can't be read may withhold it
    place = known.path if known else locate_corrections(Path(), raw.path)
    said = {"by": public.by, "note": public.reason, "public_sha256": raw.sha256}
    try:
        text = edit_corrections(
            raw, lambda text: write_settings(text, {}, today=public.date, **said)
        )
    except MistakeError as error:
        raise ArchiveError(f"{place} can't be added to: {error} Nothing was copied.") from error
    return replace(raw, corrections=SideFile(place, text.encode()))
