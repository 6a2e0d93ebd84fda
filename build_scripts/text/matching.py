"""Many phrases searched for in one pass, by their letters and digits alone."""

from collections.abc import Iterable, Iterator

import ahocorasick

from build_scripts.text.folding import normalize_with_offsets
from build_scripts.text.pattern import Pattern

_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_SMALL = bytes(range(256)).lower()
_FOREIGN_SIGNS = Pattern(
    r"[^\w\x00-\x7f]+", accepts=["“", "5–6", "§ 1"], refuses=["a-b, c", "Żółć", "2 x_y"]
)
_WIDEST_GAP = 12  # characters between two letters: blanks, signs, the mark-up of one tag's end


class PhraseMatcher:
    """Finds normalized phrases (see `normalize_alnum`) together, in time linear in the text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        self.count = 0
        for phrase in dict.fromkeys(phrases):
            if phrase:
                self._automaton.add_word(phrase, phrase)
                self.count += 1
        if self.count:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and phrase of each match of whole words in `text`.

        A match next to another letter (or a digit next to a digit) is part of another word;
        letters far from each other are none.
        """
        if not self.count:
            return
        letters, columns = normalize_with_offsets(text)
        for last, phrase in self._automaton.iter(letters):
            first = last - len(phrase) + 1
            start, end = columns[first], columns[last] + 1
            if (
                not _is_one_word(text[max(0, start - 1) : start + 1])
                and not _is_one_word(text[end - 1 : end + 1])
                and _is_close(columns, first, last)
            ):
                yield start, end, phrase

    def find_within(self, bare: str) -> Iterator[str]:
        """Yield the phrases within `bare`, which is normalized too."""
        if self.count:
            yield from (phrase for _, phrase in self._automaton.iter(bare))

    def may_stand_in(self, text: str) -> bool:
        """Return whether `text` may hold a phrase: fast; a yes may be false, a no never is."""
        if not self.count:
            return False
        return next(self._automaton.iter(_normalize(text)), None) is not None


def _normalize(text: str) -> str:
    """Return the letters and digits of a text: `normalize_with_offsets` without offsets, faster."""
    data = text.encode("utf-8", "surrogatepass").translate(_SMALL, _SIGNS)
    letters = data.decode("utf-8", "surrogatepass")
    return letters if letters.isascii() else _FOREIGN_SIGNS.sub("", letters).casefold()


def _is_one_word(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum() and pair[0].isdigit() == pair[1].isdigit()


def _is_close(columns: list[int], first: int, last: int) -> bool:
    return all(columns[at + 1] - columns[at] <= _WIDEST_GAP for at in range(first, last))
