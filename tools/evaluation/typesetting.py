"""Blocks broken into printed lines: words, indents, hyphens; measures come from the font."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tools.evaluation.prose import KnownBlock, Run
from tools.evaluation.sentences import BREAKS

RAISED = 0.62  # of the size: a footnote mark
SYLLABLES = {word.replace("-", ""): word.split("-") for word in BREAKS}
FEWEST_LETTERS = 3  # before and after a break

Measure = Callable[[str, "Face"], float]  # the width of a text


@dataclass(frozen=True, slots=True)
class Face:
    """How a piece of a word is set."""

    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or the part of a word that is set in one face."""

    text: str
    face: Face


@dataclass(slots=True)
class Word:
    """What stands between two blanks; `index` counts the words of the body, or of a note."""

    pieces: list[Piece]
    index: int
    labels: tuple[str, ...] = ()  # of the notes whose marks it holds
    rest: bool = False  # the second half of a broken word

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class SetLine:
    """A printed line: its words and the blank before the first, in the measure's unit."""

    words: list[Word]
    x: float
    width: float  # from `x` to the right edge of its block
    align: str  # left, justified, centred
    pitch: float  # height that it takes
    before: float = 0.0  # blank space above it
    keep: bool = False  # with the line below: a heading
    labels: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a block is set; columns and heights in one unit."""

    left: float = 0.0
    right: float = 0.0  # blank at the right
    first: float = 0.0  # the first line's further indent
    hang: float = 0.0  # … the further lines'
    align: str = "left"
    pitch: float = 24.0
    before: float = 0.0
    bold: bool = False
    keep: bool = False


def list_words(runs: Sequence[Run], face: Face, first_index: int) -> list[Word]:
    """Cut runs to words; marks are raised pieces of the word that they follow."""
    words: list[Word] = []
    open_word = False
    index = first_index
    for run in runs:
        if run.mark:
            raised = Piece(run.text, Face(face.size, raised=True))
            words[-1].pieces.append(raised)
            words[-1].labels = (*words[-1].labels, run.text)
            continue
        own = Face(face.size, face.bold, run.italic)
        for at, text in enumerate(run.text.split(" ")):
            if at:
                open_word = False
            if not text:
                continue
            if open_word:
                words[-1].pieces.append(Piece(text, own))
            else:
                words.append(Word([Piece(text, own)], index))
                index += 1
                open_word = True
    return words


def measure_word(word: Word, measure: Measure) -> float:
    """The width of a word."""
    return sum(measure(piece.text, piece.face) for piece in word.pieces)


def set_block(
    words: Sequence[Word], shape: Shape, column: float, measure: Measure, hyphenate: bool
) -> list[SetLine]:
    """Fill lines of a column `column` wide."""
    blank = measure(" ", words[0].pieces[-1].face)
    lines: list[SetLine] = []
    todo = list(words)
    while todo:
        x = shape.left + (shape.hang if lines else shape.first)
        room = column - x - shape.right
        taken: list[Word] = []
        used = 0.0
        while todo:
            width = measure_word(todo[0], measure)
            if taken and used + blank + width > room:
                halves = _break_word(todo[0]) if hyphenate else []
                for left, right in halves:
                    if used + blank + measure_word(left, measure) <= room:
                        taken.append(left)
                        todo[0] = right
                        break
                break
            used += width + (blank if taken else 0.0)
            taken.append(todo.pop(0))
        labels = [label for word in taken for label in word.labels]
        before = shape.before if not lines else 0.0
        lines.append(SetLine(taken, x, room, shape.align, shape.pitch, before, shape.keep, labels))
    if lines[-1].align == "justified":
        lines[-1].align = "left"
    return lines


def _break_word(word: Word) -> list[tuple[Word, Word]]:
    """The ways to break a word, longest first part first."""
    if len(word.pieces) != 1 or word.rest:
        return []
    piece = word.pieces[0]
    core = piece.text.rstrip(".,;:?!”’)")
    parts = SYLLABLES.get(core)
    if parts is None:
        return []
    ways = []
    for cut in range(len(parts) - 1, 0, -1):
        left = "".join(parts[:cut])
        if len(left) < FEWEST_LETTERS or len(core) - len(left) < FEWEST_LETTERS:
            continue
        first = Word([Piece(left + "-", piece.face)], word.index)
        second = Word([Piece(piece.text[len(left) :], piece.face)], word.index, word.labels, True)
        ways.append((first, second))
    return ways


def split_bullet(block: KnownBlock) -> list[Run]:
    """A block's runs with its bullet printed."""
    return [Run("• "), *block.runs] if block.bullet else list(block.runs)
