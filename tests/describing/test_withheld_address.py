import datetime

from build_scripts.describing import describe_withheld
from build_scripts.model.withholding import Tombstone, WithheldOrder
from tests.tables import each_row

ALL = ("court", "docket_numbers", "date")


def describe(address: str, *shown: str) -> Tombstone:
    return describe_withheld(address, WithheldOrder("a.txt", frozenset(), "sealed", shown=shown))


def test_nothing_is_told_unless_allowed() -> None:
    address = "orders/cand/3-23-cv-01234/2024-03-04-order"
    assert describe(address) == Tombstone("sealed")
    assert describe(address, "date") == Tombstone("sealed", day=datetime.date(2024, 3, 4))


@each_row()
def test_an_address_tells_court_docket_and_day(
    address: str, court: str, docket: str, day: datetime.date | None
) -> None:
    told = describe(address, *ALL)
    assert (told.court, told.docket_number, told.day) == (court, docket, day)
