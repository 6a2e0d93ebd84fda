"""Generated pages are written where they changed and removed where they are stale."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from build_scripts.model.page import Bundle, DataFile, Page
from build_scripts.problems import ArchiveError
from build_scripts.storage import docs_folder
from build_scripts.storage.docs_folder import JOURNAL, MANIFEST, WriteReport, write_bundles


def write_pages(
    docs: Path, pages: Sequence[Page], files: Sequence[DataFile] = (), jobs: int = 1
) -> WriteReport:
    """Write each in a bundle that is made to see whether it changed."""
    bundles = [Bundle(one.path, "", partial(tuple, [one])) for one in (*pages, *files)]
    return write_bundles(docs, bundles, jobs=jobs)


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


class Workshop:
    """Offers bundles of one page and one file, and remembers which it had to make."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def offer(self, name: str, version: str, text: str = "text") -> Bundle:
        def make() -> Sequence[Page | DataFile]:
            self.made.append(name)
            data = DataFile(f"orders/{name}/order.json", "", partial(bytes, text.encode()))
            return Page(f"orders/{name}.md", text), data

        return Bundle(name, version, make)


def test_a_bundle_is_made_only_where_its_version_is_not_there(tmp_path: Path) -> None:
    shop = Workshop()
    for versions in (("1", "1"), ("1", "2"), ("1", "2")):
        bundles = [shop.offer(name, one) for name, one in zip("ab", versions, strict=True)]
        report = write_bundles(tmp_path, bundles, "me")
    assert shop.made == ["a", "b", "b"]
    assert (report.pages, report.written) == (2, 0)
    assert set(report.versions) == {
        f"orders/{name}{end}" for name in "ab" for end in (".md", "/order.json")
    }
    write_bundles(tmp_path, bundles, "another program")
    assert shop.made == ["a", "b", "b", "a", "b"]


def test_a_generated_file_that_somebody_changed_is_made_again(tmp_path: Path) -> None:
    shop = Workshop()
    write_bundles(tmp_path, [shop.offer("a", "1"), shop.offer("b", "1")])
    page, data = tmp_path / "orders/a.md", tmp_path / "orders/b/order.json"
    page.write_text("what")
    os.utime(data)
    report = write_bundles(tmp_path, [shop.offer("a", "1"), shop.offer("b", "1")])
    assert shop.made == ["a", "b", "a", "b"]
    assert (page.read_text(), report.written, report.unchanged) == ("text", 1, 1)


def test_pages_that_a_bundle_no_longer_has_go(tmp_path: Path) -> None:
    pages = [Page("list.md", "1"), Page("list/2.md", "2")]
    write_bundles(tmp_path, [Bundle("list", "1", partial(tuple, pages))])
    write_bundles(tmp_path, [Bundle("list", "2", partial(tuple, pages[:1]))])
    assert not (tmp_path / "list").exists()


def test_processes_write_what_one_writes(tmp_path: Path) -> None:
    shop = Workshop()
    names = [f"order-{number}" for number in range(3 * docs_folder.BATCH)]
    bundles = [shop.offer(name, "1", name) for name in names]
    one, two = tmp_path / "one", tmp_path / "two"
    first, second = write_bundles(one, bundles), write_bundles(two, bundles, jobs=2)
    assert first == second
    assert list((two / "orders").glob("*.md"))
    for name in names:
        assert (two / f"orders/{name}.md").read_text() == name
    assert not (two / JOURNAL).exists()


def test_a_build_that_would_overwrite_leaves_nothing_of_itself(tmp_path: Path) -> None:
    shop = Workshop()
    write_bundles(tmp_path, [shop.offer("a", "1")])
    (tmp_path / "orders/z.md").write_text("mine")
    names = [f"order-{number}" for number in range(2 * docs_folder.BATCH)]
    bundles = [shop.offer(name, "1") for name in ("a", *names, "z")]
    with pytest.raises(ArchiveError, match=r"z\.md"):
        write_bundles(tmp_path, bundles, jobs=2)
    assert {path.name for path in (tmp_path / "orders").iterdir()} == {"a", "a.md", "z.md"}


def test_a_manifest_of_an_earlier_version_is_understood(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"old.md": "digest", "kept.md": "digest"}')
    for name in ("old.md", "kept.md"):
        (tmp_path / name).write_text("before")
    write_pages(tmp_path, [Page("kept.md", "now")])
    assert not (tmp_path / "old.md").exists()
    assert (tmp_path / "kept.md").read_text() == "now"
