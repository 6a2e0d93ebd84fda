"""The grey picture of a page for OCR: rendered once, cut and masked, written as netpbm's PGM."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

WHITE = 255
LARGEST_IMAGE = 512 * 1024 * 1024  # bytes of an image's dots; a larger one is not drawn


@dataclass(slots=True)
class Picture:
    """Grey values row by row, from 0 (black) to 255; `scale` is dots a point."""

    rows: list[bytes]
    width: int
    scale: float

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def dpi(self) -> int:
        """Dots an inch."""
        return round(72 * self.scale)


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


def render_page(page: pdfium.PdfPage, scale: float) -> Image.Image:
    """Draw the page in grey with `scale` dots a point."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        values, stride = bytes(bitmap.buffer), bitmap.stride
        size = bitmap.width, bitmap.height
    finally:
        bitmap.close()
    return Image.frombytes("L", size, values, "raw", "L", stride)


def cut_rows(image: Image.Image, scale: float) -> Picture:
    """Return the grey picture row by row."""
    values, width = image.tobytes(), image.width
    rows = [values[start : start + width] for start in range(0, len(values), width)]
    return Picture(rows, width, scale)


def join_rows(picture: Picture) -> Image.Image:
    """Return the rows as one picture again."""
    return Image.frombytes("L", (picture.width, picture.height), b"".join(picture.rows))


def write_pgm(rows: Sequence[bytes]) -> bytes:
    """Write rows of one length as a picture (netpbm's plain container: a header and the values)."""
    return b"P5 %d %d 255\n" % (len(rows[0]) if rows else 0, len(rows)) + b"".join(rows)


def cut_row(row: bytes, left: int, right: int) -> bytes:
    """Return the row from `left` to `right`, white where it has no dots."""
    inside = row[max(0, left) : max(0, right)]
    before = bytes([WHITE]) * max(0, min(right, 0) - left)
    return (before + inside).ljust(right - left, bytes([WHITE]))


def turn_clockwise(rows: Sequence[bytes]) -> list[bytes]:
    """Return the picture turned by a quarter: text printed upward becomes level."""
    values, width = b"".join(rows), len(rows[0]) if rows else 0
    return [values[column::width][::-1] for column in range(width)]
