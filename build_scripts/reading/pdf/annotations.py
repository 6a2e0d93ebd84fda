"""Words of a page outside its text layer: filled fields, check-boxes, typed notes, stamps.

Values of fields, free text and stamps are drawn into the page if PDFium has their picture. Boxes,
whose picture has no text, are printed as "[X]" and "[ ]", other values as they are.
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from build_scripts.reading.external.pdf_copy import UNSEEN
from build_scripts.reading.pdf.box_characters import CROSSED, SHOWN
from build_scripts.reading.pdf.runs import LINE_END, Run, turn_back

CHECKED, UNCHECKED = "[X]", "[ ]"
BOXES = frozenset({raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON})
WORDED = frozenset({raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
LONGEST = 100_000  # characters of a value
TALLEST, SMALLEST = 12.0, 6.0  # points: the size a value without a picture is read as
BASELINE = 0.28  # of a box's height


@dataclass(frozen=True, slots=True)
class Placed:
    """Words in a rectangle of the page, in points, which have no characters there."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def draw_annotations(page: pdfium.PdfPage) -> tuple[list[Placed], bool]:
    """Draw annotations with words into the page; list those that have no picture of their words.

    If the second value is true, load the page again. Links, highlights, sticky notes, buttons, and
    whatever is hidden are removed: paper does not show their words.
    """
    placed: list[Placed] = []
    drawn = False
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page.raw))):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            words, has_picture = _read_words(page, annotation)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
        if words is not None:
            placed.append(words)
        if has_picture:
            drawn = True
        else:
            raw.FPDFPage_RemoveAnnot(page.raw, index)
    if drawn:
        drawn = raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    return placed[::-1], drawn


def place_words(placed: Sequence[Placed], runs: Sequence[Run], turn: int) -> list[Run]:
    """Return placed words as runs of the main direction `turn`, to be added to the page's `runs`.

    A box for which the page prints a character ("☐") gets no second one; a checked one becomes
    crossed.
    """
    printed = [run for run in runs if run.turn == turn and run.text in SHOWN]
    boxes: list[Run] = []
    for words in placed:
        x0, low = turn_back(words.left, words.bottom, turn)
        x1, high = turn_back(words.right, words.top, turn)
        x0, x1, low, high = min(x0, x1), max(x0, x1), min(low, high), max(low, high)
        glyph = next(
            (run for run in printed if x0 - 2 <= run.x0 <= x1 and low <= run.y <= high), None
        )
        if glyph is not None and words.text in (CHECKED, UNCHECKED):
            glyph.text = CROSSED if words.text == CHECKED else glyph.text
            continue
        boxes.extend(_write_lines(words.text, x0, x1, low, high, turn))
    return boxes


def _read_words(page: pdfium.PdfPage, annotation: object) -> tuple[Placed | None, bool]:
    """Return an annotation's words that must be placed, and whether its picture has words."""
    if raw.FPDFAnnot_GetFlags(annotation) & UNSEEN:
        return None, False
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    has_picture = bool(raw.FPDFAnnot_HasKey(annotation, b"AP"))
    if kind in WORDED:
        if has_picture:
            return None, True
        return _place(
            annotation, _read(partial(raw.FPDFAnnot_GetStringValue, annotation, b"Contents"))
        ), False
    if kind != raw.FPDF_ANNOT_WIDGET or page.formenv is None:
        return None, False
    form = page.formenv.raw
    field = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if field in BOXES:
        checked = raw.FPDFAnnot_IsChecked(form, annotation)
        return _place(annotation, CHECKED if checked else UNCHECKED), False
    if field == raw.FPDF_FORMFIELD_PUSHBUTTON:
        return None, False
    if has_picture:
        return None, True
    return _place(
        annotation, _read(partial(raw.FPDFAnnot_GetFormFieldValue, form, annotation))
    ), False


def _place(annotation: object, text: str) -> Placed | None:
    box = raw.FS_RECTF()
    if not text.strip() or not raw.FPDFAnnot_GetRect(annotation, box):
        return None
    return Placed(text, box.left, box.bottom, box.right, box.top)


def _read(ask: Callable[[object, int], int]) -> str:
    """Return the string that PDFium writes to a buffer of the size that it asks for."""
    buffer = (raw.FPDF_WCHAR * (min(ask(None, 0), 2 * LONGEST) // 2 + 1))()
    ask(buffer, ctypes.sizeof(buffer))
    return bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0]


def _write_lines(
    text: str, x0: float, x1: float, low: float, high: float, turn: int
) -> Iterator[Run]:
    """Yield one run a line, from the top of the rectangle down; a single line is at its foot."""
    lines = text.splitlines()
    pitch = (high - low) / len(lines)
    size = min(TALLEST, max(SMALLEST, pitch))
    for number, line in enumerate(lines):
        baseline = high - (number + 1) * pitch + BASELINE * pitch
        yield Run(line, x0, x1, baseline, size, turn, False, False, LINE_END)
