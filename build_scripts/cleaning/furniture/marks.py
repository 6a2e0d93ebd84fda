"""Find edges of pages in text that has no pages: lines with a number that counts up, a page's
length from the last.

"- 3 -", "Page 3 of 9", "2   ROE V. DOE" and "ROE V. DOE   3", "[Page 3]", "## Page 3" and a tool's
"--- page 3 ---" are one thing: a line that is the same but for its number, with n + 1 some twenty
to seventy lines below n. Headings count up too ("COUNT II", "Claim 2"); they are between
sentences, marks of pages inside them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from build_scripts.cleaning.furniture.page_numbers import read_lone_number
from build_scripts.cleaning.line_ends import ENDED, goes_on, is_finished
from build_scripts.cleaning.lines import Line, list_filled
from build_scripts.model.text.pattern_table import read_patterns

LONGEST = 130  # characters of a mark's line
SHORTEST_PAGE = 8  # lines that hold anything
FEWEST_LINES = 20  # … of one whose number is the only one
SHORTEST_TEXT = 900  # characters of a page, where a line is a paragraph
CENTRED_FROM = 10  # columns: a page number is set in, a footnote's label stands at the margin
FEWEST_LETTERS = 4
HEAD_LETTERS = 12
INSIDE = 1 / 3  # of the marks stand inside sentences
STEPS = (1, 2, 3)  # from one mark to the next: one can be lost
UNSURE_FEWEST = 4  # marks, where they are bare numbers
EVEN = 3  # times the shortest page's length, the longest's
TOO_LONG = 1.5  # times a usual page's length: two pages without a number between
MANY = 6  # marks that need no cut sentence, where pages are even and a blank line is below each
LEAST_EVEN, MOST_EVEN = 1.5, 2  # times the shortest page's length, for three marks and for many
_PATTERNS = read_patterns(__package__, "marks.toml")


Measure = Sequence[int] | Mapping[int, int]


class Mark(NamedTuple):
    """A line that may name a page: `words` are its letters, `sure` if its form proves it."""

    at: int
    number: int
    words: str
    sure: bool


def find_marks(lines: Sequence[Line]) -> list[Mark]:
    """Return the longest chain of marks with consecutive numbers; empty where none is sure."""
    filled = list_filled(lines)
    rank = {index: at for at, index in enumerate(filled)}
    found = [mark for index in filled for mark in _read_marks(index, lines[index])]
    alike = Counter(mark.words for mark in found)
    by_words: dict[str, list[Mark]] = defaultdict(list)
    for mark in found:
        if alike[mark.words] > 1 or not mark.words:
            by_words[mark.words].append(mark)
    lengths = _measure_text(lines)
    # Left and right pages can have heads of their own: all that recur are a chain too.
    groups = [*by_words.values(), [mark for mark in found if alike[mark.words] > 1]]
    chains = [_chain(marks, rank, lengths) for marks in groups]
    accepted = [chain for chain in chains if _is_accepted(chain, lines, filled, rank, lengths)]
    return max(accepted, key=lambda chain: (_is_sure(chain), len(chain)), default=[])


def begins_pages(marks: Sequence[Mark], rank: Mapping[int, int], count: int) -> bool:
    """Return whether marks are at the heads of their pages: the first one, or the last, decides."""
    first, last = marks[0], marks[-1]
    if first.number == 1:
        return rank[first.at] < SHORTEST_PAGE
    if count - rank[last.at] <= 2:
        return False
    return bool(first.words) or (
        first.number == 2 and rank[first.at] <= TOO_LONG * measure_page(marks, rank)
    )


def measure_page(marks: Sequence[Mark], rank: Mapping[int, int]) -> float:
    """Return how many filled lines a page usually has; 0 where there are too few marks."""
    steps = [
        (rank[two.at] - rank[one.at]) / (two.number - one.number) for one, two in pairwise(marks)
    ]
    return median(steps) if len(steps) > 1 else 0


def _read_marks(at: int, line: Line) -> Iterator[Mark]:
    content = line.content
    if len(content) > LONGEST or not any(map(str.isdigit, content)):
        return
    if said := _PATTERNS.SAID.fullmatch(content):
        yield Mark(at, int(said["number"] or said["decorated"]), "", True)
        return
    if (number := read_lone_number(content)) is not None:
        yield Mark(at, number, "", line.indent >= CENTRED_FROM)
        return
    for pattern in (_PATTERNS.HEAD_BEFORE, _PATTERNS.HEAD_AFTER):
        match = pattern.fullmatch(content)
        if match is None:
            continue
        words = "".join(filter(str.isalpha, match["words"])).casefold() or match["words"]
        if len(words) >= FEWEST_LETTERS:
            gap = match.groupdict().get("gap")
            if gap is None:  # a note's words end a sentence
                gap = content[len(match["number"]) : match.start("words")]
                gap += " " * (ENDED.search(content) is None)
            sure = (len(gap) >= 3 and gap[:3].isspace()) or "p" in gap.casefold()
            yield Mark(at, int(match["number"]), words, sure)


def _measure_text(lines: Sequence[Line]) -> list[int]:
    """Return how many characters precede each line."""
    lengths = []
    total = 0
    for line in lines:
        lengths.append(total)
        total += len(line.content)
    return lengths


def _chain(marks: Sequence[Mark], rank: Mapping[int, int], lengths: Sequence[int]) -> list[Mark]:
    """Return the longest run of consecutive numbers, each a page's length below the last."""
    best: dict[int, list[Mark]] = {}
    for mark in marks:
        before = max((best.get(mark.number - step, []) for step in STEPS), key=len)
        # A last page is as short as it likes.
        ends = bool(before) and before[0].number <= 2 and rank[mark.at] == len(rank) - 1
        if (
            before
            and not ends
            and (
                rank[mark.at] - rank[before[-1].at] < SHORTEST_PAGE
                and lengths[mark.at] - lengths[before[-1].at] < SHORTEST_TEXT
            )
        ):
            continue
        if len(before) + 1 > len(best.get(mark.number, [])):
            best[mark.number] = [*before, mark]
    return max(best.values(), key=len, default=[])


def _is_sure(chain: Sequence[Mark]) -> bool:
    return all(mark.sure for mark in chain)


def _is_accepted(
    chain: Sequence[Mark],
    lines: Sequence[Line],
    filled: Sequence[int],
    rank: Mapping[int, int],
    lengths: Sequence[int],
) -> bool:
    # A reporter's pages begin anywhere.
    if not chain or (chain[0].number > 2 and len(chain) < (2 if _is_sure(chain) else 3)):
        return False
    if len(chain) == 1 and (chain[0].words or lines[chain[0].at].indent < CENTRED_FROM):
        return not chain[0].words and _cuts_sentence(chain[0], lines, filled, rank)
    if _is_sure(chain):
        return True
    inside = sum(
        0 < rank[mark.at] < len(filled) - 1
        and not ENDED.search(lines[filled[rank[mark.at] - 1]].content)
        and not lines[filled[rank[mark.at] + 1]].content[:1].isupper()
        for mark in chain
    )
    apart = any(
        all(not 0 <= mark.at + side < len(lines) or lines[mark.at + side].blank for mark in chain)
        for side in (1, -1)
    )
    if chain[0].words:
        apart = apart and chain[0].words.isdecimal()  # beside the docket's number
        return len(chain) > 2 and (apart or inside >= INSIDE * len(chain))
    unended = sum(
        rank[mark.at] > 0 and not is_finished(lines[filled[rank[mark.at] - 1]]) for mark in chain
    )
    # A text ends with its last page's number, and never with a note's label.
    if apart and len(chain) > 1 and chain[0].number <= 2 and rank[chain[-1].at] == len(filled) - 1:
        return True
    whole = chain[:-1] if len(chain) > UNSURE_FEWEST else chain
    unevenness = min(_measure_unevenness(whole, lengths), _measure_unevenness(whole, rank))
    if apart and _have_one_head(chain, lines, filled, rank):
        return True
    if len(chain) < UNSURE_FEWEST:
        return len(chain) > 2 and apart and unended > 1 and unevenness <= LEAST_EVEN
    parts = inside >= INSIDE * len(chain) or (2 * unended >= len(chain) and apart)
    # Notes count from 1, so that what begins with the second page's number is surer.
    even = unevenness <= (EVEN if chain[0].number == 2 else MOST_EVEN)
    return (parts and unevenness <= EVEN) or (len(chain) >= MANY and apart and even)


def _cuts_sentence(
    mark: Mark, lines: Sequence[Line], filled: Sequence[int], rank: Mapping[int, int]
) -> bool:
    """Whether a page's length stands above a lone number, and below it and a blank line a sentence
    goes on: a short paper's only number, below notes or not.
    """
    at = rank[mark.at]
    if not FEWEST_LINES <= at < len(filled) - 1 or filled[at + 1] == mark.at + 1:
        return False
    return goes_on(lines[filled[at + 1]]) and is_finished(lines[filled[at - 1]])


def _measure_unevenness(chain: Sequence[Mark], ranks: Measure) -> float:
    """Return the ratio of the longest page's length to the shortest's, in letters or in lines."""
    steps = [
        (ranks[two.at] - ranks[one.at]) / (two.number - one.number) for one, two in pairwise(chain)
    ]
    return max(steps, default=0) / min(steps, default=1)


def _have_one_head(
    chain: Sequence[Mark], lines: Sequence[Line], filled: Sequence[int], rank: Mapping[int, int]
) -> bool:
    """Return whether the same line follows the numbers of two pages or more: the next page's head
    ("781" | "Cite as 28 I&N Dec. 781 (BIA 2024)").
    """
    below = [filled[rank[mark.at] + 1] for mark in chain if rank[mark.at] + 1 < len(filled)]
    heads = Counter("".join(filter(str.isalpha, lines[at].content)).casefold() for at in below)
    words, count = heads.most_common(1)[0] if heads else ("", 0)
    return len(words) >= HEAD_LETTERS and count > 1 and 2 * count > len(below)
