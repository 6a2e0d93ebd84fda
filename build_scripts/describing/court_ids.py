"""Every court by its CourtListener id, also those that no heading names for certain."""

from collections.abc import Mapping
from functools import cache

from courts_db import courts

from build_scripts.describing.court_table import load_court_table
from build_scripts.model.description import Court

# courts-db's entries for a whole tier of courts: no order comes from one of these.
_NOT_ONE_COURT = frozenset({"usdistct", "uscirct"})


@cache
def load_courts_by_id() -> Mapping[str, Court]:
    """All courts of courts-db; those of the court table with the table's names."""
    table = load_court_table()
    groups = (table.circuits, table.panels, table.districts, table.bankruptcy, table.named)
    named = {court.court_id: court for group in groups for court in group.values()}
    others = {
        entry["id"]: Court(
            entry["id"], entry["name"].strip(), (entry["citation_string"] or "").strip()
        )
        for entry in courts
        if entry["id"] not in _NOT_ONE_COURT
    }
    return others | named
