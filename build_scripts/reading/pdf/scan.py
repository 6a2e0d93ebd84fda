"""Pages without a usable text layer: rendered, recognised by OCR, laid out like any other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from build_scripts.external.tesseract import RecognisedWord, recognise_page
from build_scripts.reading.pdf.margin import Margin, find_margin
from build_scripts.reading.pdf.margin_words import mask_margin, recognise_names, recognise_numbers
from build_scripts.reading.pdf.page_picture import render_page, write_pgm
from build_scripts.reading.pdf.segments import Segment

DPI = 300
COARSE = 100 / 72  # dots a point of the picture in which a margin is looked for
LARGEST = 40_000_000  # pixels: a page of 21 × 21 inches; larger ones are rendered smaller
LONGEST = 30_000  # pixels of a side: tesseract takes no more than 32,767
COARSEST = 50 / 72  # dots a point: print that is drawn smaller can't be read
LARGEST_IMAGE = 512 * 1024 * 1024  # bytes of an image's dots; a larger one is not drawn
LEAST_SURE = 60.0  # of 100, on average: what OCR makes of a map or a photograph is no text
TALL = 2.5  # a word's height against the usual: set up the margin
LETTER_SIZE = 1.3  # a size of type against the height of its words' boxes


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as OCR read it: segments in points, words across the page, mean confidence 0-100."""

    segments: tuple[Segment, ...]
    across: tuple[str, ...]
    text: str
    confidence: float


def recognise(page: pdfium.PdfPage) -> Recognised:
    """Render a page at 300 dpi in grey and recognise it.

    The margin of pleading paper is recognised apart: its numbers by their count, its names as
    words across the page. A picture without readable text (a map, a photograph), or too large to
    be drawn, gives no words. Words that are far taller than the others are set up the margin too.
    Raises ProgramError where tesseract is missing or fails.
    """
    width, height = page.get_size()
    if width <= 0 or height <= 0 or has_bomb(page):
        return Recognised((), (), "", 0.0)
    scale = min(DPI / 72, (LARGEST / (width * height)) ** 0.5, LONGEST / max(width, height))
    if scale < COARSEST:
        return Recognised((), (), "", 0.0)
    picture = render_page(page, scale)
    margin = find_margin(render_page(page, min(scale, COARSE)))
    numbers = recognise_numbers(picture, margin) if margin else ()
    across: list[str] = []
    sure: list[float] = []
    if margin and numbers:
        across, sure = recognise_names(picture, margin)
        mask_margin(picture, margin)
    words = recognise_page(write_pgm(picture.rows), picture.dpi)
    sure += [word.confidence for word in words]
    confidence = fmean(sure) if sure else 0.0
    if confidence < LEAST_SURE:
        return Recognised((), (), "", confidence)
    usual = median(word.height for word in words) if words else 10 * scale
    across += [word.text for word in words if _is_turned(word, usual)]
    upright = [word for word in words if not _is_turned(word, usual)]
    size = LETTER_SIZE * usual / scale
    lean = margin.lean if margin else 0.0
    segments = list(_place_words(upright, height, 1 / scale, size, lean))
    if margin:
        segments += _place_numbers(margin, numbers, height, size)
    texts = [*across, *(segment.text for segment in segments)]
    return Recognised(tuple(segments), tuple(across), " ".join(texts), confidence)


def has_bomb(page: pdfium.PdfPage) -> bool:
    """Whether an image of the page takes more than LARGEST_IMAGE when it is decoded."""
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        width, height = image.get_px_size()
        if width * height * 4 > LARGEST_IMAGE:
            bits = image.get_metadata().bits_per_pixel or 32
            if width * height * bits / 8 > LARGEST_IMAGE:
                return True
    return False


def _is_turned(word: RecognisedWord, usual: float) -> bool:
    return word.height > TALL * usual and word.height > 1.5 * word.width


def _place_words(
    words: Sequence[RecognisedWord], page_height: float, points: float, size: float, lean: float
) -> Iterator[Segment]:
    """Segments of the words, a line's words on one baseline.

    On a page that leans, a line's height is what it is at the page's left side, where the
    numbers stand: its right end is higher by `lean` a point.
    """
    lines: dict[tuple[int, int, int], list[RecognisedWord]] = defaultdict(list)
    for word in words:
        lines[word.block, word.paragraph, word.line].append(word)
    for line in lines.values():
        bottom = median(word.top + word.height + lean * word.left for word in line)
        for word in line:
            yield Segment(
                word.left * points,
                (word.left + word.width) * points,
                page_height - bottom * points,
                size,
                text=word.text,
            )


def _place_numbers(
    margin: Margin, numbers: Sequence[int], page_height: float, size: float
) -> Iterator[Segment]:
    """Segments of the margin's numbers, each at its mark."""
    for number, (_, low) in zip(numbers, margin.marks, strict=False):
        foot = low + margin.lean * margin.left
        yield Segment(margin.left, margin.right, page_height - foot, size, text=str(number))
