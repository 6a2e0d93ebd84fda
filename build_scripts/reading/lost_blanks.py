"""Put back the blanks that a text tool lost: "May3,2031.", "MEMORANDUMOPINIONANDORDER".

Justified print has narrow blanks, and tools that measure them badly write none. No letter changes.
A word is parted only in a text that shows the damage, and only into words: those of the language
and those that the text prints apart elsewhere.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from math import inf, log

from build_scripts.model.text.english import count_uses
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "lost_blanks.toml")
_LONGEST_TEXT = 2_000_000  # characters
_LOOKED_AT = 20_000  # stretches that show whether a text is damaged
_FEWEST = 8  # different runs of three words or more that a text must have
_TELLING = 10  # letters at least
_SHORTEST = 5  # letters that may be two words
_LONGEST_WORD = 20
_LONGEST_NAME = 14
_LONGEST_RUN = 200  # letters of words that ran together
_OWN = 1000  # uses that a word counts which the text prints apart
_ALL_USES = 1_650_000_000  # that are counted
_FEWEST_USES = {1: 20_000_000, 2: 500_000, 3: 5_000, 4: 400, 5: 400}  # of so few letters
_OF_LAW = frozenset(
    """appealability appellees appellants banc certiorari cite cited curiam headnotes
    petitioners westlaw""".split()
)
_OF_LAW_PRINTED = 20  # times, as many as such a word counts
_PARTING = 6.0  # cost of each blank
_UNKNOWN = log(_ALL_USES / 10), log(10)  # cost of a word that nobody counted, and of each letter
_OF_NAME = 6.0  # that a capital takes from it: "BEECHDALE"

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})

Part = Callable[[str], str]


def restore_blanks(text: str) -> str:
    """Return the text with its words separated, if it lost blanks between many of them. A line's
    second column stays in place while the gap before it has room.
    """
    if len(text) > _LONGEST_TEXT:
        return text
    stretches = text.split()[:_LOOKED_AT]
    names = (each.strip(".,;:()") for each in stretches if each[:1].isupper())
    counted = Counter(each.lower() for each in names if 2 < len(each) <= _LONGEST_NAME)
    own = Counter(dict.fromkeys(_OF_LAW, _OF_LAW_PRINTED))
    own.update({name: uses for name, uses in counted.items() if uses > 1})
    long_runs = (_PATTERNS.LETTERS.search(each) for each in stretches if len(each) >= _TELLING)
    longest = {run[0] for run in long_runs if run and len(run[0]) >= _TELLING}
    if sum(_part_letters(run, own).count(" ") > 1 for run in longest) < _FEWEST:
        return text

    @cache
    def part(stretch: str) -> str:
        if _PATTERNS.ADDRESS.search(stretch):
            return stretch
        apart = _PATTERNS.BLANK_LOST.sub(" ", stretch)
        return _PATTERNS.LETTERS.sub(lambda match: _part_letters(match[0], own), apart)

    return "\n".join(_part_line(line, part) for line in text.split("\n"))


def _part_line(line: str, part: Part) -> str:
    pieces = re.split(r"( +)", line)
    room = 0
    for place, piece in enumerate(pieces):
        if place % 2:  # a gap
            taken = min(room, max(0, len(piece) - 2))
            pieces[place] = piece[taken:]
            room -= taken
        elif piece:
            pieces[place] = part(piece)
            room += len(pieces[place]) - len(piece)
    return "".join(pieces)


def _part_letters(letters: str, own: Counter[str]) -> str:
    """Return letters as the likeliest words that make them up; as they are if none do."""
    run = letters.lower()

    def weigh(word: str) -> int:
        uses = count_uses(word.translate(_LIGATURES))
        return (uses if uses >= _FEWEST_USES.get(len(word), 1) else 0) + _OWN * own[word]

    if not _SHORTEST <= len(run) <= _LONGEST_RUN or weigh(run):
        return letters
    best: list[tuple[float, int]] = [(0.0, 0)]  # for each end: the cost, and where its word begins
    for end in range(1, len(run) + 1):
        costs = [
            (best[start][0] + _PARTING + log(_ALL_USES / uses), start)
            for start in range(max(0, end - _LONGEST_WORD), end)
            if best[start][0] < inf and (uses := weigh(run[start:end]))
        ]
        best.append(min(costs, default=(inf, 0)))
    unknown = _UNKNOWN[0] + _UNKNOWN[1] * len(run) - _OF_NAME * letters[0].isupper()
    unknown = unknown if len(run) < _LONGEST_NAME else inf
    if best[-1][0] >= unknown:
        return letters
    words: list[str] = []
    end = len(run)
    while end:
        start = best[end][1]
        words.append(letters[start:end])
        end = start
    return " ".join(reversed(words))
