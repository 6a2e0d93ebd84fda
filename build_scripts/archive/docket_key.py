"""Keys of dockets: equal if two printed docket numbers are the same docket."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.archive.slugs import slugify
from build_scripts.model.description import DocketNumber
from build_scripts.model.law.docket_numbers import parse_docket_number


@dataclass(frozen=True, slots=True)
class DocketKey:
    """A docket of one court, without judges' initials: reassigning a judge keeps the docket."""

    year: int
    serial: int
    case_type: str | None = None
    office: str | None = None

    @property
    def slug(self) -> str:
        """Return the docket as an address part: "5-17-cv-02540", or an appellate "96-7169"."""
        serial = f"{self.serial:05d}" if self.case_type else str(self.serial)
        parts = (self.office, f"{self.year % 100:02d}", self.case_type, serial)
        return "-".join(part for part in parts if part)

    def agrees_with(self, other: "DocketKey") -> bool:
        """Return whether both can be one docket: an office that only one prints does not count."""
        return (
            (self.year, self.serial, self.case_type) == (other.year, other.serial, other.case_type)
        ) and (self.office is None or other.office is None or self.office == other.office)


_LONGEST = 200  # characters


@lru_cache(maxsize=65536)  # each is looked for here, on other sites and among authorities
def read_docket_key(text: str) -> DocketKey | None:
    """Return the docket that a citation prints ("No. 5:17-cv-02540-HRL"), or None for others."""
    return key_of_docket_number(parse_docket_number(text[:_LONGEST]))


def key_of_docket_number(number: DocketNumber) -> DocketKey | None:
    """Return the docket of a parsed number, or None if its year or serial is unknown."""
    if number.year is None or number.serial is None:
        return None
    return DocketKey(
        year=number.year,
        serial=number.serial,
        case_type=number.case_type,
        office=(number.office.lstrip("0") or None) if number.office else None,
    )


def complete_docket_key(key: DocketKey, known: Iterable[DocketKey]) -> DocketKey:
    """Return `key` with the office that the court's other numbers of this docket print:
    "22-cv-1985" is "3:22-cv-01985", unless two offices have this year, type and serial.
    """
    if key.office is not None:
        return key
    fuller = {other for other in known if other.office is not None and key.agrees_with(other)}
    return fuller.pop() if len(fuller) == 1 else key


def slug_of_docket_number(number: DocketNumber, known: Iterable[DocketKey]) -> str:
    """Return the address part of a docket number; numbers of no known form keep their letters."""
    key = key_of_docket_number(number)
    if key is None:
        return slugify(number.text, 40)
    return complete_docket_key(key, known).slug
