"""Pages without a usable text layer: rendered, recognised by OCR, laid out like any other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

import pypdfium2 as pdfium

from build_scripts.external.tesseract import RecognisedWord, recognise_page
from build_scripts.reading.pdf.segments import Segment

DPI = 300
LARGEST = 40_000_000  # pixels: a page of 21 × 21 inches; larger ones are rendered smaller
LEAST_SURE = 60.0  # of 100, on average: what OCR makes of a map or a photograph is no text
TALL = 2.5  # a word's height against the usual: set up the margin


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as OCR read it: segments in points, words across the page, mean confidence 0-100."""

    segments: tuple[Segment, ...]
    across: tuple[str, ...]
    text: str
    confidence: float


def recognise(page: pdfium.PdfPage) -> Recognised:
    """Render a page at 300 dpi in grey and recognise it.

    A picture without readable text (a map, a photograph) gives no words. Words that are far
    taller than the others are set up the margin: they are kept apart, as a text layer's turned
    characters are. Raises ProgramError where tesseract is missing or fails.
    """
    width, height = page.get_size()
    scale = DPI / 72
    if width * height * scale * scale > LARGEST:
        scale = (LARGEST / (width * height)) ** 0.5
    words = recognise_page(_render(page, scale), round(72 * scale))
    confidence = fmean(word.confidence for word in words) if words else 0.0
    if confidence < LEAST_SURE:
        return Recognised((), (), "", confidence)
    usual = median(word.height for word in words)
    upright = [word for word in words if not _is_turned(word, usual)]
    turned = [word.text for word in words if _is_turned(word, usual)]
    return Recognised(
        tuple(_place_words(upright, height, 1 / scale, usual / scale)),
        tuple(turned),
        " ".join(word.text for word in words),
        confidence,
    )


def _is_turned(word: RecognisedWord, usual: float) -> bool:
    return word.height > TALL * usual and word.height > 1.5 * word.width


def _render(page: pdfium.PdfPage, scale: float) -> bytes:
    """The page as a PGM picture (netpbm's plain container: a header and the grey values)."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        grey = bytes(bitmap.buffer)
        rows = (
            grey[row * bitmap.stride : row * bitmap.stride + bitmap.width]
            for row in range(bitmap.height)
        )
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
    finally:
        bitmap.close()


def _place_words(
    words: Sequence[RecognisedWord], page_height: float, points: float, size: float
) -> list[Segment]:
    """Segments of the words, a line's words on one baseline."""
    lines: dict[tuple[int, int, int], list[RecognisedWord]] = defaultdict(list)
    for word in words:
        lines[word.block, word.paragraph, word.line].append(word)
    segments: list[Segment] = []
    for line in lines.values():
        bottom = median(word.top + word.height for word in line)
        segments.extend(
            Segment(
                word.left * points,
                (word.left + word.width) * points,
                page_height - bottom * points,
                1.3 * size,
                text=word.text,
            )
            for word in line
        )
    return segments
