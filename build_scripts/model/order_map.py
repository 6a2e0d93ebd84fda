"""Where each character of an order was printed: page, sheet, line, note, paragraph and block."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from build_scripts.model.text.pattern import Pattern

if TYPE_CHECKING:
    from build_scripts.model.clean_order import Block, CleanOrder, Footnote, Part

_SIGNS = frozenset("*†‡§¶")
_LONGEST_KEY = 20  # characters of a label


class OrderPlace(NamedTuple):
    """The place of a character; "" and 0 mean that there is none.

    `block` counts the blocks, those of footnotes last. `page` is the page number to cite, `sheet`
    counts the file's pages. `line` counts the lines of the sheet, or of a file without pages;
    `printed_line` is the number printed next to it. `note` is the footnote's label. `anchor` names
    the paragraph or the footnote on the order's page.
    """

    block: int
    page: str
    sheet: int
    line: int
    printed_line: int
    note: str
    anchor: str

    @property
    def words(self) -> str:
        """Return page and note: "page 4, note 3"."""
        page = f"page {self.page}" if self.page else f"sheet {self.sheet}" if self.sheet else ""
        return ", ".join(filter(None, (page, f"note {self.note}" if self.note else "")))


class WalkedBlock(NamedTuple):
    """A block of a run, its offset in the reading text, its anchor on the order's page, and the key
    of the footnote that each of its marks leads to.
    """

    offset: int
    block: "Block"
    anchor: str
    mark_keys: tuple[str | None, ...]


class Run(NamedTuple):
    """The blocks of the order itself, of a `part`, or a `note`; `key` is that of a marked note."""

    blocks: Sequence[WalkedBlock]
    part: "Part | None" = None
    note: "Footnote | None" = None
    key: str = ""


class OrderMap:
    """The map of one order's reading text.

    `located` has all blocks, the footnotes' last, each with its offset in the reading text. `notes`
    has the footnote's label of each block, `anchors` the anchor of each block on the order's page
    ("p-12", "fn:1"), "" for none. `is_paged` is true if the order's form has pages, or the text
    marks where pages begin.
    """

    def __init__(self, clean: "CleanOrder") -> None:
        self._clean = clean
        blocks = (*clean.blocks, *(block for note in clean.footnotes for block in note.blocks))
        located: list[tuple[int, Block]] = []
        offset = 0
        for block in blocks:
            located.append((offset, block))
            offset += len(block.text) + 2
        self.located = tuple(located)
        self.notes = ("",) * len(clean.blocks) + tuple(
            note.label for note in clean.footnotes for _ in note.blocks
        )
        # Text that another tool made from a PDF: its pages are known only from stamps.
        self.is_paged = clean.page_count > 0 or any(block.page_marks for block in blocks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return the offset of each block."""
        return tuple(offset for offset, _ in self.located)

    @cached_property
    def page_marks(self) -> tuple[tuple[int, int], ...]:
        """Return the offset and the sheet of each mark where a page begins, notes' marks last."""
        return tuple(
            (offset + mark.offset, mark.page)
            for offset, block in self.located
            for mark in block.page_marks
        )

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Return the number of each block of the body among its paragraphs, 0 for other blocks."""
        numbers, last = [], 0
        for block in self._clean.blocks:
            last += block.kind.is_paragraph
            numbers.append(last if block.kind.is_paragraph else 0)
        return tuple(numbers)

    @cached_property
    def paragraphs(self) -> dict[int, int]:
        """Return the paragraph numbers that the court printed ("¶ 12"), by block."""
        return number_paragraphs([block.text for block in self._clean.blocks])

    @cached_property
    def note_keys(self) -> tuple[str, ...]:
        """Return the key of each footnote: its label ("14", "*"), of a label's second "1~2"."""
        keys: dict[str, None] = {}
        met: Counter[str] = Counter()
        for note in self._clean.footnotes:
            met[note.label] += 1
            signs = (sign for sign in note.label if sign.isalnum() or sign in _SIGNS)
            label = "".join(signs)[:_LONGEST_KEY] or "note"
            key = label if met[note.label] == 1 else f"{label}~{met[note.label]}"
            while key in keys:
                key += "~"
            keys[key] = None
        return tuple(keys)

    @cached_property
    def mark_keys(self) -> tuple[tuple[str | None, ...], ...]:
        """Return the key of the footnote that each mark of each block leads to; None for no note.

        The marks of a label lead to its notes in turn, further ones to the last.
        """
        by_label: dict[str, list[str]] = {}
        for note, key in zip(self._clean.footnotes, self.note_keys, strict=True):
            by_label.setdefault(note.label, []).append(key)
        met: Counter[str] = Counter()

        def next_key(label: str) -> str | None:
            met[label] += 1
            keys = by_label.get(label)
            return keys[min(met[label], len(keys)) - 1] if keys else None

        return tuple(
            tuple(next_key(mark.label) for mark in block.footnote_marks)
            for _, block in self.located
        )

    @cached_property
    def marked_keys(self) -> frozenset[str | None]:
        """Return the keys of footnotes that have a mark in the text."""
        return frozenset(key for keys in self.mark_keys for key in keys)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """Return the anchor of each block; captions, tables and notes without a mark have none."""
        anchors = [f"p-{number}" if number else "" for number in self.numbers]
        for note, key in zip(self._clean.footnotes, self.note_keys, strict=True):
            anchors += [f"fn:{key}" if key in self.marked_keys else ""] * len(note.blocks)
        return tuple(anchors)

    def walk(self) -> Iterator[Run]:
        """Yield all blocks in reading order: the order itself, its parts, its footnotes."""
        blocks, parts = len(self._clean.blocks), self._clean.parts
        walked = [
            WalkedBlock(*place, anchor, keys)
            for place, anchor, keys in zip(self.located, self.anchors, self.mark_keys, strict=True)
        ]
        bounds = pairwise((0, *(part.first for part in parts), blocks))
        for part, (first, end) in zip((None, *parts), bounds, strict=True):
            yield Run(walked[first:end], part)
        first = blocks
        for note, key in zip(self._clean.footnotes, self.note_keys, strict=True):
            end = first + len(note.blocks)
            yield Run(walked[first:end], None, note, key if key in self.marked_keys else "")
            first = end

    def find_block(self, offset: int) -> int:
        """Return the index of the block with the character at `offset` of the reading text."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def find_line(self, offset: int) -> tuple[int, int]:
        """Return the sheet and the line of the character at `offset`; (1, 0) if they are unknown.

        A form without pages counts the pages that cleaning found.
        """
        start, block = self.located[self.find_block(offset)]
        return block.find_line(offset - start)

    def place(self, offset: int) -> OrderPlace:
        """Return the place of the character at `offset` of the reading text."""
        block = self.find_block(offset)
        return self.place_in(block, offset - self.starts[block] if self.starts else 0)

    def place_in(self, block: int, offset: int) -> OrderPlace:
        """Return the place of the character at `offset` of a block."""
        if not self.located:
            return OrderPlace(0, "", 0, 0, 0, "", "")
        printed = self.located[block][1].find_place(offset)
        known = self.notes[block], self.anchors[block]
        if printed is None:
            return OrderPlace(block, "", 0, 0, 0, *known)
        sheet = printed.page if self.is_paged else 0
        page = self._clean.label_page(sheet) if sheet else ""
        return OrderPlace(block, page, sheet, printed.line, printed.printed_line or 0, *known)


def label_of_key(key: str) -> str:
    """Return the printed label of a footnote's key."""
    return key.split("~", 1)[0]


NUMBERED = Pattern(
    r"(?:\*{1,2}\d{1,5}\s?)?(?:[\[{(]\s?(?:¶\s?)?|¶\s?)(?P<number>\d{1,4})"
    r"\s?[\]})]?[.:]?(?=\s|[A-Z“\"]|$)",
    accepts=["¶ 12 The", "¶12. The", "{¶ 12} The", "[¶12] The", "{12} The", "[12]   The",
             "*426¶ 1 The"],
    refuses=["12. The", "¶¶ 12-14", "12 The", "[12a]"],
    by="match",
)  # fmt: skip
FEWEST = 3


def number_paragraphs(texts: Sequence[str]) -> dict[int, int]:
    """Return the printed number of each text that has one, if the numbers count up from 1."""
    numbers: dict[int, int] = {}
    expected = 1
    for index, text in enumerate(texts):
        match = NUMBERED.match(text)
        if match and int(match["number"]) == expected:
            numbers[index] = expected
            expected += 1
    return numbers if len(numbers) >= FEWEST else {}
