"""Find a stamp printed up the side of a page, in text whose tool put each letter on its own line.

State courts' filing systems print "ELECTRONICALLY FILED - 2031 Jan 13 3:27 PM - …" from top to
bottom next to the text. The result is lines of one to three characters, and such pieces at the
ends of lines.
"""

from collections.abc import Iterator, Sequence

from build_scripts.cleaning.lines import Cut, Line, list_filled
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern import Pattern, holds_any

_LONGEST = 3  # characters of a piece
_FEWEST = 12  # pieces on lines of their own
_APART = 4  # lines that hold anything between two of these
_NAMES = ("filed", "received")
# A piece that was run on to a line of text.
_AT_END = Pattern(
    r"\s{2,}(?P<wide>\S{1,2}|\S\s\S)$|\s(?P<capital>[A-Z#-])$",
    accepts=["(US Department  IC", "Defendants  n 1", "a more S"],
    refuses=["the motion to", "the motion IC", "in May 2"],
)


def find_upright_stamps(lines: Sequence[Line]) -> list[Cut]:
    """Cut the pieces of a stamp that runs down next to the text.

    There are few lines of text between its pieces on lines of their own. Joined without blanks, the
    pieces have a word for a filed or received paper.
    """
    cuts: list[Cut] = []
    for run in _list_runs(lines):
        pieces = [*_find_pieces(lines, run)]
        letters = "".join("".join(lines[c.at].text[c.start : c.end].split()) for c in pieces)
        if holds_any(letters, _NAMES):
            cuts += pieces
    return cuts


def _list_runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield runs of filled lines, from the line above a short one to the last one near it."""
    run: list[int] = []
    short, last = 0, 0
    for index in list_filled(lines):
        run.append(index)
        if len(lines[index].content) <= _LONGEST:
            short, last = short + 1, len(run)
        elif len(run) - last > _APART:
            if short >= _FEWEST:
                yield run[:last]
            run, short, last = run[-1:], 0, 0
    if short >= _FEWEST:
        yield run[:last]


def _find_pieces(lines: Sequence[Line], run: Sequence[int]) -> Iterator[Cut]:
    for index in run:
        line = lines[index]
        if len(line.content) <= _LONGEST:
            yield Cut(index, line.indent, len(line.text), RemovalReason.FILED_STAMP)
        elif match := _AT_END.search(line.text.rstrip()):
            yield Cut(index, match.start(), match.end(), RemovalReason.FILED_STAMP)
