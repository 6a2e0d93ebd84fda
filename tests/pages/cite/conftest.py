"""Orders to cite, made of a few values: fictional parties, real courts."""

import datetime
from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Court, DocketNumber
from tests.pages.conftest import CAND, block, describe, order

CA9 = Court("ca9", "United States Court of Appeals for the Ninth Circuit", "9th Cir.")
SCOTUS = Court("scotus", "Supreme Court of the United States", "U.S.")
CAL = Court("cal", "Supreme Court of California", "Cal.")
CAL_APP = Court("calctapp", "California Court of Appeal", "Cal. Ct. App.")
NORTH_DAKOTA = Court("nd", "Supreme Court of North Dakota", "N.D.")
COURTS = {court.court_id: court for court in (CAND, CA9, SCOTUS, CAL, CAL_APP, NORTH_DAKOTA)}
KNOWN: dict[str, Any] = {
    "case_name": "Quill & Lantern Ltd. v. Does 1-10",
    "docket_numbers": ("5:31-cv-01234-ABC",),
    "court": "cand",
    "date": datetime.date(2031, 5, 30),
    "document_number": "8",
}


def archive_order(text: str = "{page 2}Two pages.", **changes: Any) -> ArchivedOrder:
    """An order that is fully known, but for the given values; None leaves one out."""
    values = {name: value for name, value in {**KNOWN, **changes}.items() if value is not None}
    if "court" in values:
        values["court"] = COURTS[values["court"]]
    numbers = values.get("docket_numbers", ())
    values["docket_numbers"] = tuple(DocketNumber(number) for number in numbers)
    blocks = (block("One."), *map(block, text.split("\n\n")))
    clean = CleanOrder(blocks, (), (), (), (), 2)
    return ArchivedOrder(
        "orders/cand/5-31-cv-01234/2031-05-30-order",
        order(clean, describe(**values), ()),
        (),
        (),
    )
