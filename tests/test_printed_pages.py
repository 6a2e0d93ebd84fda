"""An order whose printed page numbers are not its sheets': marks, anchors and pins are as printed."""

import io
import json
import re
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.cli.show import show_object
from build_scripts.convert.order import convert_order
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.order_page import view_order

PROSE = "The Court finds that the motion of the plaintiff is to be denied on this record."
CAPTION = [
    "UNITED STATES DISTRICT COURT",
    "NORTHERN DISTRICT OF CALIFORNIA",
    "",
    "QUILL & LANTERN LTD., Plaintiff,",
    "v.",
    "HERON COMPANY, Defendant.",
    "",
    "Case No. 31-cv-01234",
    "",
    "ORDER DENYING MOTION TO DISMISS",
]


def print_order(place: Path, numbers: list[str]) -> Path:
    """A sheet for each number, "" for one without; the third says where the second is."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=1)
    for sheet, number in enumerate(numbers, start=1):
        canvas.setFont("Times-Roman", 12)
        lines = [f"On sheet {sheet}: {PROSE}"] + [PROSE] * 16
        if sheet == 1:
            lines = [*CAPTION, "", *lines[:8]]
        if sheet == 3:
            lines[4] = "For what was said on page 1, supra, the Court has nothing to add to it now."
        for at, line in enumerate(lines):
            canvas.drawString(72, 720 - 28 * at, line)
        canvas.drawCentredString(306, 40, number)
        canvas.showPage()
    canvas.save()
    path = place / "order.pdf"
    path.write_bytes(buffer.getvalue())
    return path


def show_page(path: Path) -> str:
    """The order's text as HTML, and what is said of its pages."""
    archive = catalogue_orders([convert_order(read_loose_file(path))])
    page = view_order(build_index(archive), 0)
    return f"{page.body.html}\nPage numbers: {page.pages}"


@pytest.fixture(scope="module")
def moved_by_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return print_order(tmp_path_factory.mktemp("printed"), ["", "1", "2", "3", "4"])


def test_marks_say_the_printed_number_and_old_anchors_stay(moved_by_one: Path) -> None:
    page = show_page(moved_by_one)
    marks = re.findall(
        r'<a class="page-mark" id="(.*?)" href="(.*?)" tabindex="-1">(.*?)</a>', page
    )
    assert [mark[:2] for mark in marks] == [
        (f"page-{sheet}", f"#at-{sheet - 1}") for sheet in range(2, 6)
    ]
    assert [re.sub("<[^>]*>", "", mark[2]) for mark in marks] == [
        f"page {number}" for number in range(1, 5)
    ]
    assert page.count('id="at-2"') == 1
    assert "Page numbers: as printed" in page


def test_a_pin_leads_to_the_printed_page(moved_by_one: Path) -> None:
    assert re.search(r'<a [^>]*href="#at-1"[^>]*>page 1', show_page(moved_by_one))


def test_the_data_has_sheets_and_what_they_are_cited_by(moved_by_one: Path) -> None:
    shown = show_object(moved_by_one)
    shown = json.loads(shown) if isinstance(shown, str) else shown
    assert (shown["page_numbers"], shown["page_labels"]) == ("printed", ["", "1", "2", "3", "4"])
    numbers = [r for r in shown["removals"] if r["reason"] == "page number"]
    assert [(r["text"], r["page"], r["printed_page"]) for r in numbers] == [
        (str(sheet - 1), sheet, str(sheet - 1)) for sheet in range(2, 6)
    ]


def test_numbers_that_begin_again_leave_the_sheets_counted(tmp_path: Path) -> None:
    page = show_page(print_order(tmp_path, ["1", "2", "3", "1", "2"]))
    assert re.findall(r'id="page-(\d)" href="#at-(\d)"', page) == [
        (str(sheet), str(sheet)) for sheet in range(2, 6)
    ]
    assert "start again within the file" in page
