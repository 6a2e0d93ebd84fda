"""How often a build opens each raw order and unpacks each order's text."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import ROOT

_COUNT = """
import os, sys
from collections import Counter

from build_scripts.convert import packing

folder, opened, unpacked = os.path.realpath("orders"), Counter(), Counter()


def count(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[0].endswith(".txt"):
        place = os.path.realpath(arguments[0])
        if place.startswith(folder):
            opened[place] += 1


def expand(data, decoder, expand=packing._expand):
    unpacked[decoder is packing._TEXT] += 1
    return expand(data, decoder)


packing._expand = expand
sys.addaudithook(count)
from build_scripts.__main__ import main

sys.argv = ["orders", "build", "--quiet", "--jobs", "1"]
try:
    main()
except SystemExit as ended:
    assert not ended.code
print(max(opened.values()), unpacked[True] / len(opened))
"""


@pytest.mark.build
def test_a_build_opens_a_raw_order_twice_and_a_later_one_too(tmp_path: Path) -> None:
    texts = sorted((ROOT / "orders").rglob("*.txt"))[:12]
    for path in texts:
        there = tmp_path / path.relative_to(ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, there)
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for most in (4.4, 3.8):  # the first build also looks for withheld words
        command = [sys.executable, "-c", _COUNT]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        opened, unpacked = done.stdout.split()[-2:]
        assert int(opened) <= 2
        assert float(unpacked) <= most
