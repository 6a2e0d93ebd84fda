"""What is here by court and year, which docket entries are missing, and what is not shown."""

import dataclasses
from pathlib import Path

from build_scripts.model.archive import Archive
from build_scripts.model.withholding import WithheldOrder
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.coverage_page import part_years, view_coverage
from build_scripts.problems import Finding, FindingCode
from tests.changed import redescribe
from tests.pages.conftest import claim
from tests.pages.rendered import render_pages
from tests.tables import as_tuples, each_row


@each_row(years=as_tuples, starts=as_tuples)
def test_spans_are_few(years: tuple[int, ...], starts: tuple[int, ...], width: int) -> None:
    assert part_years(years) == (starts, width)


def with_entries(archive: Archive, *numbers: str) -> Archive:
    changed = [
        redescribe(one, document_number=claim(number))
        for one, number in zip(archive.orders, numbers, strict=False)
    ]
    return dataclasses.replace(archive, orders=(*changed, *archive.orders[len(numbers) :]))


def test_courts_have_their_days_and_years(archive: Archive) -> None:
    page = view_coverage(build_index(archive))
    row = next(one for one in page.courts if one.court.label.startswith("United States"))
    days = sorted(one.stated.day for one in archive.orders if one.stated.court and one.stated.day)
    assert (row.orders, row.first, row.last) == (len(days), days[0], days[-1])
    assert row.years == f"2031: {row.orders}"
    assert sum(one.orders for one in page.courts) == len(archive.orders)


def test_a_docket_has_its_entries_and_the_count_of_those_between(archive: Archive) -> None:
    assert not view_coverage(build_index(with_entries(archive, "12", "12"))).dockets
    (row,) = view_coverage(build_index(with_entries(archive, "12", "57-1"))).dockets
    assert (row.entries, row.more, row.missing) == ((12, 57), 0, 44)


def test_files_without_a_page_are_counted_once_and_not_named(archive: Archive) -> None:
    codes = [
        ("held.pdf", FindingCode.HELD_BACK),
        ("held.pdf", FindingCode.PRIVATE_DATA),
        ("empty.txt", FindingCode.EMPTY_FILE),
        ("unknown.xyz", FindingCode.UNKNOWN_FORM),
        ("stray.txt.yml", FindingCode.STRAY_CORRECTIONS),
        (archive.orders[0].order.source.path, FindingCode.DUPLICATE_ORDER),  # it has its page
    ]
    findings = tuple(Finding(path, code, "message", "advice") for path, code in codes)
    withheld = (WithheldOrder("larkspur-sealed.pdf", frozenset()),)
    kept = dataclasses.replace(archive, findings=findings, withheld=withheld)
    page = view_coverage(build_index(kept))
    assert dict(page.not_shown) == {
        "Withheld by an editor": 1,
        "Held back until the archive's owner reviews them": 1,
        "Could not be read": 2,
    }
    assert "larkspur" not in repr(page)
    assert not [path for path, _ in codes[:5] if path in repr(page)]


def test_the_page_shows_what_the_view_has(archive: Archive, tmp_path: Path) -> None:
    withheld = (WithheldOrder("larkspur-sealed.pdf", frozenset()),)
    shown = dataclasses.replace(with_entries(archive, "12", "57"), withheld=withheld)
    html = render_pages(shown, tmp_path)["coverage"]
    assert "3 orders, decided 2031." in html
    assert "<td>12, 57</td><td>44</td>" in html
    assert '<th scope="row">Withheld by an editor</th><td>1</td>' in html
    assert "larkspur" not in html
