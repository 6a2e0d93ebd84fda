"""Mutates orders of every form and looks for crashes, hangs, lost words and growing memory.

    python -m tools.fuzz --minutes 10 --reader html --seed 7

Each defect is kept once, as small as it gets in a minute, in the folder that --keep names. Write
a specimen of its cause by hand, or copy the file where it holds only words of this project's, to
tests/fuzz/seeds/: `test_seeds.py` converts all that lies there.
"""

import argparse
import hashlib
import sys
import time
from functools import partial
from pathlib import Path
from random import Random

from tools.fuzz.minimise import minimise
from tools.fuzz.mutations import mutate
from tools.fuzz.specimens import list_specimens
from tools.fuzz.worker import Worker

GROWN = 1024  # MB of resident memory that a child may reach


def shows(worker: Worker, signature: str, form: str, data: bytes) -> bool:
    """Whether the file shows the defect."""
    return worker.convert(data, f"fuzz.{form}").signature == signature


def main() -> int:
    """Fuzz for the time asked; exit with 1 where there was a defect."""
    parser = argparse.ArgumentParser(prog="tools.fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--reader", action="append", help="a form: html, json, pdf, docx …")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path(".cache/fuzz"))
    asked = parser.parse_args()
    specimens = list_specimens(*(asked.reader or ()))
    if not specimens:
        forms = ", ".join(sorted({form for form, _ in list_specimens()}))
        parser.error(f"there is no such form; the forms are {forms}")
    forms = sorted({form for form, _ in specimens})
    others = [data for _, data in list_specimens()]
    asked.keep.mkdir(parents=True, exist_ok=True)
    worker = Worker(asked.keep / "said.txt")
    known: dict[str, int] = {}
    tried = made = 0
    slowest, peak = 0.0, 0
    until = time.monotonic() + 60 * asked.minutes
    while time.monotonic() < until:
        seed = f"{asked.seed}:{tried}"
        chance = Random(seed)  # noqa: S311
        form = forms[tried % len(forms)]
        data = mutate(chance.choice(list_specimens(form))[1], form, others, chance)
        outcome = worker.convert(data, f"fuzz.{form}")
        tried += 1
        made += outcome.made
        slowest = max(slowest, outcome.seconds)
        peak = max(peak, outcome.peak)
        signature = outcome.signature
        if outcome.peak > GROWN:
            signature = signature or "grown memory"
            worker.end()
        if not signature:
            continue
        known[signature] = known.get(signature, 0) + 1
        if known[signature] > 1:
            continue
        name = f"{form}-{hashlib.sha256(signature.encode()).hexdigest()[:8]}"
        (asked.keep / f"{name}.whole").write_bytes(data)
        print(f"{signature}  [{seed}, {form}, {len(data)} bytes, {name}]\n{outcome.story}\n")
        sys.stdout.flush()
        (asked.keep / name).write_bytes(minimise(data, partial(shows, worker, signature, form)))
    worker.end()
    for signature, count in sorted(known.items()):
        print(f"{count:6d}  {signature}")
    print(
        f"{tried} files, {made} orders made, {len(known)} kinds of defect, "
        f"slowest {slowest:.1f} s, largest {peak} MB"
    )
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())
