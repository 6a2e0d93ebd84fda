"""Read the caption: court, parties, docket numbers, title, in one column or in two.

cells.py splits the columns, patterns.py has the words; here the cells become the caption's
pieces. Each cell is classed by its words first, by its column and neighbours second.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from build_scripts.cleaning.caption.cells import (
    DATE_LABEL,
    DRIFT,
    Cell,
    cut_left,
    cut_right_half,
    has_role_beside,
    holds_role,
    split_rows,
)
from build_scripts.cleaning.caption.patterns import (
    CALLED_NOTICE,
    COURT,
    DESCRIBES_PARTY,
    DOCKET,
    FIRST_WORDS,
    JUDGE_LINE,
    MARKS,
    MINUTES,
    MINUTES_PRESENT,
    MINUTES_TITLE,
    NO_PRECEDENT,
    NOTICE,
    ORIGIN,
    PROCEEDINGS,
    REFERENCE,
    REPORTED_COURT,
    VERSUS_ALONE,
    begins_title,
    ends_with_role,
    is_bold,
    is_role,
    is_title,
    title_goes_on,
)
from build_scripts.cleaning.caption.reported import read_reported_caption
from build_scripts.cleaning.hyphens import Hyphens
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.running_text import RunningText, join_lines
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.law.caption_noise import is_title_rest

_AMID_ROLES = 3  # pieces between a title's lines: a role, the "v."
PRINTED_ORDER = (
    BlockKind.COURT,
    BlockKind.CENTRED,
    BlockKind.PARTIES,
    BlockKind.DOCKET,
    BlockKind.TITLE,
    BlockKind.REFERENCE,
)
LONGEST_CAPTION = 140  # lines
LONGEST_NOTICE = 12  # lines of prose above the court's name
PROCEEDINGS_INDENT = 10  # columns: a paragraph's first line is set in less
PROCEEDINGS_LINES = 12
ROLE_WITHIN = 4  # lines below a party's name
LONGEST_SIDE = 60  # lines
PROSE_WORDS = 8
PROSE_CHARACTERS = 50
PROSE_LOWER = 0.45  # of the words
NAMING_LOWER = 0.3  # of the words of a sentence of many names, below the last party's role
TITLE_CAPITALS = 0.8  # of the letters
TITLE_DRIFT = 3  # columns between the left edges of two rows of one title
CUT_GAP = 2  # lines between the pieces of a docket number, set double
TITLE_GAP = 7  # lines between two rows of one wrapped title

Piece = tuple[BlockKind, list[Line]]


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption's pieces in reading order.

    `end` is the index of the first line after it, `body` that of the first line of prose: the lines
    between are front matter (where an appeal came from, when it was argued).
    """

    pieces: tuple[tuple[BlockKind, RunningText], ...]
    end: int
    body: int


def find_beginning(lines: Sequence[Line], laid_out: bool = True) -> int:
    """Return the first line of the caption: a notice in prose may be above the court's name.

    "California Rules of Court, rule 8.1115(a), prohibits courts and parties from citing …". 0 where
    there is no such notice; text that is not `laid_out` must call it one.
    """
    prose = _find_prose(lines)
    if not laid_out and not any(CALLED_NOTICE.match(each.content) for each in lines[: prose + 1]):
        return 0
    if any(COURT.fullmatch(line.content) or is_role(line.content) for line in lines[:prose]):
        return 0
    near = range(prose, min(len(lines), prose + LONGEST_NOTICE))
    court = next((index for index in near if COURT.fullmatch(lines[index].content)), 0)
    blank = (index for index in range(court, prose, -1) if lines[index].blank)
    return next(blank, court)


def read_caption(lines: Sequence[Line], hyphens: Hyphens, laid_out: bool = True) -> Caption:
    """Find the caption at the head of an order and split it into pieces.

    It runs from the first line to the last one with a party's role, a docket number, a title or
    a second column before the first line of prose. Orders without one get an empty caption. Where
    text is not `laid_out`, it may have the form of law reports.
    """
    prose = _find_prose(lines)
    if not laid_out and not has_role_beside(lines[:prose]):
        reported, end = read_reported_caption(lines)
        if reported:
            return Caption(_join_pieces(reported, hyphens), end, end)
    rows = split_rows(lines[:prose])
    end = _find_end(lines, rows, prose)
    cells = [_seat_role(cell) for row in rows[:end] for cell in row]
    left = _sort_column([cell for cell in cells if not cell.right])
    right = _sort_column([cell for cell in cells if cell.right])
    above = [*takewhile(lambda piece: NOTICE.fullmatch(piece[1][0].content) is not None, left)]
    pieces = [*left[len(above) :], *right]
    if right:
        pieces.sort(key=lambda piece: PRINTED_ORDER.index(piece[0]))
    return Caption(_join_pieces([*above, *pieces], hyphens), end, max(end, prose))


def _join_pieces(
    pieces: Sequence[Piece], hyphens: Hyphens
) -> tuple[tuple[BlockKind, RunningText], ...]:
    return tuple((kind, join_lines(part, hyphens)) for kind, part in pieces)


def _find_prose(lines: Sequence[Line]) -> int:
    head = lines[:LONGEST_CAPTION]
    return next(
        (
            index
            for index, line in enumerate(head)
            if (_is_prose(line) or _names_many(head, index))
            and not _heads_role(head, index)
            and not _tells_origin(head, index)
            and not _is_of_notice(head, index)
        ),
        len(head),
    )


def _names_many(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line and the next are running text about many people, below the caption.

    "A conference was held before the Honorable Jane Roe | on May 3, with attorneys Pat Poe, …".
    """
    return (
        all(_is_prose(line, NAMING_LOWER) for line in lines[index : index + 2])
        and index + 1 < len(lines)
        and any(line.content.endswith(".") and is_role(line.content) for line in lines[:index])
    )


def _tells_origin(lines: Sequence[Line], index: int) -> bool:
    """Return whether the lines right above begin "Appeal from the United States District Court":
    what follows ("for the Eastern District of Virginia, at Alexandria.") is front matter.
    """
    above = takewhile(lambda line: not line.blank, reversed(lines[max(0, index - 3) : index]))
    return any(ORIGIN.match(line.content) for line in above)


def _is_of_notice(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is of a notice, above the court's name, that nothing is a precedent."""
    above = [*takewhile(lambda line: not line.blank, reversed(lines[:index]))]
    below = [*takewhile(lambda line: not line.blank, lines[index:])]
    text = " ".join(line.content for line in (*reversed(above), *below))
    court = lines[index + len(below) : index + len(below) + LONGEST_NOTICE]
    return NO_PRECEDENT.match(text) is not None and any(
        COURT.fullmatch(line.content) for line in court
    )


def _heads_role(lines: Sequence[Line], index: int) -> bool:
    """Return whether a party's role is below: "ROE, on behalf of all others," is no prose.

    It is right below, or further down where the line describes a party of a side still without one.
    """
    reach = ROLE_WITHIN
    if DESCRIBES_PARTY.search(lines[index].content) and _is_side_open(lines[:index]):
        reach = LONGEST_SIDE
    below = [line for line in lines[index + 1 : index + 1 + reach] if not line.blank]
    return any(map(holds_role, takewhile(lambda line: not _begins_prose(line), below)))


def _is_side_open(above: Sequence[Line]) -> bool:
    """Return whether lines name no role below their "v."."""
    sides = (at for at, line in enumerate(above, 1) if VERSUS_ALONE.match(cut_left(line)))
    return not any(map(holds_role, above[next(sides, len(above)) :]))


def _begins_prose(line: Line) -> bool:
    return FIRST_WORDS.match(line.content) is not None and not line.content.isupper()


def _is_prose(line: Line, least: float = PROSE_LOWER) -> bool:
    """Return whether a line is running text: long, mostly lower-case words before any gap.

    "Before the Court is Defendant Quill’s Motion to …" has more capitals, and begins the text too.
    """
    content = re.split(r"\s{4,}", cut_right_half(line).strip(), maxsplit=1)[0]
    if len(content) < PROSE_CHARACTERS:
        return False
    if _begins_prose(line):
        return True
    words = content.split()
    lower = sum(1 for word in words if word[:1].islower())
    return len(words) >= PROSE_WORDS and lower >= least * len(words)


def _find_end(lines: Sequence[Line], rows: Sequence[Sequence[Cell]], prose: int) -> int:
    """Return one past the last caption-like line before the prose; 0 where there is no caption."""
    cells = [cell for row in rows for cell in row]
    if not any(COURT.fullmatch(cell.content) or is_role(cell.content) for cell in cells):
        return 0
    origin = next(
        (
            index
            for index, row in enumerate(rows)
            if row and not row[0].right and ORIGIN.match(row[0].content)
        ),
        prose,
    )
    for index in range(min(origin, prose) - 1, -1, -1):
        if any(cell.right or _is_caption_cell(cell) for cell in rows[index]):
            end = index + 1
            if any(PROCEEDINGS.match(cell.content) for cell in rows[index]):
                return _include_proceedings(lines, index, prose)
            if any(is_title(cell.line) for cell in rows[index]):
                label = _find_proceedings(rows, index)
                if label is not None:
                    return _include_proceedings(lines, label, prose)
                end = _include_title_rest(lines, end, prose)
            return end
    return 0


def _is_caption_cell(cell: Cell) -> bool:
    content = cell.content
    return (
        is_role(content)
        or is_title(cell.line)
        or any(pattern.match(content) for pattern in (DOCKET, REFERENCE, PROCEEDINGS))
        or COURT.fullmatch(content) is not None
    )


def _include_title_rest(lines: Sequence[Line], end: int, prose: int) -> int:
    """Return the end of a wrapped title: lines in capitals right below its first belong to it."""
    while end < prose and lines[end].content.isupper() and not lines[end].blank:
        end += 1
    return end


def _find_proceedings(rows: Sequence[Sequence[Cell]], title: int) -> int | None:
    """Return the row of the label that a title is listed under in a minute order's form."""
    above = range(title - 1, max(-1, title - PROCEEDINGS_LINES), -1)
    labelled = (at for at in above if any(PROCEEDINGS.match(cell.content) for cell in rows[at]))
    return next(labelled, None)


def _include_proceedings(lines: Sequence[Line], start: int, prose: int) -> int:
    """Return the end of the proceedings, which are indented below their label.

    In text without layout they go on while their words do, or their capitals.
    """
    indent = lines[start].indent
    end = start + 1
    for index in range(start + 1, min(len(lines), start + PROCEEDINGS_LINES)):
        if lines[index].blank:
            continue
        below = lines[index]
        if below.indent < indent + PROCEEDINGS_INDENT:
            above, aligned = lines[end - 1].content, below.indent == indent
            capitals = map(_is_mostly_capitals, (re.sub(r"^\w+:", "", above), below.content))
            goes_on = title_goes_on(above, below.content) or all(capitals)
            if index >= prose or not (aligned and goes_on):
                break
        end = index + 1
    return end


def _seat_role(cell: Cell) -> Cell:
    """Return a role at the right edge as a cell of the party's column: "JANE ROE     PLAINTIFF"."""
    is_partys = cell.right and is_role(cell.content) and not VERSUS_ALONE.match(cell.content)
    return replace(cell, right=False) if is_partys else cell


def _sort_column(cells: Sequence[Cell]) -> list[Piece]:
    """Sort one column's cells into pieces, in printed order; wrapped cells stay together."""
    pieces: list[Piece] = []
    seen_role = form = opposed = False
    roles = next((i for i, cell in enumerate(cells) if is_role(cell.content)), len(cells))
    courts = (i for i, cell in enumerate(cells[:roles]) if COURT.fullmatch(cell.content))
    heading = max(courts, default=0)
    for index, cell in enumerate(cells):
        last = pieces[-1] if pieces else None
        form = form or MINUTES.search(cell.content) is not None
        kind = _classify_minutes(cell, last) if form else None
        kind = kind or _classify(cell, last, seen_role, opposed)
        title = next(
            (lines for one, lines in pieces[-_AMID_ROLES:] if one is BlockKind.TITLE), None
        )
        # Rows of both columns in turn: "ORDER SETTING" | "v." | "TRIAL".
        if title and kind is BlockKind.PARTIES and is_title_rest(cell.content):
            title.append(cell.line)
            continue
        follows = cells[index + 1].content if index + 1 < len(cells) else ""
        names_party = any(map(is_role, (cell.content, follows))) or ends_with_role(cell.content)
        if kind is BlockKind.PARTIES and index < heading and not (seen_role or names_party):
            kind = BlockKind.CENTRED  # above the court: counsel's address, "PRECEDENTIAL", "WO"
        seen_role = seen_role or is_role(cell.content)
        if is_role(cell.content):
            opposed = VERSUS_ALONE.match(cell.content) is not None
        if last is not None and _continues(last, cell, kind):
            last[1].append(cell.line)
        else:
            pieces.append((kind, [cell.line]))
    return pieces


def _classify(cell: Cell, last: Piece | None, seen_role: bool, opposed: bool) -> BlockKind:
    """Return a cell's kind; `opposed` between the "v." of the sides and the next role."""
    content = cell.content
    if REFERENCE.match(content):
        return BlockKind.REFERENCE
    if content == "X":  # the corner of New York's captions
        return BlockKind.CENTRED
    above = last[1][-1] if last is not None and last[0] is BlockKind.TITLE else None
    # Else a party: "v." | "ORDER" | "ACME CORPORATION,"; "ACME BOLT AND" | "ORDER" | "NUT, INC.,".
    may_go_on = above and (not opposed or cell.right or title_goes_on(above.content, content))
    if above and may_go_on and _title_goes_on(above, cell):
        return BlockKind.TITLE
    before = last[1][-1] if last and last[0] is BlockKind.DOCKET else None
    cut = before and before.content.endswith("-") and cell.line.number - before.number <= CUT_GAP
    if DOCKET.match(content) or cut:  # "8:21-cv-01928-" | "DOC-KES"
        return BlockKind.DOCKET
    if is_title(cell.line):
        return BlockKind.TITLE
    if NOTICE.fullmatch(content) and not (cell.right and last and last[0] is BlockKind.REFERENCE):
        return BlockKind.CENTRED
    if cell.right:
        return _classify_right(content, last)
    if REPORTED_COURT.fullmatch(content) or (not seen_role and COURT.fullmatch(content)):
        return BlockKind.COURT
    return BlockKind.PARTIES


def _classify_minutes(cell: Cell, last: Piece | None) -> BlockKind | None:
    """Return the kind of a left cell of a minute order's form: that of its label or the last."""
    content = cell.content
    if PROCEEDINGS.match(content):
        return BlockKind.TITLE
    if MINUTES_TITLE.match(content):
        return BlockKind.PARTIES
    if MINUTES_PRESENT.match(content):
        return BlockKind.CENTRED
    if last is None or DOCKET.match(content) or MINUTES.match(content):
        return None
    before = last[1][0].content
    if PROCEEDINGS.match(before) or MINUTES_TITLE.match(before):
        return last[0]
    return BlockKind.CENTRED if last[0] is BlockKind.CENTRED else None


def _classify_right(content: str, last: Piece | None) -> BlockKind:
    """Return the kind of a right cell: docket number, title, what it rules on, or a date."""
    if last is not None and last[0] in (BlockKind.REFERENCE, BlockKind.CENTRED):
        return last[0]
    return BlockKind.TITLE if begins_title(content) else BlockKind.CENTRED


def _title_goes_on(before: Line, cell: Cell) -> bool:
    """Return whether a wrapped title continues: in capitals, in bold, or with a missing number."""
    content = cell.content
    if is_role(content) or cell.line.number - before.number > TITLE_GAP:
        return False
    if JUDGE_LINE.match(content):
        return False
    if before.content.upper().endswith((" NO.", " NOS.")):
        return True
    if DOCKET.match(content) or DATE_LABEL.match(content):
        return False
    if is_bold(cell.line):
        return True
    joined = title_goes_on(before.content, content)
    is_row = cell.right or _is_aligned(before, cell.line) or joined
    return is_row and _is_mostly_capitals(content) and not is_bold(before)


def _is_aligned(one: Line, other: Line) -> bool:
    """Return whether two lines are set to one left edge, or centred on one column."""
    centres = [line.indent + len(line.content) / 2 for line in (one, other)]
    return abs(one.indent - other.indent) <= TITLE_DRIFT or abs(centres[0] - centres[1]) <= DRIFT


def _is_mostly_capitals(content: str) -> bool:
    """Return whether most words are in capitals; titles hold small ones: "QUINCE, INC. dba"."""
    letters = [character for character in content if character.isalpha()]
    if not letters:
        return content.strip(MARKS) == ""
    return sum(letter.isupper() for letter in letters) >= TITLE_CAPITALS * len(letters)


def _continues(last: Piece, cell: Cell, kind: BlockKind) -> bool:
    """Return whether a cell belongs to the piece before it."""
    last_kind, lines = last
    if kind is not last_kind or kind in (BlockKind.COURT, BlockKind.CENTRED):
        return False
    before = lines[-1].content
    if kind is BlockKind.PARTIES:
        return not is_role(cell.content) and not is_role(before)
    if kind is BlockKind.DOCKET:
        return before.endswith(("-", ".", ":")) and not (
            before.endswith(".") and DOCKET.match(cell.content) and any(c.isdigit() for c in before)
        )
    return True
