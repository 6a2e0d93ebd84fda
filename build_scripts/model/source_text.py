"""A reader's output: pages of lines, each with its styles, before any cleaning."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class SourceFormat(StrEnum):
    """The form of an order's file."""

    MARKDOWN = "markdown"  # as tools that turn PDF into Markdown write it
    LAYOUT = "layout"  # as `pdftotext -layout` writes it: place is kept with blanks
    PLAIN = "plain"
    PDF = "pdf"  # with a text layer
    SCAN = "scan"  # a PDF of images, read by OCR
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    DOC = "doc"
    WPD = "wpd"
    COURTLISTENER = "courtlistener"
    CAP = "cap"


class Style(StrEnum):
    """The style of a run of characters."""

    BOLD = "bold"
    ITALIC = "italic"
    SUPERSCRIPT = "superscript"


class StyleSpan(NamedTuple):
    """`style` holds for the characters from `start` up to, not including, `end` of its text."""

    style: Style
    start: int
    end: int


def clip_styles(
    styles: Iterable[StyleSpan], start: int, end: int, shift: int = 0
) -> tuple[StyleSpan, ...]:
    """Return the part of the spans between two places, moved by `shift`."""
    clipped = (StyleSpan(s.style, max(s.start, start), min(s.end, end)) for s in styles)
    return tuple(
        StyleSpan(s.style, s.start + shift, s.end + shift) for s in clipped if s.start < s.end
    )


class LineKind(StrEnum):
    """What begins at a line, by the form; the lines after it that are its `REST` belong to it."""

    PRINTED = "printed"  # unknown to the form: lines and blanks alone show it
    PARAGRAPH = "paragraph"
    HEADING = "heading"  # of the line's `heading_level`
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    ROW = "row"  # of a table, with the line's `cells`
    NOTE = "note"  # a footnote, with its label before its words
    REST = "rest"  # goes on after a line break, a mark or a page's end


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A table's cell: characters `start` up to, not including, `end` of its line or block."""

    start: int
    end: int


class SourceLine(NamedTuple):
    """One printed line. A named tuple, since orders consist of them: quicker to create.

    `number` is the line's number in the file for text forms (1 is the first), on its page for paged
    forms. `text` keeps leading blanks: a character's index is its column.
    """

    number: int
    text: str
    styles: tuple[StyleSpan, ...] = ()
    kind: LineKind = LineKind.PRINTED
    heading_level: int = 0  # 1-6 if the format itself marks a heading
    in_note: bool = False  # a block of the footnote that began above
    rotated: bool = False  # set across the page's direction: a name in the margin
    running: bool = False  # the form itself marks it as the head or foot of every page
    cells: tuple[CellSpan, ...] = ()  # of a table's row, if the form marks one
    part: str = ""  # a writing of its own begins here; its type as the form names it: "dissent"
    size: float = 0.0  # of most of its characters, in points; 0 if the form does not give it


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Lines of one page of the form; text without form feeds is one page."""

    number: int
    lines: tuple[SourceLine, ...]
    ocr_confidence: float | None = None  # 0-100, mean over its recognised words; None: no OCR


@dataclass(frozen=True, slots=True)
class Markup:
    """Characters of the file that are the form's own syntax, with words (`sup` of `<sup>`)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ExternalFacts:
    """A service's facts on the order, outside its text (CourtListener, a docket, a notice).

    Values are as given there; dates are ISO (2017-05-31), `date` may be a month or a year (1865-11,
    1865). Empty if the service gives none.
    """

    case_name: str = ""
    docket_numbers: tuple[str, ...] = ()
    court_id: str = ""  # CourtListener's
    court_name: str = ""
    date: str = ""
    judges: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()  # where the order itself is reported
    date_filed: str = ""  # the day of its docket entry
    document_number: str = ""  # on the docket: "45", an attachment's "45-1"


@dataclass(frozen=True, slots=True)
class HiddenWords:
    """Words that a page of the file contains but does not show: in a black box, white on white."""

    page: int
    text: str


class SidePart(StrEnum):
    """What a file may contain and its pages do not show; the value is the findings' name for it."""

    ACTION = "a script or an action"
    COMMENT = "a comment"
    FACTS = "facts about the file"  # its title, author, keywords, contents
    FIELD = "a form field"
    FILE = "an attached file"
    LAYER = "a layer that is switched off"
    OTHER = "words in no known place"
    UNKNOWN = "parts that can't be examined"
    VERSION = "an earlier version"


@dataclass(frozen=True, slots=True)
class SideParts:
    """What a file contains besides its pages, and its words, which are never published.

    `copied` if the pages can be offered as a file without it.
    """

    parts: tuple[SidePart, ...] = ()
    words: str = field(default="", repr=False)
    copied: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """A raw order as read.

    The words of `decoded` are the words of all lines plus the words of all `markup`. If `laid_out`,
    a line is a printed line and a column a place on the page. If `structured`, a line is a piece of
    text whose kind the form itself names. Otherwise, blank lines separate paragraphs.
    """

    format: SourceFormat
    encoding: str
    decoded: str
    pages: tuple[SourcePage, ...]
    markup: tuple[Markup, ...] = ()
    external: ExternalFacts = ExternalFacts()
    laid_out: bool = False
    line_by_line: bool = False  # HTML that breaks each printed line, and marks no block
    paged: bool = False  # the form itself has pages, as a PDF does
    ocr_confidence: float | None = None  # 0-100, mean over recognised words; None: no OCR
    unread_pages: tuple[int, ...] = ()  # pictures in which OCR found no sure text
    damaged_pages: tuple[int, ...] = ()  # that can't be drawn to their end
    hidden: tuple[HiddenWords, ...] = ()  # never published
    side_parts: SideParts = SideParts()

    @property
    def structured(self) -> bool:
        """Return whether the form marks where each block begins and what it is."""
        return not (self.laid_out or self.plain or self.format is SourceFormat.MARKDOWN)

    @property
    def plain(self) -> bool:
        """Return whether there is nothing but lines."""
        return self.line_by_line or self.format is SourceFormat.PLAIN
