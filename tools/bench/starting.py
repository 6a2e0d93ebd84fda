"""What a command takes before it says anything: processes begun as a shell begins them."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.shared import ROOT
from tools.bench.clock import REPEATS, Measure

_BASELINE = "python -c pass"
_ORDER = """\
UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

ADA OAKES,
        Plaintiff,
    v.
HOLLIN PRESS CO.,
        Defendant.

Case No. 19-cv-04321-QRS

ORDER GRANTING MOTION TO DISMISS

Defendant moves to dismiss. A complaint must state a claim that is plausible on its face. Ashcroft
v. Iqbal, 556 U.S. 662, 678 (2009). This one does not. The motion is GRANTED with leave to amend.

IT IS SO ORDERED.

Dated: March 3, 2021

QUENTIN R. STRAND
United States District Judge
"""


def measure() -> Iterator[Measure]:
    """`orders --help`, and `orders show` of a one-page text, beside Python that does nothing."""
    nothing = _time_process("-c", "pass")
    yield Measure(
        "orders --help", None, _time_process("-m", "build_scripts", "--help"), _BASELINE, nothing
    )
    with tempfile.TemporaryDirectory() as folder:
        order = Path(folder, "order.txt")
        order.write_text(_ORDER, encoding="utf-8")
        shown = _time_process("-m", "build_scripts", "show", str(order))
    yield Measure("orders show, a page of text", None, shown, _BASELINE, nothing)


def _time_process(*arguments: str) -> float:
    """The median of some runs, in seconds of processor time, after one that fills the caches."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each run compiles the program anew
    times = []
    for _ in range(REPEATS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *arguments],
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times[1:])
