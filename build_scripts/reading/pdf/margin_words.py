"""Read the margin of scanned pleading paper: its numbers, and names along its side.

Each is cut out and recognised by itself; on the page they leave their place blank, so that OCR
takes no number for a part of a line.
"""

from collections import Counter
from statistics import fmean

from build_scripts.reading.external.tesseract import Layout, RecognisedWord, recognise_page
from build_scripts.reading.pdf.margin import Margin
from build_scripts.reading.pdf.page_picture import (
    WHITE,
    Picture,
    cut_row,
    turn_clockwise,
    write_pgm,
)

COUNTED_SHARE = 0.6  # of the marks that OCR must read as a count down the page
ROOM = 2.5  # points around a mark
SURE_NAMES = 50.0  # of 100


def recognise_numbers(picture: Picture, margin: Margin) -> tuple[int, ...]:
    """Return the number at each mark, in their order; none where they don't count down the page.

    OCR reads most of them; one that it misreads is known by its place in the count.
    """
    strip, feet = _stack_marks(picture, margin)
    found: Counter[int] = Counter()
    for word in recognise_page(write_pgm(strip), picture.dpi, Layout.NUMBERS):
        if word.text.isdecimal():
            middle = word.top + word.height / 2
            place = next((index for index, foot in enumerate(feet) if middle < foot), None)
            if place is not None:
                found[int(word.text) - place] += 1
    if not found:
        return ()
    first, agreeing = found.most_common(1)[0]
    if agreeing < COUNTED_SHARE * len(feet) or first < 0:
        return ()
    return tuple(range(first, first + len(feet)))


def recognise_names(picture: Picture, margin: Margin) -> tuple[list[str], list[float]]:
    """Return the lines printed upward left of the numbers, with their words' confidences."""
    if not margin.named:
        return [], []
    right = round((margin.left - ROOM / 2) * picture.scale)
    rows = []
    for y, row in enumerate(picture.rows):
        shift = round(margin.shift(y / picture.scale) * picture.scale)
        rows.append(cut_row(row, shift, right + shift))
    words = recognise_page(write_pgm(turn_clockwise(rows)), picture.dpi)
    if not words or fmean(word.confidence for word in words) < SURE_NAMES:
        return [], []
    return join_lines(words), [word.confidence for word in words]


def mask_margin(picture: Picture, margin: Margin) -> None:
    """Make everything left of the text's side white."""
    white = bytes([WHITE])
    for y, row in enumerate(picture.rows):
        edge = margin.edge + margin.shift(y / picture.scale)
        dots = min(picture.width, max(0, round(edge * picture.scale)))
        picture.rows[y] = white * dots + row[dots:]


def join_lines(words: tuple[RecognisedWord, ...]) -> list[str]:
    """Return the words of each recognised line as one text."""
    lines: dict[tuple[int, int, int], list[str]] = {}
    for word in words:
        lines.setdefault((word.block, word.paragraph, word.line), []).append(word.text)
    return [" ".join(line) for line in lines.values()]


def _stack_marks(picture: Picture, margin: Margin) -> tuple[list[bytes], list[int]]:
    """Return the marks stacked in a narrow picture, and the row where each one's part ends."""
    scale = picture.scale
    left, right = round((margin.left - ROOM) * scale), round((margin.right + ROOM) * scale)
    blank = bytes([WHITE]) * (right - left + 2 * round(10 * scale))
    side = bytes([WHITE]) * round(10 * scale)
    strip = [blank] * round(6 * scale)
    feet = []
    for top, low in margin.marks:
        shift = round(margin.shift((top + low) / 2) * scale)
        for row in picture.rows[max(0, round((top - ROOM) * scale)) : round((low + ROOM) * scale)]:
            strip.append(side + cut_row(row, left + shift, right + shift) + side)
        strip += [blank] * round(6 * scale)
        feet.append(len(strip))
    return strip, feet
