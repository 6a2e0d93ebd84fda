"""Two lists of words laid beside each other: how many edits, and which words are the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Alignment:
    """`edits` counts words changed, lost and made up; `matched` maps got words to expected ones."""

    edits: int
    matched: dict[int, int]
    made_up: tuple[int, ...]  # got words without a counterpart, changed ones not counted


def align_words(expected: Sequence[str], got: Sequence[str]) -> Alignment:
    """Align by longest common stretches; the edits are never fewer than the edit distance."""
    head = 0
    while head < min(len(expected), len(got)) and expected[head] == got[head]:
        head += 1
    tail = 0
    while tail < min(len(expected), len(got)) - head and expected[-1 - tail] == got[-1 - tail]:
        tail += 1
    matched = {at: at for at in range(head)}
    for back in range(1, tail + 1):
        matched[len(got) - back] = len(expected) - back
    middle = expected[head : len(expected) - tail], got[head : len(got) - tail]
    edits = 0
    made_up: list[int] = []
    for kind, i, i_end, j, j_end in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        if kind == "equal":
            matched.update((head + j + at, head + i + at) for at in range(i_end - i))
            continue
        edits += max(i_end - i, j_end - j)
        made_up.extend(head + at for at in range(j + (i_end - i), j_end))
    return Alignment(edits, matched, tuple(made_up))
