"""PDF by PDFium: runs → segments → printed lines → source text; scans by OCR.

runs.py asks PDFium, segments.py follows its reading order along the baselines,
printed_lines.py lays the page out as text, so that cleaning sees the same columns that
`pdftotext -layout` would show it, and knows besides what is raised, bold and italic. scan.py
recognises pages without a text layer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from build_scripts.external.program import ProgramError
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat, SourceLine, SourcePage, SourceText
from build_scripts.problems import Finding, FindingCode, UnreadableOrderError
from build_scripts.reading.pdf.printed_lines import lay_out_lines
from build_scripts.reading.pdf.runs import Run, read_runs
from build_scripts.reading.pdf.scan import FEWEST_CHARACTERS, needs_recognition, recognise
from build_scripts.reading.pdf.segments import Segment, gather_segments

MOST_PAGES = 2000  # a longer paper is no order; reading stops with a finding


@dataclass(frozen=True, slots=True)
class _ReadPage:
    text: str
    lines: tuple[SourceLine, ...]
    confidence: float | None  # of OCR, 0-100


def read_pdf(raw: RawOrder) -> SourceText:
    """Read a PDF page by page: by its text layer, or by OCR where that is missing or garbage.

    Lines are numbered on their page. Raises UnreadableOrderError for files that PDFium can't
    open (damaged, encrypted), have no page, more than MOST_PAGES, or no text at all, and where
    OCR is needed and its program is missing.
    """
    document = _open(raw)
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise _refuse(
                raw,
                f"The PDF has {len(document)} pages.",
                f"One order has 1 to {MOST_PAGES}: split the file, or fetch it again.",
            )
        pages = [_read_page(raw, document, number) for number in range(len(document))]
    finally:
        document.close()
    text = "\n".join(page.text for page in pages)
    if sum(character.isalnum() for character in text) < FEWEST_CHARACTERS:
        raise _refuse(raw, "The PDF has no text.", "Look whether it is an order; fetch it again.")
    sure = [page.confidence for page in pages if page.confidence and page.text]
    unread = (n for n, page in enumerate(pages, 1) if page.confidence is not None and not page.text)
    return SourceText(
        SourceFormat.SCAN if 2 * len(sure) > len(pages) else SourceFormat.PDF,
        "pdf",
        text,
        tuple(SourcePage(number, page.lines) for number, page in enumerate(pages, start=1)),
        laid_out=True,
        paged=True,
        ocr_confidence=round(fmean(sure), 1) if sure else None,
        unread_pages=tuple(unread),
    )


def _open(raw: RawOrder) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(raw.data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise _refuse(
            raw,
            "The PDF is encrypted." if locked else "The PDF is damaged and can't be opened.",
            "Put an unlocked copy in its place." if locked else "Fetch it again.",
        ) from error


def _refuse(raw: RawOrder, message: str, advice: str) -> UnreadableOrderError:
    return UnreadableOrderError(Finding(raw.path, FindingCode.UNREADABLE_FILE, message, advice))


def _read_page(raw: RawOrder, document: pdfium.PdfDocument, index: int) -> _ReadPage:
    page = document[index]
    try:
        layer = page.get_textpage()
        runs = read_runs(layer)
        text = "".join([run.before + run.text for run in runs])
        if needs_recognition(text) and _has_picture(page):
            try:
                seen = recognise(page)
            except ProgramError as error:
                raise _refuse(
                    raw, f"Page {index + 1} is a scan and needs OCR.", str(error)
                ) from error
            return _ReadPage(seen.text, _number(seen.across, seen.segments), seen.confidence)
    finally:
        page.close()  # and its text layer with it
    segments, across = gather_segments(runs, _find_main_turn(runs))
    return _ReadPage(text, _number(across, segments), None)


def _find_main_turn(runs: Sequence[Run]) -> int:
    """The quarter turn that most of the page's characters have."""
    turns: Counter[int] = Counter()
    for run in runs:
        turns[run.turn] += len(run.text)
    return turns.most_common(1)[0][0] if turns else 0


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw_pdfium.FPDF_PAGEOBJ_IMAGE]))


def _number(across: Sequence[str], segments: Sequence[Segment]) -> tuple[SourceLine, ...]:
    turned = [text.strip() for text in across if text.strip()]
    lines = [SourceLine(number, text, rotated=True) for number, text in enumerate(turned, start=1)]
    for number, laid in enumerate(lay_out_lines(segments), start=len(lines) + 1):
        lines.append(SourceLine(number, laid.text, laid.styles))
    return tuple(lines)
