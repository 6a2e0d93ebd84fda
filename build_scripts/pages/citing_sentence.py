"""The words around a citation, as they are shown where another page tells who cites.

The sentence stands as its order prints it, so signal, pin and parenthetical come along. Citations
are marked and lead to their place on the citing order's page.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import Block
from build_scripts.pages.citation_links import name_place
from build_scripts.pages.inline import LinkedSpan, render_inline
from build_scripts.pages.page_links import relative_address

LONGEST = 400
"""Characters of an excerpt; a citation that is longer stands whole."""
_BEHIND = 130
"""Of these, how many stand behind the citation: what it stands for is mostly said before it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Markdown of one line, and the citations of the order that are marked in it."""

    markdown: str
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of one block's text, with the citations in them by position."""

    block: Block
    offset: int  # of the block in the reading text
    start: int
    end: int
    citations: tuple[tuple[int, Citation], ...]


def quote_citing_sentences(
    archived: ArchivedOrder, positions: Iterable[int], page_path: str
) -> tuple[Excerpt, ...]:
    """Return the sentences around the citations at `positions`, in reading order.

    Each citation is marked in exactly one excerpt, linked to `#cite-N` of its page as the page at
    `page_path` writes it; citations of one sentence share it. An excerpt keeps to one block, is
    cut between words to about `LONGEST` characters, and says by "…" where it was cut. Footnote
    and page marks are left out; all text is escaped, emphasis is kept.
    """
    address = relative_address(page_path, archived.address)
    return tuple(
        Excerpt(_write(window, sentence, address), tuple(place for place, _ in window.citations))
        for sentence in _join_sentences(archived, positions)
        for window in _cut_windows(sentence)
    )


def _join_sentences(archived: ArchivedOrder, positions: Iterable[int]) -> Iterator[_Stretch]:
    """Yield sentences with their citations; those that overlap are one: "So held. Id. at 4."."""
    citations = archived.order.citations
    located = archived.order.clean.locate_blocks()
    offsets = [offset for offset, _ in located]
    current: _Stretch | None = None
    for place in sorted(set(positions), key=lambda place: citations[place].start):
        one = _find_sentence(place, citations[place], located, offsets)
        if current and one.block is current.block and one.start < current.end:
            members = (*current.citations, *one.citations)
            start, end = min(current.start, one.start), max(current.end, one.end)
            current = _Stretch(one.block, one.offset, start, end, members)
            continue
        if current:
            yield current
        current = one
    if current:
        yield current


def _find_sentence(
    place: int,
    citation: Citation,
    located: Sequence[tuple[int, Block]],
    offsets: Sequence[int],
) -> _Stretch:
    """Return a citation's sentence; of one that runs over blocks, what its first block has."""
    offset, block = located[bisect_right(offsets, citation.start) - 1]
    last = len(block.text)
    start, end = citation.sentence if any(citation.sentence) else (offset, offset + last)
    start = max(min(start, citation.start) - offset, 0)
    end = min(max(end, citation.end) - offset, last)
    return _Stretch(block, offset, start, end, ((place, citation),))


def _cut_windows(sentence: _Stretch) -> Iterator[_Stretch]:
    """Yield the parts of a sentence that show each of its citations, mostly the whole of it."""
    rest = list(sentence.citations)
    while rest:
        start, end = _cut(sentence, rest[0][1])
        here = [one for one in rest if one[1].end - sentence.offset <= end] or rest[:1]
        yield _Stretch(sentence.block, sentence.offset, start, end, tuple(here))
        rest = rest[len(here) :]


def _cut(sentence: _Stretch, citation: Citation) -> tuple[int, int]:
    if sentence.end - sentence.start <= LONGEST:
        return sentence.start, sentence.end
    text = sentence.block.text
    first = citation.start - sentence.offset
    last = min(citation.end - sentence.offset, sentence.end)
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


def _write(window: _Stretch, sentence: _Stretch, address: str) -> str:
    links = [
        LinkedSpan(
            citation.start - window.offset,
            min(citation.end - window.offset, window.end),
            "[<mark>",
            f"</mark>]({address}#{name_place(place)})",
        )
        for place, citation in window.citations
    ]
    shown = render_inline(window.block, links, within=(window.start, window.end))
    before = "… " if window.start > sentence.start else ""
    behind = " …" if window.end < sentence.end else ""
    return f"“{before}{shown}{behind}”"
