"""Charts of the numbers in tables, as views; `pages/theme/pages/macros/charts.html` draws them.

Each is inline SVG of fixed bytes for the same numbers. Colours and type come from the style sheet
by class, so that a picture is readable in both palettes and on paper, and holds under a policy that
forbids inline styles. Lengths along a line are in per cent and heights in pixels: words keep their
size on a telephone. A table next to each picture has the same content in text.

Drawn by the theme's own templates, which escape every name. Altair with vl-convert was measured:
0.14 s a picture after 1.5 s of start, 94 MB installed, 13 kB an SVG with colours and sizes fixed in
its attributes. svg.py does not escape text.
"""

from collections.abc import Iterable, Mapping, Sequence
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


def chart_counts(counts: Sequence[tuple[str, int]], caption: str) -> BarChart | None:
    """Return bars of orders by name, the first `MOST_BARS`, or None if there are too few."""
    bars = [(label, (("plain", count),)) for label, count in counts]
    return _chart_bars(bars, caption, "charts.bars_of_orders")


def chart_outcomes(
    counts: Sequence[tuple[str, Mapping[Outcome, int]]], caption: str
) -> BarChart | None:
    """Return bars of rulings by outcome, or None if they are too few."""
    bars = []
    for label, outcomes in counts:
        parts = [(kind, outcomes.get(outcome, 0)) for kind, outcome in _PARTS]
        rest = sum(outcomes.values()) - sum(count for _, count in parts)
        bars.append((label, (*parts, (_OTHER, rest))))
    return _chart_bars(bars, caption, "charts.bars_of_rulings")


def _chart_bars(
    bars: Sequence[tuple[str, Iterable[tuple[str, int]]]], caption: str, name: str
) -> BarChart | None:
    shown = [(label, [part for part in parts if part[1]]) for label, parts in bars[:MOST_BARS]]
    totals = [sum(count for _, count in parts) for _, parts in shown]
    if sum(totals) < CHARTED_FROM:
        return None
    most = max(totals)
    drawn = []
    for (label, parts), total in zip(shown, totals, strict=True):
        left = 0.0
        placed = []
        for kind, count in parts:
            width = count / most * 100
            placed.append(BarPart(kind, _length(left), _length(width)))
            left += width
        drawn.append(Bar(label, total, tuple(placed)))
    used = {kind for _, parts in shown for kind, _ in parts}
    named = [(kind, format_outcome(outcome)) for kind, outcome in _PARTS]
    named.append((_OTHER, t("charts.other_outcome")))
    keys = tuple(pair for pair in named if pair[0] in used)
    words = t(name, caption=caption, count=len(shown), most=most)
    return BarChart(caption, words, tuple(drawn), keys)


@dataclass(frozen=True, slots=True)
class Column:
    """A year: its left side and its middle in per cent, its height in pixels (0 for no order).

    `is_counted` is true if the column shows its number, `is_named` if it shows the year.
    """

    year: int
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


_TALLEST = 120  # pixels
_WIDEST = 7.0  # per cent
_LABELS = 7
_COUNTED = 12  # columns that carry their number; of more only the tallest does,
_COUNTED_SHORT = 20  # or numbers of one or two digits
_LONGEST_SPAN = 150  # years; of a longer span only years with orders have a column


def chart_years(counts: Mapping[int, int], caption: str) -> YearChart | None:
    """Return orders by year, empty years too, or None if they are too few; no count is 0."""
    if sum(counts.values()) < CHARTED_FROM:
        return None
    years = sorted(counts)
    is_whole = years[-1] - years[0] < _LONGEST_SPAN
    if is_whole:
        years = list(range(years[0], years[-1] + 1))
    most = max(counts.values())
    words = t("charts.years", caption=caption, first=str(years[0]), last=str(years[-1]), most=most)
    slot = 100 / len(years)
    width = min(slot * 0.72, _WIDEST)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 10_000) if len(years) / step <= _LABELS)
    counted = _COUNTED_SHORT if most < 100 else _COUNTED
    columns = []
    for place, year in enumerate(years):
        count = counts.get(year, 0)
        columns.append(
            Column(
                year,
                count,
                _length((place + 0.5) * slot - width / 2),
                _length((place + 0.5) * slot),
                max(2, round(count / most * _TALLEST)) if count else 0,
                is_counted=count > 0 and (len(years) <= counted or count == most),
                is_named=(year if is_whole else place) % step == 0 or len(years) == 1,
            )
        )
    rows = tuple(sorted(counts.items(), reverse=True))
    return YearChart(caption, words, _length(width), tuple(columns), rows)


def _length(value: float) -> float:
    """Return a length with at most two decimals: the same bytes on every machine."""
    rounded = round(value, 2)
    return int(rounded) if rounded.is_integer() else rounded
