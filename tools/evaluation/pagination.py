"""Printed lines dealt out to pages, each footnote at the foot of the page that holds its mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tools.evaluation.typesetting import SetLine

RULE_GAP = 16.0  # above and below the rule over the notes


@dataclass(slots=True)
class SetPage:
    """A page: body lines with the depth of each below the page's top, and the notes' lines."""

    lines: list[tuple[float, SetLine]] = field(default_factory=list)
    notes: list[SetLine] = field(default_factory=list)
    carried: bool = False  # the first note goes on from the page before

    @property
    def notes_height(self) -> float:
        return RULE_GAP + sum(line.pitch + line.before for line in self.notes)


@dataclass(slots=True)
class _Dealer:
    height: float
    pages: list[SetPage] = field(default_factory=list)
    depth: float = 0.0
    waiting: list[SetLine] = field(default_factory=list)  # rest of a note

    def open_page(self, top: float = 0.0) -> None:
        page = SetPage(notes=self.waiting, carried=bool(self.waiting))
        self.waiting = []
        self.pages.append(page)
        self.depth = top

    def room(self) -> float:
        page = self.pages[-1]
        return self.height - self.depth - (page.notes_height if page.notes else 0.0)


def paginate(
    lines: Sequence[SetLine],
    notes: Mapping[str, Sequence[SetLine]],
    height: float,
    first_top: float,
    split_notes: bool,
) -> list[SetPage]:
    """Deal lines to pages `height` deep; the first one's text begins at `first_top`.

    A heading stays with the line below it. A note that has no room on its page goes on at the
    foot of the next, where `split_notes` allows it and two of its lines fit; else the line that
    holds its mark begins the next page.
    """
    dealer = _Dealer(height)
    dealer.open_page(first_top)
    for at, line in enumerate(lines):
        own = [note for label in line.labels for note in notes[label]]
        page = dealer.pages[-1]
        before = line.before if page.lines else 0.0
        below = _measure_kept(lines, at)
        need = before + line.pitch + below
        gap = RULE_GAP if own and not page.notes else 0.0
        note_room = dealer.room() - need - gap
        note_height = sum(note.pitch + note.before for note in own)
        least = sum(note.pitch + note.before for note in own[:2])
        fits = note_room >= note_height if not split_notes else note_room >= least
        if page.lines and (dealer.room() < need or (own and not fits)):
            dealer.open_page()
            page = dealer.pages[-1]
            before = 0.0
            note_room = dealer.room() - line.pitch - (RULE_GAP if not page.notes else 0.0)
        page.lines.append((dealer.depth + before + line.pitch, line))
        dealer.depth += before + line.pitch
        for note in own:
            if dealer.waiting or note_room < note.pitch + note.before:
                dealer.waiting.append(note)
            else:
                page.notes.append(note)
                note_room -= note.pitch + note.before
    while dealer.waiting:
        dealer.open_page()
    return dealer.pages


def _measure_kept(lines: Sequence[SetLine], at: int) -> float:
    """The height of what must stand on the page of line `at`: a heading's rest, a first line."""
    height = 0.0
    while lines[at].keep and at + 1 < len(lines):
        at += 1
        height += lines[at].before + lines[at].pitch
    return height


def list_page_starts(pages: Sequence[SetPage]) -> tuple[int, ...]:
    """Indexes of the body's words at which a page after the first begins."""
    starts = []
    for page in pages[1:]:
        if page.lines:
            word = page.lines[0][1].words[0]
            starts.append(word.index)
    return tuple(starts)
