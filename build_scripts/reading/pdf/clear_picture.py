"""A scanned page's picture made ready for OCR: shading evened, specks gone, lines level.

What copiers and scanners leave. Pillow alone does it, over whole pictures at a time.
"""

from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

WHITE = 255
SHADE = 8  # dots a side of the cells in which the paper's shade is measured
SHADE_REACH = 9  # cells: wider than any stroke of print
SPECK = 0.015  # inches a side: a full point in 10-point type has as much ink as it can hold
SPECK_INK = 0.48  # of a speck's square; the smallest point, in 9-point type, has more
PAPER = 190  # grey values above are paper, once its shade is evened
INK = 150  # grey values below are ink
STEEPEST = 3.0  # degrees
COARSE, FINE = 0.25, 0.05  # degrees between the turns tried
LEAST_TURN = 0.06  # degrees: less moves the end of a line by less than a dot
EDGE = 0.06  # of each side: shadows and punched holes stand there


def clear_picture(image: Image.Image, dpi: float) -> Image.Image:
    """Return the grey picture with white paper, without specks, with level lines."""
    cleared = remove_specks(even_shade(image), dpi)
    turn = measure_turn(cleared)
    if abs(turn) < LEAST_TURN:
        return cleared
    return cleared.rotate(turn, Image.Resampling.BICUBIC, fillcolor=WHITE)


def even_shade(image: Image.Image) -> Image.Image:
    """Make the paper white, however grey it is here or there; ink keeps its distance from it."""
    cells = image.reduce(SHADE).filter(ImageFilter.MaxFilter(SHADE_REACH))
    paper = cells.filter(ImageFilter.GaussianBlur(SHADE_REACH / 2)).resize(
        image.size, Image.Resampling.BILINEAR
    )
    return ImageChops.invert(ImageChops.subtract(paper, image))


def remove_specks(image: Image.Image, dpi: float) -> Image.Image:
    """Whiten ink that a frame of paper encloses, where it is less than the ink of a full point.

    . . . . .    The frame's dots are all paper, and some of those within are ink. Frames are
    . # #   .    tried at every place at one time: the darkest of some dots in a row is the
    . # #   .    darker of two pictures, one of them moved.
    .       .
    . . . . .
    """
    side = max(2, round(SPECK * dpi))
    across, down = _darken(image, side + 2, 1, 0), _darken(image, side + 2, 0, 1)
    frame = ImageChops.darker(
        ImageChops.darker(across, ImageChops.offset(across, 0, side + 1)),
        ImageChops.darker(down, ImageChops.offset(down, side + 1, 0)),
    )
    within = ImageChops.offset(_darken(_darken(image, side, 1, 0), side, 0, 1), 1, 1)
    middle = side // 2 + 1
    weight = ImageChops.offset(image.filter(ImageFilter.BoxBlur((side - 1) / 2)), middle, middle)
    light = (1 - SPECK_INK) * WHITE
    specks = ImageChops.darker(
        ImageChops.darker(
            frame.point(lambda value: WHITE * (value >= PAPER)),
            within.point(lambda value: WHITE * (value < PAPER)),
        ),
        weight.point(lambda value: WHITE * (value >= light)),
    )
    # A mark stands at its frame's lower right corner: spread it over what the frame encloses.
    kept = ImageChops.offset(ImageChops.invert(specks), -1, -1)
    kept = _darken(_darken(kept, side, -1, 0), side, 0, -1)
    cleaned = image.copy()
    cleaned.paste(WHITE, mask=ImageChops.invert(kept))
    return cleaned


def measure_turn(image: Image.Image) -> float:
    """Return the degrees, counter-clockwise, that make the picture's lines level: rows of level
    lines are full of ink or empty, so the steps from row to row are the sharpest.
    """
    width, height = image.size
    ink = image.reduce(2).point(lambda value: WHITE * (value < INK))
    box = (EDGE * width / 2, EDGE * height / 2, (1 - EDGE) * width / 2, (1 - EDGE) * height / 2)
    ink = ink.crop(tuple(round(side) for side in box))  # type: ignore[arg-type]
    small = ink.reduce(2)
    steps = round(STEEPEST / COARSE)
    turns = sorted((COARSE * step for step in range(-steps, steps + 1)), key=abs)
    near = max(turns, key=lambda turn: _measure_steps(small, turn))
    steps = round(COARSE / FINE)
    turns = sorted((near + FINE * step for step in range(-steps, steps + 1)), key=abs)
    return max(turns, key=lambda turn: _measure_steps(ink, turn))


def _measure_steps(ink: Image.Image, turn: float) -> int:
    turned = ink.rotate(turn, Image.Resampling.NEAREST)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((row - below) ** 2 for row, below in pairwise(rows))


def _darken(image: Image.Image, count: int, x: int, y: int) -> Image.Image:
    """Return at each dot the darkest of `count` dots that end there, taken in steps of (x, y)."""
    darkest, have = image, 1
    while have < count:
        step = min(have, count - have)
        darkest = ImageChops.darker(darkest, ImageChops.offset(darkest, step * x, step * y))
        have += step
    return darkest
