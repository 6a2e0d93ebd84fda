"""The history over several builds: each has the log that the one before it left."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.history import record_history
from build_scripts.archive.moved_addresses import trace_addresses
from build_scripts.model.description import Claim, ClaimSource, Correction
from build_scripts.model.history import EventKind, History, HistoryEvent
from build_scripts.model.order import Order
from build_scripts.model.withheld_words import NOTHING_WITHHELD, WithheldWords
from build_scripts.model.withholding import WithheldOrder
from tests.archive.conftest import make_order

DAY = datetime.date(2032, 5, 6)


def build(
    orders: Iterable[Order],
    log: tuple[HistoryEvent, ...] = (),
    withheld: tuple[WithheldOrder, ...] = (),
    day: datetime.date = DAY,
    words: WithheldWords = NOTHING_WITHHELD,
) -> History:
    archived = catalogue_orders(orders).orders
    return record_history(archived, withheld, log, day, "0.1-rules", words=words)


def entitle(order: Order, title: str, **more: object) -> Order:
    claim = Claim(title, None, "test", ClaimSource.DOCUMENT)
    description = replace(order.description, title=claim, **more)
    return replace(order, description=description)


def kinds(history: History) -> list[EventKind]:
    return [event.kind for event in history.new]


def test_a_build_that_changes_nothing_records_nothing() -> None:
    """On any later day; and the order's page tells the same."""
    order = make_order("a")
    first = build([order])
    (added,) = first.new
    assert (added.kind, added.date, added.file) == (EventKind.ADDED, DAY, order.source.path)
    assert added.changes["court"] == ("", "cand")
    later = build([order], first.log, day=DAY + datetime.timedelta(days=300))
    assert later.new == ()
    assert later.log == first.log
    assert later.by_address == first.by_address


def test_changed_rules_and_editors_are_told_apart() -> None:
    order = make_order("a")
    first = build([entitle(order, "Order")])
    changed = build([entitle(order, "Order of Dismissal")], first.log)
    assert kinds(changed) == [EventKind.CHANGED]
    assert changed.new[0].changes == {"title": ("Order", "Order of Dismissal")}
    correction = Correction(("title",), "note", "by", None)
    corrected = build([entitle(order, "Order X", correction=correction)], changed.log)
    assert kinds(corrected) == [EventKind.CORRECTED]
    back = build([entitle(order, "Order of Dismissal")], corrected.log)
    assert kinds(back) == [EventKind.CORRECTED]  # the correction was taken back


def test_a_copy_that_comes_before_it_in_the_alphabet_renames_no_order() -> None:
    """“order-1.txt” is before “order.txt”, and whoever removes it again renames nothing either."""
    order = make_order("b")
    archive = catalogue_orders([order])
    ledger = trace_addresses(archive, {}).ledger
    first = record_history(archive.orders, (), (), DAY, "0.1-rules")
    copy = replace(order, source=replace(order.source, path=f"a/{order.source.path}"))
    both = catalogue_orders([copy, order], published=ledger)
    assert [one.path for one in both.findings] == [copy.source.path]
    assert record_history(both.orders, (), first.log, DAY, "0.1-rules").new == ()


def test_new_bytes_and_new_names_are_told() -> None:
    order = make_order("a")
    first = build([entitle(order, "Order")])
    other = replace(order, source=replace(order.source, sha256="e" * 64))
    replaced = build([entitle(other, "Opinion")], first.log)
    assert kinds(replaced) == [EventKind.REPLACED]
    assert replaced.new[0].changes == {"title": ("Order", "Opinion")}
    moved = replace(other, source=replace(other.source, path="else/where.txt"))
    renamed = build([entitle(moved, "Opinion")], replaced.log)
    assert kinds(renamed) == [EventKind.RENAMED]
    assert build([entitle(moved, "Opinion")], renamed.log).new == ()
    (events,) = renamed.by_address.values()
    assert [event.kind for event in events] == [
        EventKind.ADDED,
        EventKind.REPLACED,
        EventKind.RENAMED,
    ]


def test_a_withheld_order_leaves_no_value_in_the_log() -> None:
    order = make_order("a")
    first = build([entitle(order, "Order on Ostriches")])
    withheld = (WithheldOrder(order.source.path, frozenset({order.source.sha256})),)
    gone = build([], first.log, withheld)
    assert kinds(gone) == [EventKind.WITHHELD]
    assert not any(event.changes for event in gone.log)
    assert build([], gone.log, withheld).new == ()
    back = build([entitle(order, "Order on Ostriches")], gone.log)
    assert kinds(back) == [EventKind.RESTORED]
    assert back.new[0].changes["title"] == ("", "Order on Ostriches")


def test_a_withheld_orders_page_has_the_days_alone() -> None:
    order = make_order("a")
    first = build([order])
    withheld = (WithheldOrder(order.source.path, frozenset()),)
    stones = {"orders/cand/x/y": order.source.path, "orders/cand/x/z": "unknown.txt"}
    gone = record_history((), withheld, first.log, DAY, "0.2", stones)
    (events,) = gone.by_address.values()
    assert [(event.kind, dict(event.changes)) for event in events] == [
        (EventKind.ADDED, {}),
        (EventKind.WITHHELD, {}),
    ]


def test_an_order_that_was_never_published_is_not_in_the_log() -> None:
    withheld = (WithheldOrder("secret.txt", frozenset({"f" * 64})),)
    assert [event.file for event in build([make_order("a")], (), withheld).log] == ["a.txt"]


def test_what_a_field_said_goes_when_it_is_withheld_or_masked() -> None:
    order = make_order("a")
    first = build([entitle(order, "Order on Ann Penguin")])
    bare = replace(order, description=replace(order.description, title=None, withheld=("title",)))
    withheld = build([bare], first.log)
    assert "Penguin" not in str(withheld.log)
    assert withheld.new == ()
    masked = build([entitle(order, "Order on [redacted: name]")], first.log)
    assert "Penguin" not in str(masked.log)
    assert masked.new[0].changes == {"title": ("", "Order on [redacted: name]")}
    assert build([entitle(order, "Order on [redacted: name]")], masked.log).new == ()


def test_long_values_are_cut_and_still_told_apart() -> None:
    order = make_order("a")
    first = build([entitle(order, "word " * 100 + "one")])
    assert max(len(now) for _, now in first.new[0].changes.values()) < 250
    assert kinds(build([entitle(order, "word " * 100 + "two")], first.log)) == [EventKind.CHANGED]


def test_a_mask_beyond_the_cut_takes_the_digest_of_what_was_there() -> None:
    """A name could be guessed by it."""
    order = make_order("a")
    first = build([entitle(order, "word " * 100 + "on Ann Penguin")])
    masked = build([entitle(order, "word " * 100 + "on [withheld]")], first.log)
    assert masked.log[0].changes["title"] == ("", "")
    assert masked.new[0].changes["title"][0] == ""
    assert build([entitle(order, "word " * 100 + "on [withheld]")], masked.log).new == ()


def test_words_that_another_order_withholds_leave_what_was_said_before() -> None:
    """What is said now has them where an editor lets them stand, and stays."""
    order = make_order("a")
    first = build([entitle(order, "Order on Ada Vale")])
    words = WithheldWords(wanted=frozenset({"adavale"}))
    changed = build([entitle(order, "Order on a Witness")], first.log, words=words)
    assert [event.changes["title"] for event in changed.log] == [
        ("", ""),
        ("", "Order on a Witness"),
    ]
    assert build([entitle(order, "Order on a Witness")], changed.log, words=words).new == ()
    let_stand = build([entitle(order, "Order on Ada Vale")], first.log, words=words)
    assert (let_stand.log, let_stand.new) == (first.log, ())
