"""Rows that pair lines of the source with stretches of the cleaned text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Removal
from build_scripts.model.source_text import SourceLine, SourcePage
from build_scripts.pages.body import CAPTION


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text of a block or a footnote on one page; `label` is a footnote's, "" elsewhere.

    `printed` has the marks of footnotes as printed, `anchor` is the block's on the order's page, ""
    for none.
    """

    text: str
    printed: str
    kind: BlockKind
    label: str
    anchor: str
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Row:
    """Source lines, and the stretches of cleaned text that came from them."""

    lines: tuple[SourceLine, ...]
    stretches: tuple[Stretch, ...]


def pair_pages(clean: CleanOrder, pages: Sequence[SourcePage]) -> dict[int, tuple[Row, ...]]:
    """Cut source and cleaned text into pages, and each page into rows that belong together.

    Every line of the source is in exactly one row, every character of the text in exactly one
    stretch. Blocks whose lines interleave (the two columns of a caption) share a row.
    """
    stretches: dict[int, list[Stretch]] = {}
    for page, stretch in _cut_at_pages(clean):
        stretches.setdefault(page, []).append(stretch)
    return {
        number: tuple(_make_rows(lines, stretches.get(number, [])))
        for number, lines in _page_lines(clean, pages)
    }


def _cut_at_pages(clean: CleanOrder) -> Iterator[tuple[int, Stretch]]:
    for run in clean.map.walk():
        label = run.note.label if run.note else ""
        for one in run.blocks:
            yield from _cut_block(one.block, label, one.anchor)
            label = ""


def _cut_block(block: Block, label: str, anchor: str) -> Iterator[tuple[int, Stretch]]:
    """Yield a block's text page by page; `places` has the start of each printed line's text."""
    starts = [
        index
        for index, place in enumerate(block.places)
        if index == 0 or place.page != block.places[index - 1].page
    ]
    for start, end in pairwise((*starts, len(block.places))):
        places = block.places[start:end]
        until = block.places[end].offset if end < len(block.places) else len(block.text)
        numbers = [place.line for place in places]
        yield (
            places[0].page,
            Stretch(
                block.text[places[0].offset : until],
                _print_marks(block, places[0].offset, until),
                block.kind,
                label if start == 0 else "",
                anchor,
                min(numbers),
                max(numbers),
            ),
        )


def _print_marks(block: Block, start: int, end: int) -> str:
    pieces, done = [], start
    for mark in block.footnote_marks:
        if start < mark.offset <= end:
            pieces += [block.text[done : mark.offset], mark.label]
            done = mark.offset
    return "".join((*pieces, block.text[done:end]))


def _page_lines(
    clean: CleanOrder, pages: Sequence[SourcePage]
) -> Iterator[tuple[int, list[SourceLine]]]:
    """Yield each page's lines; if the form has no pages, by the pages that cleaning found. A line
    that left no word is on the page of the line before it.
    """
    if len(pages) != 1:
        yield from ((page.number, list(page.lines)) for page in pages)
        return
    page_of = {one.line: one.page for one in clean.removals}
    page_of |= {place.line: place.page for _, block in clean.map.located for place in block.places}
    grouped: dict[int, list[SourceLine]] = {}
    page = min(page_of.values(), default=1)
    for line in pages[0].lines:
        page = max(page, page_of.get(line.number, page))
        grouped.setdefault(page, []).append(line)
    yield from grouped.items()


def _make_rows(lines: Sequence[SourceLine], stretches: Sequence[Stretch]) -> Iterator[Row]:
    """Join stretches that share lines, and a caption's; lines between two rows are the upper's."""
    numbers = [line.number for line in lines]  # ascending
    bands: list[tuple[int, list[Stretch]]] = []  # last line, stretches
    for stretch in sorted(stretches, key=lambda one: one.first_line):
        if bands and (
            stretch.first_line <= bands[-1][0]
            or (stretch.kind in CAPTION and bands[-1][1][-1].kind in CAPTION)
        ):
            last, members = bands[-1]
            members.append(stretch)
            bands[-1] = (max(last, stretch.last_line), members)
        else:
            bands.append((stretch.last_line, [stretch]))
    begins = [members[0].first_line for _, members in bands]
    if not begins or (lines and lines[0].number < begins[0]):
        # Lines above the first words: a stamp, a running head.
        top = tuple(line for line in lines if not begins or line.number < begins[0])
        if any(line.text.strip() for line in top):
            yield Row(top, ())
    for (_, members), start, end in zip(
        bands, begins, (*begins[1:], None) if begins else (), strict=True
    ):
        first = bisect_left(numbers, start)
        after = len(numbers) if end is None else bisect_left(numbers, end)
        yield Row(tuple(lines[first:after]), tuple(members))


def index_removals(removals: Sequence[Removal]) -> dict[tuple[int, int], list[Removal]]:
    """Return the removals of each line, by page and line, from left to right."""
    found: dict[tuple[int, int], list[Removal]] = {}
    for removal in sorted(removals, key=lambda one: one.start or 0):
        if removal.start is not None:
            found.setdefault((removal.page, removal.line), []).append(removal)
    return found
