"""Files that once broke the program: converted as a build does, with a bounded share of work."""

from pathlib import Path

import pytest

from tests.measured_work import spend, spend_on_text
from tools.fuzz.convert import convert_bytes

pytestmark = pytest.mark.slow

SEEDS = sorted(path for path in (Path(__file__).parent / "seeds").iterdir() if path.is_file())
MOST = 200  # times the processor time of a plain text of 20,000 lines, read


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_is_converted_or_refused_with_a_finding(path: Path) -> None:
    seed = path.read_bytes()
    assert spend(lambda: convert_bytes(seed, path.name)) < MOST * spend_on_text()
