"""The page of the whole archive's data files: what each has, its rows, columns and size."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.model.page import SiteChoices, TemplatePage
from build_scripts.model.publication_log import COLUMNS as LOG_COLUMNS
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.i18n import t
from build_scripts.pages.pagination import describe_list
from build_scripts.site.data.archive_database import DATABASE
from build_scripts.site.data.csv_tables import (
    CITATION_COLUMNS,
    HISTORY_COLUMNS,
    ORDER_COLUMNS,
    RULING_COLUMNS,
)
from build_scripts.site.data.json_lines import JSON_LINES
from build_scripts.site.data.publication import LOG
from build_scripts.site.data_writer import AUTHORITIES, CITATIONS
from build_scripts.site.size import format_size

_PAGE = "data-files"
_SIZE = "<!-- size of {} -->"


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file: its name, what it has and how to use it, its rows, their columns; none for what is
    no table. `size` is replaced by the file's size once it is written.
    """

    name: str
    about: str
    rows: int | None
    columns: tuple[str, ...]
    size: str


def publish_data_page(index: ArchiveIndex, choices: SiteChoices) -> TemplatePage:
    """Return the page; `fill_sizes` completes it."""

    def make() -> tuple[FileRow, ...]:
        return tuple(_list_files(index, choices))

    meta = describe_list(is_found=False)
    return TemplatePage(f"{_PAGE}.md", t("data_page.title"), "data_files.html", make, meta)


def fill_sizes(site: Path) -> None:
    """Write the sizes of the files of a built site into its page. Raises OSError."""
    page = site / _PAGE / "index.html"
    if not page.is_file():
        return
    html = page.read_text(encoding="utf-8")
    for file in site.iterdir():
        if file.is_file() and (sign := _SIZE.format(file.name)) in html:
            html = html.replace(sign, format_size(file.stat().st_size))
    page.unlink()  # its bytes may be shared with a kept copy
    page.write_text(html, encoding="utf-8")


def _list_files(index: ArchiveIndex, choices: SiteChoices) -> Iterator[FileRow]:
    orders = [index.order(place) for place in index.list_orders()]
    described = [one.order.description for one in orders]
    citations = sum(len(one.order.citations) for one in orders)
    rulings = sum(len(one.rulings) for one in described)
    histories = sum(len(one.subsequent) for one in orders)
    tables = (
        ("orders.csv", "data_page.orders", len(orders), ORDER_COLUMNS),
        ("rulings.csv", "data_page.rulings", rulings, RULING_COLUMNS),
        ("subsequent_history.csv", "data_page.histories", histories, HISTORY_COLUMNS),
        (CITATIONS, "data_page.citations", citations, CITATION_COLUMNS),
        (JSON_LINES, "data_page.lines", len(orders), ()),
        (AUTHORITIES, "data_page.authorities", len(index.archive.authorities), ()),
        (LOG, "data_page.log", None, LOG_COLUMNS),
        (DATABASE, "data_page.database", None, ()),
    )
    is_offered = {DATABASE: choices.database, LOG: bool(orders)}
    for name, about, rows, columns in tables:
        if is_offered.get(name, True):
            size = _SIZE.format(name)
            yield FileRow(name, t(about), rows, tuple(columns), size)
