"""Measure the text of a page: its left margin, its right edge, its line spacing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern import Pattern

DRIFT = 1  # columns by which the margins of two pages differ
_HANGING_NUMBER = Pattern(
    r"\s{0,6}(?P<number>¶\s?\d{1,3})\s{3,}(?=\S)",
    by="match",
    accepts=["¶ 2          The motion", "¶12    We"],
    refuses=["¶ 2 The motion", "      See ¶ 2    there"],
)
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


def pull_in_number(line: Line) -> Line:
    """Return a line whose paragraph's number hangs in the margin ("¶ 2       The motion") with the
    number right before its words, which keep their column.
    """
    hangs = _HANGING_NUMBER.match(line.text) if line.content[:1] == "¶" else None
    if not hangs:
        return line
    styles = tuple(span for span in line.styles if span.start >= hangs.end())
    number = hangs["number"].rjust(hangs.end() - 1)
    return line.with_text(f"{number} {line.text[hangs.end() :]}", styles)


def measure_margins(lines: Sequence[Line]) -> dict[int, Margins]:
    """Measure every page; a page with too few long lines has the measures of all pages."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)

    @cache
    def measure_all() -> Margins:
        return _measure(lines, lambda: Margins(0, 80, 0))

    return {page: _measure(of_page, measure_all) for page, of_page in by_page.items()}


def _measure(lines: Sequence[Line], fall_back: Callable[[], Margins]) -> Margins:
    lefts: list[int] = []
    rights: list[int] = []
    gaps: list[int] = []
    gap = 0
    seen = False
    for line in lines:
        if line.blank:
            gap += 1
            continue
        if len(line.content) >= LONG_LINE:
            lefts.append(line.indent)
            rights.append(len(line.text))
            if seen:
                gaps.append(gap)
        gap = 0
        seen = True
    if len(rights) < 4:
        return fall_back()
    # The margin is the leftmost column where several long lines begin: on a page that is mostly
    # quotation, most lines stand further in.
    columns = Counter(lefts)
    fewest = max(2, 0.1 * max(columns.values()))
    usual = [column for column, count in columns.items() if count >= fewest]
    left = min(usual) if usual else fall_back().left
    if min(lefts) < left - DRIFT:
        # One line stands further out: the page's margin, where the other pages have it too.
        whole = fall_back().left
        left = min((c for c in columns if abs(c - whole) <= DRIFT), default=left)
    rights.sort()
    return Margins(
        left,
        rights[int(len(rights) * 0.9)],
        Counter(gaps).most_common(1)[0][0] if gaps else 0,
    )
