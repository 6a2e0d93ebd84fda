"""An order without page furniture: blocks of prose, footnotes, and a record of removed words."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from build_scripts.model.order_map import OrderMap
from build_scripts.model.source_text import CellSpan, StyleSpan
from build_scripts.model.text.garbled import UNMAPPED

MOST_GARBLED = 0.05  # of the characters of an order whose rulings are stated


class BlockKind(StrEnum):
    """The role of a block. The caption's parts come first in an order, in this order."""

    COURT = "court"  # the court as the caption prints it, division included; one block per line
    PARTIES = "parties"  # the caption's party side: names, roles, "v."
    DOCKET = "docket"  # "Case No. 5:17-cv-02540-HRL"; one block per docket line
    TITLE = "title"  # the order's printed title, joined to one line
    REFERENCE = "reference"  # "Re: Dkt. No. 7": what the order rules on
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE = "table"  # rows of cells, `Block.rows`; the text is all cells, separated by blanks
    CENTRED = "centred"  # a centred or separate line that is no heading ("Argued … Decided …")
    SIGNATURE = "signature"  # date line, signature, the judge's name and office; one block per line

    @property
    def is_paragraph(self) -> bool:
        """Return whether readers call such a block a paragraph: it has an anchor, `#p-12`."""
        return self in _PARAGRAPHS


_PARAGRAPHS = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}
)


class Place(NamedTuple):
    """Where the text from `offset` of a block on was printed; pages count from 1. A named tuple,
    like every type here of which an order has thousands: a third of the time.
    """

    offset: int
    page: int
    line: int  # SourceLine.number
    printed_line: int | None = None  # the pleading line number next to it


class PageNumbers(StrEnum):
    """The numbers by which an order's pages are cited."""

    PRINTED = "printed"  # the printed ones, a report's star pages among them
    STAMPED = "stamped"  # the count of the stamp of electronic filing: nothing else is printed
    COUNTED = "counted"  # nothing is printed: the count of its sheets, or of what cleaning found
    RESTARTING = "restarting"  # printed numbers restart within the file, so sheets are counted


@dataclass(frozen=True, slots=True)
class PageMark:
    """Page `page`, counted in sheets if the form has them, begins at `offset` of the block."""

    offset: int
    page: int


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote mark was at `offset` of the block; the text itself no longer contains it."""

    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of running text.

    `text` is a single line without line breaks, furniture or footnote marks; all offsets count
    its characters. `places` starts at offset 0 and ascends. Styles do not overlap page marks or
    footnote marks by more than their offset.
    """

    kind: BlockKind
    text: str
    places: tuple[Place, ...]
    level: int = 0  # of a heading: 1 is the outermost
    styles: tuple[StyleSpan, ...] = ()
    page_marks: tuple[PageMark, ...] = ()
    footnote_marks: tuple[FootnoteMark, ...] = ()
    rows: tuple[tuple[CellSpan, ...], ...] = ()  # of a table; cells ascend, empty ones included

    def find_place(self, offset: int) -> Place | None:
        """Return where the character at `offset` was printed, or None if no place is known."""
        at = bisect_right(self.places, offset, key=lambda place: place.offset) - 1
        return self.places[max(at, 0)] if self.places else None

    def find_line(self, offset: int) -> tuple[int, int]:
        """Return the page and the line of the character at `offset`; (1, 0) if they are unknown."""
        place = self.find_place(offset)
        return (place.page, place.line) if place else (1, 0)

    def change_text(
        self, text: str, move: Callable[[int], int], move_end: Callable[[int], int] | None = None
    ) -> "Block":
        """Return the block with another text; `move` gives the new place of each offset, `move_end`
        of the ends of styles. Styles that became empty are dropped.
        """
        end = move_end or move
        styles = (StyleSpan(s.style, move(s.start), end(s.end)) for s in self.styles)
        return replace(
            self,
            text=text,
            places=tuple(
                Place(move(p.offset), p.page, p.line, p.printed_line) for p in self.places
            ),
            styles=tuple(span for span in styles if span.start < span.end),
            page_marks=tuple(PageMark(move(mark.offset), mark.page) for mark in self.page_marks),
            footnote_marks=tuple(
                FootnoteMark(move(mark.offset), mark.label) for mark in self.footnote_marks
            ),
            rows=tuple(
                tuple(CellSpan(move(cell.start), move(cell.end)) for cell in row)
                for row in self.rows
            ),
        )


class PartKind(StrEnum):
    """The kind of a part that follows the order's own text."""

    CONCURRENCE = "concurrence"
    DISSENT = "dissent"
    CONCURRENCE_AND_DISSENT = "concurrence and dissent in part"
    STATEMENT = "statement"  # respecting a denial, or the Court's disposition of a case
    APPENDIX = "appendix"
    ATTACHMENT = "attachment"  # another docket document in the same file: 22-1
    OTHER_CASE = "other case"  # in a law report, of the page on which the order begins or ends
    FORM = "form"  # a blank form, printed for others to fill in


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks `first` up to, not including, `end`: a separate writing after the order's text.

    The blocks before the first part are the order itself. Parts ascend and do not overlap.
    """

    kind: PartKind
    first: int
    end: int
    author: str | None = None  # as printed: "Silberman, Circuit Judge"
    document_number: str | None = None  # of an attachment's stamp: "22-1"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its label as printed ("1", "*"), its blocks, and whether its mark was found."""

    label: str
    blocks: tuple[Block, ...]
    tied: bool

    @property
    def text(self) -> str:
        """Return its blocks' text, separated by blank lines."""
        return "\n\n".join(block.text for block in self.blocks)


class RemovalReason(StrEnum):
    """The reason why words were removed from the page."""

    LINE_NUMBER = "line number"
    ECF_STAMP = "ECF stamp"
    FILED_STAMP = "filed stamp"
    MARGIN_NAME = "court name in the margin"
    RUNNING_HEAD = "running head"
    PAGE_NUMBER = "page number"
    RULE = "rule"
    MAILING_NOTICE = "notice of electronic mailing"
    EXTRACT_NOTE = "note of the tool that made the file"
    CHROME = "print of a service or program"
    PUBLISHER = "publisher's words"  # a headnote, a synopsis, a key number, a summary
    SPECIMEN_NOTICE = "specimen notice"
    GARBLED = "unreadable characters"  # codes, or letters that form no words
    MARKUP = "markup"
    PRIVATE = "private data"  # the removal's text is its kind, not the words
    WITHHELD = "withheld"  # as above


# A notice of electronic mailing names people and their addresses.
PRIVATE_REASONS = frozenset({RemovalReason.MAILING_NOTICE})


class Removal(NamedTuple):
    """Words that were removed, why, and where; `start` is the column, None for markup."""

    reason: RemovalReason
    text: str
    page: int
    line: int
    start: int | None = None


class PublisherPrint(NamedTuple):
    """The file is a publisher's copy of the order: whose, and where a line states it.

    `unended` is the page and line from which the publisher's words go on into the order's, to an
    unknown end; None if all of them were removed.
    """

    publisher: str
    page: int
    line: int
    unended: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class HyphenJoin:
    """A word broken at a line end, made whole: `left` + "-" | `right` became `joined`."""

    left: str
    right: str
    joined: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class EcfStamp:
    """The content of the electronic filing system's stamp: data after the stamp is removed."""

    docket_number: str
    document_number: str | None
    date_filed: str | None  # as printed: "01/02/25"
    page: int | None
    page_count: int | None


@dataclass(frozen=True)
class CleanOrder:
    """The order, cleaned.

    Reading text: the text of all blocks, then of all footnotes' blocks, separated by blank lines.
    Every span of a later stage counts characters of `reading_text`.
    """

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    removals: tuple[Removal, ...]
    joins: tuple[HyphenJoin, ...]
    stamps: tuple[EcfStamp, ...]  # distinct, in order of appearance
    page_count: int  # pages of a form that has pages; 0 elsewhere
    specimen: bool = False
    mixed_columns: bool = False  # lines hold words of two columns: no sentence is sure
    truncated: bool = False  # the file itself states that it is an extract
    ocr_confidence: float | None = None  # 0-100; None where the text was not recognised
    unread_pages: tuple[int, ...] = ()  # pages that are pictures without readable text
    damaged_pages: tuple[int, ...] = ()  # that can't be drawn to their end
    parts: tuple[Part, ...] = ()
    page_numbers: PageNumbers = PageNumbers.COUNTED
    page_labels: tuple[str, ...] = ()  # by sheet, "" for one without; (): each is its own count
    publisher: PublisherPrint | None = None

    @cached_property
    def garbled_lines(self) -> int:
        """Return how many lines nobody can read."""
        return sum(removal.reason is RemovalReason.GARBLED for removal in self.removals)

    @cached_property
    def is_unreadable(self) -> bool:
        """Return whether so much can't be read that no ruling is to be stated."""
        garbled = (r.text for r in self.removals if r.reason is RemovalReason.GARBLED)
        lost = sum(len(UNMAPPED.sub("?", text)) for text in garbled)  # a code is a letter
        return self.mixed_columns or lost > MOST_GARBLED * (lost + len(self.text))

    @cached_property
    def own_case(self) -> "CleanOrder":
        """Return the order with blanks for the words of other cases, so that all places hold."""
        others = [part for part in self.parts if part.kind is PartKind.OTHER_CASE]
        if not others:
            return self
        start = others[0].first  # they are last
        blank = (
            replace(b, text=" " * len(b.text), footnote_marks=(), styles=(), rows=())
            for b in self.blocks[start:]
        )
        return replace(self, blocks=(*self.blocks[:start], *blank))

    @cached_property
    def text(self) -> str:
        """Return the text of all blocks but the footnotes'."""
        return "\n\n".join(block.text for block in self.blocks)

    @cached_property
    def reading_text(self) -> str:
        """Return the text of all blocks, the footnotes' last."""
        notes = (block.text for note in self.footnotes for block in note.blocks)
        return "\n\n".join((self.text, *notes))

    @cached_property
    def map(self) -> OrderMap:
        """Return where each character of the reading text was printed."""
        return OrderMap(self)

    def label_page(self, page: int) -> str:
        """Return the printed name of page `page`: "3", "iv"; "" for a sheet that has no number."""
        if 0 < page <= len(self.page_labels):
            return self.page_labels[page - 1]
        return "" if self.page_labels else str(page)
