"""Compare orders with what catalogues have of them: `--catalogue FOLDER`.

A catalogue's name is that of the case, which the caption of one order may not print, and its date
can be the day of entry. So these figures show a change over many courts, not a quality. Orders are
drawn case by case, so that one case with many orders does not count for more than another.
"""

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from build_scripts.model.law.courts import match_court
from tools.evaluation.clerks import join_text, read_clerks_line
from tools.evaluation.described import describe_file
from tools.evaluation.gold_rules import fold_docket, is_same_judge, list_words

FIELDS = ("case_name", "court", "docket_numbers", "date", "judges")
_SMALL = frozenset("v vs in re of the a an and et al inc co corp llc ltd city county state".split())


class Compared(NamedTuple):
    """One fact of one order beside its catalogue's."""

    order: str
    field: str
    verdict: str  # right, other, missing
    stated: bool
    expected: str
    got: str


def draw_rows(folder: Path, kind: str, count: int, half: str) -> list[dict[str, Any]]:
    """Draw orders (`papers`) or reported decisions (`decisions`), one or two of each case.

    `half` is `odd` or `even`, by the digest of the court's name: rules are made on one half's
    errors and measured on the other's courts.
    """
    with gzip.open(folder / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    cases = defaultdict(list)
    for row in rows:
        is_odd = sha256(row["court"].encode()).digest()[0] % 2
        if is_odd == (half == "odd") and row["document_type"] in (
            "Order/Opinion",
            "reported decision",
        ):
            cases[row.get("case_id", row["id"])].append(row)
    draw = random.Random(half)  # noqa: S311 - a draw
    drawn = [row for case in cases.values() for row in draw.sample(case, min(2, len(case)))]
    return draw.sample(drawn, min(count, len(drawn)))


def _is_same_name(expected: str, got: str) -> bool:
    """Return whether each side of a name shares a telling word with the catalogue's."""
    sides = [side.split(" v. ") for side in (expected, got)]
    if len(sides[0]) != len(sides[1]):
        return False
    return all(
        not (wanted := set(list_words(one)) - _SMALL) or bool(wanted & set(list_words(other)))
        for one, other in zip(*sides, strict=True)
    )


def _list_expected(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "case_name", row["case_name"]
    yield "court", row["court"]
    if row.get("docket_number"):
        yield "docket_numbers", row["docket_number"]
    if row["date"] and not row.get("date_is_estimate"):
        yield "date", row["date"]
    if row.get("docket_text") and (judge := read_clerks_line(row["docket_text"])[0]):
        yield "judges", judge


def _agrees(field: str, expected: str, got: Any) -> bool:
    match field:
        case "case_name":
            return _is_same_name(expected, got)
        case "court":
            known = match_court(
                expected if "Court" in expected else f"U.S. District Court, {expected}"
            )
            return bool(known and known.court.court_id == got)
        case "docket_numbers":
            wanted = fold_docket(expected)
            return any(fold_docket(one)[1:4] == wanted[1:4] for one in got)
        case "judges":
            return any(is_same_judge({"name": expected}, one) for one in got)
        case _:
            return bool(expected == got)


def compare_row(row: dict[str, Any], fields: Iterable[str]) -> list[Compared]:
    """Describe one paper and compare each fact that its catalogue has."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{row['id']}.txt"
        path.write_text(join_text(row), encoding="utf-8")
        described = describe_file(path)
    found = described.object
    compared = []
    for field, expected in _list_expected(row):
        if field not in fields:
            continue
        got = found.get(field)
        verdict = "missing" if not got else "right" if _agrees(field, expected, got) else "other"
        stated = bool(got) and field not in found.get("unconfirmed", ())
        compared.append(Compared(str(row["id"]), field, verdict, stated, expected, str(got)))
    return compared


def print_catalogue(
    folder: Path, kind: str, count: int, half: str, errors: Iterable[str], jobs: int | None
) -> None:
    """Print for each field how often an order agrees with its catalogue, and errors asked for."""
    rows = draw_rows(folder, kind, count, half)
    with ProcessPoolExecutor(jobs) as pool:
        found = [
            one
            for each in pool.map(partial(compare_row, fields=FIELDS), rows, chunksize=5)
            for one in each
        ]
    print(f"{len(rows)} {kind} of {len({row['court'] for row in rows})} courts ({half} half)")
    for field in FIELDS:
        verdicts = Counter(one.verdict for one in found if one.field == field)
        if not (total := verdicts.total()):
            continue
        stated = Counter(one.verdict for one in found if one.field == field and one.stated)
        print(
            f"{field:15} right {verdicts['right'] / total:.3f} other {verdicts['other'] / total:.3f}"
            f" missing {verdicts['missing'] / total:.3f} of {total}; stated {stated.total() / total:.3f},"
            f" of these right {stated['right'] / max(stated.total(), 1):.3f}"
        )
    for one in found:
        if one.field in errors and one.verdict != "right":
            mark = "STATED" if one.stated else ""
            print(f"{one.field} {one.order} {one.verdict} {mark}: {one.expected!r} got {one.got!r}")
