"""Pictures of a PDF's pages, for readers who want to see the words as printed."""

from contextlib import closing

import pypdfium2 as pdfium

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading.external.picture import encode_webp

WIDTH = 1100  # pixels; a letter page at 129 dpi
MOST_PIXELS = 4_000_000  # a page of odd proportions gets a smaller picture …
LONGEST_SIDE = 8_000  # … and WebP knows no side above 16,383


def draw_page(raw: RawOrder, number: int) -> bytes:
    """Return page `number`, from 1, of a PDF as a grey WebP picture.

    The order was read before, so the page is there; raises PdfiumError as PDFium does where the
    file is no PDF.
    """
    with closing(pdfium.PdfDocument(raw.data)) as document:
        page = document[number - 1]
        width, height = page.get_size()
        fit = (WIDTH / width, LONGEST_SIDE / height, (MOST_PIXELS / (width * height)) ** 0.5)
        return encode_webp(page.render(scale=min(fit), grayscale=True).to_pil())
