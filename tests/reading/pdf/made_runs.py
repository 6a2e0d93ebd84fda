"""Runs and segments as PDFium and OCR give them, for tests of what is made of them."""

from build_scripts.reading.pdf.runs import Run
from build_scripts.reading.pdf.segments import Segment

SIZE = 12.0
WIDTH = 6.0  # points a character


def run(
    text: str,
    x: float,
    y: float = 700.0,
    *,
    before: str = " ",
    size: float = SIZE,
    turn: int = 0,
    bold: bool = False,
    italic: bool = False,
) -> Run:
    """A run of characters that are each half as wide as they are high."""
    return Run(text, x, x + len(text) * size / 2, y, size, turn, bold, italic, before)


def segment(text: str, x: float, y: float = 700.0, size: float = SIZE) -> Segment:
    """A segment as OCR gives it."""
    return Segment(x, x + len(text) * size / 2, y, size, text=text)
