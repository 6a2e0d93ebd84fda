"""Raw orders are added with what lies beside them, once, and under a name of their own."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.archive.storage.corrections_folder import write_corrections_file
from build_scripts.archive.storage.new_orders import add_raw_order, index_orders
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.problems import ArchiveError, DuplicateOrderError


def test_adding_copies_refuses_duplicates_and_taken_names(tmp_path: Path) -> None:
    raw = RawOrder.from_bytes("/elsewhere/order.txt", b"abc")
    assert add_raw_order(tmp_path, raw, "cand/1-24-cv-00001") == "cand/1-24-cv-00001/order.txt"
    assert (tmp_path / "cand/1-24-cv-00001/order.txt").read_bytes() == b"abc"
    with pytest.raises(DuplicateOrderError, match=r"cand/1-24-cv-00001/order\.txt"):
        add_raw_order(tmp_path, RawOrder.from_bytes("copy.txt", b"abc"), "casd/2")
    with pytest.raises(ArchiveError, match="Rename"):
        add_raw_order(tmp_path, RawOrder.from_bytes("order.txt", b"abd"), "cand/1-24-cv-00001")
    added = add_raw_order(tmp_path, RawOrder.from_bytes("order.txt", b"abd"), "cand/1", rename=True)
    assert added == "cand/1/order.txt"
    again = RawOrder.from_bytes("order.txt", b"abe")
    assert (
        add_raw_order(tmp_path, again, "cand/1", rename=True)
        == f"cand/1/order-{again.sha256[:8]}.txt"
    )
    assert index_orders(tmp_path)[again.sha256] == f"cand/1/order-{again.sha256[:8]}.txt"


@pytest.mark.parametrize("letter", ["a", "判"])  # of one byte, of three
def test_the_longest_name_leaves_room_for_the_files_beside_it(tmp_path: Path, letter: str) -> None:
    says = SideFile("x", b"{}")
    for times in range(50, 255):
        raw = replace(RawOrder.from_bytes(f"{letter * times}.txt", b"abc"), provenance=says)
        try:
            added = add_raw_order(tmp_path / str(times), raw, "cand/1")
        except ArchiveError as error:
            assert "too long" in str(error)  # noqa: PT017 (only the loop knows which is too long)
            break
        write_corrections_file(tmp_path / str(times), added, b"note: x\n")
    assert 226 <= len(f"{letter * times}.txt".encode()) <= 250


def test_what_tells_where_an_order_came_from_is_written_beside_it(tmp_path: Path) -> None:
    raw = replace(RawOrder.from_bytes("a.txt", b"abc"), provenance=SideFile("x", b"{}"))
    added = add_raw_order(tmp_path, raw, "cand/1")
    assert (tmp_path / f"{added}.source.json").read_bytes() == b"{}"
