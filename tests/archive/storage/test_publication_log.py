import datetime
from pathlib import Path

import pytest

from build_scripts.archive.storage.ledger_rows import DamagedLedgerError
from build_scripts.archive.storage.publication_log import OwnLog, read_log, write_log
from build_scripts.model.publication_log import LogLine

FIRST = LogLine(1, datetime.date(2031, 3, 4), 5, 0, "ab" * 32, "")
SECOND = LogLine(2, datetime.date(2031, 3, 9), 4, 1, "cd" * 32, FIRST.digest)
LAST = LogLine(3, datetime.date(2031, 3, 9), 4, 1, "ef" * 32, SECOND.digest)
KEY = "5a" * 16


def write(path: Path, *lines: str) -> None:
    path.write_text("".join(("number,date,orders,withheld,root,before,key\n", *lines)))


def test_the_log_reads_back_as_it_was_written(tmp_path: Path) -> None:
    place = tmp_path / "publication_log.csv"
    assert read_log(place) == OwnLog()
    write_log(place, [FIRST, SECOND, LAST], KEY)
    assert read_log(place) == OwnLog((FIRST, SECOND, LAST), KEY)


def row(line: LogLine, key: str = KEY) -> str:
    return line.text.replace("\n", f",{key}\n")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((row(FIRST), row(LAST)), "line 3: its number is 3: a line was removed"),
        ((row(SECOND), row(FIRST)), "line 2: its number is 2: a line was removed"),
        ((row(FIRST).replace(",5,", ",6,"), row(SECOND)), "line 3: it does not follow"),
        ((row(FIRST), row(FIRST)), "line 3: its number is 1"),
        ((row(FIRST), row(SECOND, "00")), "no key, or several"),
        ((row(FIRST, ""),), "no key, or several"),
        ((row(FIRST).replace("2031-03-04", "4 March"),), "line 2: it can't be read"),
    ],
)  # fmt: skip
def test_a_broken_chain_is_named_with_the_way_out(
    tmp_path: Path, rows: tuple[str, ...], said: str
) -> None:
    place = tmp_path / "publication_log.csv"
    write(place, *rows)
    with pytest.raises(DamagedLedgerError) as refused:
        read_log(place)
    assert said in str(refused.value)
    assert "fetch the file back from the repository's history" in str(refused.value)


def test_of_two_versions_that_git_left_one_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "publication_log.csv"
    write(place, row(FIRST), "<<<<<<< HEAD\n")
    with pytest.raises(DamagedLedgerError, match=r"line 3: Git left two versions.*the published"):
        read_log(place)
