"""SHA256SUMS: what it lists, and that sha256sum reads it."""

import os
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from build_scripts.archive.storage.folder_walk import identify_state
from build_scripts.site import manifest
from build_scripts.site.manifest import (
    FileChanges,
    ManifestError,
    compare_files,
    hash_site,
    read_made_from,
    read_manifest,
    write_manifest,
)
from tests.tables import each_row


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "b/deep").mkdir(parents=True)
    (tmp_path / "b/deep/index.html").write_bytes(b"two")
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "ö.txt").write_bytes(b"")
    (tmp_path / "back\\slash\nline.txt").write_bytes(b"odd")
    return tmp_path


def test_a_manifest_reads_back_as_it_was_written(site: Path) -> None:
    write_manifest(site, {"orders": "0" * 64}, {"mkdocs": "1.6"}, hash_site(site))
    data = (site / "SHA256SUMS").read_bytes()
    digests, own = read_manifest(site)
    assert own == sha256(data).hexdigest()
    names = ["a.txt", "b/deep/index.html", "back\\slash\nline.txt", "build.json", "ö.txt"]
    assert list(digests) == names
    assert digests["a.txt"] == sha256(b"one").hexdigest()
    assert digests == hash_site(site)
    assert read_made_from(site) == {"orders": "0" * 64}
    write_manifest(site, {"orders": "0" * 64}, {"mkdocs": "1.6"}, hash_site(site))
    assert (site / "SHA256SUMS").read_bytes() == data


def test_a_small_manifest_takes_no_more_memory_than_it_is_long(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_manifest(site, {}, {}, hash_site(site))
    said = read_manifest(site)
    monkeypatch.setattr(manifest, "LARGEST", 2**50)  # more than any machine has
    assert read_manifest(site) == said


@pytest.mark.parametrize(
    ("change", "is_said"),
    [
        (lambda _: None, True),
        (lambda file: file.write_bytes(b"owt"), False),  # as long as before
        (lambda file: file.write_bytes(b"other"), False),
        (lambda file: (file.unlink(), file.write_bytes(b"owt")), False),
    ],
)
def test_a_digest_that_is_known_holds_until_the_file_is_written(
    site: Path, change: Callable[[Path], object], is_said: bool
) -> None:
    file = site / "b/deep/index.html"
    os.utime(file, ns=(1, 1))  # an earlier build wrote it
    taken = {str(file): (identify_state(file), "said")}
    change(file)
    assert (hash_site(site, taken)["b/deep/index.html"] == "said") is is_said


def test_sha256sum_checks_a_site(site: Path) -> None:
    write_manifest(site, {}, {}, hash_site(site))
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(command, cwd=site, check=False).returncode == 0
    (site / "a.txt").write_bytes(b"other")
    assert subprocess.run(command, cwd=site, check=False, capture_output=True).returncode == 1


def test_signatures_and_a_repository_are_no_files_of_the_site(site: Path) -> None:
    before = hash_site(site)
    (site / ".git").mkdir()
    (site / ".git/config").write_text("[core]")
    (site / "SHA256SUMS.minisig").write_text("untrusted comment: …")
    assert hash_site(site) == before
    (site / "b/.git").write_text("gitdir: elsewhere")
    assert "b/.git" in hash_site(site)


def test_a_link_is_never_followed(site: Path) -> None:
    """It could lead out of the site: what it shows is no proof of anything."""
    (site / "link").symlink_to("a.txt")
    (site / "folder").symlink_to("/etc")
    found = hash_site(site)
    assert (found["link"], found["folder"]) == ("", "")
    assert not [path for path in found if path.startswith("folder/")]


def test_differences_are_told_by_kind() -> None:
    said = {"a": "1", "b": "2", "c": "3"}
    changes = compare_files(said, {"b": "2", "c": "9", "d": "4"})
    assert changes == FileChanges(("a",), ("c",), ("d",))
    assert not changes.is_same
    assert compare_files(said, said).is_same


@each_row()
def test_a_manifest_that_cannot_be_used_says_so(
    tmp_path: Path, text: str | None, says: str
) -> None:
    if text is not None:
        (tmp_path / "SHA256SUMS").write_text(text)
    with pytest.raises(ManifestError, match=says):
        read_manifest(tmp_path)
