"""The words around a citation, quoted on pages that list citing orders, as printed. Citations are
marked and lead to their place on the citing order's page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import Citation
from build_scripts.model.order import Order
from build_scripts.model.order_extracts import Passage, bound_sentence
from build_scripts.pages.citation_links import name_place

LONGEST = 400
"""Characters of an excerpt; a longer citation is not cut."""
_BEHIND = 130
"""How many of these follow the citation: its proposition mostly precedes it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a quotation; `address` is the place of a citation in them, "" for others."""

    text: str
    emphasised: bool
    address: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of an order, and the citations of the order that are marked in it."""

    words: tuple[Words, ...]
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of a passage, with the citations in them by position."""

    passage: Passage
    start: int
    end: int
    citations: tuple[tuple[int, Citation], ...]


def quote_citing_sentences(
    archived: ArchivedOrder, positions: Iterable[int]
) -> tuple[Quotation, ...]:
    """Return the sentences around the citations at `positions`, in reading order.

    Each citation is marked in exactly one quotation; citations of one sentence share it. A
    quotation keeps to one block, is cut between words to about `LONGEST` characters, with "…", and
    leaves out footnote and page marks.
    """
    return tuple(
        Quotation(
            tuple(_cut_words(window, sentence, archived.address)),
            tuple(place for place, _ in window.citations),
        )
        for sentence in _join_sentences(archived.order, positions)
        for window in _cut_windows(sentence)
    )


def _join_sentences(order: Order, positions: Iterable[int]) -> Iterator[_Stretch]:
    """Yield sentences with their citations; those that overlap are one: "So held. Id. at 4."."""
    current: _Stretch | None = None
    citations, passages = order.citations, order.extracts.passages
    for place in sorted(set(positions), key=lambda place: citations[place].start):
        citation, passage = citations[place], passages.find(place)
        offset = passage.start
        start, end = bound_sentence(citation, offset, offset + len(passage.text))
        one = _Stretch(passage, start - offset, end - offset, ((place, citation),))
        if current and one.passage.start == current.passage.start and one.start < current.end:
            members = (*current.citations, *one.citations)
            start, end = min(current.start, one.start), max(current.end, one.end)
            current = _Stretch(one.passage, start, end, members)
            continue
        if current:
            yield current
        current = one
    if current:
        yield current


def _cut_windows(sentence: _Stretch) -> Iterator[_Stretch]:
    """Yield the parts of a sentence that show each of its citations, mostly the whole of it."""
    rest = list(sentence.citations)
    while rest:
        start, end = _cut(sentence, rest[0][1])
        here = [one for one in rest if one[1].end - sentence.passage.start <= end] or rest[:1]
        yield _Stretch(sentence.passage, start, end, tuple(here))
        rest = rest[len(here) :]


def _cut(sentence: _Stretch, citation: Citation) -> tuple[int, int]:
    if sentence.end - sentence.start <= LONGEST:
        return sentence.start, sentence.end
    text, offset = sentence.passage.text, sentence.passage.start
    first = citation.start - offset
    last = min(citation.end - offset, sentence.end)
    room = max(LONGEST - (last - first), 0)
    before = min(first - sentence.start, max(room - _BEHIND, room - (sentence.end - last)))
    start, end = first - before, min(sentence.end, last + room - before)
    if start > sentence.start:
        blank = text.find(" ", start, first)
        start = first if blank < 0 else blank + 1
    if end < sentence.end:
        blank = text.rfind(" ", last, end)
        end = last if blank < 0 else blank
    return start, end


def _cut_words(window: _Stretch, sentence: _Stretch, address: str) -> Iterator[Words]:
    """Yield the words between all places where emphasis or a citation begins or ends."""
    start, end, passage = window.start, window.end, window.passage
    spans = []
    for place, citation in window.citations:
        first, last = citation.start - passage.start, citation.end - passage.start
        spans.append((max(first, start), min(last, end), f"{address}/#{name_place(place)}"))
    edges = {edge for first, last, _ in spans for edge in (first, last)}
    edges |= {edge for span in passage.emphasis for edge in span}
    cuts = {start, end} | {edge for edge in edges if start < edge < end}
    if start > sentence.start:
        yield Words("… ", emphasised=False, address="")
    for first, last in pairwise(sorted(cuts)):
        yield Words(
            passage.text[first:last],
            emphasised=any(begins <= first < ends for begins, ends in passage.emphasis),
            address=next((led for at, to, led in spans if at <= first < to), ""),
        )
    if end < sentence.end:
        yield Words(" …", emphasised=False, address="")
