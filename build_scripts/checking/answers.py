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
