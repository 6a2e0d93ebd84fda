"""The court's name that some courts print up the margin (N.D. Cal., bottom to top).

A tool that reads the page line by line finds a few letters of the two rotated lines before each
line number: "Cfi", " tla", "cC 14  presented evidence".
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.lines import Cut, Line, cut_whole, list_filled
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "margin_names.toml")
_SPELLED = (
    Counter("UnitedStatesDistrictCourtNorthernDistrictofCalifornia"),
    Counter("UnitedStatesDistrictCourtFortheNorthernDistrictofCalifornia"),  # the older form
)
_MOST_LACKING = 6  # of these letters, in what a tool read of them
_FEWEST = 10  # pieces: a caption in small letters has the name on four lines at most
_APART = 4  # filled lines between two pieces
LEFT_EDGE = 6  # columns: a rotated name comes out at the paper's edge, left of the line numbers


def find_margin_names(lines: Sequence[Line], numbers: Sequence[NumberPlace]) -> list[Cut]:
    """Return cuts for rotated court names next to a caption in capitals, on numbered lines only."""
    if not numbers or not any(_PATTERNS.COURT_HEADING.search(line.text) for line in lines):
        return []
    edge = max(LEFT_EDGE, min(place.end for place in numbers))
    return [
        cut_whole(index, line, RemovalReason.MARGIN_NAME)
        for index, line in enumerate(lines)
        if "istrict" in line.text
        and line.indent <= edge
        and _PATTERNS.WHOLE_LINE.fullmatch(line.text)
    ]


def find_margin_letters(lines: Sequence[Line]) -> list[Cut]:
    """Cut the pieces of a rotated court name, wherever a run of them spells it, in any order."""
    cuts: list[Cut] = []
    for run in _list_runs(lines):
        spelled = (_take_pieces(lines, run, letters) for letters in _SPELLED)
        cuts += next(filter(None, spelled), [])
    return cuts


def _take_pieces(lines: Sequence[Line], run: Sequence[Cut], letters: Counter[str]) -> list[Cut]:
    """Return the pieces of a run that spell a name of these letters, or none."""
    pieces, left = [], letters
    for piece in run:
        taken = Counter(lines[piece.at].text[piece.start : piece.end].replace(" ", ""))
        if taken <= left:
            left = left - taken
            pieces.append(piece)
    if left.total() > _MOST_LACKING or len(pieces) < _FEWEST:
        return []
    # What is lacking may be run on to words: "ur SETTLEMENT".
    for index in range(pieces[0].at, pieces[-1].at):
        joined = _PATTERNS.JOINED.match(lines[index].text)
        if joined and Counter(joined["letters"]) <= left:
            left = left - Counter(joined["letters"])
            pieces.append(Cut(index, *joined.span("letters"), RemovalReason.MARGIN_NAME))
    return pieces


def _list_runs(lines: Sequence[Line]) -> Iterator[list[Cut]]:
    """Yield what may be pieces of a name: lines of a few letters, and letters before a number."""
    run: list[Cut] = []
    last = 0
    for rank, index in enumerate(list_filled(lines)):
        piece = _PATTERNS.PIECE.match(lines[index].text)
        if piece is None:
            continue
        if rank - last > _APART:
            yield run
            run = []
        run.append(Cut(index, *piece.span("letters"), RemovalReason.MARGIN_NAME))
        last = rank
    yield run
