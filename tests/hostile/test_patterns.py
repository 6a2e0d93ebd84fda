"""No pattern of the package grows busy over a text that was made to keep it so."""

import pytest

from build_scripts.model.text.pattern import Pattern
from tests.hostile import pattern_growth
from tests.hostile.pattern_growth import BOUNDED, find_slow
from tests.model.text.listed_patterns import list_patterns

pytestmark = pytest.mark.slow


def test_patterns_get_through_what_they_repeat() -> None:
    """Every pattern, over texts of 10,000 characters that pump its own parts."""
    every = list_patterns()
    assert len(every) > 650
    assert every.keys() >= BOUNDED.keys()  # nothing that is gone is named
    unbounded = {place: pattern for place, pattern in every.items() if place not in BOUNDED}
    assert find_slow(unbounded) == []


def test_patterns_that_grow_busy_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_growth, "NEVER", 1.0)
    patterns = {
        "endless": Pattern(r"(?:a+)+b"),
        "square": Pattern(r"a*b"),
        "good": Pattern(r"a{1,9}b"),
    }
    assert [place for place, _, _ in find_slow(patterns)] == ["endless", "square"]
