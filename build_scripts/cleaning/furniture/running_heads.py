"""Find heads, feet and page numbers at the edge of a page that are no part of its text."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from build_scripts.cleaning.caption.patterns import DOCKET as CASE_NUMBER
from build_scripts.cleaning.footnote_labels import is_continued
from build_scripts.cleaning.furniture.page_numbers import read_lone_number
from build_scripts.cleaning.furniture.phrases import matches_phrase
from build_scripts.cleaning.furniture.recurring import find_recurring
from build_scripts.cleaning.lines import Cut, Line, cut_whole, index_pages
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.law.ruling_forms import forms
from build_scripts.model.text.pattern_table import read_patterns

TOP = 2  # lines that hold anything, from the page's head
LETTER_HEAD = 3  # lines of a letter's head, and words in small letters of one
CODES = 3  # … and in which codes do
BOTTOM = 4  # … and from its foot
LONGEST_FOOT = 130  # characters
_PATTERNS = read_patterns(__package__, "running_heads.toml")
DOCKET = _PATTERNS.DOCKET
SENTENCE_ENDS = (".", ";", ":", ",")


def find_running_heads(lines: Sequence[Line]) -> list[Cut]:
    """Return what recurs at pages' edges, and heads and feet of one page that their form
    identifies: with the page's number, or with the order's own docket number and the title above
    it.
    """
    edges = [_list_edges(lines, indexes) for indexes in index_pages(lines).values()]
    cut = find_recurring(lines)
    bottoms = [[index for index in bottom if index not in cut] for _, bottom in edges]
    cut |= {bottom[-1] for bottom in bottoms if _is_numbered_foot(lines, bottom)}
    cut |= {top[0] for top, _ in edges if _is_numbered_head(lines, top)}
    for indexes in index_pages(lines).values():
        cut |= _find_letter_head(lines, [index for index in indexes if index not in cut])
    cut |= {
        index
        for edge in edges
        for index in (*edge[0][:2], *edge[1][-CODES:])
        if matches_phrase("code", lines[index].content)
    }

    @cache  # few orders have feet that ask for it: it looks at every line
    def count_dockets() -> Mapping[str, int]:
        return Counter(_docket_key(m) for line in lines for m in DOCKET.finditer(line.text))

    for bottom in bottoms:
        cut |= _find_docket_foot(lines, bottom, count_dockets)
    return [
        cut_whole(index, lines[index], RemovalReason.RUNNING_HEAD)
        for index in sorted(cut)
        # The first names the note to which the lines below belong, the second decides the case.
        if not (is_continued(lines[index]) or forms.BARE_OUTCOME.match(lines[index].content))
    ]


def _list_edges(lines: Sequence[Line], indexes: Sequence[int]) -> tuple[list[int], list[int]]:
    filled = [index for index in indexes if not lines[index].blank]
    if len(filled) <= TOP + BOTTOM:
        return filled[:1], filled[-1:]
    return filled[:TOP], filled[-BOTTOM:]


def _is_numbered_foot(lines: Sequence[Line], bottom: Sequence[int]) -> bool:
    """Return whether a page's last line is the paper's name with the page's number after a dash: a
    paper of one or two pages does not repeat it.
    """
    line = lines[bottom[-1]] if bottom else None
    match = _PATTERNS.NUMBERED_FOOT.fullmatch(line.content) if line else None
    if line is None or match is None:
        return False
    capital = not any(word.islower() and len(word) > 3 for word in line.content.split())
    number = match["paged"] or match["number"]
    return int(number) == line.page and (match["paged"] is not None or capital)


def _is_numbered_head(lines: Sequence[Line], top: Sequence[int]) -> bool:
    """Return whether the first line is the page's number and a far name, or a docket number."""
    line = lines[top[0]] if top else None
    if line is None or line.page == 1 or len(line.content) > LONGEST_FOOT:
        return False
    words = line.content.split()
    numbered = str(line.page) in (words[0], words[-1])
    case = CASE_NUMBER.match(" ".join(words)) and not any(word.islower() for word in words)
    apart = _PATTERNS.NUMBERED_HEAD.fullmatch(line.content) or case
    return bool(apart) and numbered and not line.content.endswith(SENTENCE_ENDS[1:])


def _find_letter_head(lines: Sequence[Line], indexes: Sequence[int]) -> set[int]:
    """Return the lines above "Page 2" at the head of a page: a letter's addressee and date."""
    filled = [index for index in indexes if not lines[index].blank][: LETTER_HEAD + 1]
    for rank, index in enumerate(filled):
        line = lines[index]
        own_number = "page" in line.content.casefold() and read_lone_number(line.content)
        if own_number and own_number == line.page > 1:
            return set(filled[:rank])
        if sum(word.islower() for word in line.content.split()) > LETTER_HEAD:
            break
    return set()


def _docket_key(match: re.Match[str]) -> str:
    """Return one key for "17-cv-02540" and "C 17-2540", as a district writes one number."""
    kind = (match["type"] or match["type_before"]).lower()
    year, serial = (match[name] or match[f"{name}_behind"] for name in ("year", "serial"))
    return f"{year}{'cv' if kind == 'c' else kind}{int(serial)}"


def _find_docket_foot(
    lines: Sequence[Line], bottom: Sequence[int], count_dockets: Callable[[], Mapping[str, int]]
) -> set[int]:
    """Return the last line of a page that is little more than the docket number, which other places
    of the order name too: "22-cv-01985-DMS-KSC", "ORDER – No. 20-cv-06903-LB", "CASE NO. …".
    """
    for rank in range(len(bottom) - 1, -1, -1):
        index = bottom[rank]
        line = lines[index]
        if read_lone_number(line.content) is not None:
            continue
        match = DOCKET.search(line.text)
        rest = DOCKET.sub("", line.text)
        if (
            match is None
            or len(line.content) > LONGEST_FOOT
            or any(word.islower() and len(word) > 2 for word in rest.split())
            or line.content.endswith(SENTENCE_ENDS)
            or count_dockets()[_docket_key(match)] < 2
        ):
            return set()
        found = {index}
        while rank > 0 and _is_title_foot(lines[bottom[rank - 1]], line):
            rank -= 1
            found.add(bottom[rank])
        return found
    return set()


def _is_title_foot(line: Line, below: Line) -> bool:
    """Return whether a line is the order's title in capitals above a foot's docket number."""
    words = [word for word in line.content.split() if word.isalpha()]
    return (
        len(words) > 1
        and all(word.isupper() for word in words)
        and not line.content.endswith(SENTENCE_ENDS)
        and abs(line.indent - below.indent) < 60
        and line.page > 1
    )
