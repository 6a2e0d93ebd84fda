"""An order's text for quotation searches: all letters in one run, with their places."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from build_scripts.api import Pins, drop_accents
from build_scripts.extensions.checking.quoted import (
    FOLDING,
    Part,
    find_compared_words,
    find_words,
    is_loose,
    mark_numbers,
)

Place = tuple[int, int]
"""A block and an offset in it."""


class OrderText:
    """The blocks of an order, folded on first use."""

    def __init__(
        self, rank: int, blocks: Sequence[tuple[str, str]], load_pins: Callable[[], Pins]
    ) -> None:
        self.rank = rank
        self.anchors = [anchor for anchor, _ in blocks]
        self.blocks = [text for _, text in blocks]
        self._load_pins = load_pins
        self._offsets: dict[int, list[int]] = {}

    @cached_property
    def pins(self) -> Pins:
        """Return the page and line of every place in the text."""
        return self._load_pins()

    @cached_property
    def _marked(self) -> list[str]:
        """Return the blocks with the signs of numbers marked, each with the space after it: numbers
        on both sides of it are two.
        """
        whole = mark_numbers("".join(f"{text}\n" for text in self.blocks))
        ends = accumulate(len(text) + 1 for text in self.blocks)
        return [
            whole[end - len(text) - 1 : end] for text, end in zip(self.blocks, ends, strict=True)
        ]

    @cached_property
    def _folded(self) -> list[str]:
        return [marked.translate(FOLDING) for marked in self._marked]

    @cached_property
    def letters(self) -> str:
        """Return the letters of all blocks, one after the other."""
        return "".join(self._folded)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(folded) for folded in self._folded), initial=0))

    def locate(self, letter: int) -> Place:
        """Return the place of a letter of `letters`."""
        block = bisect_right(self._starts, letter, hi=len(self.blocks)) - 1
        if block not in self._offsets:
            self._offsets[block] = _list_offsets(self._marked[block])
        return block, self._offsets[block][letter - self._starts[block]]

    def find(
        self, part: Part, start: int = 0, end: int | None = None, *, last: bool = False
    ) -> int:
        """Return the letters' first or last position as whole words between two letters, or -1 if
        they are nowhere. A part that is cut by a bracket may begin or end within a word.
        """
        start, end = max(0, start), len(self.letters) if end is None else end
        look = self.letters.rfind if last else self.letters.find
        size = len(part.letters)
        at = look(part.letters, start, end)
        while at >= 0 and not (
            (part.opens or self._is_edge(at)) and (part.closes or self._is_edge(at + size))
        ):
            start, end = (start, at + size - 1) if last else (at + 1, end)
            at = look(part.letters, start, end)
        return at

    def _is_edge(self, letter: int) -> bool:
        """Return whether a word begins at a letter, or the text ends before it."""
        if letter in (0, len(self.letters)):
            return True
        (one, before), (other, after) = self.locate(letter - 1), self.locate(letter)
        return (
            one != other
            or after - before > 1
            or is_loose(self._marked[one][before])
            or is_loose(self._marked[one][after])
        )

    def take(self, first: Place, last: Place) -> str:
        """Return the words from one character to another, both included; spaces separate blocks."""
        return " ".join(
            self.blocks[block][
                first[1] if block == first[0] else 0 : last[1] + 1 if block == last[0] else None
            ]
            for block in range(first[0], last[0] + 1)
        )

    def list_words(self, start: int, end: int) -> Iterator[tuple[Place, Place, str]]:
        """Yield first and last character of each word between two letters, and its letters; words
        that the bounds cut are whole.
        """
        if not self.letters:
            return
        first = self.locate(max(0, min(start, len(self.letters) - 1)))
        last = self.locate(max(0, min(end, len(self.letters)) - 1))
        for block in range(first[0], last[0] + 1):
            for begins, ends, letters in find_compared_words(self._marked[block]):
                if (block, ends) > first and (block, begins) <= last:
                    yield (block, begins), (block, ends - 1), letters


def _list_offsets(text: str) -> list[int]:
    """Return the offset of each letter of a folded text in the original."""
    return [at for at, sign in enumerate(text) for _ in FOLDING[ord(sign)]]


def list_search_words(text: str) -> list[str]:
    """Return the words of a text, cut and folded as in the search's database."""
    return [drop_accents(text[a:b]).lower() for a, b, _ in find_words(text)]
