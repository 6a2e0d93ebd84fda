"""Files that once broke the program: converted as a build does, for little more than an opinion."""

from functools import cache
from pathlib import Path

import pytest

from tests.measured_work import spend
from tools.bench.long_opinion import write_plain
from tools.fuzz.convert import convert_bytes

SEEDS = sorted(path for path in (Path(__file__).parent / "seeds").iterdir() if path.is_file())
MOST = 10  # times the processor time of an opinion of 25 pages


@cache
def spend_on_opinion() -> float:
    opinion = write_plain(100_000).encode()
    convert_bytes(opinion, "opinion.txt")  # tables load before
    return spend(lambda: convert_bytes(opinion, "opinion.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_is_converted_or_refused_with_a_finding(path: Path) -> None:
    seed = path.read_bytes()
    assert spend(lambda: convert_bytes(seed, path.name)) < MOST * spend_on_opinion()
