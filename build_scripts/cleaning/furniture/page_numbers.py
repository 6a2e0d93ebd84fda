"""Find page numbers alone on a line, in all the ways in which they are printed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole, index_pages
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.numbers import read_roman
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "page_numbers.toml")
LONE_NUMBER = _PATTERNS.LONE_NUMBER
SET_IN = 10  # columns: a footnote's label stands at the margin


def read_lone_number(content: str) -> int | None:
    """Return the number if a line holds nothing else; roman ones are small."""
    match = LONE_NUMBER.fullmatch(content) if len(content) <= 24 else None
    if match is None:
        return None
    return read_roman(match["roman"]) if match["roman"] else int(match["number"])


def find_page_numbers(lines: Sequence[Line], text_margin: Mapping[int, int]) -> list[Cut]:
    """Return cuts for lone numbers that are the first or last thing on their page: indented from
    `text_margin` (the column where each page's text begins), or as far from the page's own number
    as another's.
    """
    found: list[tuple[int, int]] = []
    for page, indexes in index_pages(lines).items():
        filled = [index for index in indexes if not lines[index].blank]
        for index in dict.fromkeys((*filled[-1:], *filled[:1])):
            number = read_lone_number(lines[index].content)
            if number is not None:
                found.append((index, number - page))
    shifts = Counter(shift for _, shift in found)
    return [
        cut_whole(index, lines[index], RemovalReason.PAGE_NUMBER)
        for index, shift in found
        if shift == 0
        or shifts[shift] > 1
        or lines[index].indent >= text_margin.get(lines[index].page, 0) + SET_IN
    ]
