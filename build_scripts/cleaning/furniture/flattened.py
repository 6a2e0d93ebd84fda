"""Marks of pages inside the lines of text whose lines a tool ran together.

"Page 3 of 9", "- 3 -", "ROE v. DOE 3" and "4 ROE v. DOE" between two words of a line of hundreds of
characters: told by their numbers, which count up, and by the same words beside all of them.
"""

from collections import defaultdict
from collections.abc import Sequence

from build_scripts.cleaning.furniture.star_pages import StarPage, chain_pages
from build_scripts.cleaning.lines import Line
from build_scripts.text.pattern import Pattern

FLAT = 200  # characters: a line of a page has fewer
FEWEST = 3  # marks
_CAPITALS = r"(?:[A-Z][A-Z.&’'-]*+|[vV]s?\.|of|[Ii]n|[Rr]e:?)"
# Words up to the last may go on with whatever sign: "ROE, INC., v. DOE". Each is taken whole, since
# a blank ends it: in long capitals no other way of cutting them is tried.
_WORDS = rf"[A-Z]{{2}}\S*+(?:\s(?:[A-Z]|[vV]s?\.|of|[Ii]n|[Rr]e)\S*+){{0,8}}\s{_CAPITALS}"
MARK = Pattern(
    r"(?<!\S)(?:"
    r"[-–—]\s?(?P<dashed>\d{1,4})\s?[-–—]"
    r"|(?:[Pp]age|PAGE|Pg\.?)\s(?P<said>\d{1,4})\s?(?:of|/)\s?\d{1,4}"
    rf"|(?P<before>\d{{1,4}})\s(?P<words>{_WORDS})"
    rf"|(?P<words_first>{_WORDS})\s(?P<behind>\d{{1,4}})"
    r")(?!\S)",
    accepts=["the -3- order", "the Page 3 of 9 order", "the ROE V. DOE 5 order", "4 ROE V. DOE he"],
    refuses=["pages 3 - 4", "page 3", "Rule 12 of the", "-3-year"],
)
NUMBERS = ("dashed", "said", "before", "behind")


def find_flattened_marks(lines: Sequence[Line]) -> list[StarPage]:
    """The longest chain of such marks, each with the words that stand before all of them."""
    found: dict[str, list[StarPage]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) < FLAT:
            continue
        for match in MARK.finditer(line.text):
            name = next(name for name in NUMBERS if match[name])
            words = match["words"] or match["words_first"] or name
            mark = StarPage(index, match.start(), match.end(), int(match[name]))
            found[" ".join(words.split())].append(mark)
    chain = max(map(chain_pages, found.values()), key=len, default=[])
    return _widen(lines, chain) if len(chain) >= FEWEST else []


def _widen(lines: Sequence[Line], chain: Sequence[StarPage]) -> list[StarPage]:
    """Take in the words before the marks as far as they are the same for all of them."""
    before = [list(reversed(lines[mark.at].text[: mark.start].split())) for mark in chain]
    same = 0
    for words in zip(*before, strict=False):
        if len(set(words)) > 1:
            break
        same += 1
    return [_widen_one(lines[mark.at].text, mark, same) for mark in chain]


def _widen_one(text: str, mark: StarPage, words: int) -> StarPage:
    start = mark.start
    for _ in range(words):
        start = text.rstrip(" ").rfind(" ", 0, len(text[:start].rstrip())) + 1
    return mark._replace(start=start)
