"""Printed page numbers are believed where they count as the sheets do."""

from build_scripts.cleaning.furniture.printed_pages import Number, find_printed_pages, read_numbers
from build_scripts.model.clean_order import PageNumbers as By
from build_scripts.model.clean_order import RemovalReason
from tests.tables import as_tuples, by_number, each_row

LONE = RemovalReason.PAGE_NUMBER
HEAD = RemovalReason.RUNNING_HEAD


@each_row(reason=RemovalReason, values=set)
def test_numbers_are_read_from_the_furniture_that_left(
    text: str, reason: RemovalReason, values: set[int]
) -> None:
    assert {one.value for one in read_numbers(text, reason)} == values


def sheets(*printed: str) -> dict[int, set[Number]]:
    """Each sheet's lone numbers, "" for none."""
    return {
        sheet: set().union(*(read_numbers(each, LONE) for each in number.split()))
        for sheet, number in enumerate(printed, start=1)
        if number
    }


@each_row(by=By)
def test_numbers_name_pages_where_they_count_most_sheets(printed: str, by: By, labels: str) -> None:
    numbers = sheets(*(each.strip(".") for each in printed.split()))
    found = find_printed_pages(numbers, {}, len(printed.split()))
    assert (found.numbers, " ".join(each or "." for each in found.labels)) == (by, labels)


def test_a_head_with_two_numbers_is_read_by_the_one_that_counts() -> None:
    numbers = {
        sheet: read_numbers(f"{sheet - 1}      Roe, 2031 Term No. 12", HEAD)
        for sheet in range(2, 7)
    }
    found = find_printed_pages(numbers, {}, 6)
    assert found.labels == ("", "1", "2", "3", "4", "5")


@each_row(stamped=by_number, by=By, labels=as_tuples)
def test_a_stamp_s_count_is_used_where_nothing_is_printed(
    stamped: dict[int, int], by: By, labels: tuple[str, ...]
) -> None:
    assert find_printed_pages({}, stamped, 3) == (by, labels)
    numbers = sheets("1", "2", "3")
    assert find_printed_pages(numbers, stamped, 3).numbers is By.PRINTED
