"""The file that says where an order came from is read with it, and is no order."""

from pathlib import Path

from build_scripts.archive.storage.corrections_folder import (
    attach_corrections,
    list_files_of,
    list_stray_corrections,
    read_all_corrections,
)
from build_scripts.archive.storage.orders_folder import list_order_paths
from build_scripts.archive.storage.provenance_files import (
    read_provenance_file,
    write_provenance_file,
)
from build_scripts.model.provenance import LARGEST
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import FindingCode


def test_it_lies_beside_the_order_and_tells_it_apart(tmp_path: Path) -> None:
    (tmp_path / "order.pdf").write_bytes(b"x")
    assert read_all_corrections(tmp_path, "order.pdf") == b""
    write_provenance_file(tmp_path, "order.pdf", b"{}")
    assert list_order_paths(tmp_path) == ["order.pdf"]
    assert list_files_of(tmp_path, "order.pdf") == ("order.pdf", "order.pdf.source.json")
    before = read_all_corrections(tmp_path, "order.pdf")
    write_provenance_file(tmp_path, "order.pdf", b"[]")
    assert before != read_all_corrections(tmp_path, "order.pdf") != b""
    attached = attach_corrections(tmp_path, RawOrder.from_bytes("order.pdf", b"x"))
    assert attached.provenance is not None
    assert attached.provenance.data == b"[]"
    assert list_stray_corrections(tmp_path, ["order.pdf"]) == ()


def test_one_without_its_order_is_told(tmp_path: Path) -> None:
    write_provenance_file(tmp_path, "cand/gone.pdf", b"{}")
    (finding,) = list_stray_corrections(tmp_path, [])
    assert (finding.path, finding.code) == ("cand/gone.pdf.source.json", FindingCode.BAD_SOURCE)


def test_what_can_not_be_read_is_not_taken_for_nothing(tmp_path: Path) -> None:
    place = tmp_path / "a.pdf.source.json"
    place.mkdir()
    for _ in range(2):
        found = read_provenance_file(tmp_path, "a.pdf")
        assert found is not None
        assert found.data is None
        if place.is_dir():
            place.rmdir()
        place.write_bytes(b" " * (LARGEST + 1))
