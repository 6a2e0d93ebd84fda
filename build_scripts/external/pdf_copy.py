"""A page of a PDF as a file of its own, in the one way in which PDFium writes."""

from io import BytesIO

import pypdfium2 as pdfium


def copy_page(document: pdfium.PdfDocument, index: int) -> bytes:
    """Return page `index`, from 0, as a PDF with what the page needs and nothing else.

    Streams stay as they are packed. Raises PdfiumError where the page can't be loaded.
    """
    apart = pdfium.PdfDocument.new()
    try:
        apart.import_pages(document, [index])
        file = BytesIO()
        apart.save(file)
        return file.getvalue()
    finally:
        apart.close()
