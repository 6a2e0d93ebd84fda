"""The two columns of a caption: parties on the left, docket number and title on the right."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from build_scripts.cleaning.caption.patterns import (
    COURT,
    DESCRIBES_PARTY,
    DOCKET,
    MINUTES,
    VERSUS_ALONE,
    begins_title,
    is_role,
    is_title,
    title_goes_on,
)
from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "cells.toml")
COLUMN_GAP = _PATTERNS.COLUMN_GAP
DATE_LABEL = _PATTERNS.DATE_LABEL
NARROWEST_LEFT = 20  # columns
FURTHEST_ROLE = 28  # columns: parties' roles are set in less
FEWEST_BESIDE = 3  # rows
FEWEST_RAGGED = 2  # rows
FEWEST_APART = 2  # gaps of a line
NEAR_ROLE = 2  # rows
WIDEST_RAGGED = 10  # blanks: wider gaps keep a column
CENTRED = 0.75  # of the rows
DRIFT = 5  # columns left of the usual one: short labels are centred ("D.C. No." above its number)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one line holds in one column; `line.text` keeps its columns."""

    line: Line
    right: bool

    @property
    def content(self) -> str:
        """The cell's text."""
        return self.line.content


def split_rows(lines: Sequence[Line]) -> list[list[Cell]]:
    """Cut every line at the column where the caption's right half begins, if it has two halves.

    Tools that keep two blanks between cells, and no columns, leave the right half ragged.
    """
    column = _find_column(lines)
    if column is None and _is_ragged(lines):
        return list(_split_ragged(lines))
    ruled = sum(_PATTERNS.RULED.search(line.text) is not None for line in lines) >= FEWEST_BESIDE
    apart = _measure_apart(lines)
    roles = (at for at, line in enumerate(lines) if holds_role(line) or is_role(cut_left(line)))
    last_role = max(roles, default=0)
    rows = []
    for at, line in enumerate(lines):
        cells = (_split_at_rule(line) if ruled else []) or _split_row(line, column)
        amid = ruled and at <= last_role and not any(cell.right for cell in cells)
        rows.append((amid and _split_at_order(line, apart)) or cells)
    filled = [row for row in rows if row and not _PATTERNS.RULE_ONLY.fullmatch(row[0].content)]
    # Maryland centres the parties, and "v." between them, where others have the right half.
    for above, row, below in zip(filled, filled[1:], filled[2:], strict=False):
        lines_of = [cell.line for each in (above, row, below) for cell in each]
        middles = [line.indent + len(line.content) / 2 for line in lines_of]
        centred = len(lines_of) == 3 and max(middles) - min(middles) <= DRIFT
        if centred and VERSUS_ALONE.match(row[0].content):
            above[:], below[:] = [Cell(lines_of[0], False)], [Cell(lines_of[2], False)]
    for above, row in pairwise(filled):
        # Pennsylvania: ": IN THE SUPERIOR COURT OF" | "PENNSYLVANIA"
        joined = f"{above[-1].content} {row[0].content}"
        if above[-1].right and not row[-1].right and COURT.fullmatch(joined):
            row[0] = Cell(row[0].line, right=True)
        if row[-1].right and _PATTERNS.JUDGE_OFFICE.match(row[-1].content) and above[0].line.indent:
            above[-1] = Cell(above[-1].line, right=True)  # the judge's name, left of the column
    return rows


def holds_role(line: Line) -> bool:
    """Return whether a cell of a line is a party's role or the "v."."""
    return any(map(is_role, re.split(r"\s{4,}|\s+[)§|:*]", line.content, maxsplit=3)))


def cut_left(line: Line) -> str:
    """Return what is left of a line's first gap of two blanks."""
    return line.content.split("  ")[0]


def has_role_beside(lines: Sequence[Line]) -> bool:
    """Return whether a ragged right half is next to a role: "vs.  AGREEMENT, DISMISSING"."""
    apart = _measure_apart(lines)
    gaps = (_find_ragged_gap(line, apart) for line in lines)
    beside = any(gap and is_role(gap.string[: gap.start()].strip()) for gap in gaps)
    return beside and _is_ragged(lines)


def _is_ragged(lines: Sequence[Line]) -> bool:
    # A rule shows the columns, and a minute order's form has labels and values.
    if any(_PATTERNS.RULE.search(line.text) or MINUTES.search(line.text) for line in lines):
        return False
    apart = _measure_apart(lines)
    gaps = [gap for line in lines if (gap := _find_ragged_gap(line, apart))]
    wide = [gap for gap in gaps if len(gap[0]) > WIDEST_RAGGED and "*" not in gap[0]]
    if sum(_holds_word(gap.string[gap.end() :]) for gap in wide) >= FEWEST_RAGGED:
        return False
    rights = [gap.string[gap.end() :] for gap in gaps]
    if any(map(_names_order, rights)) and len(gaps) >= FEWEST_RAGGED:
        return True
    return any(map(str.isupper, rights)) and _is_title_amid(lines)


def _holds_word(text: str) -> bool:
    return re.search(r"[^\W\d_]{2}", text) is not None


def _is_title_amid(lines: Sequence[Line]) -> bool:
    """Return whether a title is next to a role above the "v.": it is of the other column."""
    filled = [line for line in lines if not line.blank]
    sides = [VERSUS_ALONE.match(cut_left(line)) is not None for line in filled]
    above = filled[: sides.index(True)] if any(sides) else []
    roles = [n for n, line in enumerate(above) if is_role(line.content)]
    titles = [n for n, line in enumerate(above) if is_title(line)]
    return any(abs(role - title) <= NEAR_ROLE for role in roles for title in titles)


def _measure_apart(lines: Sequence[Line]) -> int:
    """Return the most blanks between words of a heading, of which some are one blank apart."""
    gaps = (gap for line in lines for gap in _PATTERNS.HEADING_GAP.finditer(line.text))
    widths = {len(gap["gap"]) for gap in gaps}
    return max(widths) if 1 in widths else 1


def _find_ragged_gap(line: Line, apart: int) -> re.Match[str] | None:
    """Return the gap before a docket number or a title, else a line's only gap.

    Gaps of up to `apart` blanks are between words.

    Where a tool set every word of a line so far apart a gap parts columns behind a "v." or a comma.
    """
    found = _PATTERNS.RAGGED_GAP.finditer(line.text, line.indent)
    gaps = [gap for gap in found if len(gap[0]) > apart]
    even = len(line.content.split()) - 1 == len(gaps) > FEWEST_APART
    if even:
        lefts = [(line.text[line.indent : gap.start()], gap) for gap in gaps]
        gaps = [gap for left, gap in lefts if left.endswith((",", ".", ";", ":"))]
    naming = (gap for gap in gaps if _names_order(line.text[gap.end() :]))
    return next(naming, gaps[0] if len(gaps) == 1 and not even else None)


def cut_right_half(line: Line) -> str:
    """Return a line's text without a docket number or a title in capitals behind its first gap."""
    gap = _PATTERNS.RAGGED_GAP.search(line.text, line.indent)
    right = line.text[gap.end() :] if gap else ""
    ends = DOCKET.match(right) or (right.isupper() and begins_title(right))
    return line.text[: gap.start()] if gap and ends else line.text


def _split_ragged(lines: Sequence[Line]) -> Iterator[list[Cell]]:
    """Cut lines in two at their gaps; those without one continue a title, or are of the left."""
    apart = _measure_apart(lines)
    title, goes_on = "", False  # the last right half, and whether it is on the line above
    sides = [n for n, line in enumerate(lines) if VERSUS_ALONE.match(cut_left(line))]
    roles = [n for n, line in enumerate(lines) if sides and is_role(line.content)]
    named = roles[-1] if roles and roles[-1] > sides[-1] else len(lines)  # both sides are above
    for index, line in enumerate(lines):
        if line.blank:
            yield []
            continue
        is_rest = line.content.startswith("(")
        if title and (goes_on or (index and is_role(lines[index - 1].content))):
            # Capitals below a title, where all parties are above, are its rest.
            shouted = index > named and line.content.isupper() and " " in line.content
            is_rest = shouted or title_goes_on(title, line.content)
            is_rest = is_rest and not _is_no_rest(line.content)
        cells = [Cell(_without_rule(line), right=False)]
        if gap := _find_ragged_gap(line, apart):
            cells = _cut(line, gap)
        elif begins_title(line.content) or (is_rest and title):
            cells = [Cell(line, right=True)]
        goes_on = bool(cells) and cells[-1].right
        if goes_on:
            title = "" if DOCKET.match(cells[-1].content) else cells[-1].content
        yield cells


def _is_no_rest(content: str) -> bool:
    """Return whether a line is of the parties or of the text, whatever the title above it."""
    names = content.endswith(";") or DESCRIBES_PARTY.search(content) or is_role(content)
    return bool(names) or _PATTERNS.TEXT_HEADING.fullmatch(content) is not None


def _find_column(lines: Sequence[Line]) -> int | None:
    if _is_centred([line for line in lines if not line.blank]):
        return None
    starts: Counter[int] = Counter()
    for line in lines:
        if _PATTERNS.CONTACT.match(line.content):
            continue
        gaps = list(COLUMN_GAP.finditer(line.text, line.indent))
        if len(gaps) > 1 and _PATTERNS.LABEL.search(line.text, gaps[-2].end(), gaps[-1].start()):
            gaps.pop()  # between a label and its value: "JANE ROE,     INDEX NO.     650412/2031"
        if gaps and gaps[-1].end() < len(line.text):
            column = gaps[-1].end()
            if column - line.indent > NARROWEST_LEFT:
                starts[column] += 1
    starts.update(_find_rows_beside(lines))
    if not starts:
        return None

    def count_near(column: int) -> int:
        return sum(starts[column + drift] for drift in range(-1, 2))

    best = max(starts, key=lambda column: (count_near(column), -column))
    if count_near(best) < 2 and (
        _is_ragged(lines) or not any(_names_order(line.text[best:].lstrip()) for line in lines)
    ):
        return None
    return min(column for column in starts if abs(column - best) <= 1)


def _find_rows_beside(lines: Sequence[Line]) -> Counter[int]:
    """Count columns where right cells are on rows of their own, between left ones (8th Cir.)."""
    filled = [line for line in lines if not line.blank]
    left = min((line.indent for line in filled), default=0)
    indents = Counter(line.indent for line in filled if line.indent - left >= FURTHEST_ROLE)
    return Counter({column: n for column, n in indents.items() if n >= FEWEST_BESIDE})


def _is_centred(lines: Sequence[Line]) -> bool:
    """Return whether most rows are one below the other in their page's middle (1st Cir.)."""
    centred = 0
    for _, page in groupby(lines, key=lambda line: line.page):
        rows = list(page)
        left = min(line.indent for line in rows)
        middles = [line.indent + len(line.content) / 2 for line in rows]
        usual = median(middles)
        centred += sum(
            abs(middle - usual) <= DRIFT
            and line.indent > left
            and not COLUMN_GAP.search(line.text, line.indent)
            for line, middle in zip(rows, middles, strict=True)
        )
    return centred >= CENTRED * max(1, len(lines))


def _names_order(text: str) -> bool:
    return begins_title(text) or any(p.match(text) for p in (DOCKET, DATE_LABEL))


def _split_at_rule(line: Line) -> list[Cell]:
    """Cut a line at the drawn rule in it or at its end: "v. ) ORDER", "JANE ROE, )"."""
    rule = _PATTERNS.INNER_RULE.search(line.text) or _PATTERNS.END_RULE.search(line.text)
    return _cut(line, rule) if rule else []


def _cut(line: Line, gap: re.Match[str]) -> list[Cell]:
    halves = line.cut(0, gap.start()), line.cut(gap.end(), len(line.text))
    cells = [Cell(half, right) for half, right in zip(halves, (False, True), strict=True)]
    return [cell for cell in cells if not cell.line.blank]


def _split_at_order(line: Line, apart: int) -> list[Cell]:
    """Cut a line before a docket number, a title or its capitals, where the rule was lost."""
    if is_title(line):
        return [Cell(line, right=True)]
    if _PATTERNS.DIVISION.fullmatch(line.content):
        return [Cell(line, right=False)]
    gap = _find_ragged_gap(line, apart)
    right = line.text[gap.end() :] if gap else ""
    return _cut(line, gap) if gap and (right.isupper() or _names_order(right)) else []


def _split_row(line: Line, column: int | None) -> list[Cell]:
    if line.blank:
        return []
    # A right cell on a row of its own: "            │ No. 31-2373"
    if line.indent > NARROWEST_LEFT and (
        rule := _PATTERNS.RULED_CELL.match(line.text, line.indent)
    ):
        return [Cell(line.cut(rule.end(), len(line.text)), right=True)]
    if column is None:
        return [Cell(_without_rule(line), right=False)]
    threshold = column - DRIFT
    if line.indent >= threshold:
        if _PATTERNS.RULE_ONLY.fullmatch(line.content):
            return []
        whole = _without_rule(line)
        if len(whole.text) < len(line.text.rstrip()):
            return [Cell(whole, right=False)]  # "          Defendants.   :"
        # Court headings can begin right of the column's edge on a narrow page.
        is_heading = bool(COURT.fullmatch(line.content)) and line.indent < column
        # Mississippi centres "v." between the parties and their roles.
        return [Cell(line, right=not (is_heading or VERSUS_ALONE.match(line.content)))]
    for gap in COLUMN_GAP.finditer(line.text, line.indent):
        end = gap.end()
        # A long name moves the rule: "JANE AND JOHN QUILLON ROE, ) ORDER".
        near = threshold - (DRIFT if gap[0].strip() else 0)
        if near <= end < len(line.text):
            left = line.cut(0, gap.start())
            right = line.cut(end, len(line.text))
            cells = (Cell(left, False), Cell(right, True))
            return [each for each in cells if not _PATTERNS.RULE_ONLY.fullmatch(each.content)]
    line = _without_rule(line)
    return [] if line.blank else [Cell(line, right=False)]


def _without_rule(line: Line) -> Line:
    """Drop the bracket of a drawn rule from a line's end ("JANE ROE,    )")."""
    text = line.text
    rule = re.search(r"(?<!\s)(?:\s+[)§|│*]+|\s{2,}:)\s*$", text)
    return line.cut(0, rule.start()) if rule else line
