"""Every page of an archive is opened and judged; a page with a fault is named, and fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import ROOT
from tests.short_orders import write_orders

pytestmark = [pytest.mark.build, pytest.mark.browser]


def judge(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.check_accessibility", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_folder_of_orders_is_built_and_judged(tmp_path: Path) -> None:
    """By keyboard `make axe` judges every page of an archive, the test below what a page lacks."""
    write_orders(tmp_path, 0, 1)
    ended = judge(tmp_path, "--build", "--looks", "narrow")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.endswith(" too: 0 kinds of faults\n")


def test_a_page_with_a_fault_is_named(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><title>Quillon</title><p style='width: 999px'>Wren</p>"
    (tmp_path / "404.html").write_text(page)
    (tmp_path / "wide.html").write_text(f"{page}<a href=/ style='outline: none'>Wren</a>")
    sample = ("--sample", 2, "--sample-looks", "keyboard")
    ended = judge(tmp_path, "--looks", "narrow", *sample)
    assert ended.returncode == 1
    assert "1 pages  keyboard: no ring around A.  (wide.html)" in ended.stdout
    assert "2 pages  narrow: wider than 320 pixels  (404.html, wide.html)" in ended.stdout
