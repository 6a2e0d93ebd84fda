"""The sentence around each citation, shown to readers as the context of the citation."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.citing.context import skip_parentheses
from build_scripts.citing.mentions import Mention
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.sentences import Sentence, split_sentences

Span = tuple[int, int]

_OWN_WORDS = 4
"""A sentence with fewer words outside its citations gets the sentence before it as context."""
_MOST_BEFORE = 2
"""The most sentences included before a citation's own: a string of citations has many."""

# A word with content, in lower case.
_CONTENT_WORD = Pattern(
    r"\b(?!(?:see|also|cf|accord|but|e\.g|and|id|quoting|citing)\b)[a-z]{3,}\b",
    accepts=["discovery", "See the rule"],
    refuses=["see", "v.", "f.3d", "1206"],
)


@dataclass(frozen=True, slots=True)
class _Sentences:
    """A block's sentences, and which have words with content outside citations."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    has_content: tuple[bool, ...]


def find_sentences(clean: CleanOrder, mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """Return the span of the sentence of each of `mentions` (ascending) in the reading text.

    A sentence ends inside no case name, citation or parenthesis of one, and never crosses a block.
    One that contains only citations ("See id. at 1206.") is returned with the sentence it supports.
    """
    text = clean.reading_text
    whole = _Whole.of(text, mentions)
    split: dict[int, _Sentences] = {}
    spans: list[Span] = []
    for mention in mentions:
        at = clean.map.find_block(mention.start)
        if at not in split:
            offset, block = clean.map.located[at]
            split[at] = _split_block(text, block.text, offset, whole)
        spans.append(_choose(split[at], mention))
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class _Whole:
    """Citations with the case name before and the parentheses after each, ascending."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention]) -> "_Whole":
        ends = (skip_parentheses(text, max(m.end, m.scope_end)) for m in mentions)
        return cls(tuple(min(m.start, m.scope_start) for m in mentions), tuple(ends))

    def cover(self, place: int) -> bool:
        """Return whether `place` is inside a citation; a name may begin in the one before."""
        at = bisect_left(self.starts, place) - 1
        return any(self.ends[i] > place for i in range(max(0, at - 1), at + 1))

    def blank(self, text: str, start: int, end: int) -> str:
        """Return the words between `start` and `end` that are in no citation."""
        rest = []
        place = start
        at = max(0, bisect_left(self.starts, start) - 2)
        while at < len(self.starts) and self.starts[at] < end:
            if self.ends[at] > place:
                rest.append(text[place : max(place, self.starts[at])])
                place = self.ends[at]
            at += 1
        rest.append(text[place:end])
        return " ".join(rest)


def _split_block(text: str, block_text: str, offset: int, whole: _Whole) -> _Sentences:
    """Split a block's text, which begins at `offset`; rejoin what is cut inside a citation."""
    spans: list[list[int]] = []
    for sentence in split_sentences(block_text) or (Sentence(0, block_text),):
        if spans and whole.cover(spans[-1][1]):
            spans[-1][1] = offset + sentence.end
        else:
            spans.append([offset + sentence.start, offset + sentence.end])
    return _Sentences(
        tuple(start for start, _ in spans),
        tuple(end for _, end in spans),
        tuple(_has_content(whole.blank(text, start, end)) for start, end in spans),
    )


def _has_content(words: str) -> bool:
    return len(_CONTENT_WORD.findall(words.lower())) >= _OWN_WORDS


def _choose(sentences: _Sentences, mention: Mention) -> Span:
    at = first = max(0, bisect_right(sentences.starts, mention.start) - 1)
    while not sentences.has_content[first] and first > max(0, at - _MOST_BEFORE):
        first -= 1
    return min(sentences.starts[first], mention.start), max(sentences.ends[at], mention.end)
