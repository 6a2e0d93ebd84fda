"""Compare orders with what catalogs have of them: `--catalog FOLDER`.

A catalog's name is that of the case, which the caption of one order may not print; its docket
number is the main docket's, and is compared where the order is of the same court; its date can be
the day of entry, and the day on which the clerk's line says that it was signed is right too. So
these figures show a change over many courts, not a quality. Orders are drawn case by case, so that
one case with many orders does not count for more than another.
"""

import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from build_scripts.describing.docket_initials import match_initials
from build_scripts.describing.external import read_external_judges
from build_scripts.model.law.court_table import find_known_court, find_state, is_appellate
from build_scripts.model.law.courts import match_court
from tools.evaluation.clerks import join_text, read_clerks_line
from tools.evaluation.described import describe_file
from tools.evaluation.gold_rules import is_same_judge, list_words

FIELDS = ("case_name", "court", "docket_numbers", "date", "judges")
_PARTS = ("kept", "odd", "even", "odd")
_SMALL = frozenset("v vs in re of the a an and et al inc co corp llc ltd city county state".split())


class Compared(NamedTuple):
    """One fact of an order and the catalog's value of it."""

    order: str
    field: str
    verdict: str  # right, other, missing
    stated: bool
    expected: str
    got: str


def draw_rows(folder: Path, kind: str, count: int, part: str) -> list[dict[str, Any]]:
    """Draw orders (`papers`) or reported decisions (`decisions`), one or two of each case.

    `part` is `odd`, `even` or `kept`, by the digest of the court's name: rules were made on errors
    of the first two, the kept quarter's courts are only counted.
    """
    with gzip.open(folder / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    cases = defaultdict(list)
    for row in rows:
        quarter = sha256(row["court"].encode()).digest()[0] % 4
        if _PARTS[quarter] == part and row["document_type"] in (
            "Order/Opinion",
            "reported decision",
        ):
            cases[row.get("case_id", row["id"])].append(row)
    draw = random.Random(part)  # noqa: S311 - a draw
    drawn = [row for case in cases.values() for row in draw.sample(case, min(2, len(case)))]
    return draw.sample(drawn, min(count, len(drawn)))


def _is_same_name(expected: str, got: str) -> bool:
    """Return whether each side of a name shares a telling word with the catalog's."""
    sides = [side.split(" v. ") for side in (expected, got)]
    if len(sides[0]) != len(sides[1]):
        return False
    return all(
        not (wanted := set(list_words(one)) - _SMALL) or bool(wanted & set(list_words(other)))
        for one, other in zip(*sides, strict=True)
    )


def list_expected(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each field of which the catalog has a value to compare, and the value."""
    yield "case_name", row["case_name"]
    yield "court", row["court"]
    number, court = row.get("docket_number") or "", row["court"]
    if re.search(r"\d", number) and row.get("docket_court", court) == court:
        yield "docket_numbers", number
    if row["date"] and not row.get("date_is_estimate"):
        yield "date", row["date"]
    line = row.get("docket_text") or ""
    names = [read_clerks_line(line)[0] or ""] if line else _list_printed_judges(row)
    if named := "; ".join(filter(None, names)):
        yield "judges", re.sub(r"\bJUDGE ", "", named)


def _list_printed_judges(row: dict[str, Any]) -> list[str]:
    """List the judges of a reporter's line "Before: ROE, POE and LOE", where the text has it."""
    text = " ".join(join_text(row).split())
    for line in row.get("judges") or ():
        if line.startswith("Before") and " ".join(line.split()) in text:
            return [judge.name for judge in read_external_judges(line) if judge.name]
    return []


def _list_dates(row: dict[str, Any]) -> Iterator[str]:
    """List the catalog's date and that of the signature, as the clerk's line has it."""
    yield row["date"]
    signed = re.search(r"[Ss]igned .{0,60}?\bon (\d+)/(\d+)/(\d+)", row.get("docket_text") or "")
    if signed:
        month, day, year = map(int, signed.groups())
        yield f"{year if year > 99 else 1900 + year + 100 * (year < 70)}-{month:02}-{day:02}"


def find_serials(number: str) -> set[tuple[int, ...]]:
    """Return the years and serials of a docket number, whatever office, type and initials it has.

    "2:04-cv-01234-ABC", "04 Civ. 1234" and "CV-2004-1234" are one number.
    """
    parts = [int(part) for part in re.findall(r"\d+", re.sub(r"^\W*\d:", "", number))]
    years = [part % 100 if part < 100 or 1900 < part < 2100 else -1 for part in parts[:-1]]
    pairs = {(year, part) for year, part in zip(years, parts[1:], strict=True) if year >= 0}
    if re.fullmatch(r"\W*\d{3,}-\d\d\D*", number):  # the year follows: "4321-70-H"
        pairs.add((parts[1], parts[0]))
    return pairs or {(part,) for part in parts}


def is_same_court(expected: str, got: str, date: str) -> bool:
    """Return whether a court is the catalog's, which names state courts by state and tier only.

    Before October 1981 the Fifth Circuit was what the catalog files under the Eleventh.
    """
    if tier := re.fullmatch(r"(.+) state (trial|appellate|supreme) court", expected):
        found = find_known_court(got)
        name = found.name if found else ""
        reviews = is_appellate(got) or "Appellate" in name
        is_high = tier[2] != "supreme" or "Supreme Court" in name
        return find_state(got) == tier[1] and reviews == (tier[2] != "trial") and is_high
    known = match_court(expected if "Court" in expected else f"U.S. District Court, {expected}")
    if known and known.court.court_id == "ca11" and date < "1981-10-01":
        return got in ("ca5", "ca11")
    return bool(known and known.court.court_id == got)


def agrees(field: str, expected: str, got: Any, row: dict[str, Any]) -> bool:
    """Return whether an order's value of a field is the catalog's."""
    match field:
        case "case_name":
            return _is_same_name(expected, got)
        case "court":
            return is_same_court(expected, got, row["date"] or "")
        case "docket_numbers":
            return any(find_serials(one) & find_serials(expected) for one in got)
        case "judges":
            return all(
                any(
                    is_same_judge({"name": name}, one)
                    or (not one["name"] and match_initials(name, one["initials"] or ""))
                    for one in got
                )
                for name in expected.split("; ")
            )
        case _:
            return got in _list_dates(row)


def compare_row(row: dict[str, Any], fields: Iterable[str]) -> list[Compared]:
    """Describe one paper and compare each fact that its catalog has."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{row['id']}.txt"
        path.write_text(join_text(row), encoding="utf-8")
        described = describe_file(path)
    found = described.object
    compared = []
    for field, expected in list_expected(row):
        if field not in fields:
            continue
        got = found.get(field)
        is_right = got and agrees(field, expected, got, row)
        verdict = "right" if is_right else "other" if got else "missing"
        stated = bool(got) and field not in found.get("unconfirmed", ())
        compared.append(Compared(str(row["id"]), field, verdict, stated, expected, str(got)))
    return compared


def print_catalog(
    folder: Path, kind: str, count: int, part: str, errors: Iterable[str], jobs: int | None
) -> None:
    """Print for each field how often an order agrees with its catalog, and errors asked for."""
    rows = draw_rows(folder, kind, count, part)
    with ProcessPoolExecutor(jobs) as pool:
        found = [
            one
            for each in pool.map(partial(compare_row, fields=FIELDS), rows, chunksize=5)
            for one in each
        ]
    print(f"{len(rows)} {kind} of {len({row['court'] for row in rows})} courts ({part})")
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
