"""“Did you mean”: the archive's words closest to one that no order has."""

from collections.abc import Iterable

_MOST = 3


def suggest_words(word: str, known: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Return up to three known words that differ in at most two letters (one in short words).

    `known` has each word and in how many orders it is. Nearest first, then the most frequent,
    then by alphabet.
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
