"""Measure orders that nobody tuned for, batch by batch: `--batches FILE`.

A field of an order is right where all its values are; where any is wrong or invented it is wrong
(or invented, if the label says that there is none), else missing. Silence on both sides counts
nothing. A paper that is no order and is refused (a saved e-mail) is known for what it is.
`published` are the orders that a build publishes unasked, `asked` the other papers that it does not. Labels' `acceptable` values, spellings and outcomes are as right; what is `optional` may
be left out. Outcomes of rulings and docket entries are counted over all rulings of an order.
Sentences and page furniture are sought in the whole text, footnotes last, by letters and digits.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from build_scripts.convert.order import SECOND_READER
from build_scripts.describing.tagging import Use
from build_scripts.model.description import (
    Claim,
    is_claim_confirmed,
    is_confirmed,
    list_confidences,
)
from tools.evaluation.described import Described, describe_file
from tools.evaluation.gold import list_evidence
from tools.evaluation.gold_labels import Label
from tools.evaluation.gold_rules import compare_lists, fold_docket, is_same_judge, list_words

_SINGLE = ("case_name", "court", "date", "date_filed", "document_number", "title", "order_type")
# Whose values may be wrong rather than empty in 3 of 100 cases.
FACTS = (
    "case_name",
    "docket_numbers",
    "court",
    "judges",
    "date",
    "title",
    "order_type",
    "disposition",
)
FIELDS = (
    "converted",
    *FACTS,
    "date_filed",
    "document_number",
    "outcomes",
    "entries",
    "sentences",
    "joins",
    "furniture",
    "orders",
    "non_orders",
    "published",
    "asked",
)


@dataclass(frozen=True)
class Sight:
    """One thing compared: a field of an order, a ruling, a sentence."""

    file: str
    batch: int
    field: str
    status: str  # right, wrong, missing, invented
    expected: Any
    got: Any
    evidence: tuple[str, ...] = ()
    confidence: float | None = None  # of the value that the program gives
    confirmed: bool = True  # whether a page shows that value without a mark


def read_batches(path: Path, batches: Iterable[int]) -> list[Label]:
    """Read the labels of some batches. No line of another batch is looked at."""
    wanted = set(batches)
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Label(row["file"], row) for row in rows if row["batch"] in wanted]


def look(
    labels: list[Label], corpus: Path, jobs: int, second_reader: Use = SECOND_READER
) -> list[Sight]:
    """Describe all papers and compare each with its label, in order."""
    with ProcessPoolExecutor(jobs) as pool:
        found = pool.map(partial(_look_at, corpus, second_reader), labels)
        return [sight for sights in found for sight in sights]


def _look_at(corpus: Path, second_reader: Use, label: Label) -> list[Sight]:
    return list(compare(label, describe_file(corpus / label.file, second_reader)))


def compare(label: Label, described: Described) -> Iterator[Sight]:
    """Compare one paper with its label."""
    batch = label.values["batch"]
    order = described.order
    if order is None:
        yield Sight(label.file, batch, "converted", "missing", None, described.refusal)
        if not label.values["is_order"] and not described.lost:
            yield Sight(label.file, batch, "non_orders", "right", False, described.refusal)
            yield Sight(label.file, batch, "asked", "right", True, described.refusal)
        return
    yield Sight(label.file, batch, "converted", "right", None, None)
    evidence = list_evidence(order.description, order.clean.reading_text)
    sures = list_confidences(order.description)
    sights = _compare_paper(label, described) if label.values["is_order"] else _is_order(described)
    for field, status, expected, got in sights:
        name = {"outcomes": "rulings", "entries": "rulings"}.get(field, field)
        shown = tuple(evidence.get(name, ())) if got is not None and status != "right" else ()
        sure = sures.get(name)
        confirmed = sure is None or is_confirmed(order.description, name)
        if field == "outcomes" and got is not None:
            claim = Claim(None, None, "", confidence=got.get("confidence"))
            sure, confirmed = claim.confidence, is_claim_confirmed(name, claim)
            got = _show_ruling(got)
        yield Sight(label.file, batch, field, status, expected, got, shown, sure, confirmed)


Row = tuple[str, str, Any, Any]  # field, status, expected, got


def _is_order(described: Described) -> Iterator[Row]:
    said = described.object["is_order"]
    yield "non_orders", "wrong" if said else "right", False, said
    asked = described.is_held_back
    yield "asked", "right" if asked else "wrong", True, asked


def _compare_paper(label: Label, described: Described) -> Iterator[Row]:
    got = described.object
    yield "orders", "right" if got["is_order"] else "wrong", True, got["is_order"]
    published = not described.is_held_back
    yield "published", "right" if published else "wrong", True, published
    for field in (*_SINGLE, "disposition"):
        yield from _compare_single(label, field, got[field])
    yield from _compare_many(label, "docket_numbers", got["docket_numbers"])
    yield from _compare_many(label, "judges", got["judges"])
    yield from _compare_rulings(label, got["rulings"])
    yield from _compare_text(label, described)


def _list_accepted(label: Label, field: str) -> list[Any]:
    return [label.values[field], *label.values.get("acceptable", {}).get(field, [])]


def compare_value(label: Label, field: str, value: Any) -> str:
    """Say whether one value, as `orders show --json` prints it, is right: the status."""
    single = field in (*_SINGLE, "disposition")
    compare_field = _compare_single if single else _compare_many
    rows = compare_field(label, field, value)
    return next((row[1] for row in rows), "right")


def _compare_single(label: Label, field: str, answer: Any) -> Iterator[Row]:
    accepted = _list_accepted(label, field)
    expected = accepted[0]
    if answer is None:
        if expected is not None and field not in label.values.get("optional", ()):
            yield field, "right" if None in accepted else "missing", expected, None
        return
    words = field in ("case_name", "title")
    same = (lambda one: list_words(one) == list_words(answer)) if words else answer.__eq__
    if any(each is not None and same(each) for each in accepted):
        yield field, "right", expected, answer
    else:
        yield field, "invented" if expected is None else "wrong", expected, answer


def _compare_many(label: Label, field: str, answers: list[Any]) -> Iterator[Row]:
    """The docket numbers or the judges: the accepted list that agrees best counts."""
    alternates = {fold_docket(each) for each in label.values.get("docket_alternates", ())}
    best: tuple[int, str] | None = None
    for accepted in _list_accepted(label, field):
        if field == "judges":
            expected = [each for each in accepted if each.get("name") or each.get("initials")]
            verdicts = compare_lists(expected, answers, is_same_judge)
        else:
            expected = list(accepted)
            only = alternates if len(expected) == 1 else set()
            verdicts = compare_lists(
                expected,
                answers,
                lambda one, other, only=only: fold_docket(other) in {fold_docket(one), *only},
            )
        statuses = Counter(verdict.status.value for verdict in verdicts)
        if len(expected) != 1:
            # A further spelling beside the number itself is no number of its own.
            extra = sum(v.expected is None and _is_in(v.got, alternates) for v in verdicts)
            statuses["invented"] -= extra
        rank = _rank(statuses, bool(expected))
        if best is None or rank < best:
            best = rank
    shown = [_show(each) for each in label.values[field]], [_show(each) for each in answers]
    if best and (label.values[field] or answers):
        yield field, best[1], *shown


def _is_in(docket: Any, alternates: set[tuple[str, ...]]) -> bool:
    return isinstance(docket, str) and fold_docket(docket) in alternates


def _rank(statuses: Counter[str], expected: bool) -> tuple[int, str]:
    if statuses["wrong"] or statuses["invented"]:
        return (2, "wrong" if expected else "invented")
    return (1, "missing") if statuses["missing"] else (0, "right")


def _show(value: Any) -> Any:
    return value.get("name") or value.get("initials") if isinstance(value, dict) else value


def _compare_rulings(label: Label, answers: list[dict[str, Any]]) -> Iterator[Row]:
    """Outcomes of the list of rulings that agrees best, entries of the label's own list."""
    lists = _list_accepted(label, "rulings")
    outcomes = max((_count_outcomes(each, answers) for each in lists), key=_f1)
    for field, rows in (("outcomes", outcomes), ("entries", _count_entries(lists, answers))):
        for status, expected, got in rows:
            yield field, status, expected, got


Found = list[tuple[str, Any, Any]]


def _f1(rows: Found) -> float:
    statuses = Counter(row[0] for row in rows)
    return 2 * statuses["right"] / (2 * statuses["right"] + len(rows) - statuses["right"] or 1)


def _count_outcomes(expected: list[dict[str, Any]], answers: list[dict[str, Any]]) -> Found:
    left, pending, rows = list(answers), list(expected), []
    for accepts in (
        lambda one: {one["outcome"]},
        lambda one: {one["outcome"], *one.get("acceptable_outcomes", ())},
    ):
        for one in list(pending):
            same = [each for each in left if each["outcome"] in accepts(one)]
            motions = [each for each in same if share_word(one["motion"], each["motion"])]
            if same:
                match = (motions or same)[0]
                rows.append(("right", _show_ruling(one), match))
                left.remove(match)
                pending.remove(one)
    missing = [one for one in pending if not one.get("optional")]
    rows += [("missing", _show_ruling(one), None) for one in missing]
    rows += [("invented", None, each) for each in left]
    return rows


def share_word(one: str, other: str) -> bool:
    """Return whether two motions' wordings share a word that tells what is asked for."""
    return bool(set(list_words(one)) & set(list_words(other)) - {"motion", "to", "for"})


def _show_ruling(ruling: dict[str, Any]) -> str:
    return f"{ruling['motion']} × {ruling['outcome']} {ruling['entries'] or ''}".strip()


def _count_entries(lists: list[list[dict[str, Any]]], answers: list[dict[str, Any]]) -> Found:
    """Entries of another accepted list may be given, and need not be."""
    expected = lists[0]
    asked = {entry for one in expected if not one.get("optional") for entry in one["entries"]}
    spare = {
        entry
        for one in (one for each in lists for one in each)
        for entries in (one["entries"], *one.get("acceptable_entries", ()))
        for entry in entries
    } - asked
    lenient = [one for one in expected if [] in one.get("acceptable_entries", ())]
    spared = {entry for one in lenient for entry in one["entries"]}
    given = {entry for one in answers for entry in one["entries"]}
    rows: Found = [("right", each, each) for each in sorted(asked & given)]
    rows += [("missing", each, None) for each in sorted(asked - given - spared)]
    rows += [("invented", None, each) for each in sorted(given - asked - spare)]
    return rows


def fold(text: str) -> str:
    """Letters and digits of a text, in lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def _compare_text(label: Label, described: Described) -> Iterator[Row]:
    assert described.order is not None
    clean = described.order.clean
    whole = fold(clean.reading_text)  # a sentence of a note can be parted too
    for field, key, wanted in (
        ("sentences", "body_must_contain", True),
        ("joins", "body_joins_over_footnotes", True),
        ("furniture", "body_must_not_contain", False),
    ):
        for each in label.values.get(key, ()):
            right = (fold(each) in whole) is wanted
            yield field, "right" if right else "wrong", each, None
