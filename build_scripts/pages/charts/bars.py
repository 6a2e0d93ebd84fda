"""Counts side by side, as bars that may be parted by outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.i18n import format_number, t
from build_scripts.model.description import Outcome
from build_scripts.pages.charts.drawing import (
    draw,
    finish_figure,
    percent,
    start_picture,
    write_text,
)
from build_scripts.pages.markdown_text import escape_html
from build_scripts.pages.wording import word_outcome

MOST = 12
"""Bars of a picture; the table beside it has every row."""
_ROW = 40
_LONGEST = 38  # characters of a name: as many as a telephone's width holds

_PARTS = (
    ("granted", Outcome.GRANTED),
    ("mixed", Outcome.GRANTED_IN_PART),
    ("denied", Outcome.DENIED),
)
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, and its parts as class and count."""

    label: str
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """What the whole bar counts."""
        return sum(count for _, count in self.parts)


def part_outcomes(label: str, counts: Mapping[Outcome, int]) -> Bar:
    """Return a bar of rulings: granted, in part, denied, and whatever else they came to."""
    parts = [(name, counts.get(outcome, 0)) for name, outcome in _PARTS]
    parts.append((_OTHER, sum(counts.values()) - sum(count for _, count in parts)))
    return Bar(label, tuple(parts))


def draw_bars(
    bars: Sequence[Bar], caption: str, name: str, table: str = "", *, parted: bool = False
) -> str:
    """Return a figure of the first `MOST` bars; `parted` adds what the parts of a bar mean.

    Counts stand beside the bars. `name` is the message that says in words what is shown; `table`
    is HTML.
    """
    shown = bars[:MOST]
    most = max((bar.total for bar in shown), default=0) or 1
    words = t(name, caption=caption, count=len(shown), most=most)
    picture = start_picture(_ROW * len(shown), words)
    for place, bar in enumerate(shown):
        top = place * _ROW
        label = bar.label if len(bar.label) <= _LONGEST else f"{bar.label[: _LONGEST - 1]}…"
        write_text(picture, label, class_="name", x=0, y=top + 15)
        write_text(picture, format_number(bar.total), class_="total", x="100%", y=top + 15)
        left = 0.0
        for kind, count in bar.parts:
            if count:
                width = count / most * 100
                draw(
                    picture,
                    "rect",
                    class_=f"bar bar--{kind}",
                    x=percent(left),
                    y=top + 21,
                    width=percent(width),
                    height=11,
                )
                left += width
    return finish_figure(picture, caption, table, _explain(shown) if parted else "")


def _explain(bars: Sequence[Bar]) -> str:
    """Return what the parts mean; those that no bar has are left out."""
    used = {kind for bar in bars for kind, count in bar.parts if count}
    named = [(kind, word_outcome(outcome)) for kind, outcome in _PARTS]
    named.append((_OTHER, t("charts.other_outcome")))
    items = "".join(
        f'<li class="key key--{kind}">{escape_html(label)}</li>'
        for kind, label in named
        if kind in used
    )
    return f'<ul class="keys">{items}</ul>'
