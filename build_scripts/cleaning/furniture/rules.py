"""Drawn lines: rules above footnotes and signatures, boxes around captions."""

from collections import defaultdict
from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "rules.toml")
RULE = _PATTERNS.RULE

RULE_SIGNS = ("__", "--", "**", "==", "//", "/ /", "\\\\", "————", "─", "━", "═")

DRAWN_UPRIGHT = "│║"
SHORTEST_UPRIGHT = 4  # lines
LEFTMOST_UPRIGHT = 12  # columns: list bullets stand further left


def find_upright_rules(lines: Sequence[Line]) -> list[Cut]:
    """Return cuts for rules drawn down a page, a character a line, (nearly) in one column.

    A box character alone on its line is one wherever it stands: a brace's piece (4th Cir.).
    """
    places: dict[tuple[int, str, int], list[Cut]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.blank:
            continue
        for match in _PATTERNS.UPRIGHT.finditer(line.text):
            key = (line.page, match[0], match.start())
            places[key].append(Cut(index, match.start(), match.end(), RemovalReason.RULE))
    cuts: list[Cut] = []
    for (page, character, column), found in places.items():
        near = sum(len(places.get((page, character, column + drift), ())) for drift in (-1, 0, 1))
        if character in DRAWN_UPRIGHT:  # alone on its line it can be nothing else
            cuts.extend(cut for cut in found if lines[cut.at].content == character)
        if near >= SHORTEST_UPRIGHT and column >= LEFTMOST_UPRIGHT:
            cuts.extend(found)
            if character == "-":
                cuts.extend(_find_corners(lines, page, column))
    return list(dict.fromkeys(cuts))


def _find_corners(lines: Sequence[Line], page: int, column: int) -> list[Cut]:
    return [
        Cut(index, match.start(), match.end(), RemovalReason.RULE)
        for index, line in enumerate(lines)
        if line.page == page
        for match in _PATTERNS.CORNER.finditer(line.text)
        if abs(match.start() - column) <= 1
    ]


def find_rules(lines: Sequence[Line]) -> list[Cut]:
    """Return every drawn line; it holds no word, but is not part of the order."""
    if not _may_hold_rule("\n".join(line.text for line in lines)):
        return []
    return [
        Cut(index, match.start(), match.end(), RemovalReason.RULE)
        for index, line in enumerate(lines)
        if not line.blank and _may_hold_rule(line.text)
        for match in RULE.finditer(line.text)
    ]


def _may_hold_rule(text: str) -> bool:
    """Return whether characters of a rule occur in a text; prose takes a tenth of the time."""
    return any(sign in text for sign in RULE_SIGNS)
