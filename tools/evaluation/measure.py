"""What cleaning gave back of a rendering: counts that can be added up, and shares made of them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, RemovalReason
from tools.evaluation.alignment import Alignment, align_words
from tools.evaluation.prose import KnownOrder
from tools.evaluation.rendering import Rendering

CAPTION = frozenset(
    (
        BlockKind.COURT,
        BlockKind.PARTIES,
        BlockKind.DOCKET,
        BlockKind.TITLE,
        BlockKind.REFERENCE,
    )
)
BULLETS = frozenset("•-*●▪")
QUOTES = str.maketrans("‘’“”", "''\"\"")
SENTENCE_END = re.compile(r"[.?!][”’\")\]]{0,3}$")
# What ends in a point inside the sentences.
ABBREVIATIONS = frozenset(
    "v. No. Nos. (Dkt. (ECF Dkt. U.S. U.S.C. Cir. Inc. Co. Corp. Fed. R. Civ. P. Nat. Res. Def. Dr. Mr. "
    "Ms. Decl. (Aldergate Bell Atl. N. Am. Defs. R.R. C.F.R. Ex. (Compl. Evid. a.m. p.m.".split()
)
CONTEXT = 12  # letters and digits before a mark that must agree
OCR_NOTE_ERROR = 0.1  # of a scanned note's words may be misread


@dataclass(slots=True)
class Counts:
    """Sums over renderings."""

    renderings: int = 0
    failed: int = 0  # cleaning raised an error
    pages: int = 0
    numbers: int = 0  # printed
    numbers_removed: int = 0  # cut as line numbers
    numbers_right: int = 0
    words: int = 0
    edits: int = 0
    made_up: int = 0  # words left in the body that are not the body's
    breaks: int = 0
    breaks_found: int = 0
    breaks_right: int = 0
    notes: int = 0
    notes_right: int = 0
    page_ends: int = 0  # that cut a sentence
    page_ends_joined: int = 0
    titles_right: int = 0
    kinds: int = 0
    kinds_right: int = 0

    def add(self, other: "Counts") -> None:
        """Add another's counts."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def precision(self) -> float:
        return _share(self.numbers_right, self.numbers_removed)

    @property
    def recall(self) -> float:
        return _share(self.numbers_right, self.numbers)

    @property
    def word_error(self) -> float:
        return self.edits / self.words if self.words else 0.0

    @property
    def break_f1(self) -> float:
        return _share(2 * self.breaks_right, self.breaks + self.breaks_found)

    @property
    def tied(self) -> float:
        return _share(self.notes_right, self.notes)

    @property
    def joined(self) -> float:
        return _share(self.page_ends_joined, self.page_ends)


def measure(rendering: Rendering, clean: CleanOrder) -> Counts:
    """Compare what came out of cleaning with the order that was rendered."""
    order = rendering.order
    body = [block for block in clean.blocks if block.kind not in CAPTION]
    body = _drop_front(body, order)
    got, starts = _list_words(body)
    expected = [_plain(word, rendering.ocr) for word in order.words]
    alignment = align_words(expected, [_plain(word, rendering.ocr) for word in got])
    counts = Counts(renderings=1, pages=rendering.pages)
    counts.words = len(expected)
    counts.edits = alignment.edits
    counts.made_up = len(alignment.made_up)
    _count_numbers(counts, rendering, clean)
    _count_breaks(counts, order, alignment, starts)
    _count_page_ends(counts, rendering, alignment, starts)
    _count_notes(counts, rendering, clean, body)
    _count_kinds(counts, order, alignment, body, starts)
    titles = [block.text for block in clean.blocks if block.kind is BlockKind.TITLE]
    counts.titles_right = int(order.title.split() == " ".join(titles).split())
    return counts


def _drop_front(body: Sequence[Block], order: KnownOrder) -> list[Block]:
    """Leave out what some forms print between caption and text: the date, the court again."""
    front = {order.date.casefold(), f"{order.date}.".casefold()}
    return [block for block in body if block.text.casefold() not in front]


def _plain(word: str, ocr: bool) -> str:
    return word.translate(QUOTES) if ocr else word


def _list_words(blocks: Iterable[Block]) -> tuple[list[str], list[int]]:
    """All words, and at which of them a block begins; a bullet is no word."""
    words: list[str] = []
    starts: list[int] = []
    for block in blocks:
        own = block.text.split()
        if own and own[0] in BULLETS:
            own = own[1:]
        if own:
            starts.append(len(words))
            words.extend(own)
    return words, starts


def _count_numbers(counts: Counts, rendering: Rendering, clean: CleanOrder) -> None:
    cut: Counter[tuple[int, int]] = Counter()
    for removal in clean.removals:
        if removal.reason is RemovalReason.LINE_NUMBER:
            place = removal.line if rendering.by_line else removal.page
            value = int(removal.text) if removal.text.isdigit() else -1
            cut[place, value] += 1
    if rendering.ocr:  # what OCR makes of the margin is not cleaning's
        return
    counts.numbers = rendering.numbers.total()
    counts.numbers_removed = cut.total()
    counts.numbers_right = (cut & rendering.numbers).total()


def _known_starts(order: KnownOrder) -> list[int]:
    starts = []
    index = 0
    for block in order.blocks:
        starts.append(index)
        index += len(block.text.split())
    return starts


def _map_start(alignment: Alignment, start: int) -> int | None:
    """The expected word before which a break at the got word `start` falls."""
    if start in alignment.matched:
        return alignment.matched[start]
    if start - 1 in alignment.matched:
        return alignment.matched[start - 1] + 1
    return None


def _count_breaks(
    counts: Counts, order: KnownOrder, alignment: Alignment, starts: Sequence[int]
) -> None:
    known = set(_known_starts(order)[1:])
    found = {_map_start(alignment, start) for start in starts[1:]}
    counts.breaks = len(known)
    counts.breaks_found = len(starts[1:])
    counts.breaks_right = len(known & found)


def _count_page_ends(
    counts: Counts, rendering: Rendering, alignment: Alignment, starts: Sequence[int]
) -> None:
    """A sentence over a page's end is whole where its words follow each other in one block."""
    known = set(_known_starts(rendering.order))
    words = rendering.order.words
    back = {expected: got for got, expected in alignment.matched.items()}
    breaks = set(starts)
    for index in rendering.page_starts:
        if index in known or index == 0 or _ends_sentence(words[index - 1]):
            continue
        counts.page_ends += 1
        left, right = back.get(index - 1), back.get(index)
        if rendering.ocr:  # a misread word at the page's end is not a broken sentence
            left = left if left is not None else (right - 1 if right is not None else None)
            right = right if right is not None else (left + 1 if left is not None else None)
        if left is not None and right is not None and right == left + 1 and right not in breaks:
            counts.page_ends_joined += 1


def _ends_sentence(word: str) -> bool:
    return SENTENCE_END.search(word) is not None and word not in ABBREVIATIONS


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)[-CONTEXT:]


def _count_notes(
    counts: Counts, rendering: Rendering, clean: CleanOrder, body: Sequence[Block]
) -> None:
    """A note is right with its label, all its words, and its mark after the right words."""
    marks: dict[str, str] = {}
    for block in rendering.order.blocks:
        before = ""
        for run in block.runs:
            if run.mark:
                marks[run.text] = _letters(before)
            else:
                before += run.text
    found = {
        (mark.label, _letters(block.text[: mark.offset]))
        for block in body
        for mark in block.footnote_marks
    }
    notes = {note.label: note.text for note in clean.footnotes if note.tied}
    for note in rendering.order.notes:
        counts.notes += 1
        if note.label not in notes:
            continue
        expected = [_plain(word, rendering.ocr) for word in note.text.split()]
        got = [_plain(word, rendering.ocr) for word in notes[note.label].split()]
        allowed = OCR_NOTE_ERROR * len(expected) if rendering.ocr else 0
        placed = (note.label, marks[note.label]) in found
        if align_words(expected, got).edits <= allowed and placed:
            counts.notes_right += 1


def _count_kinds(
    counts: Counts,
    order: KnownOrder,
    alignment: Alignment,
    body: Sequence[Block],
    starts: Sequence[int],
) -> None:
    """Headings and quotations that came out as such."""
    kinds = {}
    filled = [block for block in body if block.text.split() not in ([], ["•"])]
    for block, start in zip(filled, starts, strict=False):
        kinds[_map_start(alignment, start)] = block.kind
    for block, start in zip(order.blocks, _known_starts(order), strict=True):
        if block.kind in (BlockKind.HEADING, BlockKind.QUOTE):
            counts.kinds += 1
            counts.kinds_right += kinds.get(start) is block.kind


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
