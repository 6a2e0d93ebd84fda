"""The nature of the suit or proceeding, where the order prints it."""

import re

from build_scripts.describing.opening import LocatedBlock, find_opening, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim
from build_scripts.model.text.name_case import is_capitals, to_normal_case
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.text.sentences import split_sentences

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_MOST_BLOCKS = 6  # prose blocks in which orders introduce the case
_LONGEST = 120
_PATTERNS = read_patterns(__package__, "nature.toml")


def find_nature(clean: CleanOrder) -> Claim[str] | None:
    """Return the kind of suit or proceeding in the printed words; None where none name it.

    The line below a caption of a court of appeals ("On petition for review of …") comes first, then
    what the first paragraphs call the case.
    """
    for block in find_opening(clean):
        match = _PATTERNS.BROUGHT.match(block.text)
        nature = _word(match["nature"]) if match else ""
        if match and not _PATTERNS.CUT.search(nature):
            return Claim(nature, block.span(*match.span("nature")), "the line below the caption")
    prose = [block for block in locate_body(clean) if block.kind in _PROSE][:_MOST_BLOCKS]
    return next((claim for block in prose if (claim := _read_prose(block))), None)


def _read_prose(block: LocatedBlock) -> Claim[str] | None:
    for sentence in split_sentences(block.text[:4000]):
        match = _PATTERNS.SAID.search(sentence.text) or _PATTERNS.ASKED.search(sentence.text)
        if match and not _PATTERNS.ELSEWHERE.search(sentence.text[: match.start()]):
            kinds = match.groupdict()
            name = next(key for key in ("nature", "writ", "review") if kinds.get(key))
            words = match[name] if name != "review" else f"petition for {match[name]}"
            span = block.span(sentence.start + match.start(name), sentence.start + match.end(name))
            return Claim(_word(words), span, "what the order calls the case")
    return None


def _word(text: str) -> str:
    """Return the words in normal case, the first letter large: names keep theirs."""
    flat = re.sub(r"\s+", " ", text).strip(" ,;.")[:_LONGEST]
    if is_capitals(flat):
        flat = to_normal_case(flat, "")
    flat = re.sub(
        r"\b(?:Petitions?|Review|Order|Orders|Decision|Final|Appeals?|Writ|Application|Enforcement)\b"
        r"(?=\s(?:for|of|from|order|decision|to)\b)",
        lambda match: match[0].lower(),
        flat,
    )
    return flat[:1].upper() + flat[1:]
