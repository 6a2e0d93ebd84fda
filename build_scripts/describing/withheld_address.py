"""Read what a withheld order's address shows of it, as far as an editor permits.

The order itself is not read for this: its address was published, and is in every link to it.
"""

import datetime

from build_scripts.model.law.court_table import load_courts_by_id
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.withholding import Tombstone, WithheldOrder

_PATTERNS = read_patterns(__package__, "withheld_address.toml")


def describe_withheld(address: str, order: WithheldOrder) -> Tombstone:
    """Return what the page at `address` may show of a withheld order that was there."""
    court, docket, day = _read_address(address)
    return Tombstone(
        order.reason,
        order.by,
        order.date,
        court=court if "court" in order.shown else "",
        docket_number=docket if "docket_numbers" in order.shown else "",
        day=day if "date" in order.shown else None,
    )


def _read_address(address: str) -> tuple[str, str, datetime.date | None]:
    match = _PATTERNS.ADDRESS.match(address)
    if match is None:
        return "", "", None
    court = load_courts_by_id().get(match["court"])
    return court.name if court else "", _word_docket(match["docket"]), _read_day(match["day"])


def _word_docket(part: str) -> str:
    """Return a docket number as it is written, "" for the placeholder of an order without one."""
    if not any(character.isdecimal() for character in part):
        return ""
    office = _PATTERNS.WITH_OFFICE.fullmatch(part)
    return f"{office['office']}:{office['rest']}" if office else part


def _read_day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None
