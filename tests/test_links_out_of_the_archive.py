"""Symbolic links that leave the archive are refused, in orders/ and docs/; others are followed."""

import json
import zipfile
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from tests.commands import run
from tests.site_build.test_withheld_words import COURT
from tests.test_held_back import find_in_site, write_order

pytestmark = pytest.mark.build

OUTSIDE = "Kestrelmoor"


def test_nothing_outside_is_read_through_a_link(tmp_path: Path) -> None:
    """Orders, corrections, what tells of a source; through a folder too."""
    home = tmp_path / "archive"
    home.mkdir()
    begin_archive(home, "Ours")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(COURT.format(number=15, words=f"Of {OUTSIDE}."))
    (outside / "fields.yml").write_text(f"fields: {{title: {OUTSIDE}}}\n{OUTSIDE}: 1\n")
    (outside / "source.json").write_text(f'{{"service": "{OUTSIDE}"}}')
    write_order(home, "plain", 11, "OAKHURST DAIRY", "Nothing is said.")
    write_order(home, "corrected", 12, "MARGATE ORCHARDS", "Nothing is said.")
    write_order(home, "told", 13, "FENWICK TANNERY", "Nothing is said.")
    (home / "kept").mkdir()
    (home / "kept/within.txt").write_text(
        COURT.format(number=14, words="Within.").replace("JANE ROE", "LARKSPUR FOUNDRY")
    )
    orders = home / "orders"
    (orders / "order.txt").symlink_to(outside / "secret.txt")
    (orders / "twice.txt").symlink_to("order.txt")
    (orders / "loop.txt").symlink_to("loop.txt")
    (orders / "corrected.txt.yml").symlink_to(outside / "fields.yml")
    (orders / "told.txt.source.json").symlink_to(outside / "source.json")
    (orders / "within.txt").symlink_to("../kept/within.txt")
    with zipfile.ZipFile(orders / "bundle.zip", "w") as bundle:
        bundle.writestr("fields", COURT.format(number=16, words="Of a ZIP archive."))
    (orders / "bundle.zip.corrections").symlink_to(outside)
    (home / "docs/told.txt").symlink_to(outside / "secret.txt")
    (home / "docs/more").symlink_to(outside)
    built = run("build", cwd=home)
    assert "docs/told.txt links to the outside of the archive" in built.stderr
    checked = run("check", "--json", cwd=home)
    assert OUTSIDE not in built.stderr + checked.stdout + checked.stderr
    assert not find_in_site(home, OUTSIDE)
    said: dict[str, set[str]] = {}
    for one in json.loads(checked.stdout)["findings"]:
        said.setdefault(one["path"], set()).add(one["message"])
    assert said["order.txt"] == said["twice.txt"] == {"It is a link that leaves the archive."}
    assert any("can't be read" in one for one in said["corrected.txt.yml"])
    assert any("can't be read" in one for one in said["told.txt.source.json"])
    assert any("can't be read" in one for one in said["bundle.zip.corrections/fields.yml"])
    assert find_in_site(home, "Larkspur Foundry"), "a link within the archive"
    assert find_in_site(home, "Oakhurst Dairy")
    assert not find_in_site(home, "Margate Orchards"), "corrections may withhold"

    before = {one.name for one in orders.rglob("*.txt")}
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "order.txt").symlink_to(outside / "secret.txt")
    imported = run("import", "folder", str(drop), cwd=home)
    assert "Skipped 1: It is a link that leaves the archive" in imported.stdout
    assert OUTSIDE not in imported.stdout + imported.stderr
    assert {one.name for one in orders.rglob("*.txt")} == before
