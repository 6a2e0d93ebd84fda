"""What is answered of a quotation."""

from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """How far a quotation is what an order says; the value is what readers and programs get."""

    EXACT = "exact"
    MARKED = "exact but for ellipses and brackets"
    NEAR = "near"
    ABSENT = "not here"
    REFUSED = "too short"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation and those that stand there, "" for none.

    `announced`: an ellipsis or a bracket of the quotation says so.
    """

    quoted: str
    here: str
    announced: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a quotation stands, or what is nearest to it.

    `anchor` is the paragraph or note on the order's page ("p-12"), "" where it has none. `page`
    and `last_page` are what its pages are cited by, "" where nobody knows; `line` is the number
    printed beside it where `line_printed`, else the line of the sheet, 0 where nobody knows.
    `citation` is the order's, with the pin. `text` are the words that stand there, `sentence`
    those around them; `start` and `end` bound the former in the latter.
    """

    address: str
    case_name: str
    title: str
    court: str
    date: str
    anchor: str
    page: str
    last_page: str
    sheet: int
    line: int
    line_printed: bool
    note: str
    citation: str
    text: str
    sentence: str
    start: int
    end: int
    differences: tuple[Difference, ...] = ()

    @property
    def place(self) -> str:
        """Its address below the site's root: "orders/…/#p-12"."""
        return f"{self.address}/#{self.anchor}" if self.anchor else f"{self.address}/"


@dataclass(frozen=True, slots=True)
class QuotationAnswer:
    """What the archive knows of a quotation.

    `orders` is how many orders have these words, `passages` the first of them: of an order the
    first place. `note` says what the reader should know besides, "" for nothing.
    """

    quotation: str
    match: Match
    orders: int = 0
    passages: tuple[Passage, ...] = ()
    note: str = ""


class Standing(StrEnum):
    """What the archive knows of what is cited; the value is what readers and programs get."""

    HERE = "found here"
    CITED = "cited here"
    UNKNOWN = "not known here"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A name, court or year that is cited otherwise than the archive has it."""

    field: str  # "name", "court", "year"
    cited: str
    here: str


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation of a document, where it stands in its reading text, and what is known of it."""

    start: int
    end: int
    answer: QuotationAnswer


@dataclass(frozen=True, slots=True)
class CitationAnswer:
    """What the archive knows of an authority that a document cites.

    `text` is the citation as the document prints it first, `mentions` are its places in the
    reading text, short forms included. `addresses` are the orders here that it is, or may be where
    they are several; `here` is how the first is cited. `authority` is the address of the page that
    lists who cites it here: `orders` of them, `times` in all, in `passages` such as these.
    """

    text: str
    kind: str
    case_name: str
    court: str
    year: int | None
    mentions: tuple[tuple[int, int], ...]
    standing: Standing = Standing.UNKNOWN
    addresses: tuple[str, ...] = ()
    here: str = ""
    authority: str = ""
    orders: int = 0
    times: int = 0
    disagreements: tuple[Disagreement, ...] = ()
    passages: tuple[Passage, ...] = ()
    quotations: tuple[QuotedWords, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """What is known of a document: its citations, in order, and the quotations of no source."""

    citations: tuple[CitationAnswer, ...]
    quotations: tuple[QuotedWords, ...]
