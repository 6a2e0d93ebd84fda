"""Speed as ratios against named baselines of the same run: `make bench`.

Absolute times say more of the machine than of the program; each line names what it is compared
with. One file a kind of measurement, each with a `measure` that gives its lines; the search, where
what readers fetch is counted, has a `report` (`python -m tools.bench --search`: that alone), and
whole builds too (`--builds`). `--size SITE` says what takes the bytes and files of a built site.
"""

import sys
from pathlib import Path

from tools.bench import builds, forms, growth, pdf, search, site_size, stages, starting
from tools.bench.clock import REPEATS, Measure


def show(measure: Measure) -> str:
    """One line of the table."""
    ratio = measure.seconds / measure.baseline_seconds
    size = measure.megabytes
    speed = f"{size / measure.seconds:.1f} MB/s" if size is not None else ""
    return f"{measure.name:<36}{speed:>12}{ratio:>9.2f} × {measure.baseline}"


def main(arguments: list[str]) -> None:
    """Measure everything, or the search, whole builds or one site's size alone, and print the tables."""
    if "--builds" in arguments:
        for line in builds.report():
            print(line, flush=True)
        return
    if "--size" in arguments:
        for line in site_size.report(Path(arguments[arguments.index("--size") + 1])):
            print(line)
        return
    if "--search" not in arguments:
        print(f"best of up to {REPEATS} runs (processes: median), processor time of one core")
        for part in (starting, forms, pdf, stages, growth):
            for measure in part.measure():
                print(show(measure), flush=True)
    for line in (*search.report(), *(() if "--search" in arguments else builds.report())):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
