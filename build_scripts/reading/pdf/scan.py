"""Pages without a usable text layer: rendered, recognised by OCR, laid out like any other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageFilter

from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.external.tesseract import Layout, RecognisedWord, recognise_page
from build_scripts.reading.pdf.bullets import correct_bullet
from build_scripts.reading.pdf.clear_picture import clear_picture
from build_scripts.reading.pdf.drawn_page import can_draw
from build_scripts.reading.pdf.margin import (
    find_margin,
    mask_margin,
    recognise_names,
    recognise_numbers,
)
from build_scripts.reading.pdf.ocr_lines import OcrLine, gather_ocr_lines, measure_body
from build_scripts.reading.pdf.raised_marks import read_marks
from build_scripts.reading.pdf.segments import Segment

UNSURE = 87.0  # of 100, on average over a line's letters
MOST_LINES = 6  # a page, the least sure first: a tenth of a second each
FEWEST_LETTERS = 8  # shorter lines are furniture, or specks
ABOVE, BELOW = 0.9, 0.35  # of the size, around the baseline
BESIDE = 1.0  # of the size, at both ends
BOLDER = 3  # dots: each dot takes the darkest value of a square of this side
ROOM = 30  # dots of white around what is read again
SHORTEST = 0.7  # of the letters read before: fewer, and words were lost


def reread_lines(image: Image.Image, lines: Sequence[OcrLine], size: float) -> list[OcrLine]:
    """Return the lines, unsure ones read again; `size` is the text's. Raises ProgramError."""
    unsure = sorted(
        (index for index, line in enumerate(lines) if _is_unsure(line, size)),
        key=lambda index: _weigh(lines[index].words),
    )
    read = list(lines)
    for index in unsure[:MOST_LINES]:
        again = _read_again(image, lines[index], size)
        if (
            again is not None
            and _weigh(again.words) > _weigh(lines[index].words)
            and _count(again.words) >= SHORTEST * _count(lines[index].words)
        ):
            read[index] = again
    return read


def _is_unsure(line: OcrLine, size: float) -> bool:
    return (
        _weigh(line.words) < UNSURE
        and _count(line.words) >= FEWEST_LETTERS
        and 0.5 * size < line.size < 2 * size
    )


def _count(words: Sequence[RecognisedWord]) -> int:
    return sum(len(word.text) for word in words)


def _weigh(words: Sequence[RecognisedWord]) -> float:
    """Return OCR's mean confidence for a letter of the words."""
    return fmean([word.confidence for word in words], weights=[len(word.text) for word in words])


def _read_again(image: Image.Image, line: OcrLine, size: float) -> OcrLine | None:
    left = max(0, round(line.words[0].left - BESIDE * size))
    right = max(word.left + word.width for word in line.words) + BESIDE * size
    right = min(image.width, round(right))
    top, foot = max(0, round(line.base - ABOVE * size)), round(line.base + BELOW * size)
    piece = Image.new("L", (right - left + 2 * ROOM, foot - top + 2 * ROOM), 255)
    piece.paste(image.crop((left, top, right, min(foot, image.height))), (ROOM, ROOM))
    piece = piece.filter(ImageFilter.MinFilter(BOLDER))
    first = line.words[0]
    words = [
        replace(
            word,
            left=word.left + left - ROOM,
            top=word.top + top - ROOM,
            block=first.block,
            paragraph=first.paragraph,
            line=first.line,
        )
        for word in recognise_page(piece, layout=Layout.LINE)
    ]
    return gather_ocr_lines(words)[0] if words else None


DPI = 300
LEAST_DPI = 100  # of an image that is drawn dot for dot
COARSE = 100 / 72  # dots a point of the picture in which a margin is looked for
LARGEST = 40_000_000  # pixels: a page of 21 × 21 inches; larger ones are rendered smaller
LONGEST = 30_000  # pixels of a side: tesseract takes no more than 32,767
COARSEST = 50 / 72  # dots a point: print that is drawn smaller can't be read
LEAST_SURE = 60.0  # of 100, on average: what OCR makes of a map or a photograph is no text
TALL = 2.5  # a word's height against the usual: set up the margin
WIDE = 0.5  # of the page's width: an image that may be the page's scan
MARK_SIZE, MARK_RISE = 0.6, 0.33  # of the line's size: a footnote mark's size and place


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as OCR read it: segments in points, words across the page, mean confidence 0-100."""

    segments: tuple[Segment, ...]
    across: tuple[str, ...]
    text: str
    confidence: float


def recognise(page: pdfium.PdfPage) -> Recognised:
    """Draw a page in grey, clear its picture, and recognise it at 300 dpi.

    A scan is cleared dot for dot, then enlarged. The margin of pleading paper is recognised
    separately: its numbers by their count, its names, and words far taller than the others, as
    words across the page; so are footnote marks. A picture without readable text (a map, a
    photograph), or too large to be drawn, gives no words. Raises ProgramError if tesseract is
    missing or fails.
    """
    if not can_draw(page):
        return Recognised((), (), "", 0.0)
    width, height = page.get_size()
    scale = min(DPI / 72, (LARGEST / (width * height)) ** 0.5, LONGEST / max(width, height))
    if scale < COARSEST:
        return Recognised((), (), "", 0.0)
    picture = draw_cleared(page, scale)
    coarse = min(scale, COARSE)
    share = coarse / scale
    size = round(picture.width * share), round(picture.height * share)
    margin = find_margin(picture.resize(size, Image.Resampling.BOX), coarse)
    numbers = recognise_numbers(picture, scale, margin) if margin else ()
    across: list[str] = []
    sure: list[float] = []
    if margin and numbers:
        across, sure = recognise_names(picture, scale, margin)
        mask_margin(picture, scale, margin)
    words = recognise_page(picture, round(72 * scale))
    sure += [word.confidence for word in words]
    confidence = fmean(sure) if sure else 0.0
    if confidence < LEAST_SURE:
        return Recognised((), (), "", confidence)
    usual = median(word.height for word in words) if words else 10 * scale
    across += [word.text for word in words if _is_turned(word, usual)]
    lines = gather_ocr_lines(word for word in words if not _is_turned(word, usual))
    body = measure_body(lines)
    lines, marks = read_marks(picture, reread_lines(picture, lines, body))
    lines = [_correct_line(picture, line) for line in lines]
    body = body / scale or 10.0
    points = 1 / scale
    segments = [
        Segment(
            word.left * points,
            (word.left + word.width) * points,
            height - line.base * points,
            body,
            text=word.text,
        )
        for line in lines
        for word in line.words
    ]
    segments += (
        Segment(
            mark.left * points,
            mark.right * points,
            height - line.base * points + MARK_RISE * body,
            MARK_SIZE * body,
            text=mark.text,
        )
        for mark, line in marks
    )
    if margin:
        for number, (_, low) in zip(numbers, margin.marks, strict=False):
            y = height - (low + margin.lean * margin.left)
            segments.append(Segment(margin.left, margin.right, y, body, text=str(number)))
    texts = [*across, *(segment.text for segment in segments)]
    return Recognised(tuple(segments), tuple(across), " ".join(texts), confidence)


def _correct_line(image: Image.Image, line: OcrLine) -> OcrLine:
    mended = correct_bullet(image, line)
    words = (
        replace(word, text=correct_lookalikes(word.text, first=not at))
        for at, word in enumerate(mended.words)
    )
    return replace(mended, words=tuple(words))


def draw_cleared(page: pdfium.PdfPage, scale: float) -> Image.Image:
    """Return the page's cleared picture with `scale` dots a point."""
    width, height = page.get_size()
    finest = 0.0  # of the images at least half as wide as the page
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, _, right, _ = image.get_bounds()
        if right - left >= WIDE * width:
            finest = max(finest, image.get_px_size()[0] / (right - left))
    drawn = min(scale, finest) if finest >= LEAST_DPI / 72 else scale
    picture = page.render(scale=drawn, grayscale=True).to_pil()
    cleared = clear_picture(picture, 72 * drawn)
    if drawn == scale:
        return cleared
    return cleared.resize((round(width * scale), round(height * scale)), Image.Resampling.LANCZOS)


def _is_turned(word: RecognisedWord, usual: float) -> bool:
    return word.height > TALL * usual and word.height > 1.5 * word.width


_PATTERNS = read_patterns(__package__, "scan.toml")


def correct_lookalikes(text: str, first: bool = False) -> str:
    """Return the word as it must have been printed; `first` where it begins its line."""
    if first and _PATTERNS.NUMERAL.match(text):
        return "I" * (len(text) - 1) + "."
    text = _PATTERNS.ID.sub(r"\1Id.", text)
    text = _PATTERNS.SLANTED_I.sub("I", text)
    text = _PATTERNS.APOSTROPHE_L.sub("l", text)
    return _PATTERNS.PARAGRAPH.sub(lambda sign: "¶" * len(sign[0]), text)
