"""Papers of which a clerk, a catalog or a reporter says what they are: labels nobody checked.

`papers.jsonl.gz` holds texts of court papers, with the catalog's name of the case and the clerk's
docket line; `decisions.jsonl.gz` decisions of law reports, with names and the reporter's judges.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.describing.external import read_external_judges
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.text.pattern import Pattern

_HELD_BACK = 4  # of so many courts one teaches nothing: it is there to measure on
_CAPTIONED = ("Pleading / Motion / Brief", "Complaint")
_ORDERS = ("Order/Opinion", "Magistrate Report/Recommendation")

_SIGNED = Pattern(
    r"\bby\s(?:the\s)?(?:Hon(?:orable|\.)\s)?(?:(?:Chief|Senior|Magistrate|District|Circuit|Bankruptcy"
    r"|Presiding|U\.?\s?S\.?|United\sStates)\s){0,4}(?:Judge|Justice)\s"
    r"(?P<name>(?:(?!(?:The|On|That|In|For|Order|Proposed|Motion|Re|Granting|Denying|As|Entered)\b)"
    r"[A-Z](?:[a-z’'-]+[A-Z]?[a-z’'-]+|\.|(?=\s))\s?){1,4}(?:,?\s(?:Jr|Sr|II|III)\b\.?)?)",
    accepts=[
        "Signed by Judge Jane Q. Roe on 3/22/06",
        "ORDER by Judge Jane Q. Roe GRANTING motion",
        "Signed by Magistrate Judge Pat McRoe, Jr on 1/2/2003",
    ],
    refuses=["Signed by the clerk", "referred to Judge Roe"],
)


@dataclass(frozen=True)
class ClerkPaper:
    """A paper's text, and what is said of it in the form of a line of a label file."""

    group: str  # the case of a paper, the court of a decision: what its words may be typical of
    court: str
    is_order: bool
    has_kind: bool  # whether the catalog gives one
    is_court_paper: bool  # with a caption: an order, a pleading, a motion
    values: dict[str, Any]
    raw: RawOrder

    @property
    def is_held_back(self) -> bool:
        """Whether its court is one to measure on."""
        return sum(self.court.encode()) % _HELD_BACK == 0


def read_clerk_papers(folder: Path) -> Iterator[ClerkPaper]:
    """Yield all papers and decisions of the folder, in order."""
    for name in ("papers.jsonl.gz", "decisions.jsonl.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as file:
            for line in file:
                yield _read_row(json.loads(line))


def _read_row(row: dict[str, Any]) -> ClerkPaper:
    judges = [{"name": name} for name in dict.fromkeys(_list_judges(row))]
    values = {
        "case_name": row["case_name"],
        "docket_numbers": [],
        "court": None,
        "judges": judges,
        "date": row["date"] if len(row["date"] or "") == len("2001-01-01") else None,
        "title": None,
    }
    text = "\n\n".join(filter(None, (row["text"], row.get("tail"))))
    kind = row["document_type"] or ""
    return ClerkPaper(
        str(row.get("case_id") or row["court"]),
        str(row["court"]),
        "full_name" in row or kind in _ORDERS,
        bool(kind),
        "full_name" in row or kind in (*_ORDERS, *_CAPTIONED),
        values,
        RawOrder.from_bytes(f"{row['id']}.txt", text.encode()),
    )


def _list_judges(row: dict[str, Any]) -> Iterator[str]:
    for line in row.get("judges") or ():
        yield from (judge.name for judge in read_external_judges(line))
    signed = _SIGNED.search(row.get("docket_text") or "")
    if signed:
        yield re.sub(r"\s+", " ", signed["name"]).strip()
