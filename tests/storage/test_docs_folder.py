"""Generated pages are written where they changed and removed where they are stale."""

from pathlib import Path

import pytest

from build_scripts.model.page import DataFile, Page
from build_scripts.problems import ArchiveError
from build_scripts.storage.docs_folder import MANIFEST, write_pages


def test_pages_are_written_once_and_touched_only_where_they_changed(tmp_path: Path) -> None:
    pages = [Page("orders/a/index.md", "a"), Page("orders/b/index.md", "b")]
    assert write_pages(tmp_path, pages).written == 2
    before = (tmp_path / "orders/a/index.md").stat().st_mtime_ns
    report = write_pages(tmp_path, [pages[0], Page("orders/b/index.md", "changed")])
    assert (report.written, report.unchanged, report.removed) == (1, 1, 0)
    assert (tmp_path / "orders/a/index.md").stat().st_mtime_ns == before
    assert (tmp_path / "orders/b/index.md").read_text() == "changed"


def test_stale_pages_and_their_empty_folders_go(tmp_path: Path) -> None:
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders/hand-written.md").write_text("mine")
    write_pages(tmp_path, [Page("orders/a/index.md", "a"), Page("cases/b.md", "b")])
    report = write_pages(tmp_path, [])
    assert report.removed == 2
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"orders", "orders/hand-written.md", MANIFEST}


def test_hand_written_files_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("mine")
    with pytest.raises(ArchiveError, match=r"index\.md"):
        write_pages(tmp_path, [Page("about.md", "x"), Page("index.md", "x")])
    assert (tmp_path / "index.md").read_text() == "mine"
    assert not (tmp_path / "about.md").exists()


def test_an_interrupted_build_is_taken_up_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from build_scripts.storage import docs_folder

    real = docs_folder.write_atomically

    def stop_at_b(path: Path, data: bytes) -> None:
        if path.name == "b.md":
            raise KeyboardInterrupt
        real(path, data)

    pages = [Page("a.md", "a"), Page("b.md", "b")]
    monkeypatch.setattr(docs_folder, "write_atomically", stop_at_b)
    with pytest.raises(KeyboardInterrupt):
        write_pages(tmp_path, pages)
    monkeypatch.undo()
    report = write_pages(tmp_path, pages)
    assert (report.written, report.unchanged) == (1, 1)
    assert not list(tmp_path.glob(".b.md*"))


def test_a_damaged_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(ArchiveError, match="damaged"):
        write_pages(tmp_path, [])


def test_a_data_file_is_loaded_only_where_its_version_is_not_there(tmp_path: Path) -> None:
    loads: list[str] = []

    def offer(version: str) -> DataFile:
        def load() -> bytes:
            loads.append(version)
            return version.encode()

        return DataFile("orders/a/original.pdf", version, load)

    for version in ("1", "1", "2"):
        write_pages(tmp_path, [], [offer(version)])
    assert loads == ["1", "2"]
    assert (tmp_path / "orders/a/original.pdf").read_bytes() == b"2"
    (tmp_path / "orders/a/original.pdf").unlink()
    write_pages(tmp_path, [], [offer("2")])
    assert loads == ["1", "2", "2"]
    write_pages(tmp_path, [])
    assert not (tmp_path / "orders").exists()


def test_an_interrupted_data_file_is_written_by_the_next_build(tmp_path: Path) -> None:
    def stop() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pages(tmp_path, [], [DataFile("a.pdf", "1", stop)])
    write_pages(tmp_path, [], [DataFile("a.pdf", "1", lambda: b"whole")])
    assert (tmp_path / "a.pdf").read_bytes() == b"whole"
