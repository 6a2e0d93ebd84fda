"""What an editor withholds of an order, and what private data an editor lets stand."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.private_data import PrivateKind


class WithheldPart(StrEnum):
    """What is withheld; the value is the corrections file's word for it."""

    ORDER = "order"  # all of it: no page, no list, no download
    PASSAGE = "passage"  # words of its text, wherever they would be shown
    FIELD = "field"  # a field of its description
    ORIGINAL = "original"  # the file as it came


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an order's text, as an editor names them.

    They are looked for whatever their blanks, their case and their form of quotation marks, on
    `page` and `line` alone where these are given (a line as findings number it). `occurrence`
    counts from 1 what is found so; None means each. An empty `text` means any words there.
    """

    text: str = ""
    occurrence: int | None = None
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Withholding:
    """One thing that is withheld, by whom, why and since when.

    `words` is given for a passage, `field` (a name of the description's fields) for a field.
    `corrections_line` is the line of the corrections file that says so.
    """

    what: WithheldPart
    reason: str = ""
    by: str = ""
    date: datetime.date | None = None
    words: Words | None = None
    field: str = ""
    corrections_line: int = 1


@dataclass(frozen=True, slots=True)
class Allowance:
    """Private data that an editor lets stand: of `kind`, None for any."""

    words: Words
    kind: PrivateKind | None = None
    reason: str = ""
    by: str = ""
    date: datetime.date | None = None
    corrections_line: int = 1
