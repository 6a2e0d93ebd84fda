"""A ledger of any kind: what reading one takes."""

from pathlib import Path

from build_scripts.archive.storage.ledger_rows import Ledger

ENDLESS = 2**50  # bytes, more than any machine has


def test_a_small_ledger_takes_no_more_memory_than_it_is_long(tmp_path: Path) -> None:
    """Each took what the largest that is allowed would take."""
    place = tmp_path / "history.csv"
    place.write_text("day,file\n2031-03-05,a.txt\n", encoding="utf-8")
    ledger = Ledger("history", [("day", "file")], ENDLESS, "Fix the line.", "")
    assert list(ledger.read(place)) == [(2, ["2031-03-05", "a.txt"])]
