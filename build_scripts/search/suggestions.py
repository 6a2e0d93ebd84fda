"""“Did you mean”: the archive's words closest to one that no order has, and looser searches."""

from collections.abc import Iterable

from build_scripts.search.query import Near, Node, Phrase, Prefix, Query, Word
from build_scripts.search.recognised import is_common_word
from build_scripts.text.pattern import Pattern

_ENDING = Pattern(
    r"(?<=[a-z]{4})(?:ed|ing|s)$",
    accepts=["granted", "grants", "granting"],
    refuses=["grant", "used", "was"],
)
_SIGNS = {"sentence": "s", "paragraph": "p"}
_MOST = 3


def suggest_words(word: str, known: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Return up to three known words that differ in at most two letters (one in short words).

    `known` has each word with its number of orders. Nearest first, then the most frequent, then by
    alphabet.
    """
    most = 1 if len(word) <= 4 else 2
    near = []
    for other, count in known:
        if other != word and abs(len(other) - len(word)) <= most:
            distance = count_edits(word, other, most)
            if distance <= most:
                near.append((distance, -count, other))
    return tuple(other for _, _, other in sorted(near)[:_MOST])


def count_edits(one: str, other: str, most: int) -> int:
    """Count letters changed, added, lost or swapped with their neighbour; `most` + 1 for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        current = [i]
        for j, against in enumerate(other, start=1):
            cost = min(row[j] + 1, current[-1] + 1, row[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, row = row, current
    return min(row[-1], most + 1)


def loosen_nearness(query: Query) -> str:
    """Return the search for a quotation near something, in other forms of its words; else "".

    `"motion to dismiss" /s granted` is `motion* dismiss /s grant*`: of a quotation the last word is
    to be near, the others may be anywhere.
    """
    near = query.root
    if not isinstance(near, Near) or not any(
        isinstance(x, Phrase) for x in (near.left, near.right)
    ):
        return ""
    (*before, left), (*behind, right) = _loosen(near.left), _loosen(near.right)
    reach = _SIGNS.get(str(near.reach), str(near.reach))
    words = [*before, left, f"{'+' if near.ordered else '/'}{reach}", right, *behind]
    return " ".join(words) if left and right else ""


def _loosen(node: Node) -> list[str]:
    """Return the words for a side of a nearness; the last one is to be near."""
    if isinstance(node, Phrase):
        words = [word for word in node.words if not is_common_word(word)]
        return [*(f"{word}*" for word in words[:-1]), *(words[-1:] or [""])]
    if isinstance(node, Word):
        return [_ENDING.sub("*", node.text)]
    return [f"{node.text}*" if isinstance(node, Prefix) else ""]
