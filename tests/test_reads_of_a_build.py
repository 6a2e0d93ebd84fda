"""How often a build opens each raw order and unpacks each order's text."""

import os
import shutil
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from build_scripts.convert import packing
from tests.commands import succeed
from tests.shared import ROOT

_UNPACKED = "a text is unpacked"


def take_notes(notes: Path) -> None:
    """From now on write a line for each text file that is opened, and for each text unpacked."""
    note = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    expand = packing._expand

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]).endswith(".txt"):
            os.write(note, f"{os.path.realpath(str(arguments[0]))}\n".encode())

    def expand_noted(data: bytes, decoder: object) -> object:
        if decoder is packing._TEXT:
            os.write(note, f"{_UNPACKED}\n".encode())
        return expand(data, decoder)

    packing._expand = expand_noted
    sys.addaudithook(watch)


@pytest.mark.build
def test_a_build_opens_a_raw_order_twice_and_a_later_one_unpacks_few_texts(tmp_path: Path) -> None:
    texts = sorted((ROOT / "orders").rglob("*.txt"))[:12]
    for path in texts:
        there = tmp_path / path.relative_to(ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, there)
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    notes = tmp_path / "notes"
    for least, most in ((1, 4.4), (0, 0.5)):  # then some are, for ties between orders
        succeed("build", "-q", "-j1", cwd=tmp_path, prepare=partial(take_notes, notes))
        noted = Counter(notes.read_text().splitlines())
        opened = [
            times
            for line, times in noted.items()
            if line.startswith(f"{tmp_path.resolve()}/orders/")
        ]
        assert len(opened) == len(texts)
        assert max(opened) <= 2
        assert least <= noted[_UNPACKED] / len(texts) <= most
