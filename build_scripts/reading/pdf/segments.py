"""Runs gathered to segments: stretches of a printed line without a wide gap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import itemgetter

from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.reading.pdf.runs import LINE_END, Run

WIDE_GAP = 1.6  # of the size: more is a column's gap, less a justified line's
SAME_BASELINE = 0.12  # of the size
GAP_SLACK = 0.1  # of the size
OVERLAP = 0.6  # of the size: kerning and italics reach back over their neighbours
RAISED_SIZE = 0.86  # of the line's size: smaller raised characters are superscripts


@dataclass(slots=True)
class Segment:
    """A stretch of text on one baseline.

    `raised` as a superscript; `spaced` if a blank follows it in the text layer, though the place of
    what comes next may not show it. OCR's segments have no runs.
    """

    x0: float
    x1: float
    y: float
    size: float
    raised: bool = False
    spaced: bool = False
    text: str = ""
    styles: list[StyleSpan] = field(default_factory=list)
    runs: Sequence[Run] = ()


def gather_segments(runs: Iterable[Run], turn: int) -> tuple[list[Segment], list[str]]:
    """Return the segments of the page's main direction `turn`, in quarter turns, and as plain
    strings what is printed across it (court names in the margin).
    """
    stretches: list[list[Run]] = []
    spaced: set[int] = set()  # stretches that a blank follows
    across: list[list[str]] = []
    strays = False  # the last run is printed across
    x1 = y = size = 0.0  # where the last stretch ends, its baseline and size
    open_stretch = False
    for run in runs:
        before = run.before
        if run.turn != turn:
            if strays and before != LINE_END:
                across[-1] += before, run.text
            else:
                across.append([run.text])
            strays, open_stretch = True, False
            continue
        strays = False
        larger = max(run.size, size)
        if (
            open_stretch
            and before != LINE_END
            and abs(run.y - y) <= SAME_BASELINE * larger
            and x1 - OVERLAP * larger <= run.x0 <= x1 + WIDE_GAP * larger
            and (size == run.size or min(size, run.size) > RAISED_SIZE * larger)
        ):
            stretches[-1].append(run)
            if run.x1 > x1:
                x1 = run.x1
        else:
            if open_stretch and before != LINE_END and before:
                spaced.add(len(stretches))
            stretches.append([run])
            x1, y, size = run.x1, run.y, run.size
            open_stretch = True
    segments = [_join_runs(runs, n in spaced) for n, runs in enumerate(stretches, start=1)]
    return segments, ["".join(pieces) for pieces in across]


def _join_runs(runs: Sequence[Run], spaced: bool) -> Segment:
    first = runs[0]
    text = first.text + "".join([run.before + run.text for run in runs[1:]])
    return Segment(
        first.x0,
        max([run.x1 for run in runs]),
        first.y,
        first.size,
        spaced=spaced,
        text=text,
        styles=_list_styles(runs),
        runs=runs,
    )


def split_segment(segment: Segment, left: float, right: float) -> Iterator[Segment]:
    """Split a segment at the gap for what is printed in it separately, from `left` to `right`:
    justified lines have one at a raised mark. One without a gap stays whole.
    """
    runs = segment.runs
    room = GAP_SLACK * segment.size
    for index in range(1, len(runs)):
        if runs[index - 1].x1 <= left + room and right - room <= runs[index].x0:
            before = runs[index].before
            yield _join_runs(runs[:index], before not in ("", LINE_END))
            yield _join_runs(runs[index:], segment.spaced)
            return
    yield segment


def _list_styles(runs: Sequence[Run]) -> list[StyleSpan]:
    """Return bold and italic stretches; blanks between two runs of a style belong to it."""
    if not any(run.bold or run.italic for run in runs):
        return []
    lengths = [len(run.before) + len(run.text) for run in runs]
    lengths[0] = len(runs[0].text)
    ends = list(accumulate(lengths))
    spans: list[StyleSpan] = []
    for style, held in (
        (Style.BOLD, [run.bold for run in runs]),
        (Style.ITALIC, [run.italic for run in runs]),
    ):
        for is_held, group in groupby(zip(held, runs, ends, strict=True), key=itemgetter(0)):
            if is_held:
                stretch = list(group)
                _, first, end = stretch[0]
                spans.append(StyleSpan(style, end - len(first.text), stretch[-1][2]))
    return spans
