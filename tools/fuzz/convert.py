"""One hostile file through everything that a build does with it."""

import traceback
from dataclasses import dataclass
from pathlib import Path

from build_scripts.archive import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.model.page import DEFAULT_CHOICES, TemplatePage
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.archive_index import build_index
from build_scripts.problems import Finding, UnreadableOrderError
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.site.files import list_site_files

PACKAGE = Path(__file__).resolve().parents[2] / "build_scripts"


class BadFindingError(Exception):
    """A finding without a file, a message or an advice."""


@dataclass(frozen=True, slots=True)
class Defect:
    """What went wrong: one signature a cause, and the whole story."""

    signature: str
    story: str


def convert_bytes(data: bytes, name: str = "fuzz.bin") -> int:
    """Convert a file as `orders build` does, up to the pages' bytes; return the orders made.

    A file that is refused with a whole finding is no defect; everything else that is raised is.
    """
    made = 0
    try:
        expansion = expand_archive(RawOrder.from_bytes(name, data))
    except UnreadableOrderError as error:
        _check_finding(error.finding)
        return 0
    for finding in expansion.findings:
        _check_finding(finding)
    for raw in expansion.orders:
        try:
            order = convert_order(raw)
        except UnreadableOrderError as error:
            _check_finding(error.finding)
            continue
        for finding in order.findings:
            _check_finding(finding)
        index = build_index(catalogue_orders([order]))
        for page in list_site_files(index, Path(), DEFAULT_CHOICES):
            if isinstance(page, TemplatePage):
                _write_page(page)
        made += 1
    return made


def name_defect(error: BaseException) -> Defect:
    """Tell defects apart by the error's class and the innermost line of the program."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(PACKAGE)
    ]
    place = f"{Path(frames[-1].filename).relative_to(PACKAGE)}:{frames[-1].name}" if frames else "-"
    story = "".join(traceback.format_exception(error))[-6000:]
    return Defect(f"{type(error).__name__} in {place}", story)


def _write_page(page: TemplatePage) -> None:
    """Make what the page's template is given, and the bytes of its Markdown."""
    page.path.encode()
    page.make()
    if page.markdown is not None:
        page.markdown().encode(errors="replace")


def _check_finding(finding: Finding) -> None:
    if not (finding.path and finding.message.strip() and finding.advice.strip()):
        raise BadFindingError(repr(finding))
    f"{finding}".encode()
