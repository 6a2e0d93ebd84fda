"""What makes two printed docket numbers the same docket."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.catalogue.slugs import slugify
from build_scripts.model.description import DocketNumber
from build_scripts.text.pattern import Pattern


@dataclass(frozen=True, slots=True)
class DocketKey:
    """A docket of one court, without judges' initials: reassigning a judge keeps the docket."""

    year: int
    serial: int
    case_type: str | None = None
    office: str | None = None

    @property
    def slug(self) -> str:
        """As an address part: "5-17-cv-02540", "96-7169" for a court of appeals."""
        serial = f"{self.serial:05d}" if self.case_type else str(self.serial)
        parts = (self.office, f"{self.year % 100:02d}", self.case_type, serial)
        return "-".join(part for part in parts if part)

    def agrees_with(self, other: "DocketKey") -> bool:
        """Whether both can be one docket: an office that only one of them prints is no quarrel."""
        return (
            (self.year, self.serial, self.case_type) == (other.year, other.serial, other.case_type)
        ) and (self.office is None or other.office is None or self.office == other.office)


_DOCKET_NUMBER = Pattern(
    r"""
    (?<![\w-])
    (?: (?P<prefix> civ | crim | cv | cr | c ) [.\s:-]{1,3} )?
    (?: (?P<office> \d{1,2} ) \s? : \s? )?
    (?P<year> \d{4} | \d{2} )
    (?: - (?P<case_type> [a-z]{2,3} ) )?
    - (?P<serial> \d{1,7} )
    (?! \d )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "5:17-cv-02540-HRL",
        "22-cv-1985",
        "3:22-CV-01985",
        "C 06-0652 SBA (EMC)",
        "C-06-0652",
        "CV 15-1234",
        "96-7169",
        "2:09-md-02074",
    ],
    refuses=[
        "2021-NCSC-57",  # a neutral citation
        "17",  # no serial
        "A-1234-20T2",
    ],
)
_TYPE_OF_PREFIX = {"c": "cv", "civ": "cv", "cv": "cv", "crim": "cr", "cr": "cr"}
_FIRST_YEAR_OF_CENTURY = 1950


def read_docket_key(text: str) -> DocketKey | None:
    """Return the docket that a citation prints ("No. 5:17-cv-02540-HRL"), None for other forms.

    Two-digit years fall between 1950 and 2049. A letter before the number names the type where
    the number itself does not ("C 06-0652": a civil docket).
    """
    match = _DOCKET_NUMBER.search(text[:200])
    if match is None:
        return None
    case_type = match["case_type"] or _TYPE_OF_PREFIX.get((match["prefix"] or "").lower())
    return DocketKey(
        year=_complete_year(int(match["year"])),
        serial=int(match["serial"]),
        case_type=case_type.lower() if case_type else None,
        office=match["office"].lstrip("0") or None if match["office"] else None,
    )


def key_of_docket_number(number: DocketNumber) -> DocketKey | None:
    """Return the docket of a parsed number; None where its year or serial is not known."""
    if number.year is None or number.serial is None:
        return None
    case_type = number.case_type.lower() if number.case_type else None
    return DocketKey(
        year=_complete_year(number.year),
        serial=number.serial,
        case_type=_TYPE_OF_PREFIX.get(case_type, case_type) if case_type else None,
        office=(number.office.lstrip("0") or None) if number.office else None,
    )


def complete_docket_key(key: DocketKey, known: Iterable[DocketKey]) -> DocketKey:
    """Return `key` with the office that the court's other numbers of this docket print.

    "22-cv-1985" and "3:22-cv-01985" are one docket; where two offices have the same year, type
    and serial, a number without an office belongs to neither.
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


def _complete_year(year: int) -> int:
    if year >= 100:
        return year
    century = _FIRST_YEAR_OF_CENTURY // 100 * 100
    return century + year if century + year >= _FIRST_YEAR_OF_CENTURY else century + 100 + year
