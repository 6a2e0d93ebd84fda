"""Star pages: marks that a print of an opinion sets where a page of a reporter begins.

"*1043", "[*1043]", "**212" of a second reporter and "1043*1043", as Scholar doubles it. One mark
alone may be a note's, "at *2" and "2009 WL 1, *2" cite a database, and "[698 S.E.2d 425]" can cite
a parallel report; consecutive numbers are marks, and so is any page of the report that the print
names above the caption. Where a record says at which page of a reporter the opinion begins, a short
chain of other pages is none of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from build_scripts.cleaning.furniture.page_numbers import read_lone_number
from build_scripts.cleaning.lines import Cut, Line, cut_whole, list_filled
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import LineKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "star_pages.toml")
_BEFORE = 30  # characters that show whether a page is cited
HEAD = 12  # lines that hold anything
FEWEST = 2  # marks
CERTAIN = 5  # marks in a row; more are pages, whatever they count
NEAR = 30  # pages
NOTES = 99  # more are no notes of an opinion
LONGEST_OPINION = 400  # pages
STEPS = (1, 2, 3)  # from one mark to the next


class StarPage(NamedTuple):
    """A mark at `start` of line `at`."""

    at: int
    start: int
    end: int
    number: int


def find_star_pages(lines: Sequence[Line], reports: Iterable[str] = ()) -> list[list[StarPage]]:
    """Return the marks by the reporter that they count, that of the fewest stars first.

    `reports` are the citations by which a record names the opinion itself.
    """
    pages = [report.rpartition(" ")[2] for report in reports]
    begins = [int(page) for page in pages if page.isdecimal() and len(page) < 6]
    found: dict[str, list[StarPage]] = defaultdict(list)
    for index, line in enumerate(lines):
        if "*" not in line.text and "[" not in line.text:
            continue
        for match in _PATTERNS.STAR_PAGE.finditer(line.text):
            doubled = match["doubled"]
            if match["only"] and _PATTERNS.CITED.search(line.text[: match.start()][-_BEFORE:]):
                continue
            kind = "doubled" if doubled else match["report"] or f"{match['only']}{match['open']}"
            number = int(doubled or match["of_report"] or match["number"])
            found[kind].append(StarPage(index, match.start(), match.end(), number))
    own = _read_own_pages(lines) if found else []
    chains = (
        chain for kind in sorted(found) for chain in _list_chains(lines, kind, found[kind], own)
    )
    return [
        chain
        for chain in chains
        if not begins
        or len(chain) > CERTAIN
        or any(first <= chain[0].number <= first + LONGEST_OPINION for first in begins)
    ]


def _read_own_pages(lines: Sequence[Line]) -> list[range]:
    """The pages that an opinion can have in the reports that its print names at its head."""
    heads = (" ".join(lines[index].content.split()) for index in list_filled(lines)[:HEAD])
    found = (_PATTERNS.OWN_REPORT.fullmatch(head) for head in heads)
    firsts = [int(match["page"]) for match in found if match]
    return [range(first, first + LONGEST_OPINION) for first in firsts]


def _list_chains(
    lines: Sequence[Line], kind: str, pages: Sequence[StarPage], own: Sequence[range]
) -> Iterator[list[StarPage]]:
    """Yield the chains of one kind, the longest first: two reporters can have the same stars."""
    if kind == "doubled":
        yield list(pages)
        return
    left = list(pages)
    reach: list[range] = []
    while chain := chain_pages(left):
        # "[*1]" is a mark by itself, as New York's reporter prints it, and so is a line's "*575".
        first = chain[0]
        sure = "[" in kind or _is_alone(lines[first.at], first)
        # A mark out of its turn, above the counsel: "*125BLACKBURN".
        sure = sure or (
            first.number > NOTES and any(first.number in each for each in [*reach, *own])
        )
        if len(chain) < FEWEST and not sure:
            return
        reach.append(range(first.number - NEAR, chain[-1].number + NEAR))
        yield chain
        left = [page for page in left if page not in chain]


def _is_alone(line: Line, page: StarPage) -> bool:
    return page.number > NOTES and page.end - page.start == len(line.content)


def chain_pages(pages: Sequence[StarPage]) -> list[StarPage]:
    """Return the longest run of numbers that follow each other; a few marks may be lost."""
    best: dict[int, list[StarPage]] = {}
    for page in pages:
        before = max((best.get(page.number - step, []) for step in STEPS), key=len)
        if len(before) + 1 > len(best.get(page.number, [])):
            best[page.number] = [*before, page]
    return max(best.values(), key=len, default=[])


def cut_star_pages(lines: Sequence[Line], chains: Sequence[Sequence[StarPage]]) -> list[Cut]:
    """Return all marks as cuts, with their numbers in the margin, where Scholar prints them again,
    or alone on the line above, as the Tax Court does ("3" | "[*3] he received").
    """
    cuts = set()
    for page in (page for chain in chains for page in chain):
        cuts.add(Cut(page.at, page.start, page.end, RemovalReason.PAGE_NUMBER))
        margin = _PATTERNS.MARGIN_NUMBER.match(lines[page.at].text)
        if margin and (int(margin["number"]) == page.number or margin.end() == page.start):
            start, end = margin.span("number")
            cuts.add(Cut(page.at, start, end, RemovalReason.PAGE_NUMBER))
        above = next((i for i in range(page.at - 1, -1, -1) if not lines[i].blank), None)
        if above is not None and read_lone_number(lines[above].content) == page.number:
            cuts.add(cut_whole(above, lines[above], RemovalReason.PAGE_NUMBER))
    return sorted(cuts)


def split_at_star_pages(
    lines: Sequence[Line], chain: Sequence[StarPage], rules: frozenset[int]
) -> tuple[list[Line], frozenset[int]]:
    """Begin a page at each mark, inside a line too; `rules` are indexes of lines before and after.

    The text above the first mark belongs to the page before it.
    """
    starts: dict[int, list[StarPage]] = defaultdict(list)
    for mark in chain:
        starts[mark.at].append(mark)
    page = max(1, chain[0].number - 1)
    split: list[Line] = []
    moved = set()
    for index, line in enumerate(lines):
        if index in rules:
            moved.add(len(split))
        begin = 0
        pieces: list[Line] = []
        for mark in starts.get(index, ()):
            pieces.append(line.cut(begin, mark.start).at_place(page, line.printed))
            begin, page = mark.end, mark.number
        rest = line.cut(begin, len(line.text)) if begin else line
        pieces.append(rest.at_place(page, line.printed))
        if line.kind is not LineKind.PRINTED:
            for piece in [piece for piece in pieces if not piece.blank][1:]:
                piece.kind = LineKind.REST
        split += [piece for piece in pieces if not piece.blank] or pieces[-1:]
    return split, frozenset(moved)
