"""Where the text of a page stands: its left margin, its right edge, its line spacing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.cleaning.lines import Line

LONG_LINE = 40  # characters: shorter lines say little of the margins


@dataclass(frozen=True, slots=True)
class Margins:
    """Columns of a page's running text, and the blank lines usual between two lines of it."""

    left: int
    right: int
    spacing: int

    @property
    def width(self) -> int:
        """Columns of text."""
        return self.right - self.left


def measure_margins(lines: Sequence[Line]) -> dict[int, Margins]:
    """Measure every page; a page with too few long lines has the measures of all pages."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    whole = _measure(lines, Margins(0, 80, 0))
    return {page: _measure(of_page, whole) for page, of_page in by_page.items()}


def _measure(lines: Sequence[Line], fallback: Margins) -> Margins:
    lefts: Counter[int] = Counter()
    rights: list[int] = []
    gaps: Counter[int] = Counter()
    gap = 0
    seen = False
    for line in lines:
        if line.blank:
            gap += 1
            continue
        content = line.content
        if len(content) >= LONG_LINE:
            lefts[line.indent] += 1
            rights.append(len(line.text))
            if seen:
                gaps[gap] += 1
        gap = 0
        seen = True
    if len(rights) < 4:
        return fallback
    # The margin is the leftmost column where several long lines begin: on a page that is mostly
    # quotation, most lines stand further in.
    fewest = max(2, 0.1 * max(lefts.values()))
    left = min((c for c, count in lefts.items() if count >= fewest), default=fallback.left)
    rights.sort()
    return Margins(left, rights[int(len(rights) * 0.9)], gaps.most_common(1)[0][0] if gaps else 0)
