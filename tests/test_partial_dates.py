"""Decisions whose record knows the year or the month alone: no form of them has a day."""

import datetime
import json

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.convert.packing import pack_file, unpack_file
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.order import ConvertedFile, Order
from build_scripts.model.partial_date import PartialDate, parse_any_date
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.reference import list_reference_values
from build_scripts.pages.formatting import format_date
from build_scripts.site.data.feeds import _newest
from build_scripts.site.data.record import make_record
from build_scripts.site.search_engine import Sort, open_archive_search
from tests.tables import each_row

TEXT = (
    "{day}\n\nThis was a writ of entry. The tenant held the close under a deed of the demandant, and the"
    " judge ruled that the deed passed the land.\n\nExceptions overruled."
)


def convert(date: str, day: str = "", name: str = "Ware v. Holt") -> Order:
    case = {
        "name_abbreviation": name,
        "decision_date": date,
        "citations": [{"type": "official", "cite": f"193 Mass. {len(name) + len(date)}"}],
        "court": {"name": "Massachusetts Supreme Judicial Court"},
        "casebody": {"opinions": [{"type": "majority", "text": TEXT.format(day=day)}]},
    }
    return convert_order(RawOrder.from_bytes(f"{name}-{date}.json", json.dumps(case).encode()))


@pytest.fixture(scope="module")
def index() -> ArchiveIndex:
    dates = ("1864-12-31", "1865", "1865-11", "1865-11-03", "1866-01")
    orders = [
        convert(date, name=f"{name} v. Holt") for date, name in zip(dates, NAMES, strict=True)
    ]
    return build_index(catalogue_orders(orders))


@pytest.fixture(scope="module")
def archive(index: ArchiveIndex) -> Archive:
    return index.archive


NAMES = ("Ames", "Brand", "Cole", "Dorr", "Ellis")


@pytest.mark.parametrize(
    ("record", "printed", "date"),
    [
        ("1865-11", "", PartialDate(1865, 11)),
        ("1865", "", PartialDate(1865)),
        ("1865-11", "Decided November 3, 1865.", datetime.date(1865, 11, 3)),  # the text has more
        ("1865", "Decided November 3, 1865.", datetime.date(1865, 11, 3)),
        ("1866-11", "Decided November 3, 1865.", PartialDate(1866, 11)),  # a record outranks it
        ("1865-13", "", None),
        ("1865-1", "", None),
    ],
)
def test_a_record_of_a_month_or_a_year(
    record: str, printed: str, date: datetime.date | PartialDate | None
) -> None:
    found = convert(record, printed).description.date
    assert (found.value if found else None) == date


def test_a_day_of_another_month_is_told() -> None:
    codes = [finding.code.value for finding in convert("1866-11", "Decided May 3, 1865.").findings]
    assert "disagreement" in codes
    codes = [finding.code.value for finding in convert("1865", "Decided May 3, 1865.").findings]
    assert "disagreement" not in codes


def test_it_is_kept_when_an_order_is_packed() -> None:
    order = convert("1865-11")
    packed = pack_file(ConvertedFile("case.json", orders=(order,)))
    file = unpack_file(packed, lambda start, size: packed[start : start + size])
    assert file.orders[0].description.date == order.description.date


def test_data_and_addresses_have_as_much_as_is_known(archive: Archive) -> None:
    dates = [make_record(archived).fields["date"] for archived in archive.orders]
    assert sorted(filter(None, dates)) == ["1864-12-31", "1865", "1865-11", "1865-11-03", "1866-01"]
    days = {archived.address.rsplit("/", 1)[-1].split("-o")[0] for archived in archive.orders}
    assert {"1865", "1865-11", "1865-11-03"} <= days
    years = {group.slug: len(group.members) for group in archive.groups[Facet.YEAR]}
    assert years == {"1864": 1, "1865": 3, "1866": 1}


@each_row()
def test_search_finds_them_by_their_year(archive: Archive, query: str, found: list[str]) -> None:
    answer = open_archive_search(archive).search(query, sort=Sort.NEWEST)
    assert [hit.result["case_name"].split()[0] for hit in answer.hits] == found


def test_pages_and_citations_print_no_day(archive: Archive) -> None:
    cited = {one.order.source.path: read_citation(one) for one in archive.orders}
    month = cited["Cole v. Holt-1865-11.json"]
    assert month.day is not None
    assert format_date(month.day) == "Nov. 1865"
    assert format_date(PartialDate(1865)) == "1865"
    assert cite_bluebook(month).text.endswith("(1865).")
    values = list_reference_values(month)
    assert (values["year"], values["month"]) == (1865, 11)
    assert "day" not in values


def test_feeds_have_orders_of_a_known_day(index: ArchiveIndex) -> None:
    listed = _newest(index, range(len(index.archive.orders)))
    days = [index.describe(place).day for place in listed]
    assert days == [datetime.date(1865, 11, 3), datetime.date(1864, 12, 31)]


@each_row()
def test_what_is_no_date(text: str) -> None:
    assert parse_any_date(text) is None
