"""Banners above an order: notices on how it was read, and on what it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.order import Order
from build_scripts.pages.head_rulings import DecreeLine, iterate_decree
from build_scripts.pages.i18n import t


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice that a reader must see first."""

    kind: str
    lead: str
    words: str


class HeadText(NamedTuple):
    """What the head needs of an order's text: how it was read, and its deciding sentences."""

    is_truncated: bool
    has_mixed_columns: bool
    garbled_lines: int
    pages: int
    recognized: tuple[int, ...]  # pages read by OCR
    decree: tuple[DecreeLine, ...]


def read_head_text(order: Order) -> HeadText:
    """Return what the head needs of an order's text."""
    return HeadText(
        order.clean.truncated,
        order.clean.mixed_columns,
        order.clean.garbled_lines,
        len(order.pages),
        tuple(page.number for page in order.pages if page.ocr_confidence is not None),
        tuple(iterate_decree(order)),
    )


def iterate_banners(archived: ArchivedOrder, text: HeadText) -> Iterator[Banner]:
    """Yield the banners of an order's page, from the top."""
    order = archived.order
    if order.specimen:
        yield Banner("specimen", t("order_head.specimen_lead"), t("order_head.specimen"))
    if text.is_truncated:
        yield Banner("extract", t("order_head.truncated_lead"), t("order_head.truncated"))
    if text.has_mixed_columns:
        yield Banner("mixed", t("order_head.mixed_columns_lead"), t("order_head.mixed_columns"))
    if count := text.garbled_lines:
        words = t("order_head.garbled", count=count)
        yield Banner("garbled", t("order_head.mixed_columns_lead"), words)
    if others := archived.other_files:
        cited = dict.fromkeys(cite for other in others for cite in other.citations)
        words = t("order_head.other_files", count=len(others), citations="; ".join(cited))
        yield Banner("other-files", t("order_head.other_files_lead"), words)
    is_order = order.description.is_order
    if not is_order.value:
        words = t("order_head.not_an_order", reason=is_order.reason)
        yield Banner("no-order", t("order_head.not_an_order_lead"), words)
    if order.ocr_confidence is not None:
        words = _describe_ocr(text, round(order.ocr_confidence))
        yield Banner("ocr", t("order_head.ocr_lead"), words)


def _describe_ocr(text: HeadText, confidence: int) -> str:
    """Return which pages OCR read: only the last page if only that one was scanned."""
    read = text.recognized
    if len(read) == text.pages:
        return t("order_head.ocr", confidence=confidence)
    return t(
        "order_head.ocr_pages", count=len(read), pages=_format_ranges(read), confidence=confidence
    )


def _format_ranges(numbers: Sequence[int]) -> str:
    """Return "1, 3–5, 8"; the numbers are in order."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    return ", ".join("–".join(map(str, each)) for each in ranges)
