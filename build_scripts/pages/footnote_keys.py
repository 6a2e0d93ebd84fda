"""Keys of footnotes: an order that counts twice from 1 has two notes "1"."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.model.clean_order import CleanOrder, Footnote


@dataclass(frozen=True, slots=True)
class FootnoteKeys:
    """Each footnote's key: its label as printed ("14", "*"), of a label's second note "1~2".

    `of_marks` has the keys of each block's marks, by the block's place in `locate_blocks`; None for
    a mark without a note.
    """

    in_order: tuple[str, ...]
    of_marks: tuple[tuple[str | None, ...], ...]

    @property
    def used(self) -> frozenset[str | None]:
        """Return the keys of notes whose mark is known."""
        return frozenset(key for keys in self.of_marks for key in keys)


def key_footnotes(clean: CleanOrder) -> FootnoteKeys:
    """Return the keys; the marks of a label go to its notes in turn, further ones to the last."""
    given = _Keys(clean.footnotes)
    marks = tuple(
        tuple(given.next_key(mark.label) for mark in block.footnote_marks)
        for _, block in clean.locate_blocks()
    )
    return FootnoteKeys(tuple(given.in_order), marks)


def label_of_key(key: str) -> str:
    """Return the printed label of a footnote's key."""
    return key.split("~", 1)[0]


@dataclass(slots=True)
class _Keys:
    footnotes: Sequence[Footnote]
    in_order: list[str] = field(default_factory=list)
    by_label: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    met: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        taken: set[str] = set()
        for note in self.footnotes:
            label = "".join(c for c in note.label if c.isalnum() or c in "*†‡§¶")[:20] or "note"
            place = len(self.by_label[note.label]) + 1
            key = label if place == 1 else f"{label}~{place}"
            while key in taken:
                key += "~"
            taken.add(key)
            self.by_label[note.label].append(key)
            self.in_order.append(key)

    def next_key(self, label: str) -> str | None:
        keys = self.by_label.get(label)
        if not keys:
            return None
        self.met[label] += 1
        return keys[min(self.met[label], len(keys)) - 1]
