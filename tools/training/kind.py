"""Fit the words that tell orders from other papers: `python -m tools.training.kind`.

Wants python-crfsuite, as `tools.training.tagger` does; a chain of one piece is a logistic
regression. Learns from labels, and from the kinds that a catalog gives (`--clerks FOLDER`). A
word counts only if papers of many cases print it. Writes `build_scripts/describing/tagging/kind.json`.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from build_scripts.describing.tagging import kind
from build_scripts.describing.tagging.kind import list_kind_features
from tools.evaluation.batches import read_batches
from tools.evaluation.described import describe_file
from tools.evaluation.gold_labels import read_labels
from tools.training.clerks import read_clerk_papers
from tools.training.tagger import fit_chain

_LEAST_GROUPS = 12  # cases or courts that print a word
_MOST_WORDS = 5000
_KEPT = 2  # decimals
Paper = tuple[str, frozenset[str], bool]  # case or court, words, whether it is an order


def read_labelled(gold: Path, batches: Sequence[int]) -> Iterator[Paper]:
    """Yield the labelled papers that can be read."""
    labels = [*read_labels(gold.with_name("dev.jsonl")), *read_batches(gold, batches)]
    for label in labels:
        order = describe_file(gold.parent.parent / "corpus" / label.file).order
        if order:
            words = list_kind_features(order.clean.reading_text)
            yield label.file, words, bool(label.values.get("is_order", True))


def read_catalogued(folder: Path) -> Iterator[Paper]:
    """Yield the papers whose kind a catalogue gives, without those of courts to measure on."""
    for paper in read_clerk_papers(folder):
        if paper.has_kind and not paper.is_held_back:
            words = list_kind_features(paper.raw.data.decode())
            yield paper.group, words, paper.is_order


def fit_words(papers: Sequence[Paper]) -> dict[str, float]:
    """Return the heaviest words with their weights, and the bias."""
    import pycrfsuite

    groups: dict[str, set[str]] = defaultdict(set)
    for group, words, _ in papers:
        for word in words:
            groups[word].add(group)
    rows = [
        [["bias", *sorted(word for word in words if len(groups[word]) >= _LEAST_GROUPS)]]
        for _, words, _ in papers
    ]
    with fit_chain(rows, [["order" if is_order else "other"] for *_, is_order in papers]) as path:
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        features = tagger.info().state_features
    weights: dict[str, float] = defaultdict(float)
    for (word, label), weight in features.items():
        weights[word] += weight if label == "order" else -weight
    heaviest = sorted(weights, key=lambda word: (-abs(weights[word]), word))[:_MOST_WORDS]
    found = {word: round(weights[word], _KEPT) for word in sorted({"bias", *heaviest})}
    return {word: weight for word, weight in found.items() if weight or word == "bias"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tools.training.kind", description=__doc__)
    parser.add_argument("--labels", type=Path, default=Path("../shared/gold/second.jsonl"))
    parser.add_argument("--batch", default="1-8", help="which batches: 3, or 1-5")
    parser.add_argument("--clerks", type=Path, metavar="FOLDER", help="kinds that a catalog gives")
    options = parser.parse_args(arguments)
    first, _, last = options.batch.partition("-")
    papers = list(read_labelled(options.labels, range(int(first), int(last or first) + 1)))
    papers += read_catalogued(options.clerks) if options.clerks else ()
    target = Path(kind.__file__).with_name("kind.json")
    weights = fit_words(papers)
    target.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(papers)} papers, {len(weights)} weights, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
