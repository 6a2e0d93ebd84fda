"""Print and keep what a batch showed when it was first seen: figures by field.

`first_sight.csv` holds the figures of the commit that stood before anything of a batch was read.
"""

import csv
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from build_scripts.convert.order import SECOND_READER
from build_scripts.describing.tagging import Use
from tools.evaluation.batches import FACTS, FIELDS, Sight, look, read_batches

RECORD = Path(__file__).with_name("first_sight.csv")
_COLUMNS = ("commit", "batch", "field", "figure", "n", "wrong", "missing")
_BINS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)
Figure = tuple[str, float, int, int, int]  # field, figure, n, wrong or invented, missing


def summarise(sights: Sequence[Sight]) -> Iterator[Figure]:
    """Figures by field: shares right, or recall and precision where a field has any number."""
    for field in FIELDS:
        counts = Counter(sight.status for sight in sights if sight.field == field)
        n = counts.total()
        wrong, missing, right = (
            counts["wrong"] + counts["invented"],
            counts["missing"],
            counts["right"],
        )
        if field in ("outcomes", "entries"):
            yield f"{field} recall", _share(right, right + missing), right + missing, 0, missing
            yield f"{field} precision", _share(right, right + wrong), right + wrong, wrong, 0
        elif n:
            yield field, _share(right, n), n, wrong, missing
    facts = [sight for sight in sights if sight.field in FACTS]
    wrong = sum(sight.status in ("wrong", "invented") for sight in facts)
    yield "wrong facts", _share(wrong, len(facts)), len(facts), wrong, 0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def print_batches(
    gold: Path,
    batches: Sequence[int],
    jobs: int,
    fields: Sequence[str],
    *,
    record: bool,
    calibration: bool = False,
    second_reader: Use = SECOND_READER,
) -> None:
    """Measure some batches, print figures and the errors of `fields`; keep them if asked."""
    corpus = gold.parent.parent / "corpus"
    sights = look(read_batches(gold, batches), corpus, jobs, second_reader)
    if record:
        record_first_sight(sights, batches)
    print(f"{'field':18}{'figure':>8}{'n':>6}{'wrong':>7}{'missing':>9}")
    for field, figure, n, wrong, missing in summarise(sights):
        print(f"{field:18}{figure:8.3f}{n:6}{wrong:7}{missing:9}")
    if calibration:
        print_calibration(sights)
    for sight in sights:
        if sight.status != "right" and ("all" in fields or sight.field in fields):
            print(f"{sight.status} {sight.field} in {sight.batch} {sight.file}")
            print(f"    expected {sight.expected}")
            print(f"    got      {sight.got}")
            for each in sight.evidence:
                print(f"    evidence {each}")


def print_calibration(sights: Sequence[Sight]) -> None:
    """Print by field how often values of each confidence are right, and what stands unmarked.

    The last columns: of the values without a mark how many are right, and of all values that
    there are how many stand without one (rulings: of those that were read or should have been).
    """
    bins = [f"{low:.2f}-" for low in _BINS]
    print(
        f"{'right/all at':16}"
        + "".join(f"{each:>9}" for each in bins)
        + "  unmarked: right  of all"
    )
    for field in (*FACTS, "outcomes", "date_filed"):
        own = [sight for sight in sights if sight.field == field]
        weighed = [sight for sight in own if sight.got and sight.confidence is not None]
        cells = []
        for low, high in zip(_BINS, (*_BINS[1:], 1.01), strict=True):
            rights = [one.status == "right" for one in weighed if low <= one.confidence < high]
            cells.append(f"{sum(rights)}/{len(rights)}" if rights else "")
        stated = [sight for sight in own if sight.got and sight.confirmed]
        right = _share(sum(sight.status == "right" for sight in stated), len(stated))
        of_all = _share(len(stated), len(own))
        print(
            f"{field:16}" + "".join(f"{each:>9}" for each in cells) + f"{right:17.3f}{of_all:8.3f}"
        )


def name_commit() -> str:
    """Return the short name of the commit that stands."""
    return subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
    ).stdout.strip()


def record_first_sight(sights: Sequence[Sight], batches: Sequence[int]) -> None:
    """Add the figures to the record. Raises ValueError for a batch that was seen before."""
    seen = {int(row["batch"]) for row in read_record()}
    again = seen & set(batches)
    if again:
        raise ValueError(f"batch {min(again)} was seen before: its figures stand in {RECORD.name}")
    commit = name_commit()
    fresh = not RECORD.is_file()
    with RECORD.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if fresh:
            writer.writerow(_COLUMNS)
        for batch in batches:
            own = [sight for sight in sights if sight.batch == batch]
            for field, figure, n, wrong, missing in summarise(own):
                writer.writerow((commit, batch, field, f"{figure:.3f}", n, wrong, missing))


def read_record() -> list[dict[str, str]]:
    """Return the rows of the record, in order."""
    if not RECORD.is_file():
        return []
    with RECORD.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def print_first_sights() -> None:
    """Print what each batch showed at first sight, a column a batch, and the last two together."""
    rows = read_record()
    batches = sorted({int(row["batch"]) for row in rows})
    figures = {(row["field"], int(row["batch"])): row for row in rows}
    last = batches[-2:]
    print(f"{'field':20}" + "".join(f"{batch:>8}" for batch in batches) + f"{'last two':>10}")
    for field in dict.fromkeys(row["field"] for row in rows):
        own = [figures.get((field, batch)) for batch in batches]
        together = _join([row for row in own[-len(last) :] if row])
        cells = "".join(f"{row['figure'] if row else '':>8}" for row in own)
        print(f"{field:20}{cells}{together:10.3f}")


def _join(rows: Sequence[dict[str, str]]) -> float:
    """The figure of several batches together."""
    n, wrong, missing = (sum(int(row[key]) for row in rows) for key in ("n", "wrong", "missing"))
    right = wrong if rows and rows[0]["field"] == "wrong facts" else n - wrong - missing
    return _share(right, n)
