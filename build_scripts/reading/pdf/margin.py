"""The margin of scanned pleading paper, found in the page's picture by its geometry.

|rotated | numbers |‖| text              A column of short marks at an even pitch, narrow, with
|names   |  1      |‖|  The motion is    blank columns on both sides, left of the text; rules
|        |  2      |‖|  denied.          may be right of it. Scans lean: the picture is
|        |  3      |‖|                   sheared until the most columns are blank.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from PIL import Image

from build_scripts.reading.external.tesseract import Layout, RecognisedWord, recognise_page
from build_scripts.reading.pdf.drawn_page import WHITE, cut_out

DARK = 150  # grey values below are ink
INK = bytes(value < DARK for value in range(256))
LEFT_PART = 0.3  # of the width, in which margins are looked for
LEANS = tuple(step / 400 for step in range(-10, 11))  # shears tried, up to 1.4 degrees
SPECKS = 2  # inked dots in a column that counts as blank
GAP = 0.0035  # of the width: blank columns between bands
WIDEST = 0.04  # of the width: a column of numbers of two digits
WIDEST_RULE = 0.02
RULE_INK = 0.4  # of the height
SHORTEST, TALLEST = 0.004, 0.02  # of the height: a digit
FEWEST_MARKS = 15  # pleading paper has 25 to 32
EVEN = 0.12  # of the pitch
EVEN_SHARE = 0.8  # of the gaps; a digit can break, a speck can stand between


@dataclass(frozen=True, slots=True)
class Margin:
    """The position of the numbers, in points from the picture's left upper corner.

    `left` to `right` is their column, `edge` where the text's side begins: at the `middle` of the
    height, and further right by `lean` a point below it. `marks` are their tops and feet. `named`
    if something is printed left of the numbers.
    """

    left: float
    right: float
    edge: float
    lean: float
    middle: float
    marks: tuple[tuple[float, float], ...]
    named: bool

    def shift(self, y: float) -> float:
        """Return how far right the margin is at height `y`, compared with the middle."""
        return self.lean * (y - self.middle)


def find_margin(picture: Image.Image, scale: float) -> Margin | None:
    """Return the margin of a page of pleading paper, None without a column of even marks.

    The picture is grey, some 100 dots an inch; `scale` is its dots a point.
    """
    width, points = int(LEFT_PART * picture.width), 1 / scale
    if not width or not picture.height:
        return None
    dots = picture.crop((0, 0, width, picture.height)).tobytes().translate(INK)
    rows = [dots[start : start + width] for start in range(0, len(dots), width)]
    lean, sheared = max(
        ((lean, _shear(rows, width, lean)) for lean in LEANS),
        key=lambda tried: (
            sum(tried[1][column::width].count(1) <= SPECKS for column in range(width)),
            -abs(tried[0]),
        ),
    )
    counts = [sheared[column::width].count(1) for column in range(width)]
    bands = list(_find_bands(counts, max(2, round(GAP * picture.width))))
    for index, (left, right) in enumerate(bands):
        if right - left > WIDEST * picture.width or right >= width:
            continue
        marks = _find_marks(sheared, width, left, right)
        if _is_even(marks, picture.height):
            edge = _find_edge(bands[index:], counts, picture)
            return Margin(
                left * points,
                right * points,
                edge * points,
                lean,
                picture.height / 2 * points,
                tuple((top * points, low * points) for top, low in marks),
                index > 0,
            )
    return None


def _shear(rows: Sequence[bytes], width: int, lean: float) -> bytes:
    """Return the rows sheared so that lines that lean by `lean` dots a row become upright."""
    middle = len(rows) / 2
    sheared = []
    for number, row in enumerate(rows):
        shift = max(-width, min(width, round(lean * (number - middle))))
        moved = row[shift:].ljust(width, b"\0") if shift > 0 else (bytes(-shift) + row)[:width]
        sheared.append(moved)
    return b"".join(sheared)


def _find_bands(counts: Sequence[int], gap: int) -> Iterator[tuple[int, int]]:
    """Yield stretches of inked columns, with at least `gap` blank ones between them."""
    start = end = -1
    for column, count in enumerate(counts):
        if count <= SPECKS:
            continue
        if start >= 0 and column - end >= gap:
            yield start, end
            start = -1
        if start < 0:
            start = column
        end = column + 1
    if start >= 0:
        yield start, end


def _find_marks(sheared: bytes, width: int, left: int, right: int) -> list[tuple[int, int]]:
    """Return tops and feet of the ink between two columns, without specks and rules."""
    marks: list[tuple[int, int]] = []
    height = len(sheared) // width
    for row in range(height):
        if 1 not in sheared[row * width + left : row * width + right]:
            continue
        if marks and row - marks[-1][1] <= 1:
            marks[-1] = (marks[-1][0], row + 1)
        else:
            marks.append((row, row + 1))
    return [(top, low) for top, low in marks if SHORTEST * height <= low - top <= TALLEST * height]


def _is_even(marks: Sequence[tuple[int, int]], height: int) -> bool:
    if len(marks) < FEWEST_MARKS:
        return False
    gaps = [below[1] - above[1] for above, below in pairwise(marks)]
    pitch = median(gaps)
    even = sum(abs(gap - pitch) <= max(2, EVEN * pitch) for gap in gaps)
    return even >= EVEN_SHARE * len(gaps) and pitch * len(marks) > height / 3


def _find_edge(
    bands: Sequence[tuple[int, int]], counts: Sequence[int], picture: Image.Image
) -> float:
    """Return where the text's side begins: right of numbers, the first of `bands`, and rules."""
    edge = bands[0][1]
    for left, right in bands[1:]:
        inked = max(counts[left:right]) > RULE_INK * picture.height
        if not inked or right - left > WIDEST_RULE * picture.width:
            return (edge + min(left, edge + GAP * picture.width)) / 2
        edge = right
    return edge


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
    """Make everything left of the text's side white, so that OCR takes no number for words."""
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
