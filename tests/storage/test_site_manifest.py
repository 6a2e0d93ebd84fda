import json
from hashlib import sha256
from pathlib import Path

import pytest

from build_scripts.model.site_manifest import FileChanges, SiteManifest, compare_files
from build_scripts.site.manifest import (
    ManifestError,
    hash_site,
    read_site_manifest,
    write_site_manifest,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "b/deep").mkdir(parents=True)
    (tmp_path / "b/deep/index.html").write_bytes(b"two")
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "ö.txt").write_bytes(b"")
    return tmp_path


def test_a_manifest_reads_back_as_it_was_written(site: Path) -> None:
    written = write_site_manifest(site, {"orders": "0" * 64}, {"mkdocs": "1.6"})
    data = (site / "manifest.json").read_bytes()
    assert read_site_manifest(site) == (written, sha256(data).hexdigest())
    assert list(written.files) == ["a.txt", "b/deep/index.html", "ö.txt"]
    assert written.files["a.txt"] == sha256(b"one").hexdigest()
    write_site_manifest(site, {"orders": "0" * 64}, {"mkdocs": "1.6"})
    assert (site / "manifest.json").read_bytes() == data


def test_signatures_and_a_repository_are_no_files_of_the_site(site: Path) -> None:
    before = hash_site(site)
    (site / ".git").mkdir()
    (site / ".git/config").write_text("[core]")
    (site / "manifest.json.minisig").write_text("untrusted comment: …")
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
    said = SiteManifest({"a": "1", "b": "2", "c": "3"}, {}, {})
    changes = compare_files(said, {"b": "2", "c": "9", "d": "4"})
    assert changes == FileChanges(("a",), ("c",), ("d",))
    assert not changes.is_same
    assert compare_files(said, said.files).is_same


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "no manifest.json"),
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "format"),
        ('{"format": 2}', "format"),
        ('{"format": 1, "files": {}}', "made_from"),
        ('{"format": 1, "files": {"a": 1}, "made_from": {}, "versions": {}}', "files"),
        (json.dumps({"format": 1, "files": {"a": "x"}, "made_from": {}, "versions": {}}), "sha256"),
    ],
)
def test_a_manifest_that_cannot_be_used_says_so(
    tmp_path: Path, text: str | None, says: str
) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ManifestError, match=says):
        read_site_manifest(tmp_path)
