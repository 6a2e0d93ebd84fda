"""The orders' Markdown files in docs/: written at each build, and nobody's file is touched."""

import os
import shutil
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ArchiveError
from build_scripts.site.order_files import refuse_strangers, remove_other_files, write_order_file
from tests.commands import Ended, run
from tests.shared import list_specimens

pytestmark = pytest.mark.build

OURS = '---\nmade_by: "orders-archive"\ntitle: "Order"\n---\n\nGRANTED.\n'
PATH = "orders/cand/1-31-cv-1/order.md"


def test_a_file_is_written_once_and_removed_with_its_order(tmp_path: Path) -> None:
    write_order_file(tmp_path, PATH, OURS)
    written = tmp_path / PATH
    assert written.read_text() == OURS
    os.utime(written, (1, 1))
    write_order_file(tmp_path, PATH, OURS)
    assert written.stat().st_mtime == 1  # `mkdocs serve` sees no change
    write_order_file(tmp_path, PATH, OURS.replace("GRANTED", "DENIED"))
    assert "DENIED" in written.read_text()
    remove_other_files(tmp_path, ())
    assert list((tmp_path / "orders").iterdir()) == []


@pytest.mark.parametrize(
    "text", ["", "# Mine\n", '---\ntitle: "Mine"\nmade_by: "orders-archive"\n---\n']
)
def test_a_file_that_no_build_wrote_is_refused_and_kept(tmp_path: Path, text: str) -> None:
    mine = tmp_path / PATH
    mine.parent.mkdir(parents=True)
    mine.write_text(text)
    with pytest.raises(ArchiveError, match="was not written by a build") as refused:
        refuse_strangers(tmp_path)
    assert str(mine) in str(refused.value)
    remove_other_files(tmp_path, ())
    assert mine.read_text() == text


def test_what_mkdocs_does_not_see_is_no_stranger(tmp_path: Path) -> None:
    hidden = tmp_path / "orders/.DS_Store"
    hidden.parent.mkdir()
    hidden.write_text("x")
    refuse_strangers(tmp_path)
    refuse_strangers(tmp_path / "nowhere")


def build(folder: Path) -> Ended:
    return run("build", cwd=folder, program="mkdocs")


def test_a_build_takes_its_own_files_and_refuses_others(tmp_path: Path) -> None:
    begin_archive(tmp_path, "Ours")
    for specimen in list_specimens()[:2]:
        shutil.copy(specimen, tmp_path / "orders")
    assert build(tmp_path).returncode == 0
    (first, second) = sorted((tmp_path / "docs/orders").rglob("*.md"))
    offered = tmp_path / "site" / first.relative_to(tmp_path / "docs").with_suffix("") / "order.md"
    assert offered.read_bytes() == first.read_bytes()
    (tmp_path / "orders" / specimen.name).unlink()
    second.with_name("mine.md").write_text("# Mine\n")
    refused = build(tmp_path)
    assert refused.returncode != 0
    assert "mine.md was not written by a build" in refused.stderr
    second.with_name("mine.md").unlink()
    assert build(tmp_path).returncode == 0
    assert len(list((tmp_path / "docs/orders").rglob("*.md"))) == 1
