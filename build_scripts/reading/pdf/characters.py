"""The characters of a PDF page as PDFium gives them: place, size, slant, weight, turn."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

HYPHEN = "\x02"  # PDFium's sign for a hyphen at a line's end
ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Character:
    """One character; places and sizes in points, `y` on the baseline.

    `turn` counts quarter turns clockwise; `x1 - x0` is the advance along the text's direction.

    `generated` characters are blanks and line ends that PDFium found between the printed ones.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    turn: int
    bold: bool
    italic: bool
    generated: bool


@dataclass(frozen=True, slots=True)
class _Face:
    size: float
    turn: int
    bold: bool
    italic: bool


def read_characters(page: pdfium.PdfPage) -> Iterator[Character]:
    """Yield the page's characters in PDFium's reading order, hyphens and blanks included."""
    text = page.get_textpage()
    try:
        yield from _read(text.raw)
    finally:
        text.close()


def _read(text: object) -> Iterator[Character]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    faces: dict[object, _Face] = {}
    face = _Face(12.0, 0, bold=False, italic=False)
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        generated = raw.FPDFText_IsGenerated(text, index) == 1
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left = right = x.value
        if not generated:
            owner = ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value
            if owner not in faces:
                faces[owner] = _read_face(text, index)
            face = faces[owner]
            raw.FPDFText_GetLooseCharBox(text, index, box)
            left, right = box.left, box.right
            if face.turn:
                advance = box.top - box.bottom if face.turn % 2 else box.right - box.left
                left, right = x.value, x.value + advance
        yield Character(
            _decode(code),
            left,
            right,
            y.value,
            face.size,
            face.turn,
            face.bold,
            face.italic,
            generated,
        )


def _decode(code: int) -> str:
    character = chr(code) if 0 < code < 0x110000 else "\ufffd"
    return "-" if character == HYPHEN else character


def _read_face(text: object, index: int) -> _Face:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.b, matrix.d)
    angle = raw.FPDFText_GetCharAngle(text, index)
    turn = round(angle / (math.pi / 2)) % 4
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(text, index, buffer, 128, flags)
    name = buffer.raw[: max(0, min(length, 128) - 1)].decode("latin-1").lower()
    weight = raw.FPDFText_GetFontWeight(text, index)
    return _Face(
        size or 12.0,
        turn,
        "bold" in name or weight >= BOLD_WEIGHT,
        "italic" in name or "oblique" in name or bool(flags.value & ITALIC_FLAG),
    )
