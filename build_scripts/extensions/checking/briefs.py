"""The quotations of a document."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts import api
from build_scripts.extensions.checking.finding import FEWEST_WORDS

_BEHIND = 160
"""Characters from a quotation to the citation after it, the case's name between them."""
_DECISIONS = api.BACK_REFERENCES | {
    api.CitationKind.CASE,
    api.CitationKind.DOCKET,
    api.CitationKind.RECORD,
}
_MOST_NAMED = 8
"""Citations before a quotation among which the one named in its sentence is searched for."""
_OPENS, _CLOSES, _STRAIGHT = "“", "”", '"'
_WORD = api.Pattern(r"[^\W_]+", accepts=["a b", "_a", "12"], refuses=["_", "§ —"])
_MARKS = api.Pattern('[“”"]', accepts=["said “no", 'said "no'], refuses=["said ‘no’"])


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """Words that a document quotes; `start` and `end` bound them in its reading text."""

    start: int
    end: int
    text: str
    is_block: bool  # set off from the text, without marks

    @property
    def is_short(self) -> bool:
        """Return whether it has too few words for a search: a term, a title."""
        return sum(1 for _ in _WORD.finditer(self.text)) < FEWEST_WORDS


def list_quotations(clean: api.CleanOrder) -> tuple[QuotedPassage, ...]:
    """Return the quotations of a document: between marks, and in paragraphs that are set off.

    Marks within a quotation are part of it. One that a paragraph opens and does not close goes on
    to its end, as quotations of several paragraphs are printed.
    """
    found: list[QuotedPassage] = []
    for offset, block in clean.map.located:
        spans = _find_quoted(block.text)
        is_block = block.kind is api.BlockKind.QUOTE and not any(
            end - start > len(block.text) // 2 for start, end in spans
        )
        found += (
            QuotedPassage(offset + start, offset + end, block.text[start:end], is_block)
            for start, end in ([(0, len(block.text))] if is_block else spans)
        )
    return tuple(found)


def _find_quoted(text: str) -> list[tuple[int, int]]:
    """Return the bounds of each outermost quotation, without its marks.

    Where a mark is missing, each quotation begins at the last that opens one.
    """
    spans = _pair_marks(text, nested=True)
    return spans if spans is not None else _pair_marks(text, nested=False) or []


def _pair_marks(text: str, *, nested: bool) -> list[tuple[int, int]] | None:
    spans: list[tuple[int, int]] = []
    depth, start, straight = 0, 0, False
    for match in _MARKS.finditer(text):
        sign, at = match[0], match.start()
        if sign == _STRAIGHT and depth and straight:
            spans.append((start, at))
            depth = 0
        elif sign == _STRAIGHT and not depth and not text[at - 1 : at].isdigit():
            start, depth, straight = at + 1, 1, True
        elif sign == _OPENS:
            if not depth or not nested:
                start, depth, straight = at + 1, 0, False
            depth += 1
        elif sign == _CLOSES and depth:
            depth -= 1
            if not depth:
                spans.append((start, at))
    if not depth:
        return spans
    if text[:start].strip() == text[start - 1 : start]:
        return [*spans, (start, len(text))]
    return None if nested else spans


def attribute_quotations(
    clean: api.CleanOrder, quotations: Sequence[QuotedPassage], citations: Sequence[api.Citation]
) -> Iterator[api.Citation | None]:
    """Yield for each quotation its source: the citation in whose parenthesis it is; else the
    decision that its own sentence names before it; else the citation that follows it, in its
    sentence or as a sentence of its own; else the last before it; None if there is none.
    """
    text = clean.reading_text
    starts = [citation.start for citation in citations]
    followed = None  # the last that follows a quotation of its own: it introduces no other
    for one in quotations:
        at = bisect_right(starts, one.start)
        before = citations[at - 1] if at else None
        following = at if one.is_block else bisect_left(starts, one.end)
        after = citations[following] if following < len(citations) else None
        named = _find_named(text, one, citations[max(0, at - _MOST_NAMED) : at])
        apart = after and clean.map.find_block(after.start) != clean.map.find_block(one.start)
        if before and before.parenthetical and one.text in before.parenthetical:
            yield before
        elif after and _follows(
            text, one, after, None if named is followed else named, apart=bool(apart)
        ):
            followed = after
            yield after
        elif named:
            yield named
        elif before and (
            (before.sentence[0] <= one.start and one.end <= before.sentence[1])
            or (one.is_block and one.start - before.end <= _BEHIND)
        ):
            yield before
        else:
            yield None


def _find_named(
    text: str, quoted: QuotedPassage, before: Sequence[api.Citation]
) -> api.Citation | None:
    """Return the last decision or paper named before a quotation in its sentence; for a paragraph
    set off, the one that introduces it with a colon.
    """
    start = quoted.start
    if quoted.is_block:
        start = len(text[:start].rstrip())
        if text[start - 1 : start] != ":":
            return None
    named = (one for one in reversed(before) if one.kind in _DECISIONS)
    return next((one for one in named if one.sentence[1] >= start), None)


def _follows(
    text: str,
    quoted: QuotedPassage,
    after: api.Citation,
    named: api.Citation | None,
    *,
    apart: bool,
) -> bool:
    """Return whether a quotation is of the citation that follows it: in its sentence or one of
    citations alone. If the sentence names another decision before the quotation, only its name may
    be between them.
    """
    if quoted.is_block:
        supports = after.start - quoted.end <= _BEHIND
    else:
        supports = not apart and after.sentence[0] < quoted.end
    if not supports or named is None:
        return supports
    if after.antecedent and after.antecedent in (named.authority, named.antecedent):
        return True
    between = text[quoted.end : after.start].strip(" ,”’\"'")
    return not quoted.text.endswith((".", "?", "!")) and between in ("", after.case_name)
