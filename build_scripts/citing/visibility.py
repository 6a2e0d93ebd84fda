"""Which citations an Id. can refer to: none in another's parentheses, quotation or history.

Bluebook rule 4.1: sources within an explanatory parenthetical, an explanatory phrase or a case's
prior or subsequent history are ignored in determining what Id. refers to.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from build_scripts.citing.context import HISTORY_WORDS
from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "visibility.toml", history_words=HISTORY_WORDS)
_RUNNING_KINDS = (
    CitationKind.STATUTE,
    CitationKind.REGULATION,
    CitationKind.RULE,
    CitationKind.CONSTITUTION,
    CitationKind.GUIDELINE,
)


class Visibility:
    """The mentions of one order that an Id. at some place may refer to."""

    def __init__(self, text: str, clean: CleanOrder, mentions: Sequence[Mention]) -> None:
        self._text = text
        ends = {m.scope_end for m in mentions if m.kind is not CitationKind.REFERENCE}
        ends |= {m.end for m in mentions if m.kind is not CitationKind.REFERENCE}
        quotations = (match.span() for match in _PATTERNS.QUOTATION.finditer(text))
        self._enclosures = sorted(
            [*_attached_parentheses(text, ends), *quotations, *_block_quotes(clean)]
        )
        self._starts = [start for start, _ in self._enclosures]

    def hides(self, mention: Mention, place: int) -> bool:
        """Return whether `mention` is, to its end, in an enclosure that excludes `place`."""
        upto = bisect_right(self._starts, mention.start)
        return any(
            end >= mention.end and not start <= place < end
            for start, end in self._enclosures[max(0, upto - 60) : upto]
        )

    def is_history(self, mention: Mention) -> bool:
        """Return whether `mention` is prior or subsequent history of the case before it."""
        return bool(
            _PATTERNS.HISTORY.search(
                self._text, max(0, mention.scope_start - 100), mention.scope_start
            )
        )

    def is_running_text(self, mention: Mention) -> bool:
        """Return whether a provision is in running text ("under 28 U.S.C. § 1331, a court may")."""
        if mention.kind not in _RUNNING_KINDS or mention.antecedent is None:
            return False
        before = self._text[max(0, mention.start - 60) : mention.start]
        return not (
            _PATTERNS.CITATION_STARTS.search(before.rpartition("\n")[2])
            and _PATTERNS.CITATION_ENDS.match(self._text, mention.end)
        )


def _attached_parentheses(text: str, ends: set[int]) -> list[tuple[int, int]]:
    """Return parentheses right after a citation, or after such parentheses."""
    attached: list[tuple[int, int]] = []
    stack: list[int] = []
    closes = set(ends)
    for match in re.finditer(r"[()\n]", text):
        at, char = match.start(), match[0]
        if char == "\n":
            stack.clear()
        elif char == "(":
            stack.append(at)
        elif stack:
            start = stack.pop()
            before = start - 1 if text[start - 1 : start] == " " else start
            if before in closes and not _PATTERNS.LEAD_IN.match(text, start):
                attached.append((start, at))
                closes.add(at + 1)
    return attached


def _block_quotes(clean: CleanOrder) -> list[tuple[int, int]]:
    return [
        (offset, offset + len(block.text))
        for offset, block in clean.map.located
        if block.kind is BlockKind.QUOTE
    ]
