"""Many phrases searched for in one pass, by their letters and digits alone."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, MatchKind

from build_scripts.text.folding import normalize_with_offsets

_ASCII = bytes(range(128))
_FOREIGN = bytes(range(128, 256))
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_SMALL = bytes(range(256)).lower()
_WIDEST_GAP = 12  # characters between two letters: blanks, signs, the mark-up of one tag's end


class PhraseMatcher:
    """Finds normalized phrases (see `normalize_alnum`) together, in time linear in the text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = [phrase for phrase in dict.fromkeys(phrases) if phrase]
        self.count = len(self._phrases)
        self._all = AhoCorasick(self._phrases)
        # Which one is found does not matter here: a few are looked for many bytes at a time.
        self._any = BytesAhoCorasick(map(_pack, self._phrases), MatchKind.LeftmostFirst)
        self._letters = frozenset("".join(self._phrases))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and phrase of each match of whole words in `text`.

        A match next to another letter (or a digit next to a digit) is part of another word;
        letters far from each other are none.
        """
        if not self.count:
            return
        letters, columns = normalize_with_offsets(text)
        for which, first, behind in self._all.find_matches_as_indexes(letters, overlapping=True):
            start, end = columns[first], columns[behind - 1] + 1
            if (
                not _is_one_word(text[max(0, start - 1) : start + 1])
                and not _is_one_word(text[end - 1 : end + 1])
                and _is_close(columns, first, behind - 1)
            ):
                yield start, end, self._phrases[which]

    def find_within(self, bare: str) -> Iterator[str]:
        """Yield the phrases within `bare`, which is normalized too."""
        for which, _, _ in self._all.find_matches_as_indexes(bare, overlapping=True):
            yield self._phrases[which]

    def may_stand_in(self, text: str | bytes) -> bool:
        """Return whether `text`, in UTF-8 if it is bytes, may hold a phrase: fast; a yes may be
        false, a no never is.
        """
        if not self.count:
            return False
        data = text.encode("utf-8", "replace") if isinstance(text, str) else text
        return bool(self._any.find_matches_as_indexes(self._pack_text(data)))

    def _pack_text(self, data: bytes) -> bytes:
        """Return a text's letters and digits, case-folded and packed; those beyond ASCII that no
        phrase has may be missing.
        """
        foreign = data.translate(None, _ASCII).decode("utf-8", "ignore")
        folded = {
            letter.encode(): _pack(letter.casefold())
            for letter in set(foreign)
            if letter.isalnum() and not self._letters.isdisjoint(letter.casefold())
        }
        if not folded:
            return data.translate(_SMALL, _SIGNS + _FOREIGN)
        letters = data.translate(_SMALL, _SIGNS)
        for letter, packed in folded.items():
            letters = letters.replace(letter, packed)
        return letters.translate(None, _FOREIGN)


def _pack(letters: str) -> bytes:
    """Return a byte a letter: for those beyond ASCII one of 32, which no letter of ASCII has."""
    return bytes(ord(letter) if letter.isascii() else ord(letter) % 32 for letter in letters)


def _is_one_word(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum() and pair[0].isdigit() == pair[1].isdigit()


def _is_close(columns: list[int], first: int, last: int) -> bool:
    return all(columns[at + 1] - columns[at] <= _WIDEST_GAP for at in range(first, last))
