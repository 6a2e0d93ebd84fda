"""Where corrections lie, for single files and for files in archives; what belongs to no order."""

from pathlib import Path

import pytest

from build_scripts.archive.storage.corrections_folder import (
    LARGEST,
    attach_corrections,
    list_stray_corrections,
    locate_corrections,
    read_corrections_file,
    write_corrections_file,
)
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError, FindingCode
from tests.tables import each_row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cand").mkdir()
    (tmp_path / "cand/order.txt").write_text("x")
    (tmp_path / "cand/bundle.zip").write_bytes(b"PK")
    return tmp_path


@each_row()
def test_corrections_lie_beside_the_file(folder: Path, path: str, place: str) -> None:
    assert locate_corrections(folder, path) == place
    assert read_corrections_file(folder, path) is None
    written = write_corrections_file(folder, path, b"note: x")
    assert written == folder / place
    attached = attach_corrections(folder, RawOrder.from_bytes(path, b"x"))
    assert attached.corrections is not None
    assert (attached.corrections.path, attached.corrections.data) == (place, b"note: x")
    assert list_stray_corrections(folder, [path]) == ()


def test_what_is_there_and_cannot_be_read_is_not_taken_for_nothing(folder: Path) -> None:
    """A link to nowhere, a folder, a file without end: each might withhold the order."""
    place = folder / "cand/order.txt.yml"
    place.symlink_to("nowhere")
    for make in (place.mkdir, lambda: place.write_bytes(b"#" * (LARGEST + 1))):
        found = read_corrections_file(folder, "cand/order.txt")
        assert found is not None
        assert found.data is None
        place.rmdir() if place.is_dir() else place.unlink()
        make()
    found = read_corrections_file(folder, "cand/order.txt")
    assert found is not None
    assert found.data is None


def test_a_name_too_long_for_the_system_is_said(folder: Path) -> None:
    path = f"cand/{'x' * 252}.txt"
    assert read_corrections_file(folder, path) is None
    with pytest.raises(ArchiveError, match="shorter name"):
        write_corrections_file(folder, path, b"")


@each_row()
def test_corrections_of_no_order_are_a_finding(folder: Path, name: str, advice: str) -> None:
    (folder / name).write_text("note: x")
    (folder / ".hidden.yml").write_text("note: x")
    (finding,) = list_stray_corrections(folder, ["cand/order.txt", "cand/bundle.zip/a.pdf"])
    assert (finding.path, finding.code) == (name, FindingCode.STRAY_CORRECTIONS)
    assert advice in finding.advice


@each_row()
def test_only_a_name_that_is_too_long_is_explained_by_the_orders(
    tmp_path: Path, path: str, told: bool
) -> None:
    (tmp_path / "order.txt.yml").mkdir()
    with pytest.raises(ArchiveError) as refused:
        write_corrections_file(tmp_path, path, b"")
    assert ("named after the order's" in str(refused.value)) is told
