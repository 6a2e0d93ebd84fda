"""No pattern of the package grows busy over a text that was made to keep it so."""

import json
import subprocess
import sys

import pytest

from tests.shared import ROOT

pytestmark = pytest.mark.slow

# More than linear in the text, and never given a long one: what bounds it.
BOUNDED = {
    "cleaning.footnote_marks.GLUED_TO_POINT": "the 200 characters before a mark",
    "cleaning.tables.NO_TABLE": "a cell of at most LONGEST_CELL characters",
    "describing.party_name._NAME_END": "a caption of 20,000 characters",
}


def test_patterns_get_through_what_they_repeat() -> None:
    """Some 700 patterns, each over texts of 10,000 characters that pump its own parts."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.pattern_growth"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    measured, slow = json.loads(run.stdout)
    assert measured > 650
    assert [one for one in slow if one[0] not in BOUNDED] == []


def test_patterns_that_grow_busy_are_seen() -> None:
    code = (
        "from build_scripts.text.pattern import Pattern\n"
        "from tests.hostile.pattern_growth import find_slow\n"
        "patterns = {'endless': Pattern(r'(?:a+)+b'), 'square': Pattern(r'a*b'),"
        " 'good': Pattern(r'a{1,9}b')}\n"
        "print([place for place, _, _ in find_slow(patterns)])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "['endless', 'square']\n"
