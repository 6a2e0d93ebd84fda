"""Two lists of lines → what changed, as small as a person would say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

CONTEXT = 2  # words before a changed word that are said with it
ALIKE = 0.5  # share of equal words from which two lines are one line that changed
TRIED = 10_000  # pairs of lines that are looked at to find which line became which


@dataclass(frozen=True)
class Change:
    """Words of the old site and what stands there now; one of them may be empty."""

    old: str
    new: str


def list_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yield what changed between two lists of lines: words of a line, or whole lines."""
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for before, after in _pair(old[i:j], new[k:m]):
                yield from _list_changed_words(before, after)


def _pair(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield which line became which; a line without a partner has the partner ''."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    rest = list(new)
    for line in old:
        found = None
        if len(old) * len(new) <= TRIED:
            found = next((n for n, other in enumerate(rest) if _are_alike(line, other)), None)
        if found is None:
            yield line, ""
        else:
            yield from (("", added) for added in rest[:found])
            yield line, rest[found]
            del rest[: found + 1]
    yield from (("", added) for added in rest)


def _are_alike(old: str, new: str) -> bool:
    return _match(old.split(), new.split()).ratio() >= ALIKE


def _match(old: list[str], new: list[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, old, new, autojunk=False)


def _list_changed_words(old: str, new: str) -> Iterator[Change]:
    """Yield each run of words that changed, with the words before it; or the lines, if unlike."""
    before, after = old.split(), new.split()
    matcher = _match(before, after)
    if not before or not after or matcher.ratio() < ALIKE:
        yield Change(old, new)
        return
    for (i, j), (k, m) in _join_runs(matcher):
        start = min(CONTEXT, i, k)
        yield Change(" ".join(before[i - start : j]), " ".join(after[k - start : m]))


def _join_runs(matcher: "SequenceMatcher[str]") -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the runs of unequal words, two that so few equal words part as one."""
    *blocks, end = matcher.get_matching_blocks()
    whole = (end.a, end.b)
    kept = [
        (i, k, size)
        for i, k, size in blocks
        if size > CONTEXT or (i, k) == (0, 0) or (i + size, k + size) == whole
    ]
    for (i, k, size), (j, m, _) in pairwise([(0, 0, 0), *kept, end]):
        if i + size < j or k + size < m:
            yield (i + size, j), (k + size, m)
