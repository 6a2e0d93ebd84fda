"""What the second reader sees of a piece: shapes and words of courts, dates, names and offices."""

import re
from collections.abc import Iterator, Sequence

from build_scripts.describing.tagging.segments import Segment
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern_table import read_rows

SHAPES = {
    row.name: row.pattern for row in read_rows(__package__, "features.toml", "shape", month=MONTH)
}
_SEEN = ("court line", "versus", "federal docket", "date", "title word", "role", "judge title")
_NEAR = (
    "versus",
    "versus first",
    "role",
    "role alone",
    "judge title",
    "court line",
    "number label",
    "federal docket",
    "date",
    "dated",
    "title word",
    "signed",
    "in re",
    "honorable",
)
_WORDS_TOLD = 12


def list_features(segments: Sequence[Segment]) -> list[list[str]]:
    """Return each piece's features, sorted; the same for the same pieces."""
    shapes = [frozenset(_list_shapes(each.text)) for each in segments]
    rows = [each.row for each, seen in zip(segments, shapes, strict=True) if "versus" in seen]
    listed: list[list[str]] = []
    seen: set[str] = set()
    for place, segment in enumerate(segments):
        features = set(shapes[place])
        features |= set(_list_places(segment))
        features |= {f"word {word}" for word in _list_words(segment.text)}
        features |= {f"not seen {each}" for each in _SEEN if each not in seen}
        if rows:
            nearest = min((segment.row - row for row in rows), key=abs)
            if abs(nearest) <= 6:
                features.add(f"rows from versus {nearest}")
        for name, at in (
            ("before", place - 1),
            ("behind", place + 1),
            ("above", segment.above),
            ("below", segment.below),
        ):
            if 0 <= at < len(segments):
                features |= {f"{name}: {each}" for each in _NEAR if each in shapes[at]}
                features |= {f"{name}: capitals"} if "capitals" in shapes[at] else set()
            else:
                features.add(f"{name}: nothing")
        seen |= shapes[place]
        listed.append(sorted(features))
    return listed


def _list_shapes(text: str) -> Iterator[str]:
    for name, pattern in SHAPES.items():
        if pattern.search(text):
            yield name
    letters = [char for char in text if char.isalpha()]
    if letters and sum(char.isupper() for char in letters) >= 0.85 * len(letters):
        yield "capitals"
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) >= 2 and all(word[0].isupper() for word in words if len(word) > 3):
        yield "each word begins with a capital"
    if text[:1].islower():
        yield "begins small"
    if any(char.isdigit() for char in text):
        yield "digit"
    count = len(text.split())
    yield f"words {_bin(count, (5, 9, 16))}"


def _bin(count: int, bounds: Sequence[int]) -> str:
    """Return the number itself below the first bound, else the bound that it reaches."""
    return str(count) if count < bounds[0] else f"{max(b for b in bounds if count >= b)}+"


def _list_places(segment: Segment) -> Iterator[str]:
    yield f"row {_bin(segment.row, (4, 8, 16, 31, 61))}"
    yield f"rows behind {_bin(segment.from_end, (3, 7, 16, 41))}"
    yield f"column {min(segment.column, 2)} of {min(segment.width, 3)}"
    yield f"indent {min(segment.start // 8, 6)}"
    if segment.centred:
        yield "centred"
    if segment.bold:
        yield "bold"


def _list_words(text: str) -> list[str]:
    words = re.findall(r"[a-z][a-z.'’-]*[a-z.]|[a-z]|\d{1,2}(?=\W|$)", text.lower())
    return [re.sub(r"\d", "0", word) for word in words[:_WORDS_TOLD]]
