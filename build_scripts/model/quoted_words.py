"""Words of an order, quoted with their page and line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Span
from build_scripts.model.text.sentences import split_sentences

LONGEST = 600
"""The most characters of quoted words."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words as printed, and where: `start` in the reading text of their order.

    `page` is their page's printed name, "" if it has no number; `sheet` the file's page, None if
    the form has none; `line` the printed number of a line of pleading paper.
    """

    text: str
    start: int
    page: str = ""
    sheet: int | None = None
    line: int | None = None


def quote_words(clean: CleanOrder, spans: Iterable[Span]) -> tuple[QuotedWords, ...]:
    """Return the sentences in which `spans` begin, in reading order, each once, cut at LONGEST; a
    sentence can go on in the next block.
    """
    quoted: dict[int, QuotedWords] = {}
    for span in sorted(spans, key=lambda one: one.start):
        at = clean.map.find_block(span.start)
        offset, block = clean.map.located[at]
        first, last = span.start - offset, min(span.end - offset, len(block.text))
        for one in split_sentences(block.text):
            if one.start <= first < one.end:
                first, last = one.start, max(last, one.end)
        text = block.text[first:last]
        # "Accordingly," | "IT IS ORDERED that …"; "the judgment is" | "Affirmed."
        if block.kind is BlockKind.PARAGRAPH and re.search(r"[a-z,]$", text):
            next_block = (each for _, each in clean.map.located[at + 1 : at + 2])
            below = (each.text for each in next_block if each.kind is BlockKind.PARAGRAPH)
            begun = (each[: one.end] for each in below for one in split_sentences(each)[:1])
            text = " ".join((text, *begun))
        place = clean.map.place(offset + first)
        if len(text) > LONGEST:
            text = text[:LONGEST].rpartition(" ")[0] + " …"
        quoted[offset + first] = QuotedWords(
            text, offset + first, place.page, place.sheet or None, place.printed_line or None
        )
    return tuple(quoted.values())
