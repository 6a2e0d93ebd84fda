"""The results of a build, and its warnings."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.archive.storage.orders_folder import name_file
from build_scripts.model.address_ledger import AddressLedger
from build_scripts.model.archive import Archive
from build_scripts.model.history import HistoryEvent
from build_scripts.model.page import SiteChoices
from build_scripts.model.text.numbers import count
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.problems import KEPT_OFF, FindingCode
from build_scripts.site.data.publication import Publication


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of a build, for the command line's summary.

    `index` is the archive as the site shows it; `published` and `logged` are the ledger of
    addresses and the history before the build, `publication` is the log after it.
    """

    archive: Archive
    index: ArchiveIndex
    choices: SiteChoices
    pages: int
    published: AddressLedger
    logged: tuple[HistoryEvent, ...]
    publication: Publication

    @property
    def counts(self) -> str:
        """Return "12 orders, 1 withheld, 1 file not read, 90 pages"."""
        archive = self.archive
        kept_off = {one.path for one in archive.findings if one.code in KEPT_OFF}
        withheld = len({one.path for one in archive.withheld} - kept_off)
        said = (
            count(len(archive.orders), "order"),
            f"{withheld} withheld" if withheld else "",
            f"{count(len(archive.unread), 'file')} not read" if archive.unread else "",
            count(self.pages, "page"),
        )
        return ", ".join(filter(None, said))

    @property
    def recorded(self) -> int:
        """Return how many lines of the ledger of addresses the build added or changed."""
        return len(set(self.archive.address_ledger.values()) - set(self.published.values()))


def list_warnings(archive: Archive, folder: Path) -> Iterator[str]:
    """Yield a line on each address that is lost, each file that is held back, and each corrections
    file that can't be used: what its owner wanted is not so, or nothing of the order is published.
    """
    for finding in archive.findings:
        is_left = finding.code is FindingCode.WITHHELD and finding.mend  # as nobody asked for
        if finding.code is FindingCode.LOST_ADDRESS:
            yield f"{finding.message} {finding.advice}"
        elif is_left or finding.code in {*KEPT_OFF, FindingCode.BAD_CORRECTIONS}:
            place = ", ".join(filter(None, (finding.path, finding.place)))
            command = finding.command(name_file(finding, folder))
            yield f"{place}: {finding.message} {finding.advice} {command}"
