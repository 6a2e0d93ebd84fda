"""Draw a page small and in grey, to compare its words with what is seen."""

from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageChops

from build_scripts.reading.pdf.runs import Run, turn_back

WHITE = 255
LARGEST_IMAGE = 512 * 1024 * 1024  # bytes of an image's dots; a larger one is not drawn


def has_bomb(page: pdfium.PdfPage) -> bool:
    """Return whether an image of the page takes more than LARGEST_IMAGE when it is decoded."""
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        width, height = image.get_px_size()
        if width * height * 4 > LARGEST_IMAGE:
            bits = image.get_metadata().bits_per_pixel or 32
            if width * height * bits / 8 > LARGEST_IMAGE:
                return True
    return False


def can_draw(page: pdfium.PdfPage) -> bool:
    """Return whether the page has a size, and no image that takes too much."""
    return min(page.get_size()) > 0 and not has_bomb(page)


def cut_out(image: Image.Image, left: int, top: int, right: int, foot: int) -> Image.Image:
    """Return a part of the grey picture, white where it reaches beyond the picture's edges."""
    part = Image.new("L", (right - left, foot - top), WHITE)
    part.paste(image, (-left, -top))
    return part


SCALE = 2.0  # dots a point of the picture
LARGEST = 25_000_000  # dots; a larger page is drawn smaller
ONE_COLOUR = 36  # of 255: lighter and darker dots differ by less
RULE = 0.3  # of the page's height in which ink begins at one column
REACH = 10_000  # points over which a page's scale is measured in its picture

Dot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page in points."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point of the page is in the picture."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page's picture in grey, and the position of the page's points in it.

    `origin` is the dot of the page's lower left corner, `across` and `up` where REACH points lead.
    """

    image: Image.Image
    origin: Dot
    across: Dot
    up: Dot

    def shows(self, box: Box) -> bool:
        """Return whether more than one colour is seen in a box of the page."""
        left, top, right, foot = frame = self._frame(box)
        if right - left < 2 or foot - top < 2:
            return True  # too small to be judged
        seen = self.image.crop(frame).tobytes()
        return max(seen) - min(seen) >= ONE_COLOUR

    def count_strokes(self, besides: Iterable[Box]) -> int:
        """Count how often, along all rows of dots, ink begins outside of some boxes.

        Ink is whatever is not of the commonest colour. A letter begins some twenty times, a seal
        once a row, a rule across the page once; rules down the page are left out.
        """
        rest = self.image.copy()
        dots = rest.histogram()
        paper = dots.index(max(dots))
        for box in besides:
            left, top, right, foot = self._frame(box)
            if left < right and top < foot:
                rest.paste(paper, (left, top, right, foot))
        ink = rest.point([255 * (abs(colour - paper) >= ONE_COLOUR) for colour in range(256)])
        begun = ImageChops.subtract(ink, ImageChops.offset(ink, 1, 0))
        columns = begun.resize((begun.width, 1), Image.Resampling.BOX).tobytes()
        for column, share in enumerate(columns):
            if share >= 255 * RULE:
                begun.paste(0, (column, 0, column + 1, begun.height))
        return begun.histogram()[255]

    def _frame(self, box: Box) -> tuple[int, int, int, int]:
        """Return the part of a box that is in the picture: left, top, right and bottom, in dots."""
        x0, y0 = self._place(box.left, box.bottom)
        x1, y1 = self._place(box.right, box.top)
        left, right = max(0, min(x0, x1)), min(self.image.width, max(x0, x1))
        top, foot = max(0, min(y0, y1)), min(self.image.height, max(y0, y1))
        return left, top, right, foot

    def _place(self, x: float, y: float) -> Dot:
        """Return the dot of a point of the page; pages may be turned."""
        left, top = self.origin
        along = ((self.across[0] - left) * x + (self.up[0] - left) * y) / REACH
        down = ((self.across[1] - top) * x + (self.up[1] - top) * y) / REACH
        return round(left + along), round(top + down)


def box_run(run: Run, below: float, above: float, inset: float = 0.0) -> Box:
    """Return the box of a run from `below` its baseline to `above` it, in parts of its size,
    without `inset`, a part of its width, at both ends.
    """
    back = -run.turn % 4
    narrower = inset * (run.x1 - run.x0)
    x0, y0 = turn_back(run.x0 + narrower, run.y - below * run.size, back)
    x1, y1 = turn_back(run.x1 - narrower, run.y + above * run.size, back)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def draw_picture(page: pdfium.PdfPage) -> PagePicture:
    """Draw a page in grey, with what annotations show."""
    width, height = page.get_size()
    scale = min(SCALE, (LARGEST / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    place = bitmap.get_posconv(page).to_bitmap
    places = place(0, 0), place(REACH, 0), place(0, REACH)
    return PagePicture(bitmap.to_pil(), *places)
