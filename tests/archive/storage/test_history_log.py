import datetime
from pathlib import Path

import pytest

from build_scripts.archive.storage.history_log import read_history, write_history
from build_scripts.archive.storage.ledger_rows import DamagedLedgerError
from build_scripts.model.history import EventKind, HistoryEvent
from tests.tables import each_row

HEAD = "date,event,file,sha256,rules,changes\n"
EVENTS = (
    HistoryEvent(
        datetime.date(2032, 5, 6),
        EventKind.ADDED,
        'a "b",\r c.txt',
        "0" * 64,
        "0.1-x",
        {"title": ("", "Order, “so\ncalled”"), "court": ("cand", "")},
    ),
    HistoryEvent(datetime.date(2032, 5, 7), EventKind.WITHHELD, "b\udcff.pdf", "1" * 64, "0.1-x"),
)


def test_the_log_reads_back_as_it_was_written(tmp_path: Path) -> None:
    place = tmp_path / "history.csv"
    assert read_history(place) == ()
    write_history(place, EVENTS)
    assert read_history(place) == EVENTS
    before = place.read_bytes()
    write_history(place, read_history(place))
    assert place.read_bytes() == before


@each_row()
def test_a_damaged_line_is_named(tmp_path: Path, row: str) -> None:
    place = tmp_path / "history.csv"
    place.write_text(f"{HEAD}{row}\n")
    with pytest.raises(DamagedLedgerError, match=r"history\.csv, line 2"):
        read_history(place)
