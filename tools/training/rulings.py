"""Fit how sure rulings and dispositions are to labels, sources left out in turn.

`python -m tools.training.rulings --labels ../shared/gold/second.jsonl --batch 1-5` writes
`build_scripts/describing/weights/` `operative.json`, `rulings.json`, `disposition.json` and
`ruling_lines.json`. The last tells how often readers find all true that a ruling states, name,
movant, entries and qualifiers too; labels know outcomes alone.
"""

import argparse
import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from build_scripts.describing import operative
from build_scripts.describing.candidates import Candidate, read_weights
from build_scripts.describing.court import is_of_appeal
from build_scripts.describing.disposition import derive_disposition
from build_scripts.describing.order_type import find_order_type
from build_scripts.describing.ruling_groups import Group, decide, name_kind
from build_scripts.describing.ruling_signals import list_disposition_signals, list_ruling_signals
from build_scripts.describing.ruling_statements import CASE
from build_scripts.describing.rulings import find_rulings, gather_rulings
from build_scripts.model.clean_order import CleanOrder
from tools.evaluation.batches import compare_value, read_batches
from tools.evaluation.described import describe_file
from tools.evaluation.gold_labels import Label, read_labels
from tools.training.__main__ import Weighed, name_source, train
from tools.training.fitting import fit
from tools.training.operative import fit_words, list_examples

_FOLDS = 5
_HANDICAP = 0.5  # first sights of nine batches: nine in ten are right where tuned ones are .93
_WEIGHTS = Path(operative.__file__).with_name("weights")
# Signals and verdicts of 368 rulings that were stated without a mark, each compared with its paper
# (280 papers of three draws) as the program first saw it, before anything of it was fixed.
_LINES = Path(__file__).with_name("ruling_lines.tsv")
_LINES_PENALTY = 3.0  # of six folds the best: few lines move what labels taught a little
Read = list[tuple[Label, CleanOrder]]
Weigher = Callable[[Label, CleanOrder], Iterator[Weighed]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit all three: a ruling looks at its sentence, the disposition at how sure rulings are."""
    parser = argparse.ArgumentParser(prog="python -m tools.training.rulings", description=__doc__)
    parser.add_argument("--labels", type=Path, default=Path("../shared/gold/second.jsonl"))
    parser.add_argument("--batch", default="1", help="which batches: 3, or 1-5")
    options = parser.parse_args(arguments)
    first, _, last = options.batch.partition("-")
    labels = [
        *read_labels(options.labels.with_name("dev.jsonl")),
        *read_batches(options.labels, range(int(first), int(last or first) + 1)),
    ]
    corpus = options.labels.parent.parent / "corpus"
    orders = (label for label in labels if label.values.get("is_order", True))
    described = ((label, describe_file(corpus / label.file).order) for label in orders)
    train_rulings([(label, order.clean) for label, order in described if order])


def train_rulings(read: Read) -> None:
    """Fit and write the weights of sentences, rulings and dispositions.

    What a sentence's words are worth is counted on other courts than the ruling's own: of words
    that it was fitted to itself a ruling would be too sure.
    """
    sentences = [
        (name_source(label), example)
        for label, clean in read
        for example in list_examples(label, clean)
    ]
    weights = fit_words(sentences)
    _write("operative", weights)
    print(f"operative: {len(sentences)} sentences, {len(weights)} weights")
    read_weights.cache_clear()
    sources = sorted({name_source(label) for label, _ in read})
    folds = []
    for fold in range(_FOLDS):
        held = set(sources[fold::_FOLDS])
        folds.append((held, fit_words([each for each in sentences if each[0] not in held])))
    for field, weigh_one in (("rulings", _weigh_rulings), ("disposition", _weigh_disposition)):
        weighed = []
        for held, words in folds:
            with patch.object(operative, "read_weights", return_value=words):
                weighed += [
                    (name_source(label), [each])
                    for label, clean in read
                    if name_source(label) in held
                    for each in weigh_one(label, clean)
                ]
        train(field, weighed, handicap=_HANDICAP)
        read_weights.cache_clear()
    train_lines()


def train_lines() -> None:
    """Fit and write how likely all is true that a ruling states."""
    with _LINES.open(encoding="utf-8") as rows:
        lines = [
            (frozenset(row["signals"].split("; ")), row["right"] == "yes")
            for row in csv.DictReader(rows, dialect="excel-tab")
        ]
    _write("ruling_lines", fit(lines, read_weights("rulings"), penalty=_LINES_PENALTY))


def _write(field: str, weights: Mapping[str, float]) -> None:
    text = json.dumps(weights, indent=1, ensure_ascii=False)
    (_WEIGHTS / f"{field}.json").write_text(f"{text}\n", encoding="utf-8")


def _weigh_rulings(label: Label, clean: CleanOrder) -> Iterator[Weighed]:
    groups, entries = gather_rulings(clean)
    outcomes = [decide(group).value for group in groups]
    lists = [label.values["rulings"], *label.values.get("acceptable", {}).get("rulings", [])]
    rights = max((_tick(each, outcomes) for each in lists), key=sum)
    for group, own, right in zip(groups, entries, rights, strict=True):
        if not right and _is_told_of_the_whole(group, label):
            continue
        signals = frozenset(list_ruling_signals(group, groups, own, clean))
        yield Candidate(group, None, "", signals), right


def _is_told_of_the_whole(group: Group, label: Label) -> bool:
    """Whether a ruling on the whole case is right, though labels count what was moved for."""
    return name_kind(group) == CASE and decide(group).value == label.values["disposition"]


def _tick(expected: list[dict[str, Any]], outcomes: list[str]) -> list[bool]:
    """Which outcomes the label has, each of its rulings counted once."""
    left = list(expected)
    ticks = []
    for outcome in outcomes:
        fits = [
            one for one in left if outcome in {one["outcome"], *one.get("acceptable_outcomes", ())}
        ]
        ticks.append(bool(fits))
        if fits:
            left.remove(fits[0])
    return ticks


def _weigh_disposition(label: Label, clean: CleanOrder) -> Iterator[Weighed]:
    appellate = is_of_appeal(clean)
    rulings = find_rulings(clean)
    paper = find_order_type(clean)
    claim, _ = derive_disposition(rulings, paper, clean, appellate=appellate)
    if claim:
        signals = list_disposition_signals(
            claim.value, rulings, paper.value if paper else None, appellate=appellate
        )
        right = compare_value(label, "disposition", claim.value.value) == "right"
        yield Candidate(claim.value, None, "", signals), right


if __name__ == "__main__":
    main()
