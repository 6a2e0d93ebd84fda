"""Finds a quotation in the orders of an archive, by the site's own script, as `/check/` does."""

from collections.abc import Sequence
from typing import Any

from build_scripts import api
from build_scripts.extensions.checking.answers import Difference, Match, Passage, QuotationAnswer

FEWEST_WORDS = 4
LONGEST = 200_000
"""Characters of a quotation that are compared."""


def find_quotation(
    search: api.SearchEngine, quotation: str, meant: Sequence[int] = ()
) -> QuotationAnswer:
    """Find a quotation in the orders, first in those `meant`, by rank: whether one has it, where,
    and the differences. Every word and number matters; signs, capitals, accents, breaks of lines,
    marks of footnotes and numbers of lines do not. Raises as `SearchEngine` does.
    """
    found = search.check_quotation(quotation, meant)
    match = Match[found["match"].upper()]
    note = ""
    if match is Match.REFUSED:
        note = f"Quote {FEWEST_WORDS} words or more."
    elif len(quotation) > LONGEST:
        note = f"Only its first {LONGEST:,} characters were compared."
    elif found.get("compared"):
        note = f"Only its first {found['compared']:,} words were compared word by word."
    elif not found["complete"]:
        note = "Other orders may have it: not all were read."
    passages = tuple(map(read_passage, found["passages"]))
    return QuotationAnswer(quotation, match, found["orders"], passages, note)


def read_passage(found: dict[str, Any]) -> Passage:
    """Return a place that the script found."""
    pin, end = found["pin"] or {}, found["end"] or {}
    before, words = found["before"], found["words"]
    return Passage(
        address=found["address"],
        case_name=found["name"],
        title=found["title"],
        court=found["court"],
        date=found["date"],
        anchor=found["anchor"],
        page=pin.get("page", ""),
        last_page=end.get("page", ""),
        sheet=pin.get("sheet", 0),
        line=pin.get("line", 0),
        line_printed=pin.get("printed", False),
        note=pin.get("note", ""),
        citation="".join(found["citation"]),
        text=words,
        sentence=f"{before}{words}{found['behind']}",
        start=len(before),
        end=len(before) + len(words),
        differences=tuple(
            Difference(one["quoted"], one["here"], one["announced"]) for one in found["differences"]
        ),
    )
