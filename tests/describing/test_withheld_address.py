import datetime

import pytest

from build_scripts.describing import describe_withheld
from build_scripts.model.withholding import Tombstone, WithheldOrder

ALL = ("court", "docket_numbers", "date")


def describe(address: str, *shown: str) -> Tombstone:
    return describe_withheld(address, WithheldOrder("a.txt", frozenset(), "sealed", shown=shown))


def test_nothing_is_told_unless_allowed() -> None:
    address = "orders/cand/3-23-cv-01234/2024-03-04-order"
    assert describe(address) == Tombstone("sealed")
    assert describe(address, "date") == Tombstone("sealed", day=datetime.date(2024, 3, 4))


@pytest.mark.parametrize(
    ("address", "court", "docket", "day"),
    [
        (
            "orders/cand/3-23-cv-01234/2024-03-04-order",
            "United States District Court for the Northern District of California",
            "3:23-cv-01234",
            datetime.date(2024, 3, 4),
        ),
        (
            "orders/ca9/22-16408/undated-opinion",
            "United States Court of Appeals for the Ninth Circuit",
            "22-16408",
            None,
        ),
        ("orders/unknown-court/no-docket/2024-02-31-order", "", "", None),
    ],
)
def test_an_address_tells_court_docket_and_day(
    address: str, court: str, docket: str, day: datetime.date | None
) -> None:
    told = describe(address, *ALL)
    assert (told.court, told.docket_number, told.day) == (court, docket, day)
