"""Pictures: what they draw, that they hold under the policy, that their bytes are fixed."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.description import Outcome
from build_scripts.pages.charts import (
    CHARTED_FROM,
    MOST_BARS,
    BarPart,
    chart_outcomes,
    chart_years,
)
from tests.pages.rendered import render_macro
from tests.site.test_policy import list_breaches

HOSTILE = '</text><script>alert("1")</script> \x00\x0b & <b>'


def test_each_year_has_a_column_as_tall_as_its_count() -> None:
    chart = chart_years({2019: 10, 2021: 20}, "Orders by year")
    assert chart
    assert [(one.label, one.count, one.height) for one in chart.columns] == [
        ("2019", 10, 40),
        ("2020", 0, 0),
        ("2021", 20, 80),
    ]
    assert chart.rows == ((2021, 20), (2019, 10))
    tree = LexborHTMLParser(render_macro("charts", "years", chart))
    assert [node.text() for node in tree.css("text.tick")] == ["2019", "2020", "2021"]
    assert [node.text() for node in tree.css("text.count")] == ["10", "20"]
    assert [node.text() for node in tree.css("tbody > tr > *")] == [
        "2021",
        "20",
        "2019",
        "10",
    ]
    heights = [int(node.attributes["height"] or "") for node in tree.css("rect.bar")]
    assert heights == [40, 80]


def test_many_years_are_drawn_by_decade() -> None:
    """A place on the axis is a time: of an empty decade too."""
    chart = chart_years({1865: 1, 1999: 4, 2010: 10, 2019: 2}, "Orders by year")
    assert chart
    found = {one.label: one.count for one in chart.columns}
    assert list(found) == [f"{year}s" for year in range(1860, 2011, 10)]
    assert {label: count for label, count in found.items() if count} == {
        "1860s": 1,
        "1990s": 4,
        "2010s": 12,
    }
    gaps = {round(after.middle - before.middle, 1) for before, after in pairwise(chart.columns)}
    assert len(gaps) <= 2
    assert chart.words == "Orders by year: 1865 to 2019, at most 12 orders in 10 years"
    assert len(chart.rows) == 4


def test_a_name_of_the_picture_says_what_it_shows() -> None:
    figure = render_macro("charts", "years", chart_years({2019: 10, 2021: 20}, "Orders by year"))
    svg = LexborHTMLParser(figure).css_first("svg")
    assert svg.attributes["role"] == "img"
    assert (
        svg.attributes["aria-label"] == "Orders by year: 2019 to 2021, at most 20 orders in a year"
    )


@given(st.dictionaries(st.integers(1, 9999), st.integers(1, 10**6), min_size=1, max_size=200))
def test_any_years_can_be_drawn(counts: dict[int, int]) -> None:
    """Also those that a misread date adds; the picture stays small and inside itself."""
    chart = chart_years(counts, "Orders by year")
    if sum(counts.values()) < CHARTED_FROM:
        assert chart is None
        return
    assert chart
    starts = [int(one.label.removesuffix("s")) for one in chart.columns]
    runs = [range(start, after) for start, after in pairwise((*starts, 10**5))]
    for run, one in zip(runs, chart.columns, strict=True):
        assert one.count == sum(count for year, count in counts.items() if year in run)
    assert len({len(run) for run in runs[:-1]}) <= 1
    assert sum(one.count for one in chart.columns) == sum(counts.values())
    assert len(chart.columns) <= 61
    assert sum(one.is_named for one in chart.columns) <= 10
    for one in chart.columns:
        assert one.left >= 0
        assert one.left + chart.width <= 100.02
        assert (one.height > 0) == (one.count > 0)


def test_outcomes_part_a_bar_and_lose_no_ruling() -> None:
    counts = {Outcome.GRANTED: 6, Outcome.DENIED: 4, Outcome.MOOT: 2, Outcome.REMANDED: 8}
    chart = chart_outcomes([("Compel", counts)], "Rulings")
    assert chart
    (bar,) = chart.bars
    assert bar.count == 20
    assert bar.parts == (
        BarPart("granted", 0, 30),
        BarPart("denied", 30, 20),
        BarPart("other", 50, 50),
    )
    tree = LexborHTMLParser(render_macro("charts", "bars", chart))
    widths = [float((node.attributes["width"] or "").rstrip("%")) for node in tree.css("rect")]
    assert widths == [30, 20, 50]
    assert [node.text() for node in tree.css(".key")] == ["Granted", "Denied", "Another outcome"]


def test_a_picture_has_as_many_bars_as_can_be_read() -> None:
    counts = [(f"Judge {n}", {Outcome.GRANTED: 40 - n}) for n in range(40)]
    chart = chart_outcomes(counts, "Rulings")
    assert chart
    assert [bar.label for bar in chart.bars] == [f"Judge {n}" for n in range(MOST_BARS)]
    assert chart.keys == (("granted", "Granted"),)


@pytest.mark.parametrize(
    ("macro", "values"),
    [
        ("years", [chart_years({2019: 50}, HOSTILE)]),
        ("bars", [chart_outcomes([(HOSTILE, {Outcome.GRANTED: 20})], HOSTILE)]),
    ],
)
def test_names_stay_text_and_the_policy_holds(macro: str, values: list[object]) -> None:
    """No style attribute, no style element, no fixed color, no address of another site."""
    figure = render_macro("charts", macro, *values)
    assert list_breaches(figure.encode()) == []
    assert "<script" not in figure
    assert "\x00" not in figure
    assert not re.search(r"\b(?:fill|stroke|font-family|color)=", figure)
    assert "http" not in figure


def test_few_numbers_are_no_picture() -> None:
    few = CHARTED_FROM - 1
    assert chart_years({2001: few}, "A") is None
    assert chart_outcomes([("A", {Outcome.GRANTED: few})], "A") is None


def test_a_name_is_whole_and_stands_outside_the_drawing() -> None:
    name = "Motions for judgment as a matter of law, and whatever else was asked"
    tree = LexborHTMLParser(
        render_macro("charts", "bars", chart_outcomes([(name, {Outcome.MOOT: 20})], "A"))
    )
    assert [node.text() for node in tree.css("li > span")] == [name, "20"]
