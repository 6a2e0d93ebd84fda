"""The fictional archive with its first order corrected by an editor, in words that look like markup."""

import datetime
from dataclasses import replace
from typing import Any

from build_scripts.model.archive import Archive
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Correction,
    Description,
    Judge,
    SupersededClaim,
)
from tests.changed import change_order, put_first


def _claim(value: Any) -> Claim[Any]:
    return Claim(value, None, "corrected by an editor", ClaimSource.EDITOR)


def correct_first(archive: Archive) -> Archive:
    """Judge, title, date and page count of the first order are an editor's."""
    first = archive.orders[0]
    corrected = change_order(first, description=_correct(first.order.description))
    return put_first(archive, corrected)


def _correct(description: Description) -> Description:
    displaced = (
        *(("judges", claim) for claim in description.judges),
        ("title", description.title),
        ("date", description.date),
    )
    return replace(
        description,
        judges=(_claim(Judge("Amelia B. Cartwright-Roe", None, None)),),
        title=_claim("Order <b>Corrected</b>"),
        date=_claim(datetime.date(2031, 3, 5)),
        page_count=_claim(3),
        superseded=tuple(
            SupersededClaim(field, claim, ClaimSource.EDITOR) for field, claim in displaced if claim
        ),
        correction=Correction(
            ("judges", "title", "date", "page_count"),
            "The <i>signature</i> is torn | off.",
            "A. Librarian",
            datetime.date(2032, 1, 2),
        ),
    )
