"""Counts over years, as columns."""

from collections.abc import Mapping

from build_scripts.i18n import format_number, t
from build_scripts.pages.charts.drawing import (
    draw,
    finish_figure,
    percent,
    start_picture,
    write_html_table,
    write_text,
)

_TOP, _BASE, _HEIGHT = 18, 138, 160
_WIDEST = 7.0  # per cent
_LABELS = 7
_COUNTED = 12  # columns that carry their number; of more only the tallest does
_LONGEST_SPAN = 150  # years; of a longer span only years with orders have a column


def draw_years(counts: Mapping[int, int], caption: str) -> str:
    """Return a figure of orders by year, years without any between them shown empty.

    `counts` has one year or more, each count above 0.
    """
    years = sorted(counts)
    is_whole = years[-1] - years[0] < _LONGEST_SPAN
    if is_whole:
        years = list(range(years[0], years[-1] + 1))
    most = max(counts.values())
    words = t("charts.years", caption=caption, first=str(years[0]), last=str(years[-1]), most=most)
    picture = start_picture(_HEIGHT, words)
    slot = 100 / len(years)
    width = min(slot * 0.72, _WIDEST)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 10_000) if len(years) / step <= _LABELS)
    for place, year in enumerate(years):
        middle = (place + 0.5) * slot
        count = counts.get(year, 0)
        if count:
            height = max(2.0, count / most * (_BASE - _TOP))
            left = percent(middle - width / 2)
            draw(
                picture,
                "rect",
                class_="bar",
                x=left,
                y=_BASE - height,
                width=percent(width),
                height=height,
            )
            if len(years) <= _COUNTED or count == most:
                write_text(
                    picture,
                    format_number(count),
                    class_="count",
                    x=percent(middle),
                    y=_BASE - height - 5,
                )
        if (year if is_whole else place) % step == 0 or len(years) == 1:
            write_text(picture, str(year), class_="tick", x=percent(middle), y=_HEIGHT - 4)
    draw(picture, "line", class_="axis", x1="0", x2="100%", y1=_BASE, y2=_BASE)
    rows = ((str(year), format_number(counts[year])) for year in sorted(counts, reverse=True))
    table = write_html_table((t("columns.year"), t("columns.orders")), rows)
    return finish_figure(picture, caption, table)
