"""Dates with only a year, or a year and a month."""

import datetime
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, or a month of one (0: not known), with the fields and the `isoformat` of
    `datetime.date`: "1865", "1865-11" (ISO 8601 with reduced precision). Raise ValueError for no
    month.
    """

    year: int
    month: int = 0

    def __post_init__(self) -> None:
        """Refuse an invalid month."""
        if not (1 <= self.year <= 9999 and 0 <= self.month <= 12):
            raise ValueError(f"no such month: {self.year}-{self.month}")

    def __str__(self) -> str:
        """Return `isoformat`, as a `datetime.date` does."""
        return self.isoformat()

    @property
    def day(self) -> int:
        """Return 0: the day is not known."""
        return 0

    def isoformat(self) -> str:
        """Return "1865" or "1865-11"."""
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    def toordinal(self) -> int:
        """Return the number of its first day: it is listed as if that were its day."""
        return datetime.date(self.year, self.month or 1, 1).toordinal()

    def includes(self, day: datetime.date) -> bool:
        """Return whether `day` is in this year or month."""
        return self.year == day.year and self.month in (0, day.month)


AnyDate = datetime.date | PartialDate


DATE_FORM = r"(1[6-9]|20)\d\d(-\d\d){0,2}"  # no court of this country decided before 1600


def parse_any_date(text: str) -> AnyDate | None:
    """Return the date that "2017-05-31", "2017-05" or "2017" is, or None for any other text, and
    for years that are a slip of the pen: 0017, 2107.
    """
    if not re.fullmatch(DATE_FORM, text, re.ASCII) or "-00" in text:
        return None
    try:
        parts = [int(part) for part in text.split("-")]
        return datetime.date(*parts) if len(parts) == 3 else PartialDate(*parts)
    except ValueError:
        return None
