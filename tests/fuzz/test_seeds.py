"""Files that once broke the program: converted as a build does, within time."""

import time
from pathlib import Path

import pytest

from tools.fuzz.convert import convert_bytes

SEEDS = sorted(path for path in (Path(__file__).parent / "seeds").iterdir() if path.is_file())
SECONDS = 10


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_is_converted_or_refused_with_a_finding(path: Path) -> None:
    started = time.process_time()
    convert_bytes(path.read_bytes(), path.name)
    assert time.process_time() - started < SECONDS
