"""The body's lines parted where another document or another writing begins in the same file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.cleaning.caption.patterns import COURT, is_role
from build_scripts.cleaning.lines import Line

HEAD = 8  # lines of a page in which its caption's court stands
CAPTION = 30  # lines in which a caption names a party's role
COLUMN_GAP = re.compile(r"\s{3,}|\s[)§│|]+(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Document:
    """Lines that are read by themselves; `captioned` where they may begin with a caption."""

    lines: tuple[Line, ...]
    captioned: bool


def split_documents(lines: Sequence[Line]) -> tuple[Document, ...]:
    """Part the lines where the stamps' document number changes, where a page begins with a caption
    of its own, and where the form says that another writing begins. The first has the order's
    caption.
    """
    starts = {0: True, **dict(_find_starts(lines))}
    bounds = [*starts, len(lines)]
    return tuple(
        Document(tuple(lines[start:end]), starts[start])
        for start, end in pairwise(bounds)
        if start < end
    )


def _find_starts(lines: Sequence[Line]) -> Iterator[tuple[int, bool]]:
    for index in range(1, len(lines)):
        line, before = lines[index], lines[index - 1]
        if line.document != before.document:
            yield index, True
        elif line.part:
            yield index, False
        elif line.page != before.page and _begins_with_caption(lines, index):
            yield index, True


def _begins_with_caption(lines: Sequence[Line], start: int) -> bool:
    """Whether a page begins with a court and, below it, a party's role or "v."."""
    page = lines[start].page
    filled: list[Line] = []
    for line in lines[start:]:
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
