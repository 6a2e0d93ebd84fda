"""Whether a page shows what no character of its text layer accounts for, or can't show it.

A scan is a picture, a drawn page is one path or ten thousand: how it is made says little. What
the page looks like says whether there is something to read.
"""

from collections.abc import Sequence

import pypdfium2 as pdfium

from build_scripts.reading.pdf.drawn_page import Box, draw_picture
from build_scripts.reading.pdf.page_picture import can_draw
from build_scripts.reading.pdf.runs import Run, turn_back
from build_scripts.reading.pdf.text_layer import LETTER

FEWEST_DOTS = 300  # at drawn_page.SCALE: three drawn letters of ten points
ABOVE, BELOW = 1.0, 0.4  # of the size, around the baseline: where letters have their ink


def shows_ink(page: pdfium.PdfPage, runs: Sequence[Run]) -> bool:
    """Whether the page shows more than the runs that have letters; True where it can't be drawn.

    Text whose font has no map has no letters: what it shows counts.
    """
    if not can_draw(page):
        return True
    boxes = (_box_of(run) for run in runs if LETTER.search(run.text))
    return draw_picture(page).measure_ink(boxes) >= FEWEST_DOTS


def _box_of(run: Run) -> Box:
    """Where a run stands on the page as it lies; `turn` is undone."""
    back = -run.turn % 4
    x0, y0 = turn_back(run.x0, run.y - BELOW * run.size, back)
    x1, y1 = turn_back(run.x1, run.y + ABOVE * run.size, back)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
