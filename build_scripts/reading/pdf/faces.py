"""How the characters of a text object are set: size, turn, weight, slant, and picture fonts."""

import ctypes
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as raw

from build_scripts.reading.pdf.box_characters import find_box_characters
from build_scripts.reading.pdf.pdfium_calls import HANDLE, INDEX, bind

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
