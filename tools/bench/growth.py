"""Twice the text, twice the time: odd and hostile files of 100 and 200 kB.

The ratio is that of the larger to the smaller; 2 is linear, 4 quadratic. `tests/cleaning` and
`tests/reading` bound the work of the single steps by counting; here the whole is watched.
"""

from collections.abc import Callable, Iterator

from build_scripts.cleaning import clean_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from tools.bench.clock import Measure, time_best
from tools.bench.long_opinion import write_html, write_plain

SMALL = 100_000  # characters

WRITERS: dict[str, Callable[[int], str]] = {
    "a long opinion": write_plain,
    "a long page of HTML": write_html,
    "one line of numbers": lambda size: " ".join(str(n % 28 + 1) for n in range(size // 3)),
    "a number a line": lambda size: "\n".join(str(n % 28 + 1) for n in range(size // 3)),
    "one line of digits": lambda size: "1" * size,
    "one line of prose": lambda size: "The motion is denied in part. " * (size // 30),
    "short lines": lambda size: "a b\n" * (size // 4),
    "emphasis in one line": lambda size: "**a** _b_ [x](y) \\_ " * (size // 20),
    "raised marks in one paragraph": lambda size: (
        f"<p>{''.join(f'word<sup>{n % 300}</sup> ' for n in range(size // 18))}</p>"
    ),
    "a page each line": lambda size: "     2  a line of text\f" * (size // 23),
}


def measure() -> Iterator[Measure]:
    """Each kind of file at two sizes."""
    for name, write in WRITERS.items():
        small, large = (_time(write(size)) for size in (SMALL, 2 * SMALL))
        yield Measure(name, 2 * SMALL / 1e6, large, "half as long", small)


def _time(text: str) -> float:
    raw = RawOrder.from_bytes("generated", text.encode())
    return time_best(lambda: clean_order(read_order(raw)))
