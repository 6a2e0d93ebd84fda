"""Pleading line numbers that a converter left among the words, in front of lines or inside them.

There is no column to go by: a chain n, n+1, n+2 … of bare numbers, each at most a printed line's
length after the last, down a whole page, is what prose does not do. "Rule 15", "28 pages" and
"2021 price lists" stay, since the chain goes by them at its own distance.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from build_scripts.cleaning.furniture.line_numbers import HIGHEST, NumberPlace
from build_scripts.cleaning.lines import Line
from build_scripts.model.source_text import Style
from build_scripts.model.text.dates import MONTHS
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "joined_numbers.toml")
# After one of these a number more likely belongs to the text: "Rule 15", "§ 16", "No. 17"
CITES = frozenset(
    """rule rules section sections title part chapter article no nos page pages p pp at dkt ecf ex
    exhibit line lines paragraph paragraphs class count counts about than within § ¶ # $
    &""".split()
) | frozenset(MONTHS)
BEFORE = 14  # characters before a number that are looked at
LONGEST_LINE = 170  # characters between two numbers: a printed line, or two short paragraphs
USUAL_LINE = 85
LONG_CHAIN = 12  # numbers in a row, from the top of a page on, prove pleading paper
WHOLE_PAGE = range(24, 33)  # lines of a page, each number alone
EMPTY_ROWS = 4  # of such a page, at least
SHORT_CHAIN = 5  # … fewer, where the order has such pages and most stand at line starts
FIRST = 2  # a page's first number, where "1" was lost
LOWER_SHARE = 0.15  # of the numbers before text: printed lines begin in mid-sentence, notes do not
FEWEST_TEXTS = 6


class _Token(NamedTuple):
    place: NumberPlace
    offset: int  # in the running text, blanks closed up
    first: bool  # first on its line
    cites: bool


class _Link(NamedTuple):
    """The best chain that ends in a token: its score, the token before, how many they are."""

    score: float
    before: int | None
    length: int


def find_joined_numbers(lines: Sequence[Line]) -> list[NumberPlace]:
    """Return line numbers of text without columns, by the best chains of consecutive numbers.

    Each page's chain begins again at its lowest number. A short chain counts only if there is a
    long one: an order's last page may have few lines. Footnotes count up too ("14 Id. at 5." "15
    See …"), but their texts begin with capitals, and pages do not begin with the 14th.
    """
    if not _may_hold_chain(lines):
        return []
    tokens = _list_tokens(lines)
    links = _link_tokens(tokens)
    found: list[NumberPlace] = []
    used: set[int] = set()
    proven = False
    for end in _rank_ends(links):
        if links[end].length < SHORT_CHAIN:
            continue
        chain = _follow_back(links, end, used)
        places = [tokens[index] for index in chain]
        if not places:
            continue
        at_starts = sum(token.first for token in places)
        long = len(places) >= LONG_CHAIN and (proven or places[0].place.value <= FIRST)
        short = proven and 2 * at_starts > len(places)
        if not (long or short):
            continue
        # A last page's few lines can all begin with capitals: "5 Dated: May 1" "6 Judge"; most of
        # its numbers then stand alone.
        alone = sum(1 for token in places if lines[token.place.at].content.isdigit())
        last_page = at_starts == len(places) or 2 * alone > len(places)
        top_of_page = places[0].place.value <= FIRST and last_page
        if alone == len(places) and len(places) in WHOLE_PAGE and _has_empty_rows(lines, places):
            proven = top_of_page = True  # an order of one page may hold little but its caption
        if not _reads_on(lines, places) and not (proven and top_of_page):
            continue
        proven = proven or long
        used.update(chain)
        found.extend(token.place for token in places)
    return sorted(found, key=attrgetter("at", "start"))


def _has_empty_rows(lines: Sequence[Line], tokens: Sequence[_Token]) -> bool:
    """Return whether numbers follow each other without text, as notes and list items never do."""
    rows = [token.place.at for token in tokens]
    empty = sum(
        all(line.blank for line in lines[one + 1 : other])
        for one, other in itertools.pairwise(rows)
    )
    return empty >= EMPTY_ROWS


def _may_hold_chain(lines: Sequence[Line]) -> bool:
    """Return whether all numbers of a long chain from a page's top occur somewhere among the words.

    Reads the whole once: most orders are not on pleading paper, and their numbers need no
    weights.
    """
    numbers = set(_PATTERNS.NUMBER.findall("\n".join(line.text for line in lines)))
    return numbers.issuperset(map(str, range(FIRST, LONG_CHAIN + 1)))


def _reads_on(lines: Sequence[Line], tokens: Sequence[_Token]) -> bool:
    """Return whether the text next to the numbers continues from one to the next."""
    texts = []
    ends = [token.place.at for token in tokens[1:]] + [tokens[-1].place.at]
    for token, end in zip(tokens, ends, strict=True):
        beside = lines[token.place.at].text[token.place.end :].lstrip()[:1]
        if not beside and end - token.place.at > 1:
            between = lines[token.place.at + 1 : end]
            beside = next((line.content[0] for line in between if not line.blank), "")
        if beside and not beside.isdigit():
            texts.append(beside)
    lower = sum(1 for text in texts if text.islower())
    return len(texts) < FEWEST_TEXTS or lower >= LOWER_SHARE * len(texts)


def _list_tokens(lines: Sequence[Line]) -> list[_Token]:
    tokens = []
    offset = 0
    for index, line in enumerate(lines):
        text = line.text
        numbers: Iterable[re.Match[str]] = _PATTERNS.BARE.finditer(text)
        if text[:1].isdigit() and (glued := _PATTERNS.GLUED.match(text)):
            numbers = itertools.chain((glued,), numbers)
        raised = _find_raised(line)
        for match in numbers:
            value = int(match[0])
            if not 1 <= value <= HIGHEST:
                continue
            start, end = match.span()
            if start in raised:
                continue  # notes count up too, and some tools raise their labels
            before = text[max(0, start - BEFORE) : start]
            tokens.append(
                _Token(
                    NumberPlace(index, start, end, value),
                    offset + start,
                    not before.strip(),
                    _ends_in_cite(before),
                )
            )
        offset += len(line.content) + 1 if not line.blank else 0
    return tokens


def _ends_in_cite(before: str) -> bool:
    """Return whether the last word, or sign, before a number is one that cites."""
    words = before.rsplit(None, 1)
    if not words:
        return False
    word = words[-1].removesuffix(".")
    if not word.isalpha():
        parts = _PATTERNS.WORD_OR_SIGN.findall(word)
        word = parts[-1] if parts else ""
    return word.casefold() in CITES


def _link_tokens(tokens: Sequence[_Token]) -> list[_Link]:
    """Return for every number the best chain that ends in it."""
    best: list[_Link] = []
    by_value: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        value = token.place.value
        own = best_score = _weigh(token)
        before = None
        for earlier in reversed(by_value[value - 1]):
            gap = token.offset - tokens[earlier].offset
            if gap > LONGEST_LINE:
                break
            score = best[earlier].score + own - _penalise(gap, token)
            if score > best_score:
                best_score, before = score, earlier
        length = 1 if before is None else best[before].length + 1
        best.append(_Link(best_score, before, length))
        by_value[value].append(index)
    return best


def _rank_ends(links: Sequence[_Link]) -> list[int]:
    """Return where chains end, the best first; of equal ones those that nothing continues."""
    continued = {link.before for link in links}
    return sorted(range(len(links)), key=lambda end: (-links[end].score, end in continued, end))


def _follow_back(links: Sequence[_Link], end: int, used: Collection[int]) -> list[int]:
    """Return the tokens of the chain that ends there, in order; none if one is used already."""
    chain: list[int] = []
    at: int | None = end
    while at is not None:
        if at in used:
            return []
        chain.append(at)
        at = links[at].before
    return chain[::-1]


def _weigh(token: _Token) -> float:
    """Return the weight of a number: at a line's start it is a surer link than after "Rule"."""
    return 1.0 + (0.5 if token.first else 0.0) - (0.6 if token.cites else 0.0)


def _penalise(gap: int, token: _Token) -> float:
    """Return the penalty of a gap; inside lines, numbers are one printed line apart."""
    return 0.0 if token.first else min(0.6, abs(gap - USUAL_LINE) / 200)


def _find_raised(line: Line) -> set[int]:
    """Return the positions of the line's raised characters."""
    if not line.styles:
        return set()
    raised = (span for span in line.styles if span.style is Style.SUPERSCRIPT)
    return {place for span in raised for place in range(span.start, span.end)}
