"""What the whole archive needs of each order's text, taken from it once.

Pages of authorities quote many orders, and citations lead to pages and notes of others. To avoid
loading the texts again, an order's landmarks and its quotable passages, a tenth of its text, are
stored apart from the text.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

import msgspec

from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import PRIVATE_REASONS, BlockKind, CleanOrder
from build_scripts.model.source_text import Style

_EMPHASIS = frozenset({Style.BOLD, Style.ITALIC})


class Passage(NamedTuple):
    """Words of one block that cover overlapping sentences with citations.

    `start` counts characters of the reading text, `emphasis` those of `text`.
    """

    start: int
    text: str
    emphasis: tuple[tuple[int, int], ...]


_PACKER = msgspec.msgpack.Encoder()
_UNPACKER = msgspec.msgpack.Decoder(Passage)


class Passages(NamedTuple):
    """An order's passages, packed, and for each of its citations the place of its passage."""

    packed: tuple[bytes, ...]
    of_citation: tuple[int, ...]

    def find(self, citation: int) -> Passage:
        """Return the passage with the order's citation at a place."""
        return _UNPACKER.decode(self.packed[self.of_citation[citation]])


class Landmarks(NamedTuple):
    """The places in an order that other papers cite by their numbers.

    `pages` are the printed names of the pages that marks begin, in the order of the text; `begins`
    that of the page of the first words. Paragraphs that the court numbered count from 1 to
    `paragraphs`. `notes` are the labels of footnotes whose mark is known, and that no other
    footnote has.
    """

    begins: str
    pages: tuple[str, ...]
    is_one_page: bool
    paragraphs: int
    notes: frozenset[str]


class Extracts(NamedTuple):
    """The facts in an order's text that the whole archive needs of every order."""

    specimen: bool
    ocr_confidence: float | None  # 0-100; None if the text was not recognised
    words: int  # of the text and its notes
    tables: int
    is_masked: bool  # whether a removed line has private words
    is_publishers: bool  # whether the file is a publisher's print
    text_sha256: str
    landmarks: Landmarks
    passages: Passages


def extract(clean: CleanOrder, citations: Sequence[Citation]) -> Extracts:
    """Return the extracts of an order."""
    labels = Counter(note.label for note in clean.footnotes)
    begins = clean.blocks[0].find_place(0) if clean.blocks else None
    landmarks = Landmarks(
        clean.label_page(begins.page if begins else 1),
        tuple(clean.label_page(sheet) for _, sheet in clean.map.page_marks),
        clean.page_count == 1,
        len(clean.map.paragraphs),
        frozenset(one.label for one in clean.footnotes if one.tied and labels[one.label] == 1),
    )
    tables = sum(block.kind is BlockKind.TABLE for _, block in clean.map.located)
    passages = cut_passages(clean, citations)
    words = sum(len(block.text.split()) for _, block in clean.map.located)
    is_masked = any(removal.reason in PRIVATE_REASONS for removal in clean.removals)
    return Extracts(
        clean.specimen,
        clean.ocr_confidence,
        words,
        tables,
        is_masked,
        clean.publisher is not None,
        digest_text(clean.text),
        landmarks,
        passages,
    )


def digest_text(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return sha256(text.encode(errors="replace")).hexdigest()


def bound_sentence(citation: Citation, first: int, last: int) -> tuple[int, int]:
    """Return the bounds of a citation's sentence, or `first` and `last` if none was found."""
    start, end = citation.sentence if any(citation.sentence) else (first, last)
    return max(min(start, citation.start), first), min(max(end, citation.end), last)


def cut_passages(clean: CleanOrder, citations: Sequence[Citation]) -> Passages:
    """Return the passages of an order; a sentence that runs over blocks is cut to its first block.

    Sentences that overlap are in one passage: "So held. Id. at 4.".
    """
    located, offsets = clean.map.located, clean.map.starts
    sentences = []
    for place, citation in enumerate(citations):
        at = clean.map.find_block(citation.start)
        first, last = offsets[at], offsets[at] + len(located[at][1].text)
        sentences.append((at, *bound_sentence(citation, first, last), place))
    bounds: list[tuple[int, int, int]] = []
    of_citation = [0] * len(sentences)
    for at, start, end, place in sorted(sentences):
        if bounds and bounds[-1][0] == at and start < bounds[-1][2]:
            bounds[-1] = (at, bounds[-1][1], max(bounds[-1][2], end))
        else:
            bounds.append((at, start, end))
        of_citation[place] = len(bounds) - 1
    passages = []
    for at, start, end in bounds:
        offset, block = offsets[at], located[at][1]
        emphasis = (
            (max(one.start + offset, start) - start, min(one.end + offset, end) - start)
            for one in block.styles
            if one.style in _EMPHASIS and one.start + offset < end and one.end + offset > start
        )
        text = block.text[start - offset : end - offset]
        passages.append(_PACKER.encode(Passage(start, text, tuple(emphasis))))
    return Passages(tuple(passages), tuple(of_citation))
