from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.archive.storage.address_ledger import (
    COLUMNS,
    read_address_ledger,
    write_address_ledger,
)
from build_scripts.archive.storage.ledger_rows import DamagedLedgerError
from build_scripts.model.address_ledger import AddressStatus, KnownAddress
from build_scripts.problems import ArchiveError
from tests.tables import each_row

HEAD = "address,status,leads_to,sha256,file"  # as it was before its last column
DIGEST = "9f" * 32
OLD = "orders/cand/3-31-cv-00132/2031-03-04-order"
NEW = "orders/cand/3-31-cv-00123/2031-03-04-order"
MOVED = KnownAddress(OLD, AddressStatus.MOVED, NEW, DIGEST, "cand/order.pdf")
PAGES = ("cases/cand-3-31-cv-00123", "judges/amelia-b-cartwright")
HERE = KnownAddress(NEW, AddressStatus.PUBLISHED, "", DIGEST, "cand/order.pdf", PAGES)
PAGE = KnownAddress("cases/cand-3-31-cv-00132", AddressStatus.MOVED, PAGES[0], "", "")


def test_the_file_is_sorted_and_plain(tmp_path: Path) -> None:
    path = tmp_path / "address_ledger.csv"
    write_address_ledger(path, [MOVED, HERE, PAGE])
    assert path.read_text() == (
        f"{','.join(COLUMNS)}\n{PAGE.address},moved,{PAGES[0]},,,\n"
        f"{NEW},published,,{DIGEST},cand/order.pdf,{' '.join(PAGES)}\n"
        f"{OLD},moved,{NEW},{DIGEST},cand/order.pdf,\n"
    )
    assert read_address_ledger(path) == {PAGE.address: PAGE, NEW: HERE, OLD: MOVED}


def test_a_ledger_without_the_last_column_is_read(tmp_path: Path) -> None:
    path = tmp_path / "address_ledger.csv"
    path.write_text(f"{HEAD}\n{OLD},moved,{NEW},{DIGEST},cand/order.pdf\n")
    assert read_address_ledger(path) == {OLD: MOVED}


@each_row()
def test_damage_of_pages_is_named(tmp_path: Path, row: str, what: str) -> None:
    path = tmp_path / "address_ledger.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n")
    with pytest.raises(DamagedLedgerError, match=f"line 2: .*{what}.*Fix"):
        read_address_ledger(path)


@given(
    # Any name that a file system or a ZIP archive can hold, bytes that are no UTF-8 among them.
    st.binary(min_size=1).map(lambda name: name.decode("utf-8", "surrogateescape"))
)
def test_any_file_name_is_read_back(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("ledger") / "l.csv"
    line = KnownAddress(NEW, AddressStatus.PUBLISHED, "", DIGEST, name)
    write_address_ledger(path, [line])
    assert read_address_ledger(path) == {NEW: line}


def line(address: str = NEW, status: str = "published", to: str = "", digest: str = DIGEST) -> str:
    return f"{HEAD}\n{address},{status},{to},{digest},order.pdf\n"


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("address,status\n", 1, "columns"),
        (f"{HEAD}\n{NEW}\n", 2, "1 columns"),
        (f"{HEAD}\n\n{NEW},lost,,{DIGEST},order.pdf\n", 3, "“lost” is none of published"),
        (line("orders/../../x/etc"), 2, "no address"),
        (line("orders/cand/x/.hidden"), 2, "no address"),
        (line("orders/cand/x/y/"), 2, "no address"),
        (line("orders/cand/x"), 2, "no address"),
        (line("cases/cand/x/y"), 2, "no address"),
        (line(status="moved", to="https://example.org/"), 2, "no address"),
        (line(status="moved"), 2, "leads to another"),
        (line(to=OLD), 2, "a published one to none"),
        (line(status="moved", to=NEW), 2, "itself"),
        (line(digest="9f"), 2, "no sha256"),
        (f"{HEAD}\n{NEW},published,,{DIGEST},\n", 2, "no file"),
        (f'{HEAD}\n{NEW},published,,{DIGEST},"open\n', 2, ""),
    ],
)
def test_damage_names_its_line(tmp_path: Path, text: str, number: int, what: str) -> None:
    """What stands there becomes paths below docs/ and links of the site."""
    path = tmp_path / "address_ledger.csv"
    path.write_text(text)
    with pytest.raises(DamagedLedgerError, match=f"line {number}: .*{what}.*Fix"):
        read_address_ledger(path)


def test_a_spreadsheet_may_have_saved_it(tmp_path: Path) -> None:
    path = tmp_path / "address_ledger.csv"
    path.write_bytes(b"\xef\xbb\xbf" + line().replace("\n", "\r\n").encode())
    assert set(read_address_ledger(path)) == {NEW}


def test_a_place_that_refuses_says_so(tmp_path: Path) -> None:
    (tmp_path / "ledger").mkdir()
    with pytest.raises(ArchiveError, match=r"ledger: Is a directory\. Move away"):
        write_address_ledger(tmp_path / "ledger", [HERE])
    with pytest.raises(ArchiveError, match="can't be read"):
        read_address_ledger(tmp_path / "ledger")


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> 9f2c (Ours)", "||||||| 9f2c"])
def test_what_git_left_of_a_merge_is_told_with_the_way_out(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "address_ledger.csv"
    path.write_text(f"{line()}{mark}\n")
    with pytest.raises(DamagedLedgerError, match=r"line 3: Git merged two.*Remove the lines"):
        read_address_ledger(path)


def test_a_line_that_a_merge_wrote_twice_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "address_ledger.csv"
    path.write_text(line() + line().splitlines()[-1] + "\n")
    assert len(read_address_ledger(path)) == 1


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("status", ["moved", "removed"])
def test_of_two_lines_that_a_merge_left_the_published_one_is_older(
    tmp_path: Path, status: str, turned: bool
) -> None:
    """One person corrected an order, another built a new one whose line is next to it."""
    rows = [
        f"{OLD},published,,{DIGEST},order.pdf,cases/a judges/b",
        f"{OLD},{status},{NEW},{DIGEST},order.pdf,judges/c",
    ]
    path = tmp_path / "address_ledger.csv"
    path.write_text("\n".join((",".join(COLUMNS), *(rows[::-1] if turned else rows))))
    known = read_address_ledger(path)[OLD]
    assert (known.status, known.leads_to) == (status, NEW)
    assert {*known.listed_on} == {"cases/a", "judges/b", "judges/c"}
