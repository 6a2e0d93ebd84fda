"""The folder of the old site serves the next build, and holds nothing that is not the site's."""

from pathlib import Path

import pytest

from build_scripts.storage import site_folder
from build_scripts.storage.site_folder import SiteIndex, begin_beside, put_in_place
from build_scripts.storage.spare_folder import take_spare


def list_files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def build(site: Path, files: dict[str, str]) -> None:
    """Build a site of files whose keys are their texts; beside them one that is written always."""
    cache = site.parent / "cache"
    beside = begin_beside(site)
    index = SiteIndex(cache / "index.tsv", site)
    take_spare(cache / "spare", beside)
    for path, text in files.items():
        if not index.take_over(path, text, beside):
            assert not (beside / path).exists()
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_text(text)
            index.add(path, text, "", beside)
    index.clear_rest(beside)
    assert list_files(beside) == files
    (beside / "manifest.json").write_text(f"{len(files)}")
    index.write()
    put_in_place(beside, site, cache / "spare")


@pytest.mark.parametrize("at_once", [True, False])
def test_a_site_is_what_was_built_and_the_spare_folder_what_two_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(site_folder, "_exchange", lambda _one, _other: False)
    site, spare = tmp_path / "site", tmp_path / "cache/spare"
    first = {"a/index.html": "a", "b/index.html": "b", "gone/index.html": "secret"}
    second = {"a/index.html": "a", "b/index.html": "changed", "new/index.html": "n"}
    build(site, first)
    assert not spare.exists()
    inode = (site / "a/index.html").stat().st_ino
    build(site, second)
    assert list_files(site) == {**second, "manifest.json": "3"}
    assert list_files(spare) == {"a/index.html": "a"}
    assert not (spare / "gone").exists()
    build(site, first)
    build(site, second)
    assert list_files(site) == {**second, "manifest.json": "3"}
    assert (site / "a/index.html").stat().st_ino == inode


def test_what_somebody_wrote_into_the_spare_folder_is_not_published(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "cache/spare"
    files = {"a/index.html": "a", "b/index.html": "b"}
    build(site, files)
    build(site, files)
    (spare / "c").mkdir()
    (spare / "c/index.html").write_text("c")
    (spare / "a/index.html").unlink()
    (spare / "a/index.html").write_text("other")
    build(site, files)
    assert list_files(site) == {**files, "manifest.json": "2"}


def test_a_site_that_was_removed_is_not_taken_from_there(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, {"a/index.html": "a"})
    build(site, {"a/index.html": "a"})
    (site / "a/index.html").unlink()
    build(site, {"b/index.html": "b"})
    assert list_files(site) == {"b/index.html": "b", "manifest.json": "1"}


def test_a_build_that_does_not_begin_from_it_leaves_no_old_one(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "cache/spare"
    files = {"a/index.html": "secret"}
    build(site, files)
    build(site, files)
    assert list_files(spare) == files
    beside = begin_beside(site)
    (beside / "index.html").write_text("other")
    put_in_place(beside, site, spare)
    assert list_files(spare) == {}


def test_a_spare_folder_that_can_not_be_had_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    files = {"a/index.html": "a"}
    build(site, files)

    def refuse(*places: Path) -> None:
        raise OSError(18, "Invalid cross-device link", *map(str, places))

    monkeypatch.setattr(Path, "rename", refuse)
    for _ in range(2):
        build(site, files)
        assert list_files(site) == {**files, "manifest.json": "1"}
        assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]
