"""Find out whether a page shows more than the characters of its text layer, or can't show them.

A scan is a picture, a drawn page is one path or ten thousand: how it is made is no evidence.
Its picture shows whether there is something to read.
"""

from collections.abc import Sequence
from itertools import islice

import pypdfium2 as pdfium

from build_scripts.model.text.garbled import is_garbled
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.pdf.drawn_page import box_run, can_draw, draw_picture
from build_scripts.reading.pdf.runs import Run

FEWEST_LETTERS = 20  # letters and digits of a page with a text layer of its own
_PATTERNS = read_patterns(__package__, "ink.toml")
LETTER = _PATTERNS.LETTER
# Of PagePicture.count_strokes.
LETTERS = 60  # three letters
LINES = 3_000  # some lines of print; a signature and a seal have fewer
STAMP_LETTERS = 150  # letters and digits: a clerk's stamp over a scan has no more
ABOVE, BELOW = 1.0, 0.4  # of the size, around the baseline: where letters have their ink


def has_words(layer: str) -> bool:
    """Return whether the page has text other than the court's stamp."""
    found = LETTER.finditer(_PATTERNS.STAMP.sub("", layer))
    return sum(1 for _, _ in zip(range(FEWEST_LETTERS), found, strict=False)) >= FEWEST_LETTERS


def needs_ocr(page: pdfium.PdfPage, layer: str, runs: Sequence[Run]) -> bool:
    """Return whether a page's words must be read from its picture; `layer` is its `runs`' text.

    They must if the text layer is garbled, and if the page shows more than the runs that have
    letters: anything at all if it has no words, some lines if it has no more than a stamp. True for
    a page without words that can't be drawn.
    """
    if not has_words(layer):
        return not can_draw(page) or _count_strokes(page, runs) >= LETTERS
    if is_garbled(layer):
        return True
    letters = sum(1 for _ in islice(LETTER.finditer(layer), STAMP_LETTERS + 1))
    if letters > STAMP_LETTERS or not can_draw(page):
        return False
    return _count_strokes(page, runs) >= LINES


def _count_strokes(page: pdfium.PdfPage, runs: Sequence[Run]) -> int:
    boxes = (box_run(run, BELOW, ABOVE) for run in runs if LETTER.search(run.text))
    return draw_picture(page).count_strokes(boxes)
