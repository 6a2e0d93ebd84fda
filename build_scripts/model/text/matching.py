"""A search for many phrases in one pass, by their letters and digits alone."""

from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, MatchKind

from build_scripts.model.text.folding import normalize_with_offsets
from build_scripts.model.text.pattern import Pattern

_ASCII = bytes(range(128))
_FOREIGN = bytes(range(128, 256))
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_SMALL = bytes(range(256)).lower()
_WIDEST_GAP = 12  # characters between two letters: blanks, signs, the mark-up of one tag's end
_USUAL_GAPS = {9: (2, 3, 5), 10: (3, 6), 16: (4, 8, 12)}
"""Where a number of so many digits is divided, by the offset of the digit after each gap:
123-45-6789, 12-3456789, 702-555-0142, four times four.
"""
_PARTS_DIGITS = Pattern(
    r"[^,;:|\"\[\]{}<>=&$%\x01-\x08\x0e-\x1f\x7f-\x9f\ufffd]+",
    accepts=["-", " ", ") ", "-\n"],
    refuses=[", ", '","', "\x02", "; $", "</td><td>"],
    by="fullmatch",
)
_LINE_END = Pattern(r"[-\xad]\s*\n\s*", accepts=["-\n  "], refuses=["\n", " "], by="fullmatch")
_DIGEST_FROM = 32  # hexadecimal digits in a row
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


class PhraseMatcher:
    """A search for many normalized phrases (see `normalize_alnum`), in time linear in the text.

    If `phrases` has the printed forms of each, digits may be divided only as in one of these forms,
    as such a number usually is, or by a hyphen at a line's end: "1, 2, 3" does not match 123. Nor
    does a number within a digest match, or one that is a JSON value by itself.
    """

    def __init__(self, phrases: Iterable[str] | Mapping[str, Iterable[str]]) -> None:
        self._phrases = [phrase for phrase in dict.fromkeys(phrases) if phrase]
        self._gaps = (
            {phrase: _list_gaps(phrase, phrases[phrase]) for phrase in self._phrases}
            if isinstance(phrases, Mapping)
            else {}
        )
        self.count = len(self._phrases)
        self._all = AhoCorasick(self._phrases)
        # Which one is found does not matter: a few are searched for many bytes at a time.
        self._any = BytesAhoCorasick(map(_pack, self._phrases), MatchKind.LeftmostFirst)
        self._letters = frozenset("".join(self._phrases))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and phrase of each match of whole words in `text`: not next to another
        letter, or with a digit to a digit, nor of letters far from each other.
        """
        if not self.count:
            return
        letters, columns = normalize_with_offsets(text)
        for which, first, behind in self._all.find_matches_as_indexes(letters, overlapping=True):
            start, end = columns[first], columns[behind - 1] + 1
            if (
                not _is_one_word(text[max(0, start - 1) : start + 1])
                and not _is_one_word(text[end - 1 : end + 1])
                and all(
                    columns[at + 1] - columns[at] <= _WIDEST_GAP for at in range(first, behind - 1)
                )
                and self._is_printed_so(text, columns[first:behind], self._phrases[which])
            ):
                yield start, end, self._phrases[which]

    def _is_printed_so(self, text: str, columns: list[int], phrase: str) -> bool:
        gaps = self._gaps.get(phrase)
        if gaps is None:
            return True
        broken = 0
        for at in range(1, len(columns)):
            gap = text[columns[at - 1] + 1 : columns[at]].replace("\0", "")  # UTF-16 has these
            if gap and phrase[at - 1].isdigit() and phrase[at].isdigit():
                if at in gaps and (gap == gaps[at] or _PARTS_DIGITS.fullmatch(gap)):
                    continue
                broken += 1
                if broken > 1 or not _LINE_END.fullmatch(gap):
                    return False
        return not (phrase.isdigit() and _is_of_program(text, columns[0], columns[-1] + 1))

    def find_within(self, bare: str) -> Iterator[str]:
        """Yield the phrases within `bare`, which is normalized as well."""
        for which, _, _ in self._all.find_matches_as_indexes(bare, overlapping=True):
            yield self._phrases[which]

    def may_stand_in(self, text: str | bytes) -> bool:
        """Return whether `text` (bytes are UTF-8) may contain a phrase: fast; False is certain."""
        if not self.count:
            return False
        data = text.encode("utf-8", "replace") if isinstance(text, str) else text
        return bool(self._any.find_matches_as_indexes(self._pack_text(data)))

    def _pack_text(self, data: bytes) -> bytes:
        """Return a text's letters and digits, packed; some that are in no phrase may be missing."""
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
    """Return one byte for each letter: beyond ASCII one of 32 that no ASCII letter has."""
    return bytes(ord(letter) if letter.isascii() else ord(letter) % 32 for letter in letters)


def _is_one_word(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum() and pair[0].isdigit() == pair[1].isdigit()


def _list_gaps(phrase: str, prints: Iterable[str]) -> dict[int, str] | None:
    """Return the gaps of a printed phrase by the letters before each, or None."""
    usual = _USUAL_GAPS.get(len(phrase), ()) if phrase.isdigit() else ()
    gaps, known = dict.fromkeys(usual, "-"), False
    for printed in prints:
        letters, columns = normalize_with_offsets(printed)
        start = letters.find(phrase)
        if start >= 0:
            known = True
            own = columns[start : start + len(phrase)]
            gaps |= {
                at: printed[own[at - 1] + 1 : own[at]]
                for at in range(1, len(own))
                if own[at] - own[at - 1] > 1
            }
    return gaps if known else None


def _is_of_program(text: str, start: int, end: int) -> bool:
    """Return whether a number is part of a digest, or a JSON value that is not a string."""
    before = text[max(0, start - 8) : start].rstrip()
    if before.endswith('":') and before[-3:-2] != "\\" and text[end : end + 1] in {",", "}", "\n"}:
        return True
    first, last = start, end
    while first and end - first < _DIGEST_FROM and text[first - 1] in _HEXADECIMAL:
        first -= 1
    while last < len(text) and last - first < _DIGEST_FROM and text[last] in _HEXADECIMAL:
        last += 1
    return last - first >= _DIGEST_FROM and any(not c.isdigit() for c in text[first:last])
