"""Accessibility: the pages' standard, their tests, and what limits the text of some orders."""

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
    anchor: str


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """The page: how many orders there are, and their limits."""

    orders: int
    limits: tuple[Limit, ...]


def view_accessibility(index: ArchiveIndex) -> AccessibilityPage:
    """Return the content of the page."""
    orders = [index.order(each).order for each in index.list_orders()]
    sure = [one.ocr_confidence for one in orders if one.ocr_confidence is not None]
    percent = round(fmean(sure)) if sure else 0
    about_scans = t("accessibility.scans_help", percent=str(percent))
    codes = [{finding.code for finding in one.findings} for one in orders]
    unread = sum(FindingCode.UNREAD_PAGE in found for found in codes)
    described = sum(bool(one.description.pictures) for one in orders)
    tables = sum(one.extracts.tables > 0 for one in orders)
    paper = sum(one.source.format in _PAPER for one in orders)
    limits = (
        (t("accessibility.scans"), len(sure), about_scans, "ocr"),
        (t("accessibility.unread"), unread, t("accessibility.unread_help"), ""),
        (t("accessibility.pictures"), described, t("accessibility.pictures_help"), ""),
        (t("accessibility.tables"), tables, t("accessibility.tables_help"), ""),
        (t("accessibility.originals"), paper, t("accessibility.originals_help"), ""),
    )
    return AccessibilityPage(len(orders), tuple(Limit(*one) for one in limits if one[1]))
