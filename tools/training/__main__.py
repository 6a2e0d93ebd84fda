"""Fit a field's weights to labels and print how sure they are, sources left out in turn.

`python -m tools.training judges --labels ../shared/gold/second.jsonl --batch 1-5` writes
`build_scripts/describing/weights/judges.json`. `expected.yml` says what is known of signals before
any are counted: few examples move a weight only a little from there.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp, log
from pathlib import Path
from typing import Any

import yaml

from build_scripts.convert.order import describe_source
from build_scripts.describing import candidates
from build_scripts.describing.candidates import Candidate, pick, pool, weigh
from build_scripts.describing.case_name import competes_with, fold_name
from build_scripts.describing.tagging import Use
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.law.papers import (
    HEAD_SIGNS,
    TAIL_SIGNS,
    TEXT_SIGNS,
    TITLE_SIGNS,
    PaperKind,
)
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading import read_order
from build_scripts.site.data.record import present_value
from tools.evaluation.batches import compare_value, read_batches
from tools.evaluation.described import describe_file
from tools.evaluation.gold_labels import Label, read_labels
from tools.training.captions import read_captions
from tools.training.catalog import ORDERS, OTHER_PAPERS, read_catalogued, weigh_names
from tools.training.clerks import read_clerk_papers
from tools.training.fitting import Example, find_scale, fit, scale
from tools.training.fronts import read_fronts
from tools.training.proposers import ONE_BY_ONE, PROPOSERS

_FOLDS = 8
# Of papers most are orders; one without any sign is none.
_KEEP_BIAS = frozenset({"paper_kind"})
_EXPECTED = Path(__file__).with_name("expected.yml")
_WEIGHTS = Path(candidates.__file__).with_name("weights")
# As fields pool values.
_KEYS: Mapping[str, Callable[[Any], Hashable]] = {
    "case_name": fold_name,
    "title": str.casefold,
}
_EVERY_REPORT = 9  # all print their dates alike
# Each form of a caption is that of a court: it counts as three papers do.
_FORMS_COUNT = 3
# A catalog's papers teach only where a candidate is right: off the log odds for the others.
_UNREACHED = 0.6
# Kinds of papers of which a catalog has many, and signs of others that no table lists.
_CATALOGED = frozenset(
    {
        *(PaperKind.ORDER, PaperKind.MOTION, PaperKind.BRIEF),
        *(PaperKind.PLEADING, PaperKind.DOCKET_SHEET),
    }
)
_OF_NO_CATALOG = frozenset(
    {
        *("titled as proposed", "stamped as an attachment", "an attachment that nobody signed"),
        *("counsel signs, no judge does", "nothing in it decides or orders"),
    }
)
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
Weighed = tuple[Candidate[Any], bool]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights of the fields asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.training", description=__doc__)
    parser.add_argument("fields", nargs="+", choices=sorted(PROPOSERS), metavar="FIELD")
    parser.add_argument("--labels", type=Path, default=Path("../shared/gold/second.jsonl"))
    parser.add_argument("--batch", default="1", help="which batches: 3, or 1-5")
    parser.add_argument(
        "--clerks", type=Path, metavar="FOLDER", help="judges as clerks name them, for `judges`"
    )
    parser.add_argument(
        "--catalog",
        type=Path,
        metavar="FOLDER",
        help="names and kinds as a catalog has them, for `case_name` and `paper_kind`",
    )
    options = parser.parse_args(arguments)
    first, _, last = options.batch.partition("-")
    wanted = range(int(first), int(last or first) + 1)
    labels = [
        *read_labels(options.labels.with_name("dev.jsonl")),
        *read_batches(options.labels, wanted),
    ]
    corpus = options.labels.parent.parent / "corpus"
    labels += _read_reported_dates(corpus) if "date" in options.fields else ()
    proposed: dict[str, list[tuple[str, list[Weighed]]]] = defaultdict(list)
    for label in labels:
        order = describe_file(corpus / label.file).order
        # Papers that are no orders teach what kind a paper is, nothing else.
        for field in options.fields if order else ():
            assert order is not None
            silent = field not in label.values or not label.values.get("is_order", True)
            if silent and field != "paper_kind":
                continue
            found = pool(PROPOSERS[field](order.clean), _KEYS.get(field, repr))
            weighed = [(each, _is_right(label, field, each.value)) for each in found]
            proposed[field].append((name_source(label), weighed))
    if "judges" in options.fields and options.clerks:
        proposed["judges"] += _read_clerks_judges(options.clerks)
    if "case_name" in options.fields:
        proposed["case_name"] += list(_read_printed_captions()) * _FORMS_COUNT
        if options.catalog:
            proposed["case_name"] += _read_catalog_names(options.catalog)
    if "paper_kind" in options.fields and options.catalog:
        proposed["paper_kind"] += _read_catalog_kinds(options.catalog)
    for field in {"court", "docket_numbers"} & set(options.fields):
        proposed[field] += _read_printed_fronts(field)
    for field in options.fields:
        handicap = _UNREACHED if field == "case_name" and options.catalog else 0.0
        train(field, proposed[field], handicap=handicap)


def _read_printed_captions() -> Iterator[tuple[str, list[Weighed]]]:
    """Propose names for captions of many courts' forms."""
    for each in read_captions():
        label = Label(each.form, {"case_name": each.name})
        yield each.form, _weigh_names(label, each.clean)


def _read_catalog_names(folder: Path) -> Iterator[tuple[str, list[Weighed]]]:
    """Propose names for papers of courts of the odd half, which no figure is made of."""
    for row, clean in read_catalogued(folder, lambda kind: kind not in (None, "Docket")):
        found = pool(PROPOSERS["case_name"](clean), fold_name)
        if weighed := weigh_names(row["case_name"], found):
            yield row["court"], weighed


def _read_catalog_kinds(folder: Path) -> Iterator[tuple[str, list[Weighed]]]:
    """Propose that papers of the odd half's courts are orders, which a catalog files by kind.

    It has hardly a letter, an exhibit or a form: signs of these are learned from labels alone.
    """
    tables = (TITLE_SIGNS, TAIL_SIGNS, HEAD_SIGNS, TEXT_SIGNS)
    kinds = {name: kind for table in tables for name, kind, *_ in table}
    for row, clean in read_catalogued(folder, (ORDERS | OTHER_PAPERS).__contains__):
        for each in PROPOSERS["paper_kind"](clean):
            signs = (
                sign
                for sign in each.signals
                if kinds.get(sign.removesuffix(", below"), PaperKind.ORDER) in _CATALOGED
            )
            known = replace(each, signals=frozenset(signs) - _OF_NO_CATALOG)
            yield row["court"], [(known, row["document_type"] in ORDERS)]


def _read_printed_fronts(field: str) -> Iterator[tuple[str, list[Weighed]]]:
    """Propose numbers or courts for fronts of many courts' forms."""
    for each in read_fronts():
        known = {"docket_numbers": list(each.docket_numbers), "court": each.court}
        label = Label(each.docket_numbers[0], known)
        found = pool(PROPOSERS[field](each.clean))
        yield str(each.court), [(one, _is_right(label, field, one.value)) for one in found]


def _read_clerks_judges(folder: Path) -> Iterator[tuple[str, list[Weighed]]]:
    """Propose judges for orders whose clerk names the one who signed."""
    for paper in read_clerk_papers(folder):
        judges = paper.values["judges"]
        if len(judges) != 1 or paper.is_held_back or not paper.is_order:
            continue
        try:
            source = read_order(paper.raw)
        except UnreadableOrderError:
            continue
        order = describe_source(paper.raw, source, confirmed=True, second_reader=Use.NOTHING)
        label = Label(paper.raw.path, dict(paper.values))
        found = pool(PROPOSERS["judges"](order.clean))
        weighed = [(each, _is_right(label, "judges", each.value)) for each in found]
        if not any(right for _, right in weighed):  # initials alone name a judge too
            initials = "".join(word[0] for word in judges[0]["name"].split())
            label.values["acceptable"] = {"judges": [[{"name": None, "initials": initials}]]}
            weighed = [(each, _is_right(label, "judges", each.value)) for each in found]
        yield paper.court, weighed


def _weigh_names(label: Label, clean: CleanOrder) -> list[Weighed]:
    found = pool(PROPOSERS["case_name"](clean), fold_name)
    return [(each, _is_right(label, "case_name", each.value)) for each in found]


def _read_reported_dates(corpus: Path) -> Iterator[Label]:
    """Label some decisions of law reports with the date that the Caselaw Access Project gives."""
    for path in sorted((corpus / "cap-json").glob("*.json"))[::_EVERY_REPORT]:
        date = json.loads(path.read_text(encoding="utf-8"))["decision_date"]
        if len(date) == len("2001-01-01"):
            yield Label(f"cap-json/{path.name}", {"date": date, "court": "cap-json"})


def _is_right(label: Label, field: str, value: Any) -> bool:
    if field == "paper_kind":
        return bool(label.values.get("is_order", True))
    shown = [present_value(each) for each in value] if isinstance(value, tuple) else value
    status = compare_value(label, field, present_value(shown))
    return status == "right" or (field in ONE_BY_ONE and status == "missing")


def name_source(label: Label) -> str:
    """Name what orders of one make have in common: the collection, else the court."""
    folders = label.file.split("/")
    return folders[1] if folders[0] == "second" else str(label.values.get("court", label.file))


def train(
    field: str, orders: Sequence[tuple[str, list[Weighed]]], *, handicap: float = 0.0
) -> None:
    """Fit and write a field's weights and print how often its choices are right.

    `handicap` is taken off the log odds: the rules were tuned to these labels, and are right less
    often on orders that nobody has seen.
    """
    expected = _read_expected(field)
    examples = [example for _, weighed in orders for example in _list_examples(weighed)]
    choices = list(_choose_unseen(field, orders, expected, keep_bias=field in _KEEP_BIAS))
    slope, shift = find_scale(choices) if field not in _KEEP_BIAS else (1.0, 0.0)
    shift -= handicap
    weights = scale(fit(examples, expected, keep_bias=field in _KEEP_BIAS), slope, shift)
    _WEIGHTS.mkdir(exist_ok=True)
    text = json.dumps(weights, indent=1, ensure_ascii=False)
    (_WEIGHTS / f"{field}.json").write_text(f"{text}\n", encoding="utf-8")
    print(
        f"{field}: {len(orders)} orders, {len(weights)} weights, scaled by {slope:.2f} {shift:+.2f}"
    )
    _print_calibration([(_scale_one(sure, slope, shift), right) for sure, right in choices])
    reachable = sum(any(right for _, right in weighed) for _, weighed in orders)
    print(
        f"  a right candidate in {reachable} orders, none at all in"
        f" {sum(not weighed for _, weighed in orders)}"
    )


def _scale_one(sure: float, slope: float, shift: float) -> float:
    odds = log(max(1e-6, sure) / max(1e-6, 1 - sure))
    return 1 / (1 + exp(-(slope * odds + shift)))


def _list_examples(weighed: Sequence[Weighed]) -> Iterator[Example]:
    for candidate, right in weighed:
        yield candidate.signals, right


def _read_expected(field: str) -> Mapping[str, float]:
    fields = yaml.safe_load(_EXPECTED.read_text(encoding="utf-8"))
    return {signal: float(weight) for signal, weight in fields.get(field, {}).items()}


def _choose_unseen(
    field: str,
    orders: Sequence[tuple[str, list[Weighed]]],
    expected: Mapping[str, float],
    *,
    keep_bias: bool,
) -> Iterator[tuple[float, bool]]:
    """Confidence of each order's choice by weights that saw no order of its source."""
    sources = sorted({source for source, _ in orders})
    for fold in range(_FOLDS):
        held = set(sources[fold::_FOLDS])
        seen = [
            pair
            for source, weighed in orders
            if source not in held
            for pair in _list_examples(weighed)
        ]
        if not held or not seen:
            continue
        weights = fit(seen, expected, keep_bias=keep_bias)
        for source, weighed in orders:
            if source in held and weighed:
                rights = dict(weighed)
                scored = ((each, weigh(each.signals, weights)) for each in rights)
                if chosen := pick(scored, competes_with if field == "case_name" else None):
                    yield chosen[1], rights[chosen[0]]


def _print_calibration(choices: Sequence[tuple[float, bool]]) -> None:
    for low, high in zip(_BINS, (*_BINS[1:], 1.01), strict=True):
        rights = [right for confidence, right in choices if low <= confidence < high]
        if rights:
            print(f"  {low:.2f} to {min(high, 1):.2f} sure: {sum(rights)} of {len(rights)} right")


if __name__ == "__main__":
    main()
