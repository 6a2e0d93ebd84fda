"""Charts of the numbers in tables, as views; `pages/theme/pages/macros/charts.html` draws them.

Each is inline SVG of fixed bytes for the same numbers, styled by class: readable in both palettes
and on paper, and allowed by a policy without inline styles. Lengths along a line are in per cent
and heights in pixels: words keep their size on a telephone. Altair with vl-convert takes 0.14 s a
picture after 1.5 s of start, 94 MB, and fixes colours and sizes; svg.py does not escape text.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.model.description import Outcome
from build_scripts.pages.formatting import format_outcome
from build_scripts.pages.i18n import t

CHARTED_FROM = 15
"""Fewest orders or rulings for which a picture shows more than their numbers do."""
MOST_BARS = 12
"""Bars of a picture; the table next to it has every row."""
_PARTS = (
    ("granted", Outcome.GRANTED),
    ("mixed", Outcome.GRANTED_IN_PART),
    ("denied", Outcome.DENIED),
)
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar: the class of its colour, its start and its length in per cent."""

    kind: str
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, its name and what it counts."""

    label: str
    count: int
    parts: tuple[BarPart, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Counts side by side; `words` describe the chart, `keys` the parts by their class."""

    caption: str
    words: str
    bars: tuple[Bar, ...]
    keys: tuple[tuple[str, str], ...]


def chart_outcomes(
    counts: Sequence[tuple[str, Mapping[Outcome, int]]], caption: str
) -> BarChart | None:
    """Return bars of rulings by outcome, the first `MOST_BARS`, or None if there are too few."""
    counts = counts[:MOST_BARS]
    totals = [sum(outcomes.values()) for _, outcomes in counts]
    if sum(totals) < CHARTED_FROM:
        return None
    most = max(totals)
    bars = []
    for (label, outcomes), total in zip(counts, totals, strict=True):
        parts = [(kind, outcomes.get(outcome, 0)) for kind, outcome in _PARTS]
        parts.append((_OTHER, total - sum(count for _, count in parts)))
        left = 0.0
        placed = []
        for kind, count in parts:
            width = count / most * 100
            if count:
                placed.append(BarPart(kind, _length(left), _length(width)))
            left += width
        bars.append(Bar(label, total, tuple(placed)))
    used = {part.kind for bar in bars for part in bar.parts}
    named = [(kind, format_outcome(outcome)) for kind, outcome in _PARTS]
    named.append((_OTHER, t("charts.other_outcome")))
    words = t("charts.bars_of_rulings", caption=caption, count=len(bars), most=most)
    return BarChart(caption, words, tuple(bars), tuple(pair for pair in named if pair[0] in used))


@dataclass(frozen=True, slots=True)
class Column:
    """A year or a run of years: its left side and middle in per cent, its height in pixels. It
    shows its number if `is_counted`, its label if `is_named`.
    """

    label: str
    count: int
    left: float
    middle: float
    height: int
    is_counted: bool
    is_named: bool


@dataclass(frozen=True, slots=True)
class YearChart:
    """Orders over years, `width` in per cent; `rows` are years and counts, the last year first."""

    caption: str
    words: str
    width: float
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, int], ...]


_TALLEST = 80  # pixels
_WIDEST = 7.0  # per cent
_LABELS = 7
_COUNTED = 12  # columns that carry their number; of more only the tallest does,
_COUNTED_SHORT = 20  # or numbers of one or two digits
_MOST_COLUMNS = 60  # of more years a column is a decade, of more decades a century


def chart_years(counts: Mapping[int, int], caption: str) -> YearChart | None:
    """Return orders over time, empty years too, or None if they are too few; no count is 0."""
    if sum(counts.values()) < CHARTED_FROM:
        return None
    first, last = min(counts), max(counts)
    step = next(step for step in (1, 10, 100, 1_000) if (last - first) / step < _MOST_COLUMNS)
    found: Counter[int] = Counter()
    for year, count in counts.items():
        found[year // step * step] += count
    starts = range(first // step * step, last + 1, step)
    most = max(found.values())
    key = "charts.years" if step == 1 else "charts.runs_of_years"
    words = t(key, caption=caption, first=str(first), last=str(last), most=most, step=step)
    slot = 100 / len(starts)
    width = min(slot * 0.72, _WIDEST)
    each = next(each for each in (1, 2, 5, 10) if len(starts) / each <= _LABELS)
    counted = _COUNTED_SHORT if most < 100 else _COUNTED
    columns = tuple(
        Column(
            str(start) if step == 1 else t("charts.run", first=str(start)),
            found[start],
            _length((place + 0.5) * slot - width / 2),
            _length((place + 0.5) * slot),
            max(2, round(found[start] / most * _TALLEST)) if found[start] else 0,
            is_counted=found[start] > 0 and (len(starts) <= counted or found[start] == most),
            is_named=start // step % each == 0 or len(starts) == 1,
        )
        for place, start in enumerate(starts)
    )
    rows = tuple(sorted(counts.items(), reverse=True))
    return YearChart(caption, words, _length(width), columns, rows)


def _length(value: float) -> float:
    """Return a length with at most two decimals: the same bytes on every machine."""
    rounded = round(value, 2)
    return int(rounded) if rounded.is_integer() else rounded
