"""Rewritten PDFs, in the ways in which PDFium writes them."""

from contextlib import closing
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from build_scripts.model.text.pattern import Pattern

UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_DRAWN = frozenset(
    getattr(raw, f"FPDF_ANNOT_{kind}")
    for kind in """WIDGET FREETEXT STAMP HIGHLIGHT UNDERLINE STRIKEOUT SQUIGGLY SQUARE CIRCLE LINE
    POLYGON POLYLINE INK""".split()
)
"""Annotations that paper shows; the others are notes, links, sounds."""
# Parts that PDFium takes from the clock, which make each copy a different file.
_OF_THE_MOMENT = Pattern(
    rb"/CreationDate\([^()]*\)|/ID\[<[0-9A-F]*><[0-9A-F]*>\]",
    accepts=[b"/CreationDate(D:20240304120000Z)", b"/ID[<0A><0B>]"],
    refuses=[b"/ModDate(D:2024)", b"/ID[<0A>"],
)


def copy_pages(data: bytes) -> bytes:
    """Return a PDF of the same pages, visible annotations drawn into them, and nothing else of the
    file; the same file gives the same copy. Raise PdfiumError.
    """
    with closing(pdfium.PdfDocument(data)) as document, closing(pdfium.PdfDocument.new()) as apart:
        apart.import_pages(document)
        for index in range(len(apart)):
            page = apart[index]
            _draw_annotations(page)
            page.close()
        drawn = _save(apart)
    with closing(pdfium.PdfDocument(drawn)) as document:  # unreferenced objects stay in it
        copy = save_pages(document)
    return _OF_THE_MOMENT.sub(lambda match: b" " * len(match[0]), copy)


def _draw_annotations(page: pdfium.PdfPage) -> None:
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page.raw))):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation) if annotation else raw.FPDF_ANNOT_UNKNOWN
        seen = bool(annotation) and not raw.FPDFAnnot_GetFlags(annotation) & UNSEEN
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)
        if kind not in _DRAWN or not seen:
            raw.FPDFPage_RemoveAnnot(page.raw, index)
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page.raw))):
        raw.FPDFPage_RemoveAnnot(page.raw, index)


def save_pages(document: pdfium.PdfDocument, pages: list[int] | None = None) -> bytes:
    """Return pages, from 0, by default all, as a PDF without the rest. Raise PdfiumError."""
    with closing(pdfium.PdfDocument.new()) as apart:
        apart.import_pages(document, pages)
        return _save(apart)


def _save(document: pdfium.PdfDocument) -> bytes:
    file = BytesIO()
    document.save(file, flags=0)
    return file.getvalue()
