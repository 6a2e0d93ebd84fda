"""Find the front of an order: the text before its first paragraph of prose."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from build_scripts.describing.run_together import is_caption_run, split_head
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.description import Span
from build_scripts.model.text.pattern_table import read_patterns

T = TypeVar("T")

# No caption seen so far ran longer, not even a consolidated one.
MOST_BLOCKS = 60
_MOST_LINES = 120

_PROSE_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
_SENTENCES, _PROSE_REACH = 3, 2000  # … in the first characters
_FEWEST_PROSE_WORDS = 12
_LONGEST_PAGE = 6000  # of a report, in characters
_PATTERNS = read_patterns(__package__, "opening.toml")
NOTICE = _PATTERNS.NOTICE


@dataclass(frozen=True, slots=True)
class LocatedBlock:
    """A block and its offset in the reading text."""

    offset: int
    block: Block

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text

    @property
    def kind(self) -> BlockKind:
        """The block's kind."""
        return self.block.kind

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return characters `start` to `end` of the block, as a span of the reading text."""
        stop = len(self.text) if end is None else end
        return Span(self.offset + start, self.offset + stop)


def keep_for_order(make: Callable[[CleanOrder], T]) -> Callable[[CleanOrder], T]:
    """Keep what `make` returned of the order at hand, which several fields ask for.

    The order is known by its identity: comparing two orders reads all their text.
    """
    kept: list[tuple[CleanOrder, T]] = []

    @wraps(make)
    def make_once(clean: CleanOrder) -> T:
        if not kept or kept[0][0] is not clean:
            kept[:] = [(clean, make(clean))]
        return kept[0][1]

    return make_once


@keep_for_order
def locate_body(clean: CleanOrder) -> tuple[LocatedBlock, ...]:
    """Return the order's own blocks, each with its offset; a run-together head in its pieces.

    Footnotes and the parts after the order's text (dissents, attachments) are left out.
    """
    # A paper that is an attachment from its first line on has a text all the same.
    end = next((part.first for part in clean.parts if part.first), len(clean.blocks))
    located = clean.map.located[:end]
    head, body = located[:MOST_BLOCKS], located[MOST_BLOCKS:]
    return (
        *(
            LocatedBlock(offset + start, piece)
            for offset, block in head
            for start, piece in split_head(block)
        ),
        *(LocatedBlock(offset, block) for offset, block in body),
    )


@keep_for_order
def find_opening(clean: CleanOrder) -> tuple[LocatedBlock, ...]:
    """Return the blocks before the first prose, at most `MOST_BLOCKS`."""
    opening: list[LocatedBlock] = []
    for located in locate_body(clean)[:MOST_BLOCKS]:
        if is_prose(located.block):
            break
        opening.append(located)
    return tuple(opening)


@keep_for_order
def list_printed_lines(clean: CleanOrder) -> tuple[LocatedBlock, ...]:
    """Return the first lines as they are printed, each as a block of its own.

    Two columns that were read across are one paragraph; a line of it can still be whole.
    """
    lines: list[LocatedBlock] = []
    for located in locate_body(clean)[:MOST_BLOCKS]:
        lines.extend(split_printed_lines(located))
        if len(lines) >= _MOST_LINES:
            break
    return order_by_row(lines)[:_MOST_LINES]


def order_by_row(lines: Iterable[LocatedBlock]) -> tuple[LocatedBlock, ...]:
    """Return lines in the order of their rows; of a row the parties' column is the left one.

    A caption's columns are blocks one behind the other: what stands above both comes apart.
    """

    def find_row(line: LocatedBlock) -> tuple[int, int, bool]:
        place = line.block.places[0]
        return place.page, place.line, line.kind is not BlockKind.PARTIES

    lines = tuple(lines)
    if not all(line.block.places for line in lines):
        return lines
    return tuple(sorted(lines, key=find_row))


def split_printed_lines(located: LocatedBlock) -> Iterator[LocatedBlock]:
    """Yield the first printed lines of a block, each as a block."""
    places = located.block.places[: _MOST_LINES + 1]
    starts = sorted({0, *(place.offset for place in places)})
    for start, end in zip(starts, [*starts[1:], len(located.text)], strict=True):
        # Its own place first.
        behind = sum(place.offset < start for place in places)
        moved = (*places[behind:], *places[:behind])
        piece = Block(located.kind, located.text[start:end].strip(), moved)
        yield LocatedBlock(located.offset + start, piece)


def holds_many_cases(clean: CleanOrder) -> bool:
    """Return whether a paper is a report's page of several cases: no fact of one is the paper's."""
    if clean.blocks and _PATTERNS.MANY_CASES.match(clean.blocks[0].text):
        return True
    text = clean.text[:_LONGEST_PAGE]
    return all(
        len(pattern.findall(text)) > 1 for pattern in (_PATTERNS.PETITIONER, _PATTERNS.PETITION)
    )


@keep_for_order
def join_prose(clean: CleanOrder) -> str:
    """Return the order's paragraphs, quotations and list items: how it spells its words."""
    return "\n".join(block.text for block in clean.blocks if block.kind in _PROSE_KINDS)


def is_prose(block: Block) -> bool:
    """Return whether a block is a paragraph of sentences, by its words as much as by its kind."""
    return block.kind in _PROSE_KINDS and _reads_as_prose(block.text)


@lru_cache(maxsize=1024)  # most fields ask it of most blocks
def _reads_as_prose(text: str) -> bool:
    words = text.split()
    if len(words) < _FEWEST_PROSE_WORDS:
        return False
    # Where lines lost their places, a signature can follow the last sentence.
    several = len(_PATTERNS.SENTENCES.findall(text[:_PROSE_REACH])) >= _SENTENCES
    if not several and not _PATTERNS.SENTENCE_END.search(text):
        return False
    if _PATTERNS.FRONT_LINE.match(text) or is_caption_run(text):
        return False
    lower = sum(word[0].islower() for word in words)
    # "This matter comes before the Court on Plaintiff's Motion …" is prose in many capitals.
    return lower * 2 > len(words) or (
        lower * 5 > len(words) and bool(_PATTERNS.FINITE.search(text))
    )
