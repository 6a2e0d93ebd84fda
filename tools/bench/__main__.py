"""Speed as ratios against named baselines of the same run: `make bench`.

Absolute times depend on the machine more than on the program; each line names what it is compared
with. One file a kind of measurement, each with a `measure` or a `report` that gives its lines.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tools.bench import builds, forms, growth, pdf, search, site_size, stages, starting
from tools.bench.clock import REPEATS, Measure


def show(measure: Measure) -> str:
    """One line of the table."""
    ratio = measure.seconds / measure.baseline_seconds
    size = measure.megabytes
    speed = f"{size / measure.seconds:.1f} MB/s" if size is not None else ""
    return f"{measure.name:<36}{speed:>12}{ratio:>9.2f} × {measure.baseline}"


def report_stages() -> Iterator[str]:
    """Yield the lines of every stage, from the start of a command to the growth with length."""
    yield f"best of up to {REPEATS} runs (processes: median), processor time of one core"
    for part in (starting, forms, pdf, stages, growth):
        yield from map(show, part.measure())


def main() -> None:
    """Measure what the command asks for, everything without an option, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--stages", action="store_true", help="the stages of a conversion alone")
    only.add_argument("--search", action="store_true", help="the search alone, at 1,000 and 10,000")
    only.add_argument("--builds", action="store_true", help="whole builds alone, some 40 minutes")
    only.add_argument("--size", type=Path, metavar="SITE", help="what takes a built site's bytes")
    chosen = parser.parse_args()
    if chosen.size:
        reports = [site_size.report(chosen.size)]
    else:
        parts = {"stages": report_stages, "search": search.report, "builds": builds.report}
        wanted = [name for name in parts if getattr(chosen, name)] or list(parts)
        reports = [parts[name]() for name in wanted]
    for lines in reports:
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
