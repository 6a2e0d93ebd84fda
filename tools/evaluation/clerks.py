"""Compare orders with what the clerk of court wrote of them on the docket: `--clerks FOLDER`.

The clerk's line is a witness, not the truth: it leaves out what was decided in passing, and
clerks count motions otherwise than orders do. So these figures show a change, not a quality.
Judges and kinds of outcome are compared, of orders drawn from two thirds of the courts.
"""

import gzip
import json
import random
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.evaluation.described import describe_file
from tools.evaluation.gold_rules import is_same_judge

_SIGNED = re.compile(
    r"(?:[Ss]igned|[Oo]rdered|ORDERED) by (?:the )?(?:(?:Hon(?:orable|\.)|Chief|Senior|Magistrate|District|"
    r"Bankruptcy|U\.?S\.?|United States|Judge|Justice) ?)*([A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3}) on \d"
)
_VERDICTS = ("right", "other", "missing")
_OUTCOMES = (
    (
        "granted in part",
        re.compile(r"\bgrant(?:ing|ed|s)?\b.{0,40}?\bin part\b", re.IGNORECASE | re.DOTALL),
    ),
    ("granted", re.compile(r"\b(?:grant(?:ing|ed|s)?)\b", re.IGNORECASE)),
    ("denied", re.compile(r"\b(?:den(?:ying|ied|ies))\b", re.IGNORECASE)),
    ("moot", re.compile(r"\b(?:as )?moot\b", re.IGNORECASE)),
    ("dismissed", re.compile(r"\bdismiss(?:ing|ed|es)\b", re.IGNORECASE)),
    ("remanded", re.compile(r"\bremand(?:ing|ed|s)\b", re.IGNORECASE)),
)


def read_clerks_line(line: str) -> tuple[str | None, set[str]]:
    """Return the judge who signed and the kinds of outcome, as the clerk's line has them."""
    signed = _SIGNED.search(line)
    found = {name for name, pattern in _OUTCOMES if pattern.search(line)}
    if "granted in part" in found:
        found -= {"granted", "denied"}
    if "moot" in found:
        found.discard("denied")
    return signed[1] if signed else None, found


def draw_orders(folder: Path, count: int, seed: int) -> list[dict[str, Any]]:
    """Draw orders with a clerk's line, of the two thirds of courts that are kept for measuring."""
    with gzip.open(folder / "papers.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    wanted = [
        row
        for row in rows
        if row["document_type"] == "Order/Opinion"
        and row["docket_text"]
        and row["length"] <= 24_000  # of longer ones the middle is missing
        and sha256(row["court"].encode()).digest()[0] % 3 != 2
    ]
    return random.Random(seed).sample(wanted, min(count, len(wanted)))  # noqa: S311 - a draw


def join_text(row: dict[str, Any]) -> str:
    """Return a paper's text; of a long one the middle is missing."""
    overlap = len(row["text"]) + len(row["tail"] or "") - row["length"]
    return str(row["text"] + (row["tail"] or "")[max(overlap, 0) :])


def _compare(row: dict[str, Any]) -> Counter[str]:
    judge, outcomes = read_clerks_line(row["docket_text"])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "order.txt"
        path.write_text(join_text(row), encoding="utf-8")
        found = describe_file(path).object
    counts: Counter[str] = Counter()
    if not found:
        return Counter({"not converted": 1})
    if judge:
        got = found["judges"]
        same = any(is_same_judge({"name": judge}, each) for each in got)
        counts[f"judge {'right' if same else 'other' if got else 'missing'}"] += 1
    if outcomes:
        got = {each["outcome"] for each in found["rulings"]}
        counts["outcomes right"] += len(outcomes & got)
        counts["outcomes missing"] += len(outcomes - got)
        counts["outcomes other"] += len(got - outcomes)
    return counts


def print_clerks(folder: Path, count: int, seed: int, jobs: int | None) -> None:
    """Print how often judge and outcomes agree with the clerk's lines."""
    rows = draw_orders(folder, count, seed)
    with ProcessPoolExecutor(jobs) as pool:
        total = sum(pool.map(_compare, rows, chunksize=5), Counter[str]())
    print(f"{len(rows)} orders, {total['not converted']} not converted")
    print("judge:", ", ".join(f"{total[f'judge {name}']} {name}" for name in _VERDICTS))
    right, other = total["outcomes right"], total["outcomes other"]
    stated, written = right + other, right + total["outcomes missing"]
    print(
        f"outcomes: recall {right / written:.3f} of {written}, precision {right / stated:.3f} of {stated}"
    )
