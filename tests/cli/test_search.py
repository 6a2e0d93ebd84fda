"""What `orders search` prints, and what `--since` takes from the history."""

import datetime

from build_scripts.cli.search import list_new_files, print_answer
from build_scripts.model.history import EventKind, HistoryEvent
from build_scripts.site.search_engine import Answer, Hit


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


def test_an_order_that_is_found_has_its_page_and_its_day() -> None:
    path, address = "cand/order.txt", "orders/cand/3-31-cv-01234/2031-03-04-order"
    said = {"path": path, "address": address, "case_name": "Roe v. Poe", "title": "Order"}
    result = said | {"court": "N.D. Cal.", "date": "2031-03-04", "disposition": "denied"}
    answer = Answer("roe", (), 1, (Hit(0, result, ()),), "")
    shown = [line.strip() for line in print_answer(answer, str, str, "https://example.org/")]
    assert shown[-3:] == [
        "Order · N.D. Cal. · Mar. 4, 2031 · denied",
        path,
        f"https://example.org/{address}/",
    ]
