"""No pattern of the package grows busy over a text that was made to keep it so."""

import json
import subprocess
import sys

import pytest

from tests.shared import ROOT

pytestmark = pytest.mark.slow


def test_patterns_get_through_what_they_repeat() -> None:
    """Every pattern, over texts of 10,000 characters that pump its own parts."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.pattern_growth"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    measured, slow = json.loads(run.stdout)
    assert measured > 650
    assert slow == []


def test_patterns_that_grow_busy_are_seen() -> None:
    code = (
        "from build_scripts.model.text.pattern import Pattern\n"
        "from tests.hostile import pattern_growth\n"
        "pattern_growth.NEVER = 4.0\n"
        "patterns = {'endless': Pattern(r'(?:a+)+b'), 'square': Pattern(r'a*b'),"
        " 'good': Pattern(r'a{1,9}b')}\n"
        "print([place for place, _, _ in pattern_growth.find_slow(patterns)])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "['endless', 'square']\n"
