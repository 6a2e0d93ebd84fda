"""Opinions that replace an earlier one of the same court: amended, or reheard en banc.

Courts of appeals print both without a verb of their own: "Filed March 3, 2031; amended June 2,
2031" above the opinion, "we granted rehearing en banc" where the panel's opinion is cited.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.archive.acts import Act, find_days
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import Span
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryKind, KnownBy
from build_scripts.model.text.pattern import Pattern

_HEAD = 6000  # characters of an opinion's beginning in which its days and its bench are printed
_BEFORE_DAY = 30
_NEAR = 700  # characters around the panel's opinion in which its rehearing is mentioned
_FILED = Pattern(
    r"\b(?:filed|decided|issued)\b[:,]?\s+(?:on\s+)?$",
    re.IGNORECASE,
    accepts=["Filed ", "DECIDED: ", "Opinion filed on "],
    refuses=["Argued ", "filed a brief on "],
)
_AMENDED = Pattern(
    r"\bamended\b[:,]?\s+(?:on\s+)?$",
    re.IGNORECASE,
    accepts=["As Amended ", "Amended: ", "as amended on "],
    refuses=["Filed ", "amended complaint of "],
)
_REHEARD = Pattern(
    r"\brehearing\s+en\s+banc\s+(?:was\s+)?granted\b|\bon\s+rehearing\s+en\s+banc\b"
    r"|\bgranted\b[^.;]{0,80}\brehearing\s+en\s+banc\b|\breheard\s+en\s+banc\b",
    re.IGNORECASE,
    needs=("en banc",),
    accepts=[
        "vacated and rehearing en banc granted",
        "The full court granted the petition for rehearing en banc.",
        "ordered that the appeal be reheard en banc",
        "On rehearing en banc, we agree",
    ],
    refuses=["rehearing en banc denied", "denied the petition for rehearing en banc"],
)


def find_amended(
    order: Order,
    mates: Mapping[str, int],
    links: Sequence[Link | None],
    by_day: Mapping[datetime.date, Sequence[int]],
) -> Iterator[Act]:
    """Yield the earlier opinions of its case that an opinion amends or rehears; as `find_acts`."""
    text = order.clean.reading_text
    head = text[:_HEAD]
    own = order.description.own_days
    amended = [
        Span(start, end) for start, end, _ in find_days(head, own) if _stands(_AMENDED, head, start)
    ]
    sought = {day for day, found in by_day.items() if len(found) == 1} - own if amended else set()
    for start, end, day in find_days(head, sought):
        if _stands(_FILED, head, start):
            words = (Span(start, end), amended[0])
            yield Act(by_day[day][0], HistoryKind.AMENDED, KnownBy.DATE, words)
    if "en banc" not in head.lower():
        return
    for citation, link in zip(order.citations, links, strict=True):
        if citation.kind is not CitationKind.CASE or link is None or link.url not in mates:
            continue
        first, last = max(0, citation.start - _NEAR), citation.end + _NEAR
        reheard = _REHEARD.search(text, first, last)
        if link.target is LinkTarget.ARCHIVE and reheard:
            words = (Span(citation.start, citation.end), Span(reheard.start(), reheard.end()))
            yield Act(mates[link.url], HistoryKind.RECONSIDERED, KnownBy.REPORT, words)


def _stands(pattern: Pattern[str], text: str, place: int) -> bool:
    return pattern.search(text[max(0, place - _BEFORE_DAY) : place]) is not None
