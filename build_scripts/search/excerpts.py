"""The places of an order that a search found, with the words to mark."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.search.expressions import quote_words
from build_scripts.search.highlights import find_spans
from build_scripts.search.key_tokens import find_keys, plain_signs
from build_scripts.search.query import Key, Phrase, Prefix, Word
from build_scripts.text.pattern import Pattern

Marked = Word | Phrase | Prefix | Key
_MOST = 3
_AROUND = 110
"""Characters shown before and after the marks."""

_NUMBER = Pattern(r"[0-9]+", accepts=["433f3d1199", "dk17cv2540"], refuses=["rule", "٣"])


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of the text; `marks` are spans in it. `anchor` is its place on the order's page."""

    anchor: str
    text: str
    marks: tuple[tuple[int, int], ...]


class _Mark(NamedTuple):
    """A span of a block; `kind` is the part of the search that it matches."""

    start: int
    end: int
    kind: int


def take_excerpts(
    blocks: Sequence[tuple[str, str]], marked: Sequence[Marked]
) -> tuple[Excerpt, ...]:
    """Return up to three excerpts, in the text's order, from the blocks with the most of `marked`.

    The caption comes last. If nothing is in the text, the text's beginning is shown.
    """
    found = _find_marks([text for _, text in blocks], marked)
    if not found:
        body = [(anchor, text) for anchor, text in blocks if anchor.startswith("p-") and text]
        return tuple(_cut(anchor, text, []) for anchor, text in (body or blocks)[:1])

    def worth(number: int) -> tuple[int, bool, int]:
        return -len({mark.kind for mark in found[number]}), not blocks[number][0], number

    best = sorted(found, key=worth)[:_MOST]
    return tuple(
        _cut(_anchor_at(blocks, number), blocks[number][1], sorted(found[number]))
        for number in sorted(best)
    )


def _find_marks(texts: Sequence[str], marked: Sequence[Marked]) -> dict[int, list[_Mark]]:
    """Return the spans to mark in each block that has any."""
    found: dict[int, list[_Mark]] = defaultdict(list)
    words = [(kind, leaf) for kind, leaf in enumerate(marked) if not isinstance(leaf, Key)]
    asked = [("n" if isinstance(leaf, Word) else "x", quote_words(leaf)) for _, leaf in words]
    for (kind, _), spans in zip(words, find_spans(texts, asked), strict=True):
        for number, some in spans.items():
            found[number] += [_Mark(*span, kind) for span in some]
    keys = [(kind, leaf.key) for kind, leaf in enumerate(marked) if isinstance(leaf, Key)]
    for number, text in enumerate(texts if keys else ()):
        if not any(all(part in text for part in _NUMBER.findall(key)) for _, key in keys):
            continue  # finding citations takes time
        for one in find_keys(plain_signs(text)):
            found_kinds = (kind for kind, key in keys if _is_within(one.key, key))
            for kind in found_kinds:
                found[number].append(_Mark(one.start, one.end, kind))
    return found


def _is_within(found: str, key: str) -> bool:
    """Return whether a citation is the wanted one, or a subsection; any rule 12 for "Rule 12"."""
    if key.startswith("rule") and found.startswith("fedr"):
        found = f"rule{found.partition('p' if 'evid' not in found else 'evid')[2]}"
    return found == key or found.startswith(f"{key}z")


def _cut(anchor: str, text: str, marks: Sequence[_Mark]) -> Excerpt:
    """Cut the piece around the marks that are close together and match most of the search."""
    first, last = _choose_window(marks)
    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", last, end), last) or end
    before, behind = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    spans = ((m.start, _close(text, m)) for m in marks if start <= m.start and m.end <= end)
    shown = tuple((s + shift, e + shift) for s, e in _merge(spans))
    return Excerpt(anchor, f"{before}{text[start:end]}{behind}", shown)


def _choose_window(marks: Sequence[_Mark]) -> tuple[int, int]:
    best = (0, 0, 0)
    for at, mark in enumerate(marks):
        near = [m for m in marks[at : at + 20] if m.end <= mark.start + 2 * _AROUND] or [mark]
        kinds = len({m.kind for m in near})
        if kinds > best[0]:
            best = (kinds, mark.start, max(m.end for m in near))
    return best[1], best[2]


def _close(text: str, mark: _Mark) -> int:
    """Return the end of a mark; a bracket that it opens is closed in it: "Rule 26(f)"."""
    inside = text[mark.start : mark.end]
    return mark.end + (inside.count("(") > inside.count(")") and text[mark.end :][:1] == ")")


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _anchor_at(blocks: Sequence[tuple[str, str]], number: int) -> str:
    """Return a block's anchor, or that of the last block before it that has one."""
    return next((anchor for anchor, _ in reversed(blocks[: number + 1]) if anchor), "")
