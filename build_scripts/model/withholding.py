"""Private data in an order's words, and what an editor withholds of an order or allows."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class PrivateKind(StrEnum):
    """The kinds in Fed. R. Civ. P. 5.2 and Fed. R. Crim. P. 49.1, and others that identify people.

    The value is the replacement for the words: "[redacted: e-mail address]".
    """

    SOCIAL_SECURITY = "Social Security number"
    TAXPAYER = "taxpayer number"
    ACCOUNT = "account number"
    CARD = "card number"
    BIRTH_DATE = "birth date"
    MINOR = "name of a minor"
    HOME_ADDRESS = "home address"
    EMAIL = "e-mail address"
    TELEPHONE = "telephone number"
    ALIEN = "alien number"
    LICENCE = "driver's license number"
    PASSPORT = "passport number"


class PrivatePolicy(StrEnum):
    """The treatment of one kind; the value is the setting's word for it."""

    REDACT = "redact"  # a note of their kind replaces the words
    FLAG = "flag"  # the words stay, and a finding asks an editor to check
    ALLOW = "allow"  # the words stay


class WithheldPart(StrEnum):
    """The part that is withheld; the value is the corrections file's word for it."""

    ORDER = "order"  # all of it: no page, no list, no download
    PASSAGE = "passage"  # words of its text, wherever they would be shown
    FIELD = "field"  # a field of its description
    ORIGINAL = "original"  # the file as it came


@dataclass(frozen=True, slots=True)
class Words:
    """A passage that an editor names by its words.

    Matching ignores whitespace, case and the form of quotation marks; it covers `page` and `line`
    alone if these are given (a line as findings number it). `occurrence` counts the matches from 1;
    None means each. An empty `text` means any words there.
    """

    text: str = ""
    occurrence: int | None = None
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Withholding:
    """A part that is withheld, by whom, why and since when.

    `words` is given for a passage, `field` (a name of the description's fields) for a field,
    `shown` (names of fields) for an order: the facts that the page at its address may still give.
    `corrections_line` is the line of the corrections file with this entry.
    """

    what: WithheldPart
    reason: str = ""
    by: str = ""
    date: datetime.date | None = None
    words: Words | None = None
    field: str = ""
    corrections_line: int = 1
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithheldOrder:
    """An order that is kept off the site.

    `path` is the raw order's, `digests` are the sha256s of the bytes that may not be published,
    wherever they are: those of the file, and of the one that the corrections were written for.
    There are none if that file is gone and nobody noted them.
    """

    path: str
    digests: frozenset[str]
    reason: str = ""
    by: str = ""
    date: datetime.date | None = None
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The text of the page at a withheld order's address: why, by whom, since when; and what it
    was, as far as that may be published: "" and None if not.
    """

    reason: str = ""
    by: str = ""
    date: datetime.date | None = None
    court: str = ""
    docket_number: str = ""
    day: datetime.date | None = None  # of the order


@dataclass(frozen=True, slots=True)
class Allowance:
    """Private data that an editor allows: of `kind`, None for any."""

    words: Words
    kind: PrivateKind | None = None
    reason: str = ""
    by: str = ""
    date: datetime.date | None = None
    corrections_line: int = 1
