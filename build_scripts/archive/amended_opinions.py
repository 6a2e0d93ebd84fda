"""Opinions that replace an earlier one of the same court: amended, reheard en banc, or withdrawn.

Courts of appeals print these without a verb of their own: "Filed March 3, 2031; amended June 2,
2031" above the opinion, "we granted rehearing en banc" or "we withdrew our previous opinion" where
the earlier opinion is cited.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.archive.acts import Act, find_days
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import Span
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryKind, KnownBy
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

_HEAD = 6000  # characters of an opinion's beginning in which its days and its bench are printed
_BEFORE_DAY = 30
_NEAR = 700
"""Characters around the earlier opinion in which its rehearing or withdrawal is mentioned."""
_PATTERNS = read_patterns(__package__, "amended_opinions.toml")


def find_amended(
    order: Order,
    mates: Mapping[str, int],
    links: Sequence[Link | None],
    by_day: Mapping[datetime.date, Sequence[int]],
) -> Iterator[Act]:
    """Yield the earlier opinions of its case that an opinion replaces; as `find_acts`."""
    text = order.clean.reading_text
    head = text[:_HEAD]
    own = order.description.own_days
    amended = [
        Span(start, end)
        for start, end, _ in find_days(head, own)
        if _stands(_PATTERNS.AMENDED, head, start)
    ]
    sought = {day for day, found in by_day.items() if len(found) == 1} - own if amended else set()
    for start, end, day in find_days(head, sought):
        if _stands(_PATTERNS.FILED, head, start):
            words = (Span(start, end), amended[0])
            yield Act(by_day[day][0], HistoryKind.AMENDED, KnownBy.DATE, words)
    told = [(_PATTERNS.WITHDREW, HistoryKind.SUPERSEDED)]
    if "en banc" in head.lower():
        told.append((_PATTERNS.REHEARD, HistoryKind.RECONSIDERED))
    for citation, link in zip(order.citations, links, strict=True):
        if citation.kind is not CitationKind.CASE or link is None or link.url not in mates:
            continue
        first, last = max(0, citation.start - _NEAR), citation.end + _NEAR
        for pattern, kind in told:
            found = pattern.search(text, first, last)
            if link.target is LinkTarget.ARCHIVE and found:
                words = (Span(citation.start, citation.end), Span(found.start(), found.end()))
                yield Act(mates[link.url], kind, KnownBy.REPORT, words)


def _stands(pattern: Pattern[str], text: str, place: int) -> bool:
    return pattern.search(text[max(0, place - _BEFORE_DAY) : place]) is not None
