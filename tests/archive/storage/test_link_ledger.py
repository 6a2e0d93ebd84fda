import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.archive.storage.ledger_rows import DamagedLedgerError
from build_scripts.archive.storage.link_ledger import COLUMNS, SITE, read_ledger, write_ledger
from build_scripts.model.link_ledger import CheckedCitation, LookupOutcome
from tests.tables import each_row

DAY = datetime.date(2031, 3, 4)
FOUND = CheckedCitation(
    "465 U.S. 783", LookupOutcome.FOUND, DAY, f"{SITE}opinion/1/calder-v-jones/", "Calder v. Jones"
)
MISSING = CheckedCitation("12 F. App'x 3", LookupOutcome.NOT_FOUND, DAY)
HEAD = ",".join(COLUMNS)


def test_the_file_is_sorted_and_plain(tmp_path: Path) -> None:
    path = tmp_path / "link_ledger.csv"
    write_ledger(path, [FOUND, MISSING])
    assert path.read_text() == (
        f"{HEAD}\n12 F. App'x 3,not found,,,2031-03-04\n"
        "465 U.S. 783,found,https://www.courtlistener.com/opinion/1/calder-v-jones/,"
        "Calder v. Jones,2031-03-04\n"
    )
    before = path.read_bytes()
    write_ledger(path, read_ledger(path).values())
    assert path.read_bytes() == before


@given(st.text(), st.text(min_size=1).filter(lambda text: text.split() == [text]))
@example("Roe v. Poe", "=======")  # how git marks a conflict
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, citation: str
) -> None:
    """Any name a server sends: commas, quotes, line breaks, formulas, marks of order."""
    path = tmp_path_factory.mktemp("ledger") / "l.csv"
    answer = CheckedCitation(
        citation if citation.isprintable() else "1 U.S. 1", LookupOutcome.FOUND, DAY, SITE, name
    )
    write_ledger(path, [answer])
    (read,) = read_ledger(path).values()
    assert read.citation == answer.citation
    assert read.case_name.split() == "".join(c if c.isprintable() else " " for c in name).split()
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2


@each_row()
def test_damage_names_its_line(tmp_path: Path, text: str, line: int | None, what: str) -> None:
    path = tmp_path / "link_ledger.csv"
    path.write_text(text)
    if line is None:
        assert read_ledger(path) == {}
        return
    with pytest.raises(DamagedLedgerError, match=f"link_ledger.csv, line {line}: .*{what}.*Fix"):
        read_ledger(path)


def test_other_bytes_name_their_line(tmp_path: Path) -> None:
    path = tmp_path / "link_ledger.csv"
    path.write_bytes(f"{HEAD}\n1 U.S. 1,not found,,\xff".encode("latin-1"))
    with pytest.raises(DamagedLedgerError, match="line 2: it is not UTF-8"):
        read_ledger(path)


def test_of_two_answers_that_a_merge_left_the_later_one_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "link_ledger.csv"
    for first, second in (("2031-03-04", "2031-04-01"), ("2031-05-01", "2031-04-01")):
        path.write_text(f"{HEAD}\n1 U.S. 1,not found,,,{first}\n1 U.S. 1,several,,,{second}\n")
        assert read_ledger(path)["1 U.S. 1"].checked.isoformat() == max(first, second)
