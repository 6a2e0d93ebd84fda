"""The front of an order: what stands before its first paragraph of prose."""

import re
from dataclasses import dataclass

from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.description import Span

# No caption seen so far ran longer, not even a consolidated one.
MOST_BLOCKS = 60

_PROSE_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
_FEWEST_PROSE_WORDS = 12
_SENTENCE_END = re.compile(r"[.?:][\"”’')\]]*$")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|comes|came|moves|filed|seeks|brings?|appeals)\b"
)

# Front lines of appellate opinions that read like prose.
# Accepted: "Appeal from the United States …", "Before: A, B, and C, Circuit Judges."
# Refused: "Before the Court is Defendant's motion to dismiss."
_FRONT_LINE = re.compile(
    r"""^\W*(?:
        (?:cross-)?appeals?\s+from | on\s+(?:appeal|petition|writ|certiorari) | petitions?\s+for
      | before(?!\s+(?:the|this)\s+court) | argued | submitted | decided | filed | consolidated
      | opinion\s+(?:for|by|of) | no[ts]?\.?\s+\d
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LocatedBlock:
    """A block and its offset in the reading text."""

    offset: int
    block: Block

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text

    @property
    def kind(self) -> BlockKind:
        """The block's kind."""
        return self.block.kind

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Characters `start` to `end` of the block, as a span of the reading text."""
        stop = len(self.text) if end is None else end
        return Span(self.offset + start, self.offset + stop)


def locate_body(clean: CleanOrder) -> tuple[LocatedBlock, ...]:
    """All blocks but the footnotes', each with its offset."""
    located = clean.locate_blocks()[: len(clean.blocks)]
    return tuple(LocatedBlock(offset, block) for offset, block in located)


def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of sentences, judged by its words as much as by its kind."""
    if block.kind not in _PROSE_KINDS:
        return False
    words = block.text.split()
    if len(words) < _FEWEST_PROSE_WORDS or _FRONT_LINE.match(block.text):
        return False
    lower = sum(word[0].islower() for word in words)
    # "This matter comes before the Court on Plaintiff's Motion …" is prose in many capitals.
    prosaic = lower * 2 > len(words) or (lower * 5 > len(words) and _FINITE.search(block.text))
    return bool(prosaic and _SENTENCE_END.search(block.text))


def find_opening(clean: CleanOrder) -> tuple[LocatedBlock, ...]:
    """The blocks before the first prose, at most `MOST_BLOCKS`."""
    opening: list[LocatedBlock] = []
    for located in locate_body(clean)[:MOST_BLOCKS]:
        if is_prose(located.block):
            break
        opening.append(located)
    return tuple(opening)
