"""Words as they are compared whatever their print: letters and digits alone, in small letters.

"(415) 555-0123" and "415.555.0123" are one: "4155550123". Many are looked for in one pass.
"""

from collections.abc import Iterable, Iterator

import ahocorasick

_WIDEST_GAP = 12  # characters between two letters: blanks, signs, the mark-up of one tag's end


def strip_bare(text: str) -> str:
    """Return the letters and digits of `text`, folded."""
    return spell(text)[0]


def spell(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of a text, folded, and where in it each stands."""
    if text.isascii():
        columns = [column for column, character in enumerate(text) if character.isalnum()]
        return "".join([text[column] for column in columns]).lower(), columns
    letters, columns = [], []
    for column, character in enumerate(text):
        if character.isalnum():
            for folded in character.casefold():
                letters.append(folded)
                columns.append(column)
    return "".join(letters), columns


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

        A letter or digit right before or behind makes them part of another word; letters that
        stand far from each other make none.
        """
        if not self.count:
            return
        letters, columns = spell(text)
        for last, needle in self._automaton.iter(letters):
            first = last - len(needle) + 1
            start, end = columns[first], columns[last] + 1
            if (
                (start == 0 or not text[start - 1].isalnum())
                and (end == len(text) or not text[end].isalnum())
                and _is_close(columns, first, last)
            ):
                yield start, end, needle

    def find_bare(self, letters: str) -> Iterator[str]:
        """Yield the needles that stand in bare words, parts of words among them."""
        return (needle for _, needle in self._automaton.iter(letters)) if self.count else iter(())


def _is_close(columns: list[int], first: int, last: int) -> bool:
    return all(columns[at + 1] - columns[at] <= _WIDEST_GAP for at in range(first, last))
