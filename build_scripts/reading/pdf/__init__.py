"""PDF by PDFium: runs → segments → printed lines → source text; scans by OCR.

page.py reads one page. runs.py calls PDFium, segments.py follows its reading order along the
baselines, printed_lines.py lays the page out as text, so that cleaning sees the same columns that
`pdftotext -layout` would show it, and also gets raised, bold and italic characters. scan.py
recognises pages without a text layer.
"""

from contextlib import closing
from statistics import fmean

import pypdfium2 as pdfium

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import HiddenWords, SourceFormat, SourcePage, SourceText
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.external.pdf_probe import SECONDS, has_forms, probe_pdf
from build_scripts.reading.external.program import ProgramError, ProgramFailedError
from build_scripts.reading.pdf.damage import Damage
from build_scripts.reading.pdf.ink import has_words
from build_scripts.reading.pdf.page import (
    MOST_CHARACTERS,
    MOST_OBJECTS,
    MOST_PIECES,
    CrowdedPageError,
    ReadPage,
    read_page,
)
from build_scripts.reading.pdf.side_parts import find_side_parts

MOST_PAGES = 2000  # a longer paper is no order; reading stops with a finding
MOST_SCANNED = 400  # pages through OCR, at some seconds each
MOST_LETTERS = 20_000_000  # of all pages


def read_pdf(raw: RawOrder) -> SourceText:
    """Read a PDF page by page: by its text layer, or by OCR if that is missing or garbage.

    Lines are numbered on their page. A file that is locked with an empty password opens. A page
    that shows ink and has no readable text is one of `unread_pages`, one that can't be drawn to its
    end of `damaged_pages`.

    Files with form XObjects or patterns are tried first in a process of 30 seconds and 3 GB. Within
    that, PDFium takes at most 12 seconds a page and a second a megabyte of its drawing; a common
    page takes 10 ms. A scanned page takes some seconds, at most ten runs of tesseract, which stop
    after two minutes each. Memory is the file, what its fullest page unpacks to (PDFium stops at 1
    GB a stream), 0.5 kB a character, and for a scan 80 MB and its images, at most
    drawn_page.LARGEST_IMAGE each.

    Raises UnreadableOrderError for files that PDFium can't open (damaged, encrypted), that have no
    page or no text, or break a bound, and if OCR is needed and its program is missing.
    """
    with closing(_open(raw)) as document:
        if has_forms(raw.data):  # its drawings may never end
            try:
                probe_pdf(raw.data)
            except ProgramFailedError as error:
                raise UnreadableOrderError.of(
                    raw.path,
                    f"PDFium does not get through its drawings in {SECONDS} seconds.",
                    "Print it to a new PDF and put that in its place.",
                ) from error
        if not 0 < len(document) <= MOST_PAGES:
            raise UnreadableOrderError.of(
                raw.path,
                f"The PDF has {len(document)} pages.",
                f"One order has 1 to {MOST_PAGES}: split the file, or fetch it again.",
            )
        pages = _read_pages(raw, document)
        text = "\n".join(page.text for page in pages)
        side_parts = find_side_parts(raw.data, text)
    damaged = tuple(number for number, page in enumerate(pages, start=1) if page.damaged)
    if not has_words(text):
        if damaged:
            raise UnreadableOrderError.of(
                raw.path,
                f"The PDF is damaged: {len(damaged)} of {len(pages)} pages can't be drawn.",
                "Fetch it again: its streams were cut or rewritten on the way.",
            )
        raise UnreadableOrderError.of(
            raw.path, "The PDF has no text.", "Look whether it is an order; fetch it again."
        )
    sure = [page.confidence for page in pages if page.confidence and not page.unread]
    return SourceText(
        SourceFormat.SCAN if 2 * len(sure) > len(pages) else SourceFormat.PDF,
        "pdf",
        text,
        tuple(
            SourcePage(number, page.lines, None if page.unread else _round(page.confidence))
            for number, page in enumerate(pages, start=1)
        ),
        laid_out=True,
        paged=True,
        ocr_confidence=_round(fmean(sure)) if sure else None,
        unread_pages=tuple(number for number, page in enumerate(pages, start=1) if page.unread),
        damaged_pages=damaged,
        hidden=tuple(
            HiddenWords(number, words)
            for number, page in enumerate(pages, start=1)
            for words in page.hidden
        ),
        side_parts=side_parts,
    )


def _open(raw: RawOrder) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(raw.data)
    except pdfium.PdfiumError as error:
        # PDFium can tell the failure of the file that it was given before this one.
        locked = "password" in str(error).lower() and b"/Encrypt" in raw.data
        raise UnreadableOrderError.of(
            raw.path,
            "The PDF is encrypted." if locked else "The PDF is damaged and can't be opened.",
            "Put an unlocked copy in its place." if locked else "Fetch it again.",
        ) from error
    document.init_forms()  # does nothing where there is no form
    return document


def _read_pages(raw: RawOrder, document: pdfium.PdfDocument) -> list[ReadPage]:
    pages: list[ReadPage] = []
    damage = Damage(document, raw.data)
    letters = scanned = 0
    gutter: float | None = None
    for index in range(len(document)):
        try:
            page = read_page(document, index, damage, gutter)
        except ProgramError as error:
            raise UnreadableOrderError.of(
                raw.path, f"Page {index + 1} needs OCR.", str(error)
            ) from error
        except CrowdedPageError as error:
            raise UnreadableOrderError.of(
                raw.path,
                f"Page {index + 1} has more than {MOST_CHARACTERS} characters or "
                f"{MOST_PIECES} pieces of text, or {MOST_OBJECTS} lines and pictures.",
                "No printed page holds as many: fetch the file again, or print it anew.",
            ) from error
        pages.append(page)
        gutter = page.gutter
        letters += len(page.text)
        scanned += page.confidence is not None
        if letters > MOST_LETTERS or scanned > MOST_SCANNED:
            raise UnreadableOrderError.of(
                raw.path,
                f"The PDF has more than {MOST_LETTERS} characters."
                if letters > MOST_LETTERS
                else f"More than {MOST_SCANNED} pages need OCR.",
                "Split the file, or put a copy with a text layer in its place.",
            )
    return pages


def _round(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, 1)
