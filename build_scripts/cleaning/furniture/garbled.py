"""Find lines that nobody can read: codes in place of letters, or letters that form no words."""

from collections.abc import Iterator, Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole, index_pages
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.garbled import UNMAPPED, lacks_words, measure_unmapped

WORDS = 150  # a stretch of lines that is judged by its letters
LONGEST_CODE = 4  # characters of a mark's code
FEWEST_CODES = 4  # of a line: fewer are bullets and boxes to tick
MOST_CODES = 0.5  # of a line's characters


def find_garbled(lines: Sequence[Line]) -> list[Cut]:
    """Return cuts for lines of codes, and for stretches of lines whose letters form no words."""
    found = {index for index, line in enumerate(lines) if _holds_codes(line.content)}
    for stretch in _list_stretches(lines):
        if lacks_words("\n".join(lines[index].content for index in stretch)):
            found.update(stretch)
    found.update(_find_mark_codes(lines))
    return [cut_whole(index, lines[index], RemovalReason.GARBLED) for index in sorted(found)]


def _find_mark_codes(lines: Sequence[Line]) -> list[int]:
    """Return the lines of codes that a word processor left below marks of notes: "0F", "1F"."""
    found = {
        index: int(line.content[:-1])
        for index, line in enumerate(lines)
        if 1 < len(line.content) <= LONGEST_CODE
        and line.content[-1] == "F"
        and line.content[:-1].isdecimal()
    }
    counted = [*range(len(found))]
    return [*found] if len(found) > 1 and sorted(set(found.values())) == counted else []


def _holds_codes(content: str) -> bool:
    codes = UNMAPPED.findall(content)
    return len(codes) >= FEWEST_CODES and measure_unmapped(content) > MOST_CODES


def _list_stretches(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield a page's lines, by index, in stretches of WORDS or more, the rest with the last."""
    for page in index_pages(lines).values():
        stretches: list[list[int]] = [[]]
        words = 0
        for index in page:
            if words >= WORDS:
                stretches.append([])
                words = 0
            stretches[-1].append(index)
            words += len(lines[index].content.split())
        if words < WORDS and len(stretches) > 1:
            rest = stretches.pop()
            stretches[-1] += rest
        yield from stretches
