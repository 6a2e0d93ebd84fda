"""Subsequent history that orders print after a citation: "aff'd, 12 F.4th 34"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from build_scripts.archive.acts import restrict
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.description import Span
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryKind as K
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "printed_history.toml")
_REACH = 600  # characters of a history
_MOST = 12  # citations in it


class PrintedEvent(NamedTuple):
    """An event that `order` prints: the decision at `later` did `kind` to the one at `earlier`."""

    earlier: str
    later: str
    kind: K
    words: Span


def find_printed_history(
    order: Order, links: Sequence[Link | None], here: Mapping[str, int]
) -> Iterator[PrintedEvent]:
    """Yield what an order prints of decisions here by decisions here, at addresses in `here`.

    A citation's history continues after it, and its words are about the case that is cited next:
    "aff'd in part, rev'd in part, 12 F.4th 34, cert. denied, 600 U.S. 5". Whatever it was reversed
    for ("on other grounds"), it was reversed.
    """
    cited = [
        (
            citation,
            link.url if link and link.target is LinkTarget.ARCHIVE and link.url in here else "",
        )
        for citation, link in zip(order.citations, links, strict=True)
        if citation.kind is CitationKind.CASE
    ]
    text = ""
    for number, (citation, address) in enumerate(cited):
        behind = cited[number + 1 : number + 1 + _MOST]
        if citation.history is None or not address or not any(other for _, other in behind):
            continue
        text = text or order.clean.reading_text
        start = text.find(citation.history, citation.end, citation.end + _REACH)
        if start >= 0:
            yield from _read_events(citation, address, behind, text, start)


def _read_events(
    citation: Citation, address: str, behind: Sequence[tuple[Citation, str]], text: str, start: int
) -> Iterator[PrintedEvent]:
    end = start + len(citation.history or "")
    earlier, done = address, start
    for one, _ in behind:
        if one.start >= end:
            return
        events = list(_PATTERNS.EVENT.finditer(text, done, one.start))
        if not events:  # the same case in another reporter
            continue
        done = one.end
        same = (other for each, other in behind if each.authority == one.authority and other)
        later = next(same, "")
        kind, is_back = _read_kind(events)
        span = Span(citation.start, one.end)
        if kind is not None and earlier and later and earlier != later:
            pair = (later, earlier) if is_back else (earlier, later)
            yield PrintedEvent(*pair, kind, span)
        if kind is not None and not is_back:
            earlier = later


_BACK = {"affirming": K.AFFIRMED, "reversing": K.REVERSED, "vacating": K.VACATED}
_ON = (K.AFFIRMED, K.REVERSED, K.VACATED, K.AMENDED, K.WITHDRAWN, K.SUPERSEDED, K.ADOPTED)
_KINDS = {kind.value: kind for kind in _ON} | _BACK


def _read_kind(events: Sequence[re.Match[str]]) -> tuple[K | None, bool]:
    """Return the kind in the words of a history before one citation, and whether they look back."""
    named = [
        (name, bool(event["part"]))
        for event in events
        for name, found in event.groupdict().items()
        if found and name in _KINDS
    ]
    if not named:
        return None, False
    (name, in_part), *others = named
    kind = _KINDS[name]
    if in_part and kind is K.AFFIRMED and others:
        return K.AFFIRMED_IN_PART, name in _BACK
    return restrict(kind) if in_part else kind, name in _BACK
