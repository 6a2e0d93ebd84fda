"""Words of a text that a detector finds private."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """Characters `start` up to, not including, `end` of a text are private data of `kind`.

    `context` is where their label begins: "DOB: " before a date. Those that are `public` only look
    private: a court's own address or number.
    """

    kind: PrivateKind
    start: int
    end: int
    context: int
    public: bool = False


@dataclass(frozen=True, slots=True)
class Detector:
    """A detector: what its pattern finds is private, in its group `private`, or the whole.

    One that is known `by_shape` alone searches the text in which public numbers are masked. `takes`
    may refuse words.
    """

    kind: PrivateKind
    pattern: Pattern[str]
    by_shape: bool = False
    takes: Callable[[str], bool] = bool

    def __call__(self, text: str, masked: str) -> Iterator[PrivateWords]:
        """Yield its private words, in the text's order."""
        for match in self.pattern.finditer(masked if self.by_shape else text):
            group = "private" if "private" in match.re.groupindex else 0
            if self.takes(match[group]):
                yield PrivateWords(self.kind, *match.span(group), match.start())


Find = Callable[[str, str], Iterator[PrivateWords]]


def has_digits(words: str) -> bool:
    """Return whether a word has more digits than the four that Fed. R. Civ. P. 5.2(a)(4) allows."""
    return sum(map(str.isdigit, words)) > 4
