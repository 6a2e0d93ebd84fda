"""Read again, one by one, lines that OCR is unsure of; keep the surer reading.

OCR loses thin letters with wide gaps (typewriter's faces): they are read again bolder.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from PIL import Image, ImageFilter

from build_scripts.reading.external.tesseract import Layout, RecognisedWord, recognise_page
from build_scripts.reading.pdf.ocr_lines import OcrLine, gather_ocr_lines

UNSURE = 87.0  # of 100, on average over a line's letters
MOST_LINES = 6  # a page, the least sure first: a tenth of a second each
FEWEST_LETTERS = 8  # shorter lines are furniture, or specks
ABOVE, BELOW = 0.9, 0.35  # of the size, around the baseline
BESIDE = 1.0  # of the size, at both ends
BOLDER = 3  # dots: each dot takes the darkest value of a square of this side
ROOM = 30  # dots of white around what is read again
SHORTEST = 0.7  # of the letters read before: fewer, and words were lost


def reread_lines(image: Image.Image, lines: Sequence[OcrLine], size: float) -> list[OcrLine]:
    """Return the lines, with those read again that OCR was unsure of; `size` is the text's.

    Raises ProgramError where tesseract fails.
    """
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
