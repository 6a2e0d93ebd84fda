"""Read bullets of a scanned page: round, full of ink, separate; OCR reads "e" or "¢"."""

from dataclasses import replace

from PIL import Image

from build_scripts.reading.pdf.ocr_lines import OcrLine

BULLET = "•"
READ_AS = frozenset("eoc¢«»*°©®@0.-+¥·ѐé¢")
INK = 150  # grey values below are ink
# In parts of the size:
APART = 0.2  # from the words
SMALLEST, LARGEST = 0.15, 0.5
LOWEST = 0.05  # above the baseline
FULL = 0.62  # of its square is ink; a disc has 0.79, an "e" a half


def correct_bullet(image: Image.Image, line: OcrLine) -> OcrLine:
    """Return the line with a bullet as its first word if its ink is one."""
    if len(line.words) < 2 or not set(line.words[0].text) <= READ_AS:
        return line
    first, second = line.words[:2]
    if second.left - first.left - first.width < APART * line.size:
        return line
    box = (first.left, first.top, first.left + first.width, first.top + first.height)
    ink = image.crop(box).point(lambda value: 255 * (value < INK))
    place = ink.getbbox()
    if place is None:
        return line
    width, height = place[2] - place[0], place[3] - place[1]
    full = ink.crop(place).histogram()[255] / (width * height)
    if (
        full >= FULL
        and SMALLEST * line.size <= min(width, height)
        and max(width, height) <= LARGEST * line.size
        and first.top + place[3] <= line.base - LOWEST * line.size
    ):
        return replace(line, words=(replace(first, text=BULLET), *line.words[1:]))
    return line
