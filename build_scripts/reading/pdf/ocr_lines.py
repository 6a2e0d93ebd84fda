"""The words that OCR read as lines: a baseline and a size of type for each, by their boxes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.external.tesseract import RecognisedWord

_PATTERNS = read_patterns(__package__, "ocr_lines.toml")
# Heights of words in parts of their size, about the same in all faces of text.
HEIGHTS = {
    (True, False): 0.67,  # (has tall letters, has letters below the baseline): "the"
    (True, True): 0.88,  # "they"
    (False, True): 0.67,  # "gap"
    (False, False): 0.46,  # "one"
}
DEPTH = 0.2  # of the size: what letters reach below the baseline


@dataclass(frozen=True, slots=True)
class OcrLine:
    """Words of one line, left to right; `base` is the row of their baseline, `size` their type's.

    Both are in dots of the picture, whose lines are level.
    """

    words: tuple[RecognisedWord, ...]
    base: float
    size: float


def gather_ocr_lines(words: Iterable[RecognisedWord]) -> list[OcrLine]:
    """Return the lines as OCR split them."""
    parted: dict[tuple[int, int, int], list[RecognisedWord]] = defaultdict(list)
    for word in words:
        parted[word.block, word.paragraph, word.line].append(word)
    return [
        _measure_line(_part_words(sorted(line, key=lambda word: word.left)))
        for line in parted.values()
    ]


def measure_body(lines: Sequence[OcrLine]) -> float:
    """Return the size of most of the text; 0 where there is none."""
    sizes = [line.size for line in lines for _ in range(sum(len(w.text) for w in line.words))]
    return median(sizes) if sizes else 0.0


def _part_words(words: Sequence[RecognisedWord]) -> list[RecognisedWord]:
    """Return the words with each box ended where the next begins: OCR's boxes can reach too far."""
    clipped = [
        replace(word, width=max(1, min(word.width, after.left - word.left)))
        for word, after in pairwise(words)
    ]
    return [*clipped, words[-1]]


def _measure_line(words: Sequence[RecognisedWord]) -> OcrLine:
    lettered = [word for word in words if _PATTERNS.LETTER.search(word.text)] or list(words)
    size = median(_measure_size(word) for word in lettered for _ in word.text)
    standing = [word for word in lettered if not _PATTERNS.DESCENDING.search(word.text)]
    if standing:
        base = median(word.top + word.height for word in standing)
    else:
        base = median(word.top + word.height - DEPTH * size for word in lettered)
    return OcrLine(tuple(words), base, size)


def _measure_size(word: RecognisedWord) -> float:
    tall, deep = _PATTERNS.TALL.search(word.text), _PATTERNS.DESCENDING.search(word.text)
    return word.height / HEIGHTS[tall is not None, deep is not None]
