"""The front's printed lines, noise marked: what captions are read from."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.describing.caption_lines import VERSUS, is_role_only, may_name_party
from build_scripts.describing.court import find_court
from build_scripts.describing.opening import MOST_BLOCKS, LocatedBlock, is_prose, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim, Court, Span
from build_scripts.model.law.caption_noise import (
    AFTER_PARTY,
    MARK,
    NAMES_OFFICE,
    find_sued,
    has_line_numbers,
    is_noise_line,
    is_title_rest,
    mark_line_numbers,
    mark_noise,
    mark_venue,
)
from build_scripts.model.law.courts import Form, iterate_courts
from build_scripts.model.law.misread_roles import mend_role
from build_scripts.model.text.pattern_table import read_patterns

_LONGEST_LINE = 400  # characters of a printed line in which a caption is sought
_LONGEST_RUN = 6000  # of a caption that its publisher set as one line, with all parties
_MOST_ROWS = 110
NEXT_WORD = 60  # characters in which the word before or after a reading is sought
_MOST_PROSE_ROWS = 25  # of one block
_LONGEST_HEADING = 1200  # characters of the front in which the court's name is its heading
_FEWEST_RULED = 3  # rows with a drawn rule between columns
_PATTERNS = read_patterns(__package__, "caption_rows.toml")
_HEADINGS = (Form.JOINED, Form.NAME)  # a party can stand between kind and place that are apart
MATTER_START = _PATTERNS.MATTER_START
COURT_GOES_ON = _PATTERNS.COURT_GOES_ON


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """A printed line of the front, noise marked, and its place in the reading text."""

    text: str
    offset: int
    block: LocatedBlock
    gap: bool  # whether a blank line (or another block) stands above it
    empty: bool  # whether it holds no name
    prose: bool

    def print(self) -> str:
        """Return the row as printed, with its noise."""
        start = self.offset - self.block.offset
        return self.block.text[start : start + len(self.text)]


@dataclass(frozen=True, slots=True)
class CaptionFront:
    """The front's rows, separated by line breaks; every place stays."""

    text: str
    starts: tuple[int, ...]  # of each row in `text`
    rows: tuple[CaptionRow, ...]
    small: bool  # whether a small "v." parts the sides

    def list_versus(self, text: str) -> list[re.Match[str]]:
        """Return the separators of the sides in a piece of the front: "Thomas V. ROE" is one
        name.
        """
        return [
            found
            for found in VERSUS.finditer(text)
            if not (self.small and found[0][0] == "V" and _is_initial(text, found.start()))
        ]

    def ends_versus(self, at: int) -> bool:
        """Return whether the separator of the sides is right before a place."""
        before = self.text[max(0, at - NEXT_WORD) : at].rstrip(f"{MARK} \n")
        return any(found.end() >= len(before) for found in self.list_versus(f"{before} "))

    def find_row(self, at: int) -> int:
        """Return the index of the row that holds a place."""
        return bisect_right(self.starts, at) - 1

    def locate(self, start: int, end: int) -> Span:
        """Return characters `start` to `end` as a span of the reading text."""
        first, last = self.find_row(start), self.find_row(max(start, end - 1))
        begin = self.rows[first].offset + start - self.starts[first]
        row = self.rows[last]
        stop = row.offset + min(end - self.starts[last], len(row.text))
        return Span(begin, max(begin, stop))


def read_front(clean: CleanOrder) -> CaptionFront:
    """Return the printed lines before the text in which a caption can be."""
    rows: list[CaptionRow] = []
    lines = locate_body(clean)[:MOST_BLOCKS]
    pleading = has_line_numbers([text for line in lines for text in _split_lines(line.text, line)])
    texts = ["", *(line.text for line in lines), ""]
    sides = any(VERSUS.search(line.text) for line in lines if not is_prose(line.block))
    sued = list_sued(lines)
    heading = ""  # the court's, until the first block of parties
    for line, above, below in zip(lines, texts, texts[2:], strict=False):
        around = heading, above, below
        rows += _list_rows(line, around, pleading, sides=sides, sued=sued)
        if line.kind in (BlockKind.COURT, BlockKind.PARTIES):
            heading = line.text if line.kind is BlockKind.COURT else ""
        if len(rows) > _MOST_ROWS:
            break
    rows = _mask_seats(_mask_court(rows, find_court(clean))) if rows else rows
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.text) + 1)
    text = "\n".join(row.text for row in rows)
    small = any(found[0].strip()[0] == "v" for found in VERSUS.finditer(text))
    return CaptionFront(text, tuple(starts[: len(rows)]), tuple(rows), small)


def list_sued(lines: Sequence[LocatedBlock]) -> list[tuple[Span, Span]]:
    """Return each judge or court that is a party, with rank and office, and the name alone."""
    blocks = [line for line in lines if not is_prose(line.block)]
    text = "\n".join(
        "".join(re.sub(r"\s$", "\n", row) for row in _split_lines(line.text, line))
        for line in blocks
    )
    starts = [0]
    for line in blocks:
        starts.append(starts[-1] + len(line.text) + 1)

    def locate(start: int, end: int) -> Span:
        first, last = (bisect_right(starts, at) - 1 for at in (start, end - 1))
        return Span(
            blocks[first].offset + start - starts[first], blocks[last].offset + end - starts[last]
        )

    return [(locate(*whole), locate(*name)) for whole, name in find_sued(text)]


def _mask_court(rows: Sequence[CaptionRow], court: Claim[Court] | None) -> list[CaptionRow]:
    """Return the rows, headings of the order's court masked: they name no party.

    As a party it is followed by a comma or a role: "UTILITIES COMMISSION," | "Complainant".
    """
    printed = "\n".join(row.print() for row in rows)
    marked = "\n".join(row.text for row in rows)
    for each in iterate_courts(printed[:_LONGEST_HEADING]) if court else ():
        behind = marked[each.end : each.end + NEXT_WORD].replace(MARK, " ").lstrip()
        own = court is not None and each.court == court.value and each.form in _HEADINGS
        # Within a matter it is no heading: "In re Creation of Cedar Supreme Court Order No. 3".
        lead = _PATTERNS.LEADS_HEADING.search(marked, 0, each.start)
        # Texas prints it right of the sides, on their lines.
        sides = lead and VERSUS.search(marked, lead.start("lead"), each.end)
        if own and lead and not (sides or behind.startswith(",") or AFTER_PARTY.match(behind)):
            # A row that goes on has the first party: "COMMISSION" | "WASHINGTON UTILITIES AND".
            start, end = lead.start("lead"), each.end
            broken = "\n" in printed[start:end] and not printed[end:].lstrip(" ").startswith("\n")
            end = printed.rindex("\n", start, end) if behind and broken else end
            heading = re.sub(r"[^\n]", MARK, marked[start:end])
            marked = f"{marked[:start]}{heading}{marked[end:]}"
    return [
        replace(row, text=text, empty=is_empty(text))
        for row, text in zip(rows, marked.split("\n"), strict=True)
    ]


def _mask_seats(rows: list[CaptionRow]) -> list[CaptionRow]:
    """Return the rows, the town masked that is printed below the court appealed from.

    Ninth Circuit, without layout: "Northern District of California," | "San Francisco" | "v.".
    """
    for index, (above, row) in enumerate(pairwise(rows), start=1):
        if COURT_GOES_ON.search(above.print()) and _PATTERNS.TOWN.fullmatch(row.text):
            rows[index] = replace(row, text=MARK * len(row.text), empty=True)
    return rows


def _split_lines(text: str, line: LocatedBlock) -> list[str]:
    """Return a block's text, or one as long, in its printed lines."""
    places = line.block.places
    ends = (*(place.offset for place in places[1:]), len(text))
    return [mend_role(text[p.offset : e]) for p, e in zip(places, ends, strict=True)] or [text]


def _list_rows(
    line: LocatedBlock,
    around: tuple[str, str, str],
    pleading: bool,
    *,
    sides: bool,
    sued: Sequence[tuple[Span, Span]],
) -> Iterator[CaptionRow]:
    """Yield a block's rows; `around` it are the court's heading, the last block and the next one.

    The caption has `sides` where it has a "v.". Of a judge who is `sued` the name alone is left.
    """
    heading, above, below = around
    places = line.block.places
    texts = _split_lines(line.text, line)
    ruled_rows = [_PATTERNS.RULE_ALONE.fullmatch(text) is not None for text in texts]
    ruled_rows = ruled_rows if sum(ruled_rows) >= _FEWEST_RULED else [False] * len(texts)
    # A caption that ran together with the prose below it is none.
    prose = is_prose(line.block) and not any(_is_alone(text) for text in texts)
    if len(texts) >= _FEWEST_RULED:
        texts = mark_line_numbers(texts, pleading=pleading)
    elif pleading and not prose:
        texts = mark_line_numbers(texts, pleading=True)
    texts = mark_venue([heading, *texts, below])[1:-1]
    # Prose that names no case of its own is a border of captions, whatever stands in it.
    bare = prose and not any(VERSUS.search(text) or MATTER_START.search(text) for text in texts)
    # Of a block that is set double each line has a blank one above it.
    usual = min((b.line - a.line for a, b in pairwise(places)), default=1)
    origin = _PATTERNS.ORIGIN.fullmatch(line.text) and not VERSUS.search(line.text)
    # No row of a title between the sides names a party: "ORDER RE:" | "PRIVILEGE DISPUTE" | "v.".
    # A matter's own name can go on in one: "IN RE RULES OF CEDAR" | "ADMINISTRATIVE ORDER NO. 3".
    titled = sides and line.kind is BlockKind.TITLE
    titled = titled and not any(map(is_role_only, (*texts, below)))
    # What comes next in words: a rule can stand between a party and its role.
    follows = [below] * len(texts)
    for rank in range(len(texts) - 2, -1, -1):
        worded = not is_empty(texts[rank + 1])
        follows[rank] = texts[rank + 1] if worded else follows[rank + 1]
    # The last line of a caption can stand right above the prose: "Jane Roe" | "This matter …".
    kept = ""  # of the row above
    led = prose and len(texts) > 1 and _leads(texts[0], max(map(len, texts)))
    for rank, printed in enumerate(texts[:_MOST_PROSE_ROWS] if prose else texts):
        if ruled_rows[rank]:
            continue  # a tool set a column's rule on lines of its own, amid the parties
        offset = line.offset + (places[rank].offset if places else 0)
        run = len(texts) == 1 and not prose
        text = printed[: _LONGEST_RUN if run else _LONGEST_LINE].replace("\n", " ")
        names = [(a, b) for a, b in sued if a.start < offset + len(text) and offset < a.end]
        if not (bare or NAMES_OFFICE.search(kept)):
            text = _mark_names(text, follows[rank])
        for whole, name in names:
            text = "".join(
                printed[at - offset]
                if at in range(name.start, name.end)
                else MARK
                if at in range(whole.start, whole.end)
                else sign
                for at, sign in enumerate(text, offset)
            )
        anchored = bare or VERSUS.search(text) or MATTER_START.search(text)
        before = texts[rank - 1] if rank else above
        goes_on = _PATTERNS.AMID_NAME.search(kept) is not None
        of_party = VERSUS.fullmatch(before.strip(f"{MARK} ")) or is_role_only(follows[rank])
        if not (anchored or names) and (
            origin
            or ((titled or len(texts) == 1) and not may_name_party(line))
            or any(
                is_noise_line(each, of_party=bool(of_party), goes_on=goes_on)
                for each in (text.rstrip(), printed)
            )
            or (_PATTERNS.CUT_LABEL.match(text) and _PATTERNS.NUMBER_BELOW.match(follows[rank]))
            or (is_title_rest(text) and not is_role_only(text))
            or not re.search(r"[^\W\d_]", text)
        ):
            text = MARK * len(text)
        kept = text
        above_rule = bool(rank) and ruled_rows[rank - 1]
        gap = not rank or (not above_rule and places[rank].line - places[rank - 1].line > usual)
        yield CaptionRow(text, offset, line, gap, is_empty(text), prose and (bool(rank) or not led))


def _mark_names(text: str, follows: str) -> str:
    """Return the line with its noise marked: a name above a role is a party.

    "NATIONAL LABOR RELATIONS BOARD," or "THE DISTRICT OF COLUMBIA, )" over "Respondent." is one,
    alone it is a heading.
    """
    marked = mark_noise(text)
    named = re.sub(r"(?i)\bthe\b|\W", "", marked)
    if named or not follows.strip() or not is_role_only(follows):
        return marked
    name = text.rstrip(") ")
    return mark_noise(f"{name}, {follows.strip()}")[: len(name)] + text[len(name) :]


def _leads(text: str, longest: int) -> bool:
    """Return whether a paragraph's first line is not of its sentence: short, and a name."""
    words = text.split()
    named = all(word[0].isupper() or word in ("of", "and", "the", "&") for word in words)
    return len(text) * 2 < longest and len(words) < 7 and named


def _is_alone(text: str) -> bool:
    """Return whether a printed line is a role, or the word between the sides, and nothing else."""
    kept = text.strip(" )§|:*0123456789")
    return bool(kept) and (is_role_only(kept) or VERSUS.fullmatch(kept) is not None)


def _is_initial(text: str, at: int) -> bool:
    """Return whether a "V." is right after a name's word, as in "Thomas V. DUFIELD"."""
    before = text[max(0, at - 12) : at]
    return bool(re.search(r"[A-Za-z]\s$", before)) and "\n" not in before[-2:]


def is_empty(text: str) -> bool:
    """Return whether a line holds nothing but noise."""
    return not re.search(r"[^\W_]", text.replace(MARK, " "))
