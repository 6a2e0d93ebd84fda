"""Accessibility: the pages' standard, their tests, and what limits the text of some orders."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from build_scripts.model.source_text import SourceFormat
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.i18n import t
from build_scripts.problems import FindingCode

_PAPER = frozenset({SourceFormat.PDF, SourceFormat.SCAN})


@dataclass(frozen=True, slots=True)
class Limit:
    """What limits orders, how many, and what helps; `anchor` is their list on the quality page."""

    name: str
    orders: int
    help: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """The page: how many orders there are, and their limits."""

    orders: int
    limits: tuple[Limit, ...]


def view_accessibility(index: ArchiveIndex) -> AccessibilityPage:
    """Return the content of the page."""
    limits = tuple(one for one in _list_limits(index) if one.orders)
    return AccessibilityPage(len(index.list_orders()), limits)


def _list_limits(index: ArchiveIndex) -> Iterator[Limit]:
    orders = [index.order(each).order for each in index.list_orders()]
    sure = [one.ocr_confidence for one in orders if one.ocr_confidence is not None]
    percent = round(fmean(sure)) if sure else 0
    yield Limit(
        t("accessibility.scans"),
        len(sure),
        t("accessibility.scans_help", percent=str(percent)),
        "ocr",
    )
    codes = [{finding.code for finding in one.findings} for one in orders]
    yield Limit(
        t("accessibility.unread"),
        sum(FindingCode.UNREAD_PAGE in found for found in codes),
        t("accessibility.unread_help"),
    )
    yield Limit(
        t("accessibility.pictures"),
        sum(bool(one.description.pictures) for one in orders),
        t("accessibility.pictures_help"),
    )
    yield Limit(
        t("accessibility.tables"),
        sum(one.extracts.tables > 0 for one in orders),
        t("accessibility.tables_help"),
    )
    yield Limit(
        t("accessibility.originals"),
        sum(one.source.format in _PAPER for one in orders),
        t("accessibility.originals_help"),
    )
