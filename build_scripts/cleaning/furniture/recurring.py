"""Find lines that recur at pages' edges, but for numbers: furniture whatever their words.

Place comes first: only an edge's lines are looked at, from outside inwards, and only as far as
furniture reaches. Then recurrence: the same letters on two pages near each other. What could be
the order's own words (a sentence, a judge's office, a second caption) must recur on most pages.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from build_scripts.cleaning.caption.patterns import COURT
from build_scripts.cleaning.furniture.page_numbers import read_lone_number
from build_scripts.cleaning.line_ends import ENDED, LONGEST_END
from build_scripts.cleaning.lines import Line, index_pages
from build_scripts.model.text.pattern_table import read_patterns

TOP, BOTTOM = 3, 4  # lines from an edge in which the outermost head or foot stands
BETWEEN = 2  # … and in which the next one does
REACH = 9
LETTERHEAD = 4  # lines above a caption
NEAR = 2  # pages: heads can differ on left and right pages
FEWEST_LETTERS = 4
PROSE_WORDS, PROSE_SHARE = 4, 0.4  # in small letters
ALIKE = 0.6  # of the letter triples of two lines that OCR read otherwise
UNLIKE = 0.1  # of their length
PROSE_LINE = 40  # characters
LONGEST_NUMBER = 24  # characters of a line that is a docket number
ON_PAGE = 2  # times that a head and a foot can say the same
LONG = 12  # letters, for lines that are only alike
SENTENCE_END = (".", ";", ":", ",", "?")
_PATTERNS = read_patterns(__package__, "recurring.toml")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A page's lines that hold anything, from one edge inwards."""

    page: int
    lines: tuple[int, ...]
    first: int  # how many lines from the edge the outermost furniture can stand
    caption: bool = False  # the first page's head


def find_recurring(lines: Sequence[Line]) -> set[int]:
    """Return indexes of the lines at pages' edges that recur on other pages."""
    pages = index_pages(lines)
    if len(pages) < 2:
        return set()
    edges = list(_list_edges(lines, pages))
    places: dict[str, set[int]] = defaultdict(set)
    for edge in edges:
        for index in edge.lines:
            if not edge.caption:
                places[key_line(lines[index])].add(edge.page)
    # A head of two pages: the docket number above the caption too (Pa. Super.).
    tops = {key_line(lines[edge.lines[0]]) for edge in edges[2::2] if edge.lines}
    for index in edges[0].lines[:2]:
        if (key := key_line(lines[index])) in tops and _list_digits(lines[index]):
            places[key].add(edges[0].page)
    _add_alike(lines, edges, places)
    counts = Counter(key_line(line) for line in lines if not line.blank)
    # What stands on a page three times is a list's or a table's: "(2) misdemeanor".
    for key in [key for key, on in places.items() if counts[key] > ON_PAGE * len(on)]:
        del places[key]

    found = _find_courts_inside(lines, edges) | _find_letterheads(lines, edges[::2])
    for edge in edges:
        left = edge.first
        for index in edge.lines:
            line = lines[index]
            alone = read_lone_number(line.content) is not None
            on = places.get(key_line(line), set())
            if not alone and not _recurs(line, on, len(pages)):
                left -= 1
            elif edge.caption and not alone and not _counts(line, lines, edges):
                break
            else:
                left = BETWEEN
                if not alone:
                    found.add(index)
            if not left:
                break
    return found


def _find_courts_inside(lines: Sequence[Line], edges: Sequence[_Edge]) -> set[int]:
    """Return court names in capitals at a page's head, in the middle of a sentence."""
    found = set()
    for above, below in zip(edges[1::2], edges[2::2], strict=False):
        if not (above.lines and below.lines):
            continue
        last, line = lines[above.lines[0]].content, lines[below.lines[0]].content
        goes_on = len(last) >= PROSE_LINE and not ENDED.search(last[-LONGEST_END:])
        if goes_on and line.isupper() and "COURT" in line.split():
            found.add(below.lines[0])
    return found


def _find_letterheads(lines: Sequence[Line], heads: Sequence[_Edge]) -> set[int]:
    """Return the lines with which every page begins as the first does: the court's name and the
    docket number above the date (D.C. Cir.). A whole caption begins another paper.
    """
    first, *others = [
        [index for index in head.lines if key_line(lines[index])][: LETTERHEAD + 1]
        for head in heads
    ]
    same = min((_count_same(lines, first, other) for other in others), default=0)
    numbered = any(_list_digits(lines[index]) for index in first[:same])
    if not (numbered and 1 < same <= LETTERHEAD):
        return set()
    return {index for other in others for index in other[:same]}


def _count_same(lines: Sequence[Line], one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many lines two pages have in common from their first on."""
    pairs = zip(one, other, strict=False)
    return sum(
        1 for _ in takewhile(lambda pair: lines[pair[0]].content == lines[pair[1]].content, pairs)
    )


def _recurs(line: Line, on: Collection[int], page_count: int) -> bool:
    """Return whether a line at the edge of some pages is furniture."""
    if len(on) < 2 or len(key_line(line)) < FEWEST_LETTERS:
        return False
    if 2 * len(on) > page_count and len(on) > 2:
        return True
    near = any(0 < abs(page - line.page) <= NEAR for page in on)
    return near and not COURT.fullmatch(line.content) and not _may_be_text(line)


def _counts(line: Line, lines: Sequence[Line], edges: Sequence[_Edge]) -> bool:
    """Return whether a line of the first page's head differs from other pages by its number: a
    caption's line, which a running head may repeat, is the same.
    """
    key, digits = key_line(line), _list_digits(line)
    others = [
        _list_digits(lines[index])
        for edge in edges
        if not edge.caption
        for index in edge.lines
        if key_line(lines[index]) == key
    ]
    return bool(digits) and len(others) > 1 and digits not in others


def _list_digits(line: Line) -> str:
    return "".join(filter(str.isdigit, line.content))


def key_line(line: Line) -> str:
    """Return a line's letters: heads differ by numbers, OCR by dots. A docket number counts.

    What braces and brackets hold is no head: such lines differ by every sign but their numbers.
    """
    if any(sign in line.content for sign in "{}<>"):
        return "".join(sign for sign in line.content if not sign.isdigit())
    letters = "".join(filter(str.isalpha, line.content)).casefold()
    if letters and len(letters) < FEWEST_LETTERS and len(line.content) <= LONGEST_NUMBER:
        return "".join(filter(str.isalnum, line.content)).casefold()
    return letters


def _list_edges(lines: Sequence[Line], pages: dict[int, list[int]]) -> Iterator[_Edge]:
    first_page = min(pages)
    for page, indexes in pages.items():
        filled = [index for index in indexes if not lines[index].blank]
        half = (len(filled) + 1) // 2
        reach = min(REACH, half)
        yield _Edge(page, tuple(filled[:reach]), min(TOP, half), page == first_page)
        yield _Edge(page, tuple(reversed(filled[-reach:])), min(BOTTOM, half))


def _add_alike(lines: Sequence[Line], edges: Sequence[_Edge], places: dict[str, set[int]]) -> None:
    """Count an outermost line with those of the adjacent pages that OCR read almost the same."""
    outermost: dict[int, list[str]] = defaultdict(list)
    for edge in edges:
        for index in edge.lines[:2]:
            key = key_line(lines[index])
            counted = _list_digits(lines[index]) and not _may_be_text(lines[index])
            if len(key) >= LONG and len(places[key]) == 1 and counted:
                outermost[edge.page].append(key)
    for page, keys in outermost.items():
        for other in (page + 1, page + 2):
            for key in keys:
                for near in outermost.get(other, ()):
                    if _is_alike(key, near):
                        places[key].add(other)
                        places[near].add(page)


def _is_alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > UNLIKE * len(one):
        return False
    ones, others = (Counter(text[i : i + 3] for i in range(len(text) - 2)) for text in (one, other))
    return (ones & others).total() >= ALIKE * max(ones.total(), others.total())


def _may_be_text(line: Line) -> bool:
    """Return whether a line on few pages could be the order's: a sentence, a signature."""
    content = line.content
    words = content.split()
    return (
        sum(word.islower() for word in words) >= max(PROSE_WORDS, PROSE_SHARE * len(words))
        or content[:1].islower()
        or "....." in content  # a table's row
        or (
            content.endswith(SENTENCE_END)
            and " v. " not in content.casefold()
            and not any(character.isdigit() for character in content)
        )
        or _PATTERNS.OFFICE.search(content.casefold().rstrip(" .,:")) is not None
    )
