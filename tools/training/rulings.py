"""Fit how sure rulings and dispositions are to labels, sources left out in turn.

`python -m tools.training.rulings --labels ../shared/gold/second.jsonl --batch 1-5` writes
`build_scripts/describing/weights/rulings.json` and `disposition.json`.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from build_scripts.describing.candidates import Candidate, read_weights
from build_scripts.describing.court import is_of_appeal
from build_scripts.describing.disposition import derive_disposition
from build_scripts.describing.order_type import find_order_type
from build_scripts.describing.ruling_groups import decide
from build_scripts.describing.ruling_signals import list_disposition_signals, list_ruling_signals
from build_scripts.describing.rulings import find_rulings, gather_rulings
from build_scripts.model.clean_order import CleanOrder
from tools.evaluation.batches import compare_value, read_batches
from tools.evaluation.described import Described, describe_file
from tools.evaluation.gold_labels import Label, read_labels
from tools.training.__main__ import Weighed, name_source, train


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit both, the rulings first: the disposition looks at how sure they are."""
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
    described = [(label, describe_file(corpus / label.file)) for label in orders]
    read = [(label, found) for label, found in described if found.order]
    for field, weigh_one in (("rulings", _weigh_rulings), ("disposition", _weigh_disposition)):
        weighed = [
            (name_source(label), [each])
            for label, found in read
            for each in weigh_one(label, found)
        ]
        train(field, weighed)
        read_weights.cache_clear()


def _clean(described: Described) -> CleanOrder:
    assert described.order is not None
    return described.order.clean


def _weigh_rulings(label: Label, described: Described) -> Iterator[Weighed]:
    clean = _clean(described)
    groups, entries = gather_rulings(clean)
    outcomes = [decide(group).value for group in groups]
    lists = [label.values["rulings"], *label.values.get("acceptable", {}).get("rulings", [])]
    rights = max((_tick(each, outcomes) for each in lists), key=sum)
    for group, own, right in zip(groups, entries, rights, strict=True):
        signals = list_ruling_signals(group, groups, own, clean)
        yield Candidate(group, None, "", signals), right


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


def _weigh_disposition(label: Label, described: Described) -> Iterator[Weighed]:
    assert described.order is not None
    clean = _clean(described)
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
