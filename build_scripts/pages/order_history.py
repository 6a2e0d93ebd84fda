"""What became of an order, and what it did to others; the list of all orders that were changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.page import TemplatePage
from build_scripts.model.subsequent_history import HistoryKind, HistoryTie
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import capitalise, name_place
from build_scripts.pages.i18n import t, term
from build_scripts.pages.pagination import publish_list
from build_scripts.pages.views import OrderLine, PageLink, line_order, shorten

_UNCHANGED = frozenset(
    {
        HistoryKind.AFFIRMED,
        HistoryKind.ADOPTED,
        HistoryKind.RECONSIDERATION_DENIED,
        HistoryKind.RELIEF_DENIED,
    }
)
"""Kinds that leave the earlier order as it was."""
_LONGEST = 240
"""Characters of words that are quoted; the link next to them leads to all of them."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line: "Affirmed by", the other order and its court, and the words that state it.

    `words` are quoted if they are in another order; `place` leads to them. `said_by` is the order
    that prints them if it is neither of the two. One is `inferred` if no words name the other.
    """

    done: str
    other: OrderLine
    court: str
    words: tuple[str, ...]
    place: PageLink
    said_by: OrderLine | None
    inferred: bool


def publish_later_history(index: ArchiveIndex) -> Iterator[TemplatePage]:
    """Yield the pages of orders that later ones changed, the latest first; none without any."""
    changed = [
        (line_order(index, place), _write(tie, archived, index))
        for place, archived in enumerate(index.archive.orders)
        for tie in archived.subsequent
        if tie.kind not in _UNCHANGED
    ]
    changed.sort(key=lambda one: _newest_first(one[1]))
    if changed:
        yield from publish_list(
            "later-history", t("later_history.title"), changed, "later_history.html", is_found=False
        )


def list_history(archived: ArchivedOrder, index: ArchiveIndex) -> Iterator[HistoryLine]:
    """Yield what later orders did to this one, the newest first, then what it did itself."""
    lines = [_write(tie, archived, index) for tie in archived.subsequent]
    yield from sorted(lines, key=_newest_first)
    yield from (_write(tie, archived, index) for tie in archived.prior)


def _newest_first(line: HistoryLine) -> int:
    return -line.other.day.toordinal() if line.other.day else 0


def _write(tie: HistoryTie, archived: ArchivedOrder, index: ArchiveIndex) -> HistoryLine:
    is_earlier = tie.earlier == archived.address
    kind = tie.kind.value
    done = term("done_by", kind) if is_earlier else term("does", kind)
    other = index.by_address[tie.later if is_earlier else tie.earlier]
    is_elsewhere = tie.said_by != archived.address
    is_third = tie.said_by not in {tie.earlier, tie.later}
    return HistoryLine(
        capitalise(done),
        line_order(index, other),
        index.describe(other).court_short,
        tuple(shorten(one.text, _LONGEST) for one in tie.words) if is_elsewhere else (),
        PageLink(name_place(tie.words[0]), f"{tie.said_by}/#{tie.anchor}"),
        line_order(index, index.by_address[tie.said_by]) if is_third else None,
        tie.is_inferred,
    )
