"""The order's lines as they came, with the words masked that were removed from its text.

A character of the running text has its line, not its column: its letters are searched for in the
line. If they are not found as expected, more is masked rather than less.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from build_scripts.model.clean_order import Block, Removal
from build_scripts.model.redaction import MASK
from build_scripts.model.source_text import SourcePage
from build_scripts.model.text.folding import normalize_with_offsets
from build_scripts.redacting.cuts import Cut

LinePlace = tuple[int, int]  # page, line; the page is 0 if the form has no pages of its own
Columns = tuple[int, int]


class SourceLines:
    """The lines of an order's pages, found by the places that cleaning gives."""

    def __init__(self, pages: Sequence[SourcePage]) -> None:
        self._pages = pages
        self._one_page = len(pages) == 1  # cleaning may have found several pages in it
        self._texts = {
            self.place(page.number, line.number): line.text for page in pages for line in page.lines
        }
        self.masked: dict[LinePlace, list[Columns]] = {}

    def place(self, page: int, line: int) -> LinePlace:
        """Return the key of a line here."""
        return (0 if self._one_page else page, line)

    def mask_block(self, block: Block, cuts: Sequence[Cut]) -> None:
        """Mask the text of cuts in the lines of a block; they ascend and do not overlap."""
        ends = [place.offset for place in block.places[1:]] + [len(block.text)]
        first = 0
        for place, end in zip(block.places, ends, strict=True):
            while first < len(cuts) and cuts[first].end <= place.offset:
                first += 1
            pieces = []
            for cut in islice(cuts, first, None):
                if cut.start >= end:
                    break
                start, stop = max(cut.start, place.offset), min(cut.end, end)
                pieces.append((start - place.offset, stop - place.offset))
            if pieces:
                stretch = block.text[place.offset : end]
                self._mask_pieces(self.place(place.page, place.line), stretch, pieces)

    def mask_columns(self, place: LinePlace, start: int, end: int) -> None:
        """Mask characters of a line."""
        self.masked.setdefault(place, []).append((start, end))

    def mask_line(self, page: int, line: int) -> None:
        """Mask a whole line."""
        place = self.place(page, line)
        self.mask_columns(place, 0, len(self._texts.get(place, "")))

    def list_texts(self) -> Iterator[tuple[LinePlace, str]]:
        """Yield each line that is not empty, with its place."""
        return ((place, text) for place, text in self._texts.items() if text.strip())

    def write_pages(self) -> tuple[SourcePage, ...]:
        """Return the pages with all masks drawn; pages without any are the same objects."""
        pages = []
        for page in self._pages:
            places = (self.place(page.number, line.number) for line in page.lines)
            lines = tuple(
                line._replace(text=mask_columns(line.text, columns)) if columns else line
                for line, columns in zip(page.lines, map(self.masked.get, places), strict=True)
            )
            pages.append(page if lines == page.lines else replace(page, lines=lines))
        return tuple(pages)

    def mask_removal(self, removal: Removal) -> Removal:
        """Return the removal with the same characters masked that are masked in its line."""
        if removal.start is None:
            return removal
        columns = self.masked.get(self.place(removal.page, removal.line), ())
        moved = [(start - removal.start, end - removal.start) for start, end in columns]
        return removal._replace(text=mask_columns(removal.text, moved))

    def _mask_pieces(self, place: LinePlace, stretch: str, pieces: Sequence[Columns]) -> None:
        """Mask pieces of the range of running text that a line, or a part of it, became."""
        text = self._texts.get(place)
        if text is None:
            return
        letters, columns = normalize_with_offsets(text)
        wanted, offsets = normalize_with_offsets(stretch)
        at = letters.find(wanted)
        known = at >= 0 and letters.find(wanted, at + 1) < 0
        for start, end in pieces:
            first, last = bisect_left(offsets, start), bisect_left(offsets, end)
            if first == last:
                continue
            length = last - first
            found = [at + first] if known else list(_find_all(letters, wanted[first:last]))
            if not found:  # a mark is within the word: the whole line
                self.mask_columns(place, 0, len(text))
            for begin in found:
                ends = (columns[begin], columns[begin + length - 1] + 1)
                self.mask_columns(place, *_take_signs(text, *ends, stretch[start:end].strip()))


def mask_columns(text: str, columns: Iterable[Columns]) -> str:
    """Return `text` with every non-blank character of the columns masked."""
    characters = list(text)
    for start, end in columns:
        for column in range(max(0, start), min(end, len(characters))):
            if not characters[column].isspace():
                characters[column] = MASK
    return "".join(characters)


def _take_signs(text: str, start: int, end: int, words: str) -> Columns:
    """Widen columns by the punctuation with which words begin and end: "(702", "ada@"."""
    for sign in reversed(words[: _count_signs(words)]):
        start -= start > 0 and text[start - 1] == sign
    for sign in words[len(words) - _count_signs(words[::-1]) :]:
        end += end < len(text) and text[end] == sign
    return start, end


def _count_signs(words: str) -> int:
    """Return how many characters precede the first letter or digit."""
    return next((at for at, character in enumerate(words) if character.isalnum()), 0)


def _find_all(letters: str, wanted: str) -> Iterator[int]:
    at = letters.find(wanted)
    while at >= 0:
        yield at
        at = letters.find(wanted, at + 1)
