"""Split the body's lines where another document or another writing begins in the same file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.cleaning.bylines import read_byline
from build_scripts.cleaning.caption.cells import COLUMN_GAP
from build_scripts.cleaning.caption.patterns import COURT, is_role
from build_scripts.cleaning.line_ends import ENDED
from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern import holds_any

HEAD = 8  # lines of a page in which its caption's court stands
CAPTION = 30  # lines in which a caption names a party's role
PROSE_WORDS = 8
FEWEST_PROSE = 2  # lines: the front lists the writings in other words
VOTES = ("concurr", "dissent", "respecting")


@dataclass(frozen=True, slots=True)
class Document:
    """Lines that are read by themselves; `captioned` where they may begin with a caption."""

    lines: tuple[Line, ...]
    captioned: bool


def split_documents(lines: Sequence[Line]) -> tuple[Document, ...]:
    """Split the lines where another document or writing begins.

    That is where the stamps' document number changes, where a page begins with a caption of its
    own, where the form marks it, and at the byline of a separate opinion. The first
    document has the order's caption.
    """
    starts = {0: True, **dict(_find_starts(lines))}
    bounds = [*starts, len(lines)]
    return tuple(
        Document(tuple(lines[start:end]), starts[start])
        for start, end in pairwise(bounds)
        if start < end
    )


def _find_starts(lines: Sequence[Line]) -> Iterator[tuple[int, bool]]:
    votes = _find_votes(lines)
    prose = 0
    for index, (before, line) in enumerate(pairwise(lines), start=1):
        if prose < FEWEST_PROSE:
            prose += _reads_as_prose(before)
        if line.document != before.document:
            yield index, True
        elif line.part:
            yield index, False
        elif line.page != before.page and _begins_with_caption(lines, index):
            yield index, True
        elif (
            prose >= FEWEST_PROSE
            and not line.blank
            and (index in votes or index + 1 in votes)
            and _begins_with_byline(lines, index)
        ):
            yield index, False


def _find_votes(lines: Sequence[Line]) -> set[int]:
    """Return the lines with a word that every separate opinion's byline holds."""
    if not holds_any("\n".join(line.content for line in lines), VOTES):
        return set()
    return {index for index, line in enumerate(lines) if holds_any(line.content, VOTES)}


def _reads_as_prose(line: Line) -> bool:
    words = line.content.split()
    return len(words) >= PROSE_WORDS and 2 * sum(w[0].islower() for w in words) >= len(words)


def _begins_with_byline(lines: Sequence[Line], index: int) -> bool:
    """Return whether a separate opinion's byline begins on a line, right below a sentence's end."""
    text = lines[index].content
    following = lines[index + 1].content if index + 1 < len(lines) else ""
    above = next((ln for ln in reversed(lines[max(0, index - 9) : index]) if not ln.blank), None)
    ended = above is None or above.page != lines[index].page or ENDED.search(above.content)
    return bool(ended) and read_byline([text, following]) is not None


def _begins_with_caption(lines: Sequence[Line], start: int) -> bool:
    """Return whether a page begins with a court and, below it, a party's role or "v."."""
    page = lines[start].page
    filled: list[Line] = []
    for line in (lines[index] for index in range(start, len(lines))):
        if line.page != page or len(filled) == CAPTION:
            break
        if not line.blank:
            filled.append(line)
    court = next((i for i, ln in enumerate(filled[:HEAD]) if COURT.fullmatch(ln.content)), None)
    return court is not None and any(
        is_role(cell.strip()) for line in filled[court + 1 :] for cell in _split(line)
    )


def _split(line: Line) -> list[str]:
    return COLUMN_GAP.split(line.content)
