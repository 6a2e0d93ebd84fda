"""The grey picture of a page for OCR."""

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

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
