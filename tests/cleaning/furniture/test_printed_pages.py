"""Printed page numbers are believed where they count as the sheets do."""

import pytest

from build_scripts.cleaning.furniture.printed_pages import (
    Number,
    find_printed_pages,
    read_numbers,
)
from build_scripts.model.clean_order import PageNumbers as By
from build_scripts.model.clean_order import RemovalReason

LONE = RemovalReason.PAGE_NUMBER
HEAD = RemovalReason.RUNNING_HEAD


@pytest.mark.parametrize(
    ("text", "reason", "values"),
    [
        ("- 3 -", LONE, {3}),
        ("iv", LONE, {4}),
        ("Page 3 of 9", LONE, {3}),
        ("*1206", LONE, set()),  # a reporter's
        ("ROE v. DOE          3", HEAD, {3}),
        ("12      IN RE: ROE", HEAD, {12}),
        ("ORDER – 4", HEAD, {4}),
        ("PAGE 3 - OPINION AND ORDER", HEAD, {3}),
        ("Cite as: 560 U. S. ____ (2010)      7", HEAD, {7}),
        ("No. 21-1  Slip Op. at 3", HEAD, {3}),
        ("17-cv-02540-HRL", HEAD, set()),
        ("3", RemovalReason.LINE_NUMBER, set()),
        ("Case 1:31-cv-1 Document 2 Page 3 of 4", RemovalReason.ECF_STAMP, set()),
    ],
)
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


@pytest.mark.parametrize(
    ("printed", "by", "labels"),
    [
        ("1 2 3 4", By.PRINTED, ""),
        (". 2 3 4", By.PRINTED, ""),  # a first page seldom bears its number
        (". 2", By.PRINTED, ""),
        (". . 2 3 4 .", By.PRINTED, ". 1 2 3 4 5"),  # a cover sheet; the last page bears none
        (". . 2 3 . . .", By.COUNTED, ""),  # too few of the sheets
        (". . 2 3 4 5 . .", By.PRINTED, ". 1 2 3 4 5 6 ."),
        (". i ii 1 2 3", By.PRINTED, ". i ii 1 2 3"),
        (". ii iii . 2 3", By.PRINTED, "i ii iii 1 2 3"),
        ("5 6 7 8", By.PRINTED, "5 6 7 8"),
        ("1 2 3 1 2", By.RESTARTING, ""),
        (". 2 3 4 1", By.RESTARTING, ""),  # an appendix of one page
        ("7 3 9 4", By.COUNTED, ""),
        (". . 1 .", By.COUNTED, ""),
        (". . .", By.COUNTED, ""),
    ],
)
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


@pytest.mark.parametrize(
    ("stamped", "by", "labels"),
    [
        ({1: 1, 2: 2, 3: 3}, By.STAMPED, ()),
        ({1: 8, 2: 9, 3: 10}, By.STAMPED, ("8", "9", "10")),
        ({1: 8, 2: 9, 3: 1}, By.COUNTED, ()),  # two papers in one file
        ({1: 8}, By.COUNTED, ()),
    ],
)
def test_a_stamp_s_count_is_used_where_nothing_is_printed(
    stamped: dict[int, int], by: By, labels: tuple[str, ...]
) -> None:
    assert find_printed_pages({}, stamped, 3) == (by, labels)
    numbers = sheets("1", "2", "3")
    assert find_printed_pages(numbers, stamped, 3).numbers is By.PRINTED
