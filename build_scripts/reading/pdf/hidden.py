"""Find words that a page holds and does not show: text under boxes, white and invisible text.

A box that is drawn over words leaves them in the file. Geometry finds cheaply what may be hidden:
words within a filled shape or a picture, words of a colour near white, words that PDF itself calls
invisible, words of a layer, words that a clipping path cuts. The page's own picture decides: where
a hidden word is, one colour is seen. So a highlighter's stroke, a table's shading and the text
layer that OCR puts over a scan are no redactions, whatever lies above what. Words beyond the page's
edge are hidden too.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from build_scripts.reading.pdf.drawn_page import Box, PagePicture, box_run, draw_picture, has_bomb
from build_scripts.reading.pdf.pdfium_calls import HANDLE, INDEX, address_of, bind
from build_scripts.reading.pdf.runs import LINE_END, Run

count_objects = bind(raw.FPDFPage_CountObjects, ctypes.c_int, HANDLE)
get_page_object = bind(raw.FPDFPage_GetObject, HANDLE, HANDLE, INDEX)
get_type = bind(raw.FPDFPageObj_GetType, ctypes.c_int, HANDLE)
get_render_mode = bind(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, HANDLE)
get_fill = bind(raw.FPDFPageObj_GetFillColor, ctypes.c_int, HANDLE, *[HANDLE] * 4)
get_draw_mode = bind(raw.FPDFPath_GetDrawMode, ctypes.c_int, HANDLE, HANDLE, HANDLE)
get_stroke_width = bind(raw.FPDFPageObj_GetStrokeWidth, ctypes.c_int, HANDLE, HANDLE)
has_transparency = bind(raw.FPDFPageObj_HasTransparency, ctypes.c_int, HANDLE)
count_segments = bind(raw.FPDFPath_CountSegments, ctypes.c_int, HANDLE)
count_marks = bind(raw.FPDFPageObj_CountMarks, ctypes.c_int, HANDLE)
get_mark = bind(raw.FPDFPageObj_GetMark, HANDLE, HANDLE, ctypes.c_ulong)
get_mark_name = bind(
    raw.FPDFPageObjMark_GetName, ctypes.c_int, HANDLE, HANDLE, ctypes.c_ulong, HANDLE
)
get_bounds = bind(raw.FPDFPageObj_GetBounds, ctypes.c_int, HANDLE, *[HANDLE] * 4)
get_clip = bind(raw.FPDFPageObj_GetClipPath, HANDLE, HANDLE)
count_clip_paths = bind(raw.FPDFClipPath_CountPaths, ctypes.c_int, HANDLE)
count_clip_segments = bind(raw.FPDFClipPath_CountPathSegments, ctypes.c_int, HANDLE, INDEX)
get_clip_segment = bind(raw.FPDFClipPath_GetPathSegment, HANDLE, HANDLE, INDEX, INDEX)
get_point = bind(raw.FPDFPathSegment_GetPoint, ctypes.c_int, HANDLE, HANDLE, HANDLE)

LAYER = "OC\0".encode("utf-16-le")  # the mark of what belongs to a layer (ISO 32000-1, 8.11.3.2)
LEAST_SIDE = 3.0  # points: thinner shapes are rules
WHOLE_PAGE = 0.6  # of its area: a picture of that size is a scan, or paper
PALE = 600  # of 765: the sum of red, green and blue of text that white paper hides
DARK = 120  # of 765, of a bar
OPAQUE = 255
CORNERS = (3, 6)  # segments of a rectangle's path
INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
RISE = 0.55  # of the size: letters without ascenders reach so high
FOOT = 0.05  # of the size: the middle of a word, where its ink is, begins so high
INSET = 0.1  # of a word's width, at both ends: boxes may end within a letter
SMALLEST = 1.0  # points: print of this size is a line of dots, if that
NARROWEST = 0.02  # of the size, a character: nobody can tell it from a stroke
BEYOND = 2.0  # points that the middle of a word lies off the page
MOST_SUSPECT = 1000  # shapes of a page that are held against each of its words
REDACTED = "[redacted]"
SHAPES = frozenset(
    getattr(raw, f"FPDF_ANNOT_{kind}")
    for kind in "SQUARE CIRCLE POLYGON INK LINE HIGHLIGHT".split()
)
"""Annotations that people draw over words."""


@dataclass(frozen=True, slots=True)
class DrawnOver:
    """Areas that annotations cover: `marked` by a redaction never applied, `drawn` over words.
    `picture` is the page with the drawn ones.
    """

    marked: tuple[Box, ...] = ()
    drawn: tuple[Box, ...] = ()
    picture: PagePicture | None = None


def list_covers(document: pdfium.PdfDocument, page: pdfium.PdfPage, index: int) -> DrawnOver:
    """Read what annotations cover, before those without words leave page `index`."""
    marked, drawn = [], []
    for place in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, place)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            corners = raw.FS_RECTF()
            if raw.FPDFAnnot_GetRect(annotation, corners):
                box = Box(corners.left, corners.bottom, corners.right, corners.top)
                if kind == raw.FPDF_ANNOT_REDACT:
                    marked.append(box)
                elif kind in SHAPES:
                    drawn.append(box)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    if drawn and has_bomb(page):  # it can't be looked at: what is drawn over words hides them
        return DrawnOver((*marked, *drawn), (), None)
    picture = None
    if drawn:  # on a copy of the page: drawing gives notes a picture that they do not have
        with closing(pdfium.PdfDocument.new()) as apart:
            apart.import_pages(document, [index])
            picture = draw_picture(apart[0])
    return DrawnOver(tuple(marked), tuple(drawn), picture)


class Shapes(NamedTuple):
    """The boxes of what a page draws.

    `covers` are shapes and pictures that may cover words, and words in disguise, each with whether
    it is one of words; `dark` are dark filled rectangles, `rules` thin level shapes.
    """

    covers: list[tuple[Box, bool]]
    dark: list[Box]
    rules: list[Box]


def list_shapes(page: pdfium.PdfPage) -> Shapes:
    """Return what a page draws, from one walk over its objects."""
    return _Objects(page).list_shapes()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Places in a page's runs of words that the page does not show.

    Nothing covers the `unseen` ones: they are white, or set to be invisible.
    """

    places: tuple[int, ...] = ()
    unseen: frozenset[int] = frozenset()


def find_hidden(
    page: pdfium.PdfPage, runs: Sequence[Run], over: DrawnOver, shapes: Shapes
) -> Hidden:
    """Return what the page does not show of `runs`. Slanted words are not examined."""
    covers = [box for box, _ in shapes.covers]
    boxes = {
        place: box_run(run, -FOOT, RISE, INSET)
        for place, run in enumerate(runs)
        if run.turn in range(4) and _holds_word(run)
    }
    left, bottom, right, top = page.get_bbox()
    area = Box(left - BEYOND, bottom - BEYOND, right + BEYOND, top + BEYOND)
    hidden = [
        place
        for place, box in boxes.items()
        if not _is_within(box, [area])
        or (run := runs[place]).size < SMALLEST
        or run.x1 - run.x0 < NARROWEST * run.size * len(run.text)
    ]
    if not (covers or over.marked or over.drawn):
        return Hidden(tuple(hidden), frozenset(hidden))
    hidden += [place for place, box in boxes.items() if _is_within(box, over.marked)]
    if over.picture is not None:
        hidden += [
            place
            for place, box in boxes.items()
            if _is_within(box, over.drawn) and not over.picture.shows(box)
        ]
    many = len(covers) > MOST_SUSPECT  # a drawing, or a map: every word is looked at
    suspects = [place for place, box in boxes.items() if many or _is_within(box, covers)]
    if suspects and has_bomb(page):
        hidden += suspects
    elif suspects:
        picture = draw_picture(page)
        hidden += [place for place in suspects if not picture.shows(boxes[place])]
    lying_over = [
        *(box for box, is_text in shapes.covers if not is_text),
        *over.marked,
        *over.drawn,
    ]
    places = tuple(sorted(set(hidden)))
    return Hidden(places, frozenset(p for p in places if not _is_within(boxes[p], lying_over)))


def _holds_word(run: Run) -> bool:
    return any(character.isalnum() for character in run.text)


def black_out(runs: Sequence[Run], hidden: Hidden) -> list[Run]:
    """Return the runs with "[redacted]" in place of each stretch of hidden ones on a line.

    Without it a sentence would read as the judge never wrote it. Unseen words that fill their line,
    as programs for signing leave, are in no sentence: they get none.
    """
    shown: list[Run] = []
    covered = frozenset(hidden.places)
    starts = [place for place, run in enumerate(runs) if not place or run.before == LINE_END]
    for line in (range(start, end) for start, end in pairwise((*starts, len(runs)))):
        words = {place for place in line if _holds_word(runs[place])}
        if words and hidden.unseen >= words:
            continue
        for place in line:
            run = runs[place]
            if place not in covered:
                shown.append(run)
            elif place > line[0] and place - 1 in covered:
                shown[-1] = replace(shown[-1], x1=max(shown[-1].x1, run.x1))
            else:
                shown.append(replace(run, text=REDACTED))
    return shown


def leave_out(runs: Sequence[Run], hidden: Hidden) -> list[Run]:
    """Return the runs that the page shows."""
    covered = frozenset(hidden.places)
    return [run for place, run in enumerate(runs) if place not in covered]


class _Objects:
    """Examines the objects of one page; holds the buffers that PDFium writes to."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = address_of(page.raw)
        self._area = page.get_width() * page.get_height()
        self._colour = (ctypes.c_uint * 4)()
        self._colour_at = _list_addresses(self._colour)
        self._corners = (ctypes.c_float * 4)()
        self._corners_at = _list_addresses(self._corners)
        self._mode = (ctypes.c_int * 2)()
        self._mode_at = _list_addresses(self._mode)
        self._name = (ctypes.c_char * len(LAYER))()
        self._name_at = ctypes.addressof(self._name)
        self._length = ctypes.c_ulong()
        self._length_at = ctypes.addressof(self._length)

    def list_shapes(self) -> Shapes:
        shapes = Shapes([], [], [])
        for index in range(count_objects(self._page)):
            item = get_page_object(self._page, index)
            if not item:
                continue
            kind = get_type(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                if self._is_unseen(item) or self._is_clipped(item):
                    shapes.covers.append((self._measure(item), True))
                continue
            is_path = kind == raw.FPDF_PAGEOBJ_PATH
            box = self._measure(item)
            wide, high = box.right - box.left, box.top - box.bottom
            if is_path and high < LEAST_SIDE <= wide:
                shapes.rules.append(box)
            filled = not is_path or self._is_filled(item)
            if not filled and not self._is_broad(item):
                continue
            small = wide * high < WHOLE_PAGE * self._area
            if min(wide, high) >= LEAST_SIDE and (small or kind == raw.FPDF_PAGEOBJ_FORM):
                shapes.covers.append((box, False))
            shaped = is_path and filled and CORNERS[0] <= count_segments(item) <= CORNERS[1]
            if shaped and self._is_dark(item):
                shapes.dark.append(box)
        return shapes

    def _is_dark(self, item: int) -> bool:
        known = get_fill(item, *self._colour_at)
        return bool(known) and sum(self._colour[:3]) <= DARK and self._colour[3] == OPAQUE

    def _is_unseen(self, item: int) -> bool:
        if get_render_mode(item) in INVISIBLE or self._is_of_layer(item) or has_transparency(item):
            return True
        return bool(get_fill(item, *self._colour_at)) and sum(self._colour[:3]) >= PALE

    def _is_clipped(self, item: int) -> bool:
        """Return whether a clipping path may cut the item's words off (ISO 32000-1, 8.5.4)."""
        clip = get_clip(item)
        paths = count_clip_paths(clip) if clip else -1
        if paths <= 0:
            return paths == 0  # it is made of letters
        box = self._measure(item)
        middle = (box.bottom + box.top) / 2
        for index in range(paths):
            segments = count_clip_segments(clip, index)
            if not CORNERS[0] <= segments <= CORNERS[1]:
                return True  # no rectangle: only the page's picture tells
            points = [self._locate(clip, index, corner) for corner in range(segments)]
            across, up = [x for x, _ in points], [y for _, y in points]
            if (
                box.left < min(across) - BEYOND
                or box.right > max(across) + BEYOND
                or not min(up) <= middle <= max(up)
            ):
                return True
        return False

    def _locate(self, clip: int, index: int, corner: int) -> tuple[float, float]:
        segment = get_clip_segment(clip, index, corner)
        get_point(segment, *self._corners_at[:2])
        return self._corners[0], self._corners[1]

    def _is_of_layer(self, item: int) -> bool:
        for index in range(count_marks(item)):
            mark = get_mark(item, index)
            length = ctypes.sizeof(self._name)
            if (
                mark
                and get_mark_name(mark, self._name_at, length, self._length_at)
                and self._length.value == length
                and bytes(self._name) == LAYER
            ):
                return True
        return False

    def _is_filled(self, item: int) -> bool:
        known = get_draw_mode(item, *self._mode_at)
        return not known or self._mode[0] != raw.FPDF_FILLMODE_NONE

    def _is_broad(self, item: int) -> bool:
        """Return whether a path is drawn with a stroke that may cover words."""
        known = get_stroke_width(item, self._corners_at[0])
        return bool(known and self._mode[1]) and self._corners[0] >= LEAST_SIDE

    def _measure(self, item: int) -> Box:
        if not get_bounds(item, *self._corners_at):
            return Box(0.0, 0.0, 0.0, 0.0)
        return Box(*self._corners)


def _list_addresses(buffer: "ctypes.Array[Any]") -> list[int]:
    size = ctypes.sizeof(buffer) // len(buffer)
    return [ctypes.addressof(buffer) + size * place for place in range(len(buffer))]


def _is_within(box: Box, others: Sequence[Box]) -> bool:
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return any(other.holds(x, y) for other in others)


def list_words(runs: Sequence[Run], hidden: Hidden) -> Iterator[str]:
    """Yield hidden words; adjacent ones are joined."""
    words: list[str] = []
    last = -2
    for place in hidden.places:
        if place != last + 1 and words:
            yield "".join(words).strip()
            words = []
        words.append(f"{' ' if runs[place].before else ''}{runs[place].text}")
        last = place
    if words:
        yield "".join(words).strip()
