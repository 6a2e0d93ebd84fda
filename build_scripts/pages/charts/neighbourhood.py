"""Which orders cite which, as arcs beside a list in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.pages.charts.drawing import draw, finish_figure, start_picture, write_text

_ROW = 44
_NODE = 66
_LONGEST = 30  # characters of a line: as many as a telephone's width holds


@dataclass(frozen=True, slots=True)
class Stop:
    """An order in the picture: two lines of words, and whether the page is its own."""

    name: str
    facts: str
    is_here: bool = False


def draw_neighbourhood(
    stops: Sequence[Stop], citing: Iterable[tuple[int, int]], caption: str, table: str
) -> str:
    """Return a figure of orders, oldest first, with an arc from each that cites to what it cites.

    `citing` holds places in `stops`: who cites, who is cited. `table` is HTML.
    """
    pairs = sorted(set(citing))
    words = t("charts.arcs", caption=caption, orders=len(stops), arcs=len(pairs))
    picture = start_picture(_ROW * len(stops), words)
    touching = {place for pair in pairs for place in pair if any(stops[i].is_here for i in pair)}
    for one, other in pairs:
        start, end = _middle(one), _middle(other)
        reach = _NODE - 12 - min(50, 14 + 9 * abs(one - other))
        own = stops[one].is_here or stops[other].is_here
        kind = "arc arc--own" if own else "arc"
        path = f"M{_NODE - 7} {start}C{reach} {start} {reach} {end} {_NODE - 14} {end}"
        draw(picture, "path", class_=kind, d=path)
        head = f"{_NODE - 15},{end - 4} {_NODE - 15},{end + 4} {_NODE - 7},{end}"
        draw(picture, "polygon", class_=kind, points=head)
    for place, stop in enumerate(stops):
        middle = _middle(place)
        kind = "node node--here" if stop.is_here else "node"
        draw(picture, "circle", class_=kind, cx=_NODE, cy=middle, r=5 if place in touching else 4)
        name = "name name--here" if stop.is_here else "name"
        write_text(picture, _cut(stop.name), class_=name, x=_NODE + 14, y=middle - 2)
        write_text(picture, _cut(stop.facts), class_="facts", x=_NODE + 14, y=middle + 14)
    return finish_figure(picture, caption, table)


def _middle(place: int) -> int:
    return place * _ROW + _ROW // 2


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
