"""Read the margin of scanned pleading paper: its numbers, and names along its side.

Each is cut out and recognised by itself; on the page they leave their place blank, so that OCR
takes no number for a part of a line.
"""

from collections import Counter
from statistics import fmean

from PIL import Image

from build_scripts.reading.external.tesseract import Layout, RecognisedWord, recognise_page
from build_scripts.reading.pdf.margin import Margin
from build_scripts.reading.pdf.page_picture import WHITE, cut_out

COUNTED_SHARE = 0.6  # of the marks that OCR must read as a count down the page
ROOM = 2.5  # points around a mark
SURE_NAMES = 50.0  # of 100


def recognise_numbers(picture: Image.Image, scale: float, margin: Margin) -> tuple[int, ...]:
    """Return the number at each mark, or none if they don't count down the page. One that OCR
    misreads follows from its place in the count. `scale` is the picture's dots a point.
    """
    strip, feet = _stack_marks(picture, scale, margin)
    found: Counter[int] = Counter()
    for word in recognise_page(strip, round(72 * scale), Layout.NUMBERS):
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


def recognise_names(
    picture: Image.Image, scale: float, margin: Margin
) -> tuple[list[str], list[float]]:
    """Return the lines printed upward left of the numbers, with their words' confidences."""
    if not margin.named:
        return [], []
    right = round((margin.left - ROOM / 2) * scale)
    side = Image.new("L", (right, picture.height))
    for y in range(picture.height):
        shift = round(margin.shift(y / scale) * scale)
        side.paste(cut_out(picture, shift, y, right + shift, y + 1), (0, y))
    clockwise = side.transpose(Image.Transpose.ROTATE_270)
    words = recognise_page(clockwise, round(72 * scale))
    if not words or fmean(word.confidence for word in words) < SURE_NAMES:
        return [], []
    return join_lines(words), [word.confidence for word in words]


def mask_margin(picture: Image.Image, scale: float, margin: Margin) -> None:
    """Make everything left of the text's side white."""
    for y in range(picture.height):
        edge = margin.edge + margin.shift(y / scale)
        picture.paste(WHITE, (0, y, min(picture.width, max(0, round(edge * scale))), y + 1))


def join_lines(words: tuple[RecognisedWord, ...]) -> list[str]:
    """Return the words of each recognised line as one text."""
    lines: dict[tuple[int, int, int], list[str]] = {}
    for word in words:
        lines.setdefault((word.block, word.paragraph, word.line), []).append(word.text)
    return [" ".join(line) for line in lines.values()]


def _stack_marks(
    picture: Image.Image, scale: float, margin: Margin
) -> tuple[Image.Image, list[int]]:
    """Return the marks stacked in a narrow picture, and the row where each one's part ends."""
    left, right = round((margin.left - ROOM) * scale), round((margin.right + ROOM) * scale)
    side, gap = round(10 * scale), round(6 * scale)
    pieces = []
    for top, low in margin.marks:
        shift = round(margin.shift((top + low) / 2) * scale)
        above = max(0, round((top - ROOM) * scale))
        foot = min(picture.height, round((low + ROOM) * scale))
        pieces.append(cut_out(picture, left + shift, above, right + shift, foot))
    height = gap + sum(piece.height + gap for piece in pieces)
    strip = Image.new("L", (right - left + 2 * side, height), WHITE)
    feet = []
    y = gap
    for piece in pieces:
        strip.paste(piece, (side, y))
        y += piece.height + gap
        feet.append(y)
    return strip, feet
