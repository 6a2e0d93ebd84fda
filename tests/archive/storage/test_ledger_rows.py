"""A ledger of any kind: what reading one takes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.archive.storage.address_ledger import read_address_ledger
from build_scripts.archive.storage.history_log import read_history
from build_scripts.archive.storage.ledger_rows import DamagedLedgerError, Ledger
from build_scripts.archive.storage.publication_log import read_log

ENDLESS = 2**50  # bytes, more than any machine has


def test_a_small_ledger_takes_no_more_memory_than_it_is_long(tmp_path: Path) -> None:
    """Each took what the largest that is allowed would take."""
    place = tmp_path / "history.csv"
    place.write_text("day,file\n2031-03-05,a.txt\n", encoding="utf-8")
    ledger = Ledger("history", [("day", "file")], ENDLESS, "Fix the line.", "")
    assert list(ledger.read(place, list)) == [["2031-03-05", "a.txt"]]


@pytest.mark.parametrize("read", [read_address_ledger, read_history, read_log])
def test_an_empty_file_is_no_new_archive(tmp_path: Path, read: Callable[[Path], object]) -> None:
    """A build forgot every address, and began the log of publications anew."""
    place = tmp_path / "ledger.csv"
    read(place)  # there is none yet
    place.touch()
    with pytest.raises(DamagedLedgerError, match="fetch the file back from the repository's"):
        read(place)
