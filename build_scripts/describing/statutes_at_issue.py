"""Find what the action, the charge or the motion rests on, if the order names it."""

import re
from collections.abc import Iterator

from build_scripts.describing.opening import LocatedBlock, locate_body
from build_scripts.describing.statute_names import NamedStatute, read_statutes
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim
from build_scripts.model.text.pattern_table import read_patterns, read_rows
from build_scripts.model.text.sentences import split_sentences

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_MOST_BLOCKS = 20  # prose blocks in which orders say what the case is
_MOST = 20
_LONGEST_SENTENCE = 3000  # characters that are read of one
_PATTERNS = read_patterns(__package__, "statutes_at_issue.toml")
_BASES = tuple(row.pattern for row in read_rows(__package__, "statutes_at_issue.toml", "basis"))


def find_statutes_at_issue(clean: CleanOrder) -> tuple[Claim[str], ...]:
    """Return the statutes that the order names as the basis of the action, charge or motion.

    Each once, in printed order. Only sentences of the first paragraphs are read in which somebody
    sues, is charged or moves under something; grants of jurisdiction and statutes of other cases
    are skipped.
    """
    claims: dict[str, Claim[str]] = {}
    prose = [block for block in locate_body(clean) if block.kind in _PROSE][:_MOST_BLOCKS]
    for block in prose:
        for statute in _read_block(block):
            if not _PATTERNS.NO_BASIS.match(statute.text):
                span = block.span(statute.start, statute.end)
                claims.setdefault(statute.text, Claim(statute.text, span, "what the case rests on"))
    return tuple(claims.values())[:_MOST]


def _read_block(block: LocatedBlock) -> Iterator[NamedStatute]:
    if "§" not in block.text and not re.search(r"U\.?\s?S\.?\s?C|Act\b|[Ss]ection", block.text):
        return
    for sentence in split_sentences(block.text):
        for end in _list_ends(sentence.text[:_LONGEST_SENTENCE]):
            for each in read_statutes(sentence.text, end):
                yield NamedStatute(
                    each.text, each.start + sentence.start, each.end + sentence.start
                )


def _list_ends(sentence: str) -> tuple[int, ...]:
    """Return where the words end after which a sentence may name what the case rests on."""
    ends = {match.end() for basis in _BASES for match in basis.finditer(sentence)}
    charge = _PATTERNS.CHARGE.search(sentence)
    if charge:
        ends.update(each.end() for each in _PATTERNS.FURTHER_COUNT.finditer(sentence, charge.end()))
    elsewhere = _PATTERNS.ELSEWHERE.search(sentence)
    return tuple(sorted(end for end in ends if not elsewhere or end < elsewhere.end()))
