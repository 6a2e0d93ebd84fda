"""Footnote marks of a scanned page: found by their ink, read separately from the line.

    2    A mark is ink above the line's foot, between blank columns. It is
out.     taller than a quotation mark and less tall than a capital. OCR takes it for a quotation
----     mark, or for nothing, as it reads lines of one size.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.external.tesseract import Layout, RecognisedWord, recognise_page
from build_scripts.reading.pdf.ocr_lines import OcrLine

INK = 175  # grey values below are ink
CAPITAL = 0.67  # of the size
# The rest in parts of a capital's height.
CLEAR = 0.3  # above the baseline there is nothing of a mark
TOP, FOOT = 1.5, 0.3  # what is looked at, above and below the baseline
SHORTEST, TALLEST = 0.48, 0.92
NARROWEST, WIDEST = 0.12, 0.75  # a digit
NARROW = 0.48  # of its height: a 1; other digits have two thirds
QUOTE = 0.12  # the least height of a quotation mark: less is a speck
BESIDE = 0.35  # between two digits of a mark, between a mark and its quotation mark
AROUND = 1.0  # a mark stands at most so far from the line's words
DIGIT = 40  # dots: the height to which marks are drawn for OCR
ROOM = 30  # dots around each of them
COPIES = 3  # of each, beside each other: OCR reads a line better than a digit
SPACE = 8  # dots between them
MOST_DIGITS = 3
MOST_MARKS = 60  # a page; more are no notes
SURE = 30.0  # of 100
_PATTERNS = read_patterns(__package__, "raised_marks.toml")


@dataclass(frozen=True, slots=True)
class RaisedMark:
    """A mark's digits and its place in the picture; `quoted` where a quotation mark precedes."""

    left: int
    right: int
    top: int
    foot: int
    digits: int
    quoted: bool
    text: str = ""


def find_marks(image: Image.Image, line: OcrLine) -> list[RaisedMark]:
    """Return the raised ink on the line, unread."""
    capital = CAPITAL * line.size
    left = max(0, round(line.words[0].left - AROUND * capital))
    right = round(max(word.left + word.width for word in line.words) + AROUND * capital)
    top, foot = round(line.base - TOP * capital), round(line.base + FOOT * capital)
    if capital < 8 or right - left < 2:
        return []
    band = image.crop((left, top, right, foot)).point(lambda value: 255 * (value < INK))
    clear = round((TOP - CLEAR) * capital)
    inked = band.getprojection()[0]
    low = band.crop((0, clear, band.width, band.height)).getprojection()[0]
    marks: list[RaisedMark] = []
    quote_end = -1
    for start, end in _list_stretches(inked):
        if any(low[start:end]):
            continue
        box = band.crop((start, 0, end, clear)).getbbox()
        if box is None or box[1] == 0:  # it reaches in from the line above
            continue
        height, width = box[3] - box[1], end - start
        if QUOTE * capital <= height < SHORTEST * capital:
            quote_end = end
        elif (
            SHORTEST * capital <= height <= TALLEST * capital
            and NARROWEST * capital <= width <= WIDEST * capital
        ):
            mark = RaisedMark(
                left + start,
                left + end,
                top + box[1],
                top + box[3],
                1,
                quote_end >= 0 and start - quote_end < BESIDE * capital,
            )
            if marks and mark.left - marks[-1].right < BESIDE * capital:
                last = marks.pop()
                top_of_both, digits = min(last.top, mark.top), last.digits + 1
                foot_of_both = max(last.foot, mark.foot)
                mark = replace(
                    last, right=mark.right, top=top_of_both, foot=foot_of_both, digits=digits
                )
            marks.append(mark)
    return [mark for mark in marks if mark.digits <= MOST_DIGITS]


def read_marks(
    image: Image.Image, lines: Sequence[OcrLine]
) -> tuple[list[OcrLine], list[tuple[RaisedMark, OcrLine]]]:
    """Read the page's marks; the lines without what OCR took them for, and each mark's line.

    Raises ProgramError where tesseract fails.
    """
    found = [
        (at, mark)
        for at, line in enumerate(lines)
        for mark in find_marks(image, line)
        if _place(line, mark) is not None
    ]
    if not found or len(found) > MOST_MARKS:
        return list(lines), []
    texts = _recognise(image, [mark for _, mark in found])
    # A note's own label is at its line's start.
    heads = [mark.left < lines[at].words[0].left + lines[at].size / 4 for at, mark in found]
    left = list(lines)
    marks = []
    for (at, mark), text in zip(found, _count_on(texts, heads), strict=True):
        if len(text) == mark.digits:
            read = replace(mark, text=text)
            marks.append((read, lines[at]))
            left[at] = _take_out(left[at], read)
    return [line for line in left if line.words], marks


def _count_on(texts: Sequence[str], heads: Sequence[bool]) -> list[str]:
    """Return the marks' texts; supply those that OCR did not read from the count.

    Marks, and the labels of notes, count up down the page: if most agree on the count, one that
    differs is misread.
    """
    places = []
    counted = {True: 0, False: 0}
    for head in heads:
        places.append(counted[head])
        counted[head] += 1
    firsts = Counter(int(text) - at for text, at in zip(texts, places, strict=True) if text)
    if not firsts:
        return list(texts)
    first, agreeing = firsts.most_common(1)[0]
    sure = agreeing > firsts.total() / 2 and first > 0
    most = sure and agreeing > 1
    return [
        str(first + at) if (sure and not text) or most else text
        for text, at in zip(texts, places, strict=True)
    ]


def _list_stretches(inked: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield columns with ink that follow each other."""
    start = -1
    for column, ink in enumerate([*inked, 0]):
        if ink and start < 0:
            start = column
        elif not ink and start >= 0:
            yield start, column
            start = -1


def _place(line: OcrLine, mark: RaisedMark) -> tuple[int, RecognisedWord] | None:
    """Return the word that the mark belongs to, and its text without it; None if it is no mark:
    raised letters (the "th" of 9th) are read as such, a mark as signs or as nothing.
    """
    near = BESIDE * CAPITAL * line.size
    for index, word in enumerate(line.words):
        end = word.left + word.width
        if word.left >= mark.left - near / 2 and end <= mark.right + near / 2:
            if any(letter.isalpha() for letter in word.text):
                return None
            return index, replace(word, text="")
    for index, word in enumerate(line.words):
        end = word.left + word.width
        if mark.right >= end - near and word.left < mark.left <= end + 2 * near:
            text = _cut_tail(word.text, mark)
            if text is None and mark.left < end - near / 2:
                return None
            return index, replace(word, text=text or word.text, width=mark.left - word.left)
        if mark.left <= word.left + near and word.left - 2 * near <= mark.right < end:
            text = _cut_head(word.text, mark)
            if text is None and mark.right > word.left + near / 2:
                return None
            width = end - mark.right
            return index, replace(word, text=text or word.text, left=mark.right, width=width)
    return None


def _cut_tail(text: str, mark: RaisedMark) -> str | None:
    """Return the word without what OCR read for the mark at its end; None where it read nothing."""
    digits = re.search(rf"(?<=[^\d])\d{{{mark.digits}}}$", text)
    if digits:
        return text[: digits.start()]
    signs = _PATTERNS.TAIL.search(text)
    if signs is None or signs.start() == 0:
        return None
    if mark.quoted:
        return text if len(signs[0]) == 1 else text[:-1]
    return text[: signs.start()]


def _cut_head(text: str, mark: RaisedMark) -> str | None:
    signs = (
        re.match(rf"\d{{{mark.digits}}}(?=[^\d])", text)
        or _PATTERNS.LOOKALIKES.match(text)
        or _PATTERNS.HEAD.match(text)
    )
    return text[signs.end() :] or None if signs else None


def _take_out(line: OcrLine, mark: RaisedMark) -> OcrLine:
    placed = _place(line, mark)
    if placed is None:
        return line
    words = list(line.words)
    words[placed[0]] = placed[1]
    return replace(line, words=tuple(word for word in words if word.text))


def _recognise(image: Image.Image, marks: Sequence[RaisedMark]) -> list[str]:
    """Return the digits of each mark, "" where OCR is not sure; all are read in one picture."""
    pieces = []
    for mark in marks:
        piece = image.crop((mark.left - 2, mark.top - 2, mark.right + 2, mark.foot + 2))
        scale = DIGIT / (mark.foot - mark.top)
        size = (max(1, round(piece.width * scale)), max(1, round(piece.height * scale)))
        pieces.append(piece.resize(size, Image.Resampling.LANCZOS))
    width = COPIES * max(piece.width + SPACE for piece in pieces) + 2 * ROOM
    strip = Image.new("L", (width, sum(piece.height + ROOM for piece in pieces) + ROOM), 255)
    feet = []
    y = ROOM
    for piece in pieces:
        for copy in range(COPIES):
            strip.paste(piece, (ROOM + copy * (piece.width + SPACE), y))
        y += piece.height + ROOM
        feet.append(y - ROOM / 2)
    texts = [""] * len(marks)
    for word in recognise_page(strip, layout=Layout.NUMBERS):
        middle = word.top + word.height / 2
        place = next((index for index, end in enumerate(feet) if middle < end), None)
        if place is not None and word.confidence >= SURE and word.text.isdecimal():
            texts[place] += word.text
    return [_agree(text, mark) for text, mark in zip(texts, marks, strict=True)]


def _agree(text: str, mark: RaisedMark) -> str:
    """Return the reading of most copies of a mark, "" where they differ; a 1 is often missed, and
    narrower than all other digits.
    """
    if len(text) == mark.digits:
        return text
    copies = Counter(text[at : at + mark.digits] for at in range(0, len(text), mark.digits))
    for read, count in copies.most_common(1):
        if count > 1 and len(read) == mark.digits:
            return read
    is_narrow = mark.right - mark.left < NARROW * (mark.foot - mark.top)
    return "1" if mark.digits == 1 and is_narrow else ""
