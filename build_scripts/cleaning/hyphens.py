"""Hyphens at line ends: the word's own ("claims-" | "made") or the printing's ("pay-" | "ment")."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from build_scripts.model.text.english import count_uses, is_word
from build_scripts.model.text.pattern import Pattern

WORD = Pattern(
    r"[^\W\d_]+(?:-[^\W\d_]+)*",
    accepts=["claims-made", "e-commerce"],
    refuses=["—", "28"],
)
LONGEST_WORD = 40  # letters
FEWEST_BREAKS = 4
BREAK_SHARE = 0.02  # of lines that end in a broken word, in text that is set with hyphenation
LONG_LINE = 40
RATHER_WHOLE = 10  # times: "for-" | "ward" 10, "con-" | "tract" 27; "co-" | "operate" 6


class HyphenRules(NamedTuple):
    """An order's own spelling of its words; used at every line end with a hyphen."""

    words: frozenset[str]  # lower case, as they stand inside lines, those with hyphens too
    hyphenates: bool  # the text is set with words broken at line ends

    def breaks_word(self, last_word: str, first_word: str) -> bool:
        """Return whether the hyphen that ends `last_word` is only a line break's.

        The order's own spelling decides first, then whether the halves and the whole are words. In
        text printed without hyphenation (word-processor orders) a hyphen stays unless a half is no
        word, or hardly one compared with the whole ("com-" | "plaint"): "e-" | "commerce", "year-"
        | "long", "claims-" | "made" keep theirs. Of capitals only a word is joined: "UNIVER-" |
        "SITY", not "SMITH-" | "JONES".
        """
        half = _find_broken_half(last_word)
        follows = WORD.match(first_word[:LONGEST_WORD])
        if not half or follows is None:
            return False
        if not follows[0][0].islower() and not (half.isupper() and follows[0].isupper()):
            return False
        left, right = half.lower(), follows[0].split("-")[0].lower()
        if len(left) == 1 or f"{left}-{right}" in self.words:
            return False
        if left + right in self.words:
            return True
        halves_are_words = is_word(left) and is_word(right)
        if is_word(left + right):
            return self.hyphenates or not halves_are_words or _is_rather_whole(left, right)
        return self.hyphenates and not halves_are_words and follows[0][0].islower()


def _find_broken_half(text: str) -> str:
    """Return the letters before the hyphen that ends the text; "" where there is none.

    A pattern would try every letter of a long run again: walked from the end, it is bounded.
    """
    if not text.endswith("-"):
        return ""
    end = start = len(text) - 1
    while start and end - start < LONGEST_WORD and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def learn_hyphens(texts: Iterable[str]) -> HyphenRules:
    """Learn an order's words from its lines, leaving out the fragments at line ends."""
    inside: list[str] = []
    long_lines = breaks = 0
    previous_broken = False
    for text in texts:
        stripped = text.strip()
        if not stripped:
            continue
        broken = stripped[-1] == "-" and _find_broken_half(stripped) != ""
        if broken or previous_broken:
            found = WORD.findall(stripped)
            inside.extend(found[1 if previous_broken else 0 : -1 if broken else None])
        else:
            inside.append(stripped)
        if len(stripped) >= LONG_LINE:
            long_lines += 1
            breaks += broken
        previous_broken = broken
    hyphenates = breaks >= max(FEWEST_BREAKS, BREAK_SHARE * long_lines)
    # An order repeats its words: each stretch between blanks is looked into once.
    stretches = set("\n".join(inside).split())
    words = frozenset(word.lower() for text in stretches for word in WORD.findall(text))
    return HyphenRules(words, hyphenates)


Hyphens = Callable[[], HyphenRules]  # an order's rules, learnt when a line first ends in a hyphen


def _is_rather_whole(left: str, right: str) -> bool:
    """Return whether the whole is far more current than the rarer half: "contract", not "landlord".

    No author hyphenates such a word: a hyphenated word is made of two current words.
    """
    rarer = min(count_uses(left), count_uses(right))
    return count_uses(left + right) >= RATHER_WHOLE * rarer
