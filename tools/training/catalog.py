"""Papers of a catalog that names their cases and their kinds: what `case_name` and `paper_kind`
learn from, of the odd half of courts.

A catalog names the case, which one paper's caption may not print: another party can be the first
one by then. So a paper teaches only if a candidate has the catalog's name, and candidates that
have one of its sides alone are left out: nobody knows whether they are right.
"""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from build_scripts.convert.order import describe_source
from build_scripts.describing.candidates import Candidate
from build_scripts.describing.tagging import Use
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading import read_order
from tools.evaluation.clerks import join_text
from tools.evaluation.gold_rules import list_words

_PLAIN = frozenset("v vs in re of the a an and et al inc co corp llc ltd united states us".split())
_LEAST = 0.5  # of words in common
_NEAR = 0.12
_MOST_OF_CASE = 2
T = TypeVar("T")


# What a catalog files as a settlement is a decree as often as an agreement.
ORDERS = frozenset(("Order/Opinion", "reported decision", "Magistrate Report/Recommendation"))
OTHER_PAPERS = frozenset(
    (
        *("Complaint", "Correspondence", "Declaration/Affidavit", "Docket", "Transcript"),
        *("Monitor/Expert/Receiver Report", "Pleading / Motion / Brief"),
    )
)


def read_catalogued(
    folder: Path, is_wanted: Callable[[str | None], bool]
) -> Iterator[tuple[dict[str, Any], CleanOrder]]:
    """Yield catalog's row and text of papers and decisions of the odd half's courts.

    `is_wanted` is asked with the catalog's kind of each. Of a case at most two papers are drawn: a
    name must not count for its number of papers.
    """
    cases: dict[object, list[dict[str, Any]]] = defaultdict(list)
    for kind in ("papers", "decisions"):
        with gzip.open(folder / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if is_wanted(row["document_type"]) and _is_odd(row["court"]):
                    cases[row.get("case_id", row["id"])].append(row)
    draw = random.Random(1)  # noqa: S311 - a draw
    for rows in cases.values():
        for row in draw.sample(rows, min(_MOST_OF_CASE, len(rows))):
            raw = RawOrder.from_bytes(f"{row['id']}.txt", join_text(row).encode())
            try:
                source = read_order(raw)
            except UnreadableOrderError:
                continue
            order = describe_source(raw, source, confirmed=True, second_reader=Use.NOTHING)
            yield row, order.clean


def _is_odd(court: str) -> bool:
    return bool(sha256(court.encode()).digest()[0] % 2)


def weigh_names(
    expected: str, found: Sequence[Candidate[str]]
) -> list[tuple[Candidate[str], bool]]:
    """Return the candidates that are certainly right or wrong; none if none is right.

    A side that was cut, or has words of its neighbors, is wrong where another candidate is nearer
    to the catalog's.
    """
    shares = [
        max(_compare(expected, each.value), _compare(_swap(expected), each.value)) for each in found
    ]
    best = max((min(share) for share in shares), default=0.0)
    if best < _LEAST:
        return []
    weighed = []
    for each, share in zip(found, shares, strict=True):
        right = min(share) >= best - _NEAR
        if right or max(share) < _LEAST or min(share) > 0 or " v. " not in each.value:
            weighed.append((each, right))
    return weighed


def _swap(name: str) -> str:
    return " v. ".join(reversed(name.split(" v. ")))


def _compare(expected: str, got: str) -> tuple[float, ...]:
    """Return for each side how many of its telling words two names have in common, 0 to 1."""
    sides = [
        [set(list_words(side)) - _PLAIN for side in name.split(" v. ")] for name in (expected, got)
    ]
    if len(sides[0]) != len(sides[1]):
        return (0.0,)
    return tuple(
        2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
        for one, other in zip(*sides, strict=True)
    )
