"""Find black bars over words that are gone, and put "[redacted]" in their place.

Where a bar covers words that the file still holds, hidden.py finds them. Where the words were taken
out, nothing would show that the judge wrote any: "(1) misdemeanor [redacted], 2005".
"""

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.reading.pdf.drawn_page import Box
from build_scripts.reading.pdf.hidden import REDACTED
from build_scripts.reading.pdf.runs import LINE_END, Run

LOWEST, HIGHEST = 6.0, 24.0  # points: thinner ones are rules, higher ones pictures
NARROWEST = 10.0
MIDDLE = 0.3  # of the size: half the height of small letters
SLACK = 2.0  # points
MOST_BARS = 200  # of a page: a chart draws more


def mark_bars(dark: Sequence[Box], runs: Sequence[Run], layer: Sequence[Run]) -> list[Run]:
    """Return the runs with "[redacted]" where a bar, a dark box, covers a part of a line of text.

    A bar over a run of the page's text `layer` is skipped: its words are marked already.
    """
    middles = [((run.x0 + run.x1) / 2, run.y + MIDDLE * run.size) for run in layer if run.turn == 0]
    bars = [
        box for box in dark if _is_bar(box) and not any(box.holds(*middle) for middle in middles)
    ]
    if not bars or len(bars) > MOST_BARS:
        return list(runs)
    marked = list(runs)
    for bar in sorted(bars, key=lambda box: (-box.top, box.left)):
        beside = [
            place
            for place, run in enumerate(marked)
            if run.turn == 0 and bar.bottom <= run.y + MIDDLE * run.size <= bar.top
        ]
        if beside:
            _insert(marked, bar, beside)
    return marked


def _is_bar(box: Box) -> bool:
    wide, high = box.right - box.left, box.top - box.bottom
    return LOWEST <= high <= HIGHEST and wide >= NARROWEST and wide > high


def _insert(runs: list[Run], bar: Box, beside: Sequence[int]) -> None:
    """Insert the sign after the words left of the bar, or before those right of it."""
    left = [place for place in beside if runs[place].x1 <= bar.left + SLACK]
    right = [place for place in beside if runs[place].x0 >= bar.right - SLACK]
    near = max(left, key=lambda p: runs[p].x1) if left else min(
        right or beside, key=lambda p: runs[p].x0
    )  # fmt: skip
    model = runs[near]
    sign = replace(model, text=REDACTED, x0=bar.left, x1=bar.right, before=" ")
    if left:
        runs.insert(near + 1, sign)
        behind = near + 2
        if behind < len(runs) and runs[behind].before == "" and runs[behind].y == model.y:
            runs[behind] = replace(runs[behind], before=" ")
    else:
        runs.insert(near, replace(sign, before=model.before or LINE_END))
        runs[near + 1] = replace(model, before=" ")
