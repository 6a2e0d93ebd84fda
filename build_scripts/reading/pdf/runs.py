"""Read the runs of a PDF page as PDFium gives them: a word, or a part of one in one face.

Asking PDFium for every character costs six calls a character. Characters of one text object are
on one baseline in one font, one after the other, so it is enough to ask for the two ends of each
word: the page's text comes in one call, PDFium's blanks separate the words, and the text objects
show where a word changes its face.
"""

import ctypes
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.pdf.box_characters import find_box_characters
from build_scripts.reading.pdf.pdfium_calls import HANDLE, INDEX, address_of, bind

ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
BOLD_WEIGHT = 600
USUAL_SIZE = 12.0
ASKEW = -1  # the turn of text that stands at no quarter turn
STRAIGHT = 0.1  # of a quarter turn: a scan's text layer can lean a little

get_font = bind(raw.FPDFTextObj_GetFont, HANDLE, HANDLE)
get_matrix = bind(raw.FPDFText_GetMatrix, ctypes.c_int, HANDLE, INDEX, HANDLE)
get_size = bind(raw.FPDFText_GetFontSize, ctypes.c_double, HANDLE, INDEX)


@dataclass(frozen=True, slots=True)
class Face:
    """One text object's face; `level` where its baseline runs straight along the page.

    `boxes` maps what the characters of a picture font show; None for a font of letters.
    """

    size: float
    turn: int
    level: bool
    bold: bool
    italic: bool
    boxes: Mapping[int, str] | None


class _Font(NamedTuple):
    bold: bool
    italic: bool
    boxes: Mapping[int, str] | None


class FaceReader:
    """Reads the faces of one text page, each text object and each font once."""

    def __init__(self, text: int) -> None:
        self._text = text
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._faces: dict[int | None, Face] = {}
        self._fonts: dict[int | None, _Font] = {}

    def read(self, owner: int | None, index: int) -> Face:
        """Return the face of the text object `owner`, which character `index` belongs to."""
        face = self._faces.get(owner)
        if face is None:
            face = self._faces[owner] = self._read_face(owner, index)
        return face

    def _read_face(self, owner: int | None, index: int) -> Face:
        matrix = self._matrix
        get_matrix(self._text, index, self._matrix_at)
        angle = math.atan2(matrix.c, matrix.a) if matrix.a or matrix.c else 0.0
        quarters = angle / (math.pi / 2)
        leans = abs(quarters - round(quarters)) > STRAIGHT
        turn = ASKEW if leans else round(quarters) % 4
        handle = get_font(owner) if owner else None
        font = self._fonts.get(handle)
        if font is None:
            font = self._fonts[handle] = _read_font(self._text, index)
        size = get_size(self._text, index) * math.hypot(matrix.b, matrix.d)
        return Face(size or USUAL_SIZE, turn, turn == 0 and not matrix.b, *font)


def _read_font(text: int, index: int) -> _Font:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    handle = ctypes.cast(text, raw.FPDF_TEXTPAGE)
    length = raw.FPDFText_GetFontInfo(handle, index, buffer, 128, flags)
    name = buffer.raw[: max(0, min(length, 128) - 1)].decode("latin-1").lower()
    weight = raw.FPDFText_GetFontWeight(handle, index)
    return _Font(
        "bold" in name or weight >= BOLD_WEIGHT,
        "italic" in name or "oblique" in name or bool(flags.value & ITALIC_FLAG),
        find_box_characters(name),
    )


LINE_END = "\n"  # what stands before a run that begins a line
WORD = Pattern(r"\S+", accepts=["word", " a b "], refuses=["", " \r\n"])
LINE_ENDS = frozenset("\r\n")
# PDFium's signs for a hyphen at a line's end (as text, as a character), and for what has no map.
SIGNS = {0xFFFE: "-", 0x02: "-", 0x00: "\ufffd"}
WIDEST = 2.0  # of the size: no character's advance is wider
APART = 0.16  # of the size: less is one place
TIGHTEST = -0.1  # of the size: a word that ends before it begins was set backwards

get_object = bind(raw.FPDFText_GetTextObject, HANDLE, HANDLE, INDEX)
get_box = bind(raw.FPDFText_GetLooseCharBox, ctypes.c_int, HANDLE, INDEX, HANDLE)
get_origin = bind(raw.FPDFText_GetCharOrigin, ctypes.c_int, HANDLE, INDEX, HANDLE, HANDLE)
get_text = bind(raw.FPDFText_GetText, ctypes.c_int, HANDLE, INDEX, INDEX, HANDLE)
get_text_index = bind(raw.FPDFText_GetTextIndexFromCharIndex, ctypes.c_int, HANDLE, INDEX)
get_unicode = bind(raw.FPDFText_GetUnicode, ctypes.c_uint, HANDLE, INDEX)
is_generated = bind(raw.FPDFText_IsGenerated, ctypes.c_int, HANDLE, INDEX)


@dataclass(slots=True)
class Run:
    """Characters of one face on one baseline, without a blank.

    Places and sizes are in points, as if the run were upright: `x0` and `x1` along the text's
    direction, `y` on the baseline. `turn` counts its quarter turns clockwise, ASKEW for any other
    angle. `before` separates it from the run before it: nothing, blanks, or LINE_END.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    turn: int
    bold: bool
    italic: bool
    before: str


def read_runs(text: pdfium.PdfTextPage) -> list[Run]:
    """Return the runs of a text page in PDFium's reading order."""
    return list(_RunReader(address_of(text.raw)).read())


class _RunReader:
    """Reads one text page; holds the buffers that PDFium writes to."""

    def __init__(self, text: int) -> None:
        self._text = text
        self._faces = FaceReader(text)
        self._box = raw.FS_RECTF()
        self._box_at = ctypes.addressof(self._box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._x_at, self._y_at = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._level: int | None = None  # the text object whose baseline `_y` holds

    def read(self) -> Iterator[Run]:
        """Yield the page's runs in PDFium's order."""
        text = self._text
        read_face, measure = self._faces.read, self._measure
        printed = _read_text(text)
        previous = 0
        for word in WORD.finditer(printed):
            start, end = word.span()
            before = printed[previous:start]
            if before != " ":
                before = self._read_gap(before, previous)
            previous = end
            first = get_object(text, start)
            if end - start == 1 or first == get_object(text, end - 1):
                pieces = [(start, end, first)]
            else:
                pieces = self._split(start, end)
            for begin, stop, owner in pieces:
                face = read_face(owner, begin)
                shown = printed[begin:stop]
                if face.boxes:
                    shown = shown.translate(face.boxes)
                x0, x1, y = measure(begin, stop, face, owner)
                size = face.size
                if stop - begin > 1 and not TIGHTEST < (x1 - x0) / size < WIDEST * (stop - begin):
                    yield from self._read_singly(shown, begin, face, before)
                else:
                    yield Run(shown, x0, x1, y, size, face.turn, face.bold, face.italic, before)
                before = ""

    def _read_singly(self, shown: str, begin: int, face: Face, before: str) -> Iterator[Run]:
        """Yield characters one by one: printed backwards, or far apart without a blank."""
        for index, character in enumerate(shown, start=begin):
            x0, x1, y = self._measure(index, index + 1, face, None)
            yield Run(character, x0, x1, y, face.size, face.turn, face.bold, face.italic, before)
            before = ""

    def _measure(
        self, begin: int, stop: int, face: Face, owner: int | None
    ) -> tuple[float, float, float]:
        """Return where the characters from `begin` to `stop` start and end, and their baseline."""
        text, box = self._text, self._box
        if face.turn in (0, ASKEW):
            get_box(text, begin, self._box_at)
            left = box.left
            if stop - begin > 1:
                get_box(text, stop - 1, self._box_at)
            if owner is None or owner != self._level:
                get_origin(text, begin, self._x_at, self._y_at)
                self._level = owner if face.level else None
            return left, box.right, self._y.value
        self._level = None
        get_origin(text, begin, self._x_at, self._y_at)
        start, baseline = turn_back(self._x.value, self._y.value, face.turn)
        if stop - begin > 1:
            get_origin(text, stop - 1, self._x_at, self._y_at)
        end, _ = turn_back(self._x.value, self._y.value, face.turn)
        get_box(text, stop - 1, self._box_at)
        advance = box.top - box.bottom if face.turn % 2 else box.right - box.left
        return start, end + advance, baseline

    def _split(self, start: int, end: int) -> list[tuple[int, int, int | None]]:
        """Return the stretches of a word that belong to one text object each."""
        pieces = []
        begin, owner = start, get_object(self._text, start)
        for index in range(start + 1, end):
            other = get_object(self._text, index)
            if other != owner:
                pieces.append((begin, index, owner))
                begin, owner = index, other
        pieces.append((begin, end, owner))
        return pieces

    def _read_gap(self, gap: str, start: int) -> str:
        """Return the text of a gap: PDFium's own line end, or as many blanks as are printed."""
        made = [is_generated(self._text, start + index) == 1 for index in range(len(gap))]
        if any(own and blank in LINE_ENDS for own, blank in zip(made, gap, strict=True)):
            return LINE_END
        return " " * max(1, made.count(False)) if gap else ""


def _read_text(text: int) -> str:
    """Return the characters of a text page at PDFium's indexes. Its text lacks what it has for
    control characters; such pages are read character by character.
    """
    count = raw.FPDFText_CountChars(ctypes.cast(text, raw.FPDF_TEXTPAGE))
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * (2 * count + 1))
    units = get_text(text, 0, count, ctypes.addressof(buffer))
    printed = buffer.raw[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")
    if len(printed) != count or get_text_index(text, count - 1) != count - 1:
        codes = (get_unicode(text, index) for index in range(count))
        printed = "".join(
            chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd" for code in codes
        )
    return printed.translate(SIGNS)


def drop_doubled(runs: Iterable[Run]) -> list[Run]:
    """Return the runs without those that print the same characters over themselves, anywhere in the
    page's order: stamps over stamps, bold made by printing again. Blanks between a dropped run and
    the next are kept.
    """
    kept: list[Run] = []
    seen: set[tuple[str, int, int]] = set()
    broken = False  # a dropped run began a line
    for run in runs:
        x, y = run.x0 / (APART * run.size), run.y / (APART * run.size)
        # Two grids, one moved by half a cell: places that differ by little share a cell of one.
        straight, moved = (run.text, int(x), int(y)), (run.text, ~int(x + 0.5), ~int(y + 0.5))
        if straight in seen or moved in seen:
            broken = broken or run.before == LINE_END
            continue
        seen.add(straight)
        seen.add(moved)
        if broken:
            run.before = LINE_END
            broken = False
        kept.append(run)
    return kept


def turn_back(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return a point of a page as text of `turn` sees it: the distance along it, the height."""
    return {1: (-y, x), 2: (-x, -y), 3: (y, -x)}.get(turn, (x, y))
