"""No pattern of the package takes long over a text that was made to keep it busy."""

import json
import subprocess
import sys

from tests.shared import ROOT

# Slower than linear over a long text, and never given one: what bounds it.
BOUNDED = {
    "build_scripts.cleaning.footnote_marks.GLUED_TO_POINT": "the 200 characters before a mark",
    "build_scripts.cleaning.tables.NO_TABLE": "a cell of at most LONGEST_CELL characters",
    "build_scripts.describing.party_name._NAME_END": "a caption of 20,000 characters: two seconds",
}
MINUTES = 8  # a processor that does much else; alone it takes half a minute


def test_patterns_get_through_what_they_repeat() -> None:
    """Some 700 patterns, each over texts of 20,000 characters that pump its own parts."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.pattern_times"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60 * MINUTES,
        check=True,
    )
    timed, slow = json.loads(run.stdout)
    assert timed > 500
    assert [one for one in slow if one[0] not in BOUNDED] == []


def test_a_pattern_that_never_ends_is_seen() -> None:
    code = (
        "import re; from tests.hostile.pattern_times import Place, time_patterns; "
        "print(time_patterns({re.compile(r'(?:a+)+b'): Place('bad', True)})[0][0])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "bad\n"
