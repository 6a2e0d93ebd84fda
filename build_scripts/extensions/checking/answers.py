"""The answers of quotation and citation checks."""

from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """How closely a quotation matches an order; readers and programs get the value."""

    EXACT = "exact"
    MARKED = "exact but for ellipses and brackets"
    NEAR = "near"
    ABSENT = "not here"
    REFUSED = "too short"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation and the order's words in their place, "" for none.

    `announced`: an ellipsis or a bracket of the quotation marks the change.
    """

    quoted: str
    here: str
    announced: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The place of a quotation, or the nearest words.

    `anchor` is the paragraph or note on the order's page ("p-12"), "" if it has none. `page` and
    `last_page` are its page numbers to cite, "" if not known; `line` is the number printed in its
    margin if `line_printed`, else the line of the sheet, 0 if not known. `citation` is the order's,
    with the pin. `text` are the order's words, `sentence` those around them; `start` and `end`
    bound the former in the latter.
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
        """Return its address below the site's root: "orders/…/#p-12"."""
        return f"{self.address}/#{self.anchor}" if self.anchor else f"{self.address}/"


@dataclass(frozen=True, slots=True)
class QuotationAnswer:
    """What the archive knows of a quotation.

    `orders` is how many orders have these words, `passages` the first of them: of an order the
    first place. `note` is what the reader should know besides, "" for nothing.
    """

    quotation: str
    match: Match
    orders: int = 0
    passages: tuple[Passage, ...] = ()
    note: str = ""


class Standing(StrEnum):
    """What the archive knows of a cited authority; readers and programs get the value."""

    HERE = "found here"
    CITED = "cited here"
    UNKNOWN = "not known here"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A name, court or year that is cited differently than the archive has it."""

    field: str  # "name", "court", "year"
    cited: str
    here: str


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation in a document, its place in the reading text, and the answer about it."""

    start: int
    end: int
    answer: QuotationAnswer


@dataclass(frozen=True, slots=True)
class CitationAnswer:
    """What the archive knows of an authority that a document cites.

    `text` is the citation as the document prints it first, `mentions` are its places in the reading
    text, short forms included. `addresses` are the orders here that it is, or may be if they are
    several; `here` is the citation of the first. `authority` is the address of the page that lists
    the orders here that cite it: `orders` of them, `times` in all, in `passages` such as these.
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
    """The answers for a document: its citations, in order, and the quotations without a source."""

    citations: tuple[CitationAnswer, ...]
    quotations: tuple[QuotedWords, ...]
