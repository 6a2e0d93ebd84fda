"""Many words that are looked for in one pass, by their letters and digits alone."""

from collections.abc import Iterable, Iterator

import ahocorasick

from build_scripts.text.folding import spell
from build_scripts.text.pattern import Pattern

_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_FOREIGN_SIGNS = Pattern(
    r"[^\w\x00-\x7f]+", accepts=["“", "5–6", "§ 1"], refuses=["a-b, c", "Żółć", "2 x_y"]
)
_WIDEST_GAP = 12  # characters between two letters: blanks, signs, the mark-up of one tag's end


class Needles:
    """Bare words that are looked for together, in time linear in the text."""

    def __init__(self, needles: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        self.count = 0
        for needle in dict.fromkeys(needles):
            if needle:
                self._automaton.add_word(needle, needle)
                self.count += 1
        if self.count:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and needle of whole words of `text`.

        A letter right before or behind a letter, or a digit beside a digit, makes them part of
        another word; letters that stand far from each other make none.
        """
        if not self.count:
            return
        letters, columns = spell(text)
        for last, needle in self._automaton.iter(letters):
            first = last - len(needle) + 1
            start, end = columns[first], columns[last] + 1
            if (
                not _is_one_word(text[max(0, start - 1) : start + 1])
                and not _is_one_word(text[end - 1 : end + 1])
                and _is_close(columns, first, last)
            ):
                yield start, end, needle

    def find_within(self, bare: str) -> Iterator[str]:
        """Yield the needles that words hold, given as bare as these."""
        if self.count:
            yield from (needle for _, needle in self._automaton.iter(bare))

    def may_stand_in(self, text: str) -> bool:
        """Whether any needle's letters follow each other in `text`; quick, rather yes than no."""
        if not self.count:
            return False
        letters = _drop_signs(text.casefold())
        return next(self._automaton.iter(letters), None) is not None


def _drop_signs(text: str) -> str:
    """Return the letters and digits of a text, as `spell` does without places, twice as fast."""
    data = text.encode("utf-8", "surrogatepass").translate(None, _SIGNS)
    letters = data.decode("utf-8", "surrogatepass")
    return letters if letters.isascii() else _FOREIGN_SIGNS.sub("", letters)


def _is_one_word(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum() and pair[0].isdigit() == pair[1].isdigit()


def _is_close(columns: list[int], first: int, last: int) -> bool:
    return all(columns[at + 1] - columns[at] <= _WIDEST_GAP for at in range(first, last))
