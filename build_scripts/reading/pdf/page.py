"""One page of a PDF: its fields drawn in, its runs read and laid out, or its picture recognised."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from build_scripts.model.source_text import SourceLine
from build_scripts.reading.pdf.annotations import Placed, draw_annotations, place_words
from build_scripts.reading.pdf.bars import mark_bars
from build_scripts.reading.pdf.damage import Damage, has_broken_image
from build_scripts.reading.pdf.drawn_page import can_draw
from build_scripts.reading.pdf.hidden import (
    DrawnOver,
    black_out,
    find_hidden,
    leave_out,
    list_covers,
    list_shapes,
    list_words,
)
from build_scripts.reading.pdf.ink import has_words, needs_ocr
from build_scripts.reading.pdf.printed_lines import lay_out_lines
from build_scripts.reading.pdf.runs import drop_doubled, read_runs
from build_scripts.reading.pdf.scan import recognise
from build_scripts.reading.pdf.segments import Segment, gather_segments
from build_scripts.reading.pdf.underlines import slant_underlined

MOST_CHARACTERS = 400_000  # of one page: forty times the densest page of print
# PDFium puts text objects in order in quadratic time: 12 s for as many as this on one line.
MOST_PIECES = 30_000
MOST_OBJECTS = 500_000  # of one page, lines of maps too: each is looked at


class CrowdedPageError(Exception):
    """The page has more characters, or more pieces, than any printed page could show."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page's words as PDFium or OCR gives them, and laid out as lines.

    `confidence` is OCR's mean, 0-100, None without OCR. `unread`: a picture without text that OCR
    is sure of. `damaged`: it can't be drawn to its end, and has its text layer alone. `hidden` are
    words that the page does not show: `text` and `lines` have "[redacted]" for them.
    """

    text: str
    lines: tuple[SourceLine, ...]
    confidence: float | None = None
    unread: bool = False
    damaged: bool = False
    hidden: tuple[str, ...] = ()
    gutter: float | None = None  # between two columns of text


def read_page(
    document: pdfium.PdfDocument, index: int, damage: Damage, gutter: float | None = None
) -> ReadPage:
    """Read page `index`, from 0; `gutter` is that of the page before.

    Raises CrowdedPageError, and ProgramError if OCR is needed and its program is missing or fails.
    """
    try:
        page, placed, over = _load_page(document, index)
    except pdfium.PdfiumError:
        return ReadPage("", (), damaged=True)
    try:
        count = raw_pdfium.FPDFPage_CountObjects(page.raw)
        texts = page.get_objects(filter=[raw_pdfium.FPDF_PAGEOBJ_TEXT])
        if count > MOST_OBJECTS or (
            count > MOST_PIECES and sum(1 for _ in islice(texts, MOST_PIECES + 1)) > MOST_PIECES
        ):
            raise CrowdedPageError
        layer = page.get_textpage()
        if layer.count_chars() > MOST_CHARACTERS:
            raise CrowdedPageError
        runs = drop_doubled(read_runs(layer))
        shapes = list_shapes(page)
        covered = find_hidden(page, runs, over, shapes)
        hidden = tuple(list_words(runs, covered))
        open_runs = leave_out(runs, covered)
        text = "".join([run.before + run.text for run in open_runs])
        seen = recognise(page) if needs_ocr(page, text, open_runs) else None
        shown = slant_underlined(shapes.rules, black_out(runs, covered))
        runs = mark_bars(shapes.dark, shown, runs)
        mute = not (seen.text if seen else has_words(text))
        damaged = damage.touches(index) or (mute and can_draw(page) and has_broken_image(page))
    finally:
        page.close()  # and its text layer with it
    turns: Counter[int] = Counter()
    for run in runs:
        turns[run.turn] += len(run.text)
    turn = turns.most_common(1)[0][0] if turns else 0
    boxes = place_words(placed, runs, turn)
    if seen is not None and seen.text:
        extra, _ = gather_segments(boxes, turn)
        words = " ".join([seen.text, *(run.text for run in boxes)])
        lines, gutter = _number(seen.across, [*seen.segments, *extra], gutter, sized=False)
        return ReadPage(words, lines, seen.confidence, False, damaged, hidden, gutter)
    runs += boxes
    text = "".join([run.before + run.text for run in runs])
    segments, across = gather_segments(runs, turn)
    confidence = None if seen is None or damaged else seen.confidence
    lines, gutter = _number(across, segments, gutter)
    unread = seen is not None and not damaged
    return ReadPage(text, lines, confidence, unread, damaged, hidden, gutter)


def _load_page(
    document: pdfium.PdfDocument, index: int
) -> tuple[pdfium.PdfPage, list[Placed], DrawnOver]:
    """Return the page with fields and notes drawn in, words that can't be, covered areas."""
    page = document[index]
    if not raw_pdfium.FPDFPage_GetAnnotCount(page.raw):
        return page, [], DrawnOver()
    over = list_covers(document, page, index)
    placed, drawn = draw_annotations(page)
    if drawn:
        page.close()
        page = document[index]
    return page, placed, over


def _number(
    across: Sequence[str], segments: Sequence[Segment], gutter: float | None, *, sized: bool = True
) -> tuple[tuple[SourceLine, ...], float | None]:
    """Number a page's lines, and return its gutter too; OCR is not sure of their size."""
    turned = [text.strip() for text in across if text.strip()]
    lines = [SourceLine(number, text, rotated=True) for number, text in enumerate(turned, start=1)]
    laid_out, gutter = lay_out_lines(segments, gutter)
    for number, laid in enumerate(laid_out, start=len(lines) + 1):
        size = laid.size if sized else 0.0
        lines.append(SourceLine(number, laid.text, laid.styles, size=size))
    return tuple(lines), gutter
