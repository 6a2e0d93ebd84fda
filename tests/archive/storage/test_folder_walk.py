from pathlib import Path

import pytest

from build_scripts.archive.storage.folder_walk import walk_files


def test_files_come_by_their_paths_and_links_as_they_stand(tmp_path: Path) -> None:
    for name in ("a.txt", "b/c/d.txt", ".git/e", "b/.f"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "g").symlink_to("b")
    found = sorted(path for path, _ in walk_files(tmp_path))
    assert found == [".git/e", "a.txt", "b/.f", "b/c/d.txt", "g"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(walk_files(tmp_path / "none"))
