"""The sentences of an order in which rulings stand: introduction, conclusion, announcements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from build_scripts.describing.check_boxes import clear_check_boxes, is_checked_option, is_option
from build_scripts.describing.opening import LocatedBlock, find_opening, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Span
from build_scripts.sentences import Sentence, split_sentences
from build_scripts.text.pattern import Pattern

_INTRODUCTION_BLOCKS = 7
_CONCLUSION_BLOCKS = 8
_RULING_KINDS = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.HEADING,
        BlockKind.CENTRED,
        BlockKind.SIGNATURE,
    }
)
_CONCLUSION_HEADING = Pattern(
    r"""
    ^\W*(?:(?:[IVX]{1,5}|\d{1,2}|[A-Z])\.)?\s*
    (?:conclusions?|order|disposition|decision|relief|summary\s+and\s+conclusion|recommendation)\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["CONCLUSION", "IV. CONCLUSION", "ORDER", "V. Disposition"],
    refuses=["Order of Proof"],
    by="match",
)
_INTRODUCTION_HEADING = Pattern(
    r"introduction|overview|summary|^\W*(?:order|opinion|memorandum)\W*$",
    re.IGNORECASE,
    accepts=["I. INTRODUCTION", "Summary of Decision", "OPINION"],
    refuses=["BACKGROUND", "ORDER OF PROOF"],
)
# Where a separate opinion begins: what it would do decides nothing.
_SEPARATE_OPINION = Pattern(
    r"""
    ^\W*(?:(?:Chief\s+)?(?:Judge|Justice)\s+)? [A-Z][\w.'’-]{1,30}
    (?:[ ,]+[\w.'’-]{1,20}){0,6}? ,\s* (?:concurring|dissenting)\b
    """,
    re.VERBOSE,
    accepts=[
        "POE, Circuit Judge, concurring in part and dissenting in part:",
        "Justice Roe, dissenting.",
    ],
    refuses=["Judge Roe concurred in the judgment"],
    by="match",
)
# A verb of decision in capitals decides wherever it stands.
_SHOUTED = Pattern(
    r"\b(?:GRANT(?:S|ED)?|DEN(?:Y|IES|IED)|DISMISS(?:ES|ED)?|REMAND(?:S|ED)?|AFFIRM(?:ED)?"
    r"|REVERSED?|VACATED?|TRANSFER(?:S|RED)?|STAY(?:S|ED)?|DEFER(?:S|RED)?)\b",
    accepts=["the motion is DENIED", "The Court GRANTS"],
    refuses=["the motion is denied", "GRANTOR"],
)
# Items of an order read as quotations because they are set in.
_ITEM = Pattern(
    r"^\W{0,2}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s",
    accepts=["1. The motion is DENIED"],
    refuses=["The motion is DENIED", "2021. The motion", "Roe) moves"],
    by="match",
)
# A section that ends in its ruling.
_SECTION_ENDING = Pattern(
    r"^\W*(?:accordingly|therefore|thus|consequently|for\s+(?:the|these|all)\s+\w*\s*reasons)\b"
    r"|\bcourt\s+(?:therefore|thus|accordingly)\s+(?:will\s+)?(?:grant|den)",
    re.IGNORECASE,
    accepts=[
        "The Court therefore will grant summary judgment",
        "Accordingly, the motion is denied",
    ],
    refuses=["The Court will grant leave only where …"],
)


class Weight(IntEnum):
    """How much a place in the order says of its outcome."""

    MIDDLE = 1
    INTRODUCTION = 2
    CONCLUSION = 3
    TITLE = 4


@dataclass(frozen=True, slots=True)
class RulingSentence:
    """A sentence that may decide, with its block and weight."""

    block: LocatedBlock
    sentence: Sentence
    weight: Weight

    @property
    def text(self) -> str:
        """The sentence's text."""
        return self.sentence.text

    @property
    def span(self) -> Span:
        """The sentence's place in the reading text."""
        return self.block.span(self.sentence.start, self.sentence.end)


def _find_conclusion(blocks: list[LocatedBlock]) -> int | None:
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind in (BlockKind.HEADING, BlockKind.CENTRED) and _CONCLUSION_HEADING.match(
            block.text
        ):
            return index
    return None


def _count_introduction(blocks: list[LocatedBlock]) -> int:
    """How many blocks come before the first heading that opens another part."""
    for index, block in enumerate(blocks[:_INTRODUCTION_BLOCKS]):
        opens = block.kind is BlockKind.HEADING and not _INTRODUCTION_HEADING.search(block.text)
        if opens and index > 0:
            return index
    return min(len(blocks), _INTRODUCTION_BLOCKS)


def _may_rule(line: LocatedBlock) -> bool:
    return line.kind in _RULING_KINDS or (
        line.kind is BlockKind.QUOTE and bool(_ITEM.match(line.text))
    )


def _weigh(clean: CleanOrder) -> list[tuple[LocatedBlock, Weight]]:
    skip = len(find_opening(clean))
    blocks = [line for line in locate_body(clean)[skip:] if _may_rule(line)]
    ends = (i for i, block in enumerate(blocks) if i and _SEPARATE_OPINION.match(block.text[:120]))
    blocks = blocks[: next(ends, len(blocks))]
    conclusion = _find_conclusion(blocks)
    # An extract breaks off in the middle: its last lines conclude nothing.
    tail = len(blocks) if clean.truncated else max(len(blocks) - _CONCLUSION_BLOCKS, 0)
    if conclusion is not None and conclusion > 0:
        tail = min(tail, conclusion)
    introduction = _count_introduction(blocks)
    weighed = []
    for index, block in enumerate(blocks):
        weight = Weight.MIDDLE
        if index < introduction:
            weight = Weight.INTRODUCTION
        if index >= tail:
            weight = Weight.CONCLUSION
        weighed.append((block, weight))
    return weighed


def _join_options(weighed: list[tuple[LocatedBlock, Weight]]) -> list[tuple[LocatedBlock, Weight]]:
    """Lines that begin with a box end the sentence above them: "The motion is:" "☒ GRANTED".

    The block that they end carries their words; its place stays.
    """
    joined: list[tuple[LocatedBlock, Weight]] = []
    lead: int | None = None
    for block, weight in weighed:
        if not is_option(block.text):
            joined.append((block, weight))
            lead = len(joined) - 1 if block.text.endswith((":", " is", " be", " are")) else None
        elif lead is not None and is_checked_option(block.text):
            above, own = joined[lead]
            text = f"{above.text} {block.text}"
            joined[lead] = (replace(above, block=replace(above.block, text=text)), max(own, weight))
        elif lead is None:
            joined.append((block, weight))
    return joined


def list_ruling_sentences(clean: CleanOrder) -> tuple[RulingSentence, ...]:
    """Every sentence of introduction and conclusion, and some of the middle and the footnotes.

    Of the middle those that end a section or set their verb of decision in capitals; of the
    footnotes, where courts dispose of leave to proceed in forma pauperis and the like, the latter.
    """
    return (*_list_body_sentences(clean), *_list_note_sentences(clean))


def _list_note_sentences(clean: CleanOrder) -> Iterator[RulingSentence]:
    for offset, block in clean.locate_blocks()[len(clean.blocks) :]:
        if not _SHOUTED.search(block.text):
            continue
        line = LocatedBlock(offset, block)
        sentences = split_sentences(block.text)
        for index, sentence in enumerate(sentences):
            if _SHOUTED.search(sentence.text):
                # "Roe asks for leave to … We GRANT her application.": what, stands just before.
                start = sentences[max(0, index - 1)].start
                joined = Sentence(start, block.text[start : sentence.end])
                yield RulingSentence(line, joined, Weight.MIDDLE)


def _list_body_sentences(clean: CleanOrder) -> Iterator[RulingSentence]:
    return (
        RulingSentence(block, sentence, weight)
        for block, weight in _join_options(_weigh(clean))
        for sentence in split_sentences(clear_check_boxes(block.text))
        if weight is not Weight.MIDDLE
        or _SHOUTED.search(sentence.text)
        or _SECTION_ENDING.search(sentence.text)
    )
