"""The caption: court, parties, docket numbers, title, in one column or in two."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.cleaning.hyphens import HyphenRules
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.running_text import RunningText, join_lines
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import Style

# Accepted: "UNITED STATES DISTRICT COURT", "Supreme Court of the United States",
#   "FOR THE NINTH CIRCUIT", "NORTHERN DISTRICT OF CALIFORNIA", "San Francisco Division",
#   "for the District of Columbia Circuit"; refused: "the district court erred"
COURT = re.compile(
    r"""
      (?: (?:in\s+the\s+)? (?:united\s+states|u\.\s?s\.|superior|supreme|circuit|district|tax
          |bankruptcy|court\s+of|appellate|commonwealth|state\s+of)
          \b [\w\s,.&'’-]{0,60} )? \b court (?:s)? \b [\w\s,.&'’-]{0,50}
    | (?:for\s+the\s+)? (?:northern|southern|eastern|western|central|middle)? \s* district \s+ of
        \s+ [\w\s.]{3,40}
    | (?:for\s+the\s+)? [\w\s.]{3,40} \s circuit
    | (?:at\s+)? [\w\s.-]{3,30} \s division
    """,
    re.VERBOSE | re.IGNORECASE,
)
ROLE = re.compile(
    r"""
    (?: (?:counter|cross|third[- ]party|lead|nominal|intervenor|real\s+party|consolidated)[- ]?\s*
        (?:claim\s*)? )?
    (?: plaintiff | defendant | petitioner | respondent | appellant | appellee | debtor
      | intervenor | movant | claimant | relator | creditor | garnishee | trustee | cross-\w+ )
    (?:s|\(s\))? (?: \s*[-/\u2013,]?\s* (?:and\s+)? (?:in\s+intervention | (?:counter|cross|third[- ]party)?[- ]?\s*
        (?:plaintiff|defendant|petitioner|respondent|appellant|appellee|intervenor|claimant)(?:s|\(s\))? ) ){0,3}
    [.,;:]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
VERSUS = re.compile(r"-?\s*(?:v\.?|vs\.?|versus|against)\s*-?", re.IGNORECASE)
# Accepted: "Case No. 25-cv-02124-DMR", "No. 96-7169", "D.C. Nos.", "Case No.: 21cv31-H-LL",
#   "(No. 94cv00385)", "CIVIL ACTION NO. 2:19-cv-1", "CV 16-05234 TJH (FFMx)", "No. C 17-2540 HRL",
#   "Docket No. 12"; refused: "NO. 11" below "PRODUCTION", "Re: Dkt. No. 7"
DOCKET = re.compile(
    r"""
    \(? (?: (?:lead\s+|consolidated\s+|related\s+|master\s+)? (?:case|cause|civil(?:\s+action)?
        |criminal(?:\s+action)?|docket|d\.\s?c\.|agency|index|file|bap|adversary|mdl)? \s*
        (?:no|nos|number|numbers|\#) \b \s* [.:]{0,2} \s* (?=$|[\w(-]*\d|[A-Z]{1,4}[\s-]) )
      | \(? (?:(?:CV|CR|C|MDL|EDCV|SACV)\s? \d{2}-\d{2,6} | \d{1,2}:\d{2}-[a-z]{2}-\d+ | \d{2}-?[a-z]{2}-?\d{2,6}\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
BARE_DOCKET = re.compile(r"\(?[\d:]+-?[A-Za-z]{0,4}-?\d*(?:-[A-Za-z]{1,5}){0,4}-?\)?[,;]?")
REFERENCE = re.compile(
    r"""
    \[? \(? \s* (?: re \s*: | re:\s | (?:ecf|dkt|docket|doc) \b\.? \s* (?:nos?\b\.?)? \s* \d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
TITLE = re.compile(
    r"""
    (?: \[? (?:proposed|amended|corrected|second|third|redacted|sealed|tentative|final|joint|ex\s+parte|published|unpublished|interim|consent|partial|default)\]? \s+ ){0,3}
    (?: order | memorandum | opinion | judgment | judgement | decision | report \s+ and | report \s+ &
      | findings | stipulat\w+ | scheduling | protective | standing | minute | minutes | civil\s+minutes
      | ruling | decree | injunction | temporary \s+ restraining | preliminary\s+injunction | pretrial
      | case\s+management | notice | \[?in\s+chambers | suggestion | certificate | mandate | per\s+curiam
      | magistrate\s+judge['’]s | court['’]s | (?:plaintiff|defendant|the)\b[\w\s'’]{0,30}\b(?:motion|order) | motion | complaint )
    \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
COLUMN_GAP = re.compile(r"\s{3,}|\s+[)§|:*│]+(?:\s+|$)")
PROSE_WORDS = 8
PROSE_CHARACTERS = 50
PROSE_LOWER = 0.45  # of the words
LONGEST_CAPTION = 140  # lines


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption's pieces in order, and the index of the first line after it."""

    pieces: tuple[tuple[BlockKind, RunningText], ...]
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one line holds in one column of a caption."""

    line: Line
    right: bool

    @property
    def content(self) -> str:
        """The cell's text."""
        return self.line.content


def read_caption(
    lines: Sequence[Line], margins: dict[int, Margins], hyphens: HyphenRules
) -> Caption:
    """Find and take apart the caption at the head of an order.

    It runs from the first line to the last one with a party's role, a docket number, a title or
    a second column before the first line of prose. Orders without one get an empty caption.
    """
    prose = _find_prose(lines)
    split = _find_column(lines[:prose])
    cells = [_split_cells(line, split) for line in lines[:prose]]
    end = _find_end(lines, cells, prose)
    if end == 0:
        return Caption((), 0)
    left = [cell for row in cells[:end] for cell in row if not cell.right]
    right = [cell for row in cells[:end] for cell in row if cell.right]
    pieces = [*_sort_column(left, False), *_sort_column(right, True)]
    order = (
        BlockKind.COURT,
        BlockKind.CENTRED,
        BlockKind.PARTIES,
        BlockKind.DOCKET,
        BlockKind.TITLE,
        BlockKind.REFERENCE,
    )
    if right:
        pieces.sort(key=lambda piece: order.index(piece[0]))
    return Caption(tuple((kind, join_lines(part, hyphens)) for kind, part in pieces), end)


def _find_prose(lines: Sequence[Line]) -> int:
    """The first line of running text: long, mostly lower-case words, no column gap."""
    for index, line in enumerate(lines[:LONGEST_CAPTION]):
        if is_prose(line):
            return index
    return min(len(lines), LONGEST_CAPTION)


def is_prose(line: Line) -> bool:
    """Whether a line reads as running text and not as a cell of a caption or a heading."""
    content = line.content
    if len(content) < PROSE_CHARACTERS or re.search(r"\S\s{4,}\S", content):
        return False
    words = content.split()
    lower = sum(1 for word in words if word[:1].islower())
    return len(words) >= PROSE_WORDS and lower >= PROSE_LOWER * len(words)


def _find_column(lines: Sequence[Line]) -> int | None:
    """The column where the right half of a two-column caption begins, if it has two."""
    starts: Counter[int] = Counter()
    for line in lines:
        gap = None
        for gap in COLUMN_GAP.finditer(line.text, line.indent):
            pass
        if gap is not None and gap.end() < len(line.text) and gap.end() - line.indent > 20:
            starts[gap.end()] += 1
    if not starts:
        return None
    best = max(starts, key=lambda column: (sum(starts[column + d] for d in (-1, 0, 1)), -column))
    near = sum(starts[best + drift] for drift in (-1, 0, 1))
    if near < 2 and not any(_starts_docket_or_title(line, best) for line in lines):
        return None
    return min(column for column in starts if abs(column - best) <= 1)


def _starts_docket_or_title(line: Line, column: int) -> bool:
    cell = line.text[column:]
    return bool(cell.strip()) and bool(DOCKET.match(cell) or TITLE.match(cell))


def _split_cells(line: Line, column: int | None) -> list[Cell]:
    """Cut a line at the column where blanks, or a drawn rule, part its halves."""
    if line.blank:
        return []
    if column is None:
        return [Cell(line, right=False)]
    if line.indent >= column - 1 and not _is_centred(line, column):
        return [Cell(line, right=True)]
    for gap in COLUMN_GAP.finditer(line.text, line.indent):
        if gap.end() < len(line.text) and abs(gap.end() - column) <= 2:
            left = replace(line, text=line.text[: gap.end()].rstrip(" )§|│*"), styles=())
            right = replace(line, text=" " * gap.end() + line.text[gap.end() :], styles=())
            return [Cell(left, right=False), Cell(right, right=True)]
    if line.text.rstrip().endswith((" )", " §", " |", ")")) and "(" not in line.text:
        line = replace(line, text=line.text.rstrip(" )§|"), styles=())
        return [Cell(line, right=False)] if not line.blank else []
    return [Cell(line, right=False)]


def _is_centred(line: Line, column: int) -> bool:
    """Court headings can begin right of the column's edge on a narrow page."""
    return bool(COURT.fullmatch(line.content)) and line.indent < column + 6


def _find_end(lines: Sequence[Line], cells: Sequence[Sequence[Cell]], prose: int) -> int:
    """One past the last caption-like line before the prose."""
    has_court = any(COURT.fullmatch(cell.content) for row in cells for cell in row)
    has_role = any(
        ROLE.fullmatch(cell.content) or VERSUS.fullmatch(cell.content)
        for row in cells
        for cell in row
    )
    if not (has_court or has_role):
        return 0
    for index in range(prose - 1, -1, -1):
        row = cells[index]
        if any(cell.right or _is_caption_cell(cell) for cell in row):
            return _include_title_rest(lines, index + 1, prose, row)
    return 0


def _is_caption_cell(cell: Cell) -> bool:
    content = cell.content
    return bool(
        ROLE.fullmatch(content)
        or VERSUS.fullmatch(content)
        or DOCKET.match(content)
        or REFERENCE.match(content)
        or COURT.fullmatch(content)
        or _is_title(cell.line)
    )


def _include_title_rest(lines: Sequence[Line], end: int, prose: int, row: Sequence[Cell]) -> int:
    """A title can be wrapped: the lines in capitals below its first are its rest."""
    if not any(_is_title(cell.line) for cell in row):
        return end
    while end < prose and not lines[end].blank and lines[end].content.isupper():
        end += 1
    return end


def _is_title(line: Line) -> bool:
    """A printed title: begins with a title's word, in capitals or bold, or stands all alone."""
    content = line.content.strip("*†‡0123456789 ")
    if not TITLE.match(content):
        return False
    bold = any(span.style is Style.BOLD for span in line.styles)
    return content.isupper() or bold or line.heading_level > 0


def _sort_column(cells: Sequence[Cell], right: bool) -> list[tuple[BlockKind, list[Line]]]:
    """Sort one column's cells into pieces, in printed order; wrapped cells stay together."""
    pieces: list[tuple[BlockKind, list[Line]]] = []
    seen_party = False
    for cell in cells:
        kind = _classify(cell, right, seen_party, pieces[-1] if pieces else None)
        seen_party = seen_party or kind is BlockKind.PARTIES
        if pieces and _continues(pieces[-1], cell, kind):
            pieces[-1][1].append(cell.line)
        else:
            pieces.append((kind, [cell.line]))
    return pieces


def _classify(
    cell: Cell, right: bool, seen_party: bool, last: tuple[BlockKind, list[Line]] | None
) -> BlockKind:
    content = cell.content
    last_kind = last[0] if last else None
    if REFERENCE.match(content):
        return BlockKind.REFERENCE
    if last is not None and last_kind is BlockKind.TITLE and _title_goes_on(last[1], cell):
        return BlockKind.TITLE
    if DOCKET.match(content):
        return BlockKind.DOCKET
    if (
        (last_kind is BlockKind.DOCKET
        and BARE_DOCKET.fullmatch(content.split()[0])
        and not right)
        or (last_kind is BlockKind.DOCKET and BARE_DOCKET.fullmatch(content.split()[0]))
    ):
        return BlockKind.DOCKET
    if last_kind is BlockKind.DOCKET and last is not None and last[1][-1].content.endswith("-"):
        return BlockKind.DOCKET
    if _is_title(cell.line):
        return BlockKind.TITLE
    if last_kind is BlockKind.REFERENCE and right:
        return BlockKind.REFERENCE
    if not right and not seen_party and COURT.fullmatch(content):
        return BlockKind.COURT
    if right:
        return (
            BlockKind.TITLE
            if TITLE.match(content) or last_kind is BlockKind.TITLE
            else BlockKind.CENTRED
        )
    if ROLE.fullmatch(content) or VERSUS.fullmatch(content) or seen_party:
        return BlockKind.PARTIES
    return BlockKind.CENTRED if _is_notice(content) else BlockKind.PARTIES


# Accepted: "FOR PUBLICATION", "NOT FOR PUBLICATION", "Argued … Decided …", "(Slip Opinion)"
NOTICE = re.compile(
    r"\(?\s*(?:not\s+)?(?:for\s+publication|argued|decided|submitted|slip\s+opinion|filed|dated"
    r"|consolidated|on\s+appeal|appeal|before|unpublished|published|october\s+term|syllabus"
    r"|november\s+term|\w+\s+term)\b.*",
    re.IGNORECASE,
)


def _is_notice(content: str) -> bool:
    return NOTICE.fullmatch(content) is not None


def _title_goes_on(lines: Sequence[Line], cell: Cell) -> bool:
    """A wrapped title goes on in capitals, in bold, or with the number its last line asks for."""
    content = cell.content
    if ROLE.fullmatch(content) or VERSUS.fullmatch(content):
        return False
    if DOCKET.match(content) and not lines[-1].content.upper().endswith((" NO.", " NOS.")):
        return False
    bold = any(span.style is Style.BOLD for span in cell.line.styles)
    was_bold = any(span.style is Style.BOLD for span in lines[-1].styles)
    return (
        ((content.isupper() or content.isdigit() or bold)
        and bold == was_bold)
        or (
            cell.right
            and lines[-1].number + 4 > cell.line.number
            and content[:1].isupper()
            and content.isupper()
        )
    )


def _continues(last: tuple[BlockKind, list[Line]], cell: Cell, kind: BlockKind) -> bool:
    """Whether a cell belongs to the piece before it."""
    last_kind, lines = last
    if kind is not last_kind:
        return False
    if kind in (BlockKind.COURT, BlockKind.CENTRED):
        return False
    if kind is BlockKind.PARTIES:
        content, before = cell.content, lines[-1].content
        return not any(ROLE.fullmatch(text) or VERSUS.fullmatch(text) for text in (content, before))
    if kind is BlockKind.DOCKET:
        before = lines[-1].content
        return before.endswith(("-", ".", ":")) or not DOCKET.match(cell.content)
    return True
