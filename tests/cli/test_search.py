"""What `orders search --since` takes from the history."""

import datetime

from build_scripts.cli.search import list_new_files
from build_scripts.model.history import EventKind, HistoryEvent


def test_orders_that_came_since_a_day_are_found() -> None:
    path = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
    log = [
        HistoryEvent(datetime.date(2031, 3, 3), EventKind.ADDED, "old.txt", "0" * 64, "1"),
        HistoryEvent(datetime.date(2031, 3, 4), EventKind.ADDED, "first.txt", "1" * 64, "1"),
        HistoryEvent(datetime.date(2031, 3, 5), EventKind.CHANGED, "old.txt", "0" * 64, "1"),
        HistoryEvent(datetime.date(2031, 3, 6), EventKind.RENAMED, path, "1" * 64, "1",
                     {"file": ("first.txt", path)}),
    ]  # fmt: skip
    assert list_new_files(log, datetime.date(2031, 3, 4)) == {"first.txt", path}
    assert list_new_files(log, datetime.date(2031, 3, 7)) == set()
