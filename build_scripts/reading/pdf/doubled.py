"""Text printed twice at one place: stamps laid over stamps, bold made by printing again."""

from collections.abc import Iterable

from build_scripts.reading.pdf.runs import LINE_END, Run

APART = 0.16  # of the size: less is one place


def drop_doubled(runs: Iterable[Run]) -> list[Run]:
    """Return the runs without those that print the same characters over themselves, anywhere in the
    page's order. Blanks between a dropped run and the next are kept.
    """
    kept: list[Run] = []
    seen: set[tuple[str, int, int]] = set()
    broken = False  # a dropped run began a line
    for run in runs:
        x, y = run.x0 / (APART * run.size), run.y / (APART * run.size)
        # Two grids, one moved by half a cell: places that differ by little share a cell of one.
        straight, moved = (run.text, int(x), int(y)), (run.text, ~int(x + 0.5), ~int(y + 0.5))
        if straight in seen or moved in seen:
            broken = broken or run.before == LINE_END
            continue
        seen.add(straight)
        seen.add(moved)
        if broken:
            run.before = LINE_END
            broken = False
        kept.append(run)
    return kept
