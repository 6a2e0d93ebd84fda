"""Set underlined words in italics: a typescript's underline means them (Bluebook, Bluepages B2).

PDFs draw an underline as a thin shape of its own. It is told from a table's rule, a blank to fill
in and a line for a signature by its ends: it begins and ends with words, close below them.
"""

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.reading.pdf.drawn_page import Box
from build_scripts.reading.pdf.runs import Run

DEEPEST = 0.3  # of the size, below the baseline
HIGHEST = 0.02  # of the size, above it
OVERHANG = 0.5  # of the size, beyond the words at each end
COVERED = 0.6  # of a word: a comma after it is not underlined
MOST_RULES = 400  # of a page: a table or a chart draws more


def slant_underlined(rules: Sequence[Box], runs: Sequence[Run]) -> list[Run]:
    """Return the runs, those that a rule underlines in italics."""
    slanted = list(runs)
    if not rules or len(rules) > MOST_RULES:
        return slanted
    upright = [(place, run) for place, run in enumerate(runs) if run.turn == 0]
    for rule in rules:
        for place in _find_underlined(rule, upright):
            slanted[place] = replace(slanted[place], italic=True)
    return slanted


def _find_underlined(rule: Box, runs: Sequence[tuple[int, Run]]) -> list[int]:
    """Return the places of the runs above a rule; none where it goes beyond them."""
    middle = (rule.bottom + rule.top) / 2
    over = [
        (place, run)
        for place, run in runs
        if -HIGHEST * run.size <= run.y - middle <= DEEPEST * run.size
        and min(run.x1, rule.right) - max(run.x0, rule.left) >= COVERED * (run.x1 - run.x0)
    ]
    if not over:
        return []
    overhang = OVERHANG * max(run.size for _, run in over)
    left, right = min(run.x0 for _, run in over), max(run.x1 for _, run in over)
    if rule.left < left - overhang or rule.right > right + overhang:
        return []
    return [place for place, _ in over]
