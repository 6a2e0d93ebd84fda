"""Train the second reader: `python -m tools.training.tagger --labels DEV SECOND --batch 1-8`.

Wants python-crfsuite (the extra `train`); a build does without. Two chains are fitted: one labels
a caption's parties, one judges and days. Labels are aligned to pieces of lines by program; with
`--clerks FOLDER` those of `tools.training.clerks` too. A word is a feature only if orders of
several cases print it (of the second chain: of several courts), so that no name is memorised. The
seed is fixed by the algorithm (L-BFGS starts from nothing). Writes
`build_scripts/describing/tagging/model.json`, which people can read, and with `--witness` what agreement with
it is worth, by orders whose source it never saw.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_scripts.describing.tagging import Use
from build_scripts.describing.tagging.decoder import Models, make_models
from build_scripts.describing.tagging.features import list_features
from build_scripts.describing.tagging.segments import list_segments
from build_scripts.model.source_text import SourcePage
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading import read_order
from tools.evaluation.described import describe_file
from tools.training.alignment import NOTHING, align
from tools.training.clerks import read_clerk_papers

MODEL = Path(__file__).parents[2] / "build_scripts" / "describing/tagging" / "model.json"
_C1, _C2, _ROUNDS = 0.05, 0.4, 90
_LEAST_SEEN = 3
_LEAST_GROUPS = 4  # that print a word
_LEAST_WEIGHT = 0.03
_KEPT = 2  # decimals
_SERVED = ("case_name", "docket_numbers", "court", "judges", "date", "title")
CHAINS: Mapping[str, frozenset[str]] = {
    "caption": frozenset({"P1", "P2", "VS", "NAME", "MATTER"}),
    "signature": frozenset({"JUDGE", "JTITLE", "DATE"}),
}


class Example:
    """An order's pieces with their features and labels, and where it is from.

    `chains` are those that its labels teach. `order` is None if nothing is measured on it.
    """

    def __init__(
        self, file: str, values: Mapping[str, Any], pages: Sequence[SourcePage], order: Any = None
    ) -> None:
        self.file = file
        self.values = values
        self.source = _name_source(file)
        self.order = order
        self.court = str(values["court"])
        self.chains = frozenset(CHAINS)
        self.segments = list_segments(pages)
        self.features = list_features(self.segments)
        self.labels = align(self.segments, values)

    def name_group(self, chain: str) -> str:
        """Name what orders with the same names in them have in common: the case, or the court."""
        return self.source if chain == "caption" else self.court


def _name_source(file: str) -> str:
    """What came together: the repository or the folder."""
    parts = file.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else file


def read_labels(paths: Iterable[Path], batches: Iterable[int]) -> list[dict[str, Any]]:
    """Read the orders of label files: of a file with batches, those wanted."""
    wanted = set(batches)
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return [
        row
        for row in rows
        if row.get("is_order", True) and ("batch" not in row or row["batch"] in wanted)
    ]


def read_examples(rows: Iterable[dict[str, Any]], corpus: Path) -> list[Example]:
    """Describe and align each labelled order that can be read."""
    found = []
    for row in rows:
        described = describe_file(corpus / row["file"], Use.NOTHING)
        if described.order is not None:
            found.append(Example(row["file"], row, described.order.pages, described.order))
    return found


def read_served(corpus: Path) -> Iterator[Example]:
    """Opinions of a service, labelled with what the service says of them beside the text."""
    for path in sorted((corpus / "courtlistener-json").glob("*.json")):
        described = describe_file(path, Use.NOTHING)
        if described.order is not None:
            said = described.object
            values = {name: said[name] for name in _SERVED} | {"served": True}
            yield Example(f"courtlistener-json/{path.name}", values, described.order.pages)


def read_clerks(folder: Path) -> Iterator[Example]:
    """Yield papers of clerks and reporters whose parties, or judge and day, were found in them."""
    for paper in read_clerk_papers(folder):
        if paper.is_held_back or not paper.is_court_paper:
            continue
        try:
            pages = read_order(paper.raw).pages
        except UnreadableOrderError:  # a notice of the court's mail, with addresses
            continue
        example = Example(f"clerks/{paper.group}", paper.values, pages)
        example.court = paper.court
        found = set(example.labels)
        taught = {"caption"} if found & {"P1", "NAME", "MATTER"} else set()
        taught |= {"signature"} if {"JUDGE", "DATE"} <= found else set()
        example.chains = frozenset(taught)
        if taught:
            yield example


def choose_features(examples: Sequence[Example], chain: str) -> frozenset[str]:
    """Features seen often enough; a word only where orders of several cases or courts print it."""
    times: dict[str, int] = defaultdict(int)
    groups: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for each in example.features:
            for feature in each:
                times[feature] += 1
                groups[feature].add(example.name_group(chain))
    return frozenset(
        feature
        for feature, count in times.items()
        if count >= _LEAST_SEEN
        and (not feature.startswith("word ") or len(groups[feature]) >= _LEAST_GROUPS)
    )


def train(examples: Sequence[Example]) -> dict[str, Any]:
    """Fit the chains; return their weights as `model.json` keeps them."""
    return {chain: _train_chain(examples, chain) for chain in CHAINS}


def _train_chain(examples: Sequence[Example], chain: str) -> dict[str, Any]:
    import pycrfsuite

    taught = [example for example in examples if chain in example.chains]
    chosen = choose_features(taught, chain)
    rows = [[[f for f in each if f in chosen] for each in one.features] for one in taught]
    labels = [
        [label if label in CHAINS[chain] else NOTHING for label in example.labels]
        for example in taught
    ]
    with fit_chain(rows, labels) as path:
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return read_chain(tagger.info(), _LEAST_WEIGHT, _KEPT)


@contextmanager
def fit_chain(
    rows: Sequence[Sequence[Sequence[str]]], labels: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Fit to rows of features and their labels; give the path of the trainer's own file."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": _C1, "c2": _C2, "max_iterations": _ROUNDS})
    for each, told in zip(rows, labels, strict=True):
        if each:
            trainer.append(each, told)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        yield path


def read_chain(info: Any, least: float, decimals: int) -> dict[str, Any]:
    """The weights of a fitted chain, rounded; those below `least` are left out."""
    labels = sorted(info.labels)
    features: dict[str, dict[str, float]] = {label: {} for label in labels}
    for (feature, label), weight in sorted(info.state_features.items()):
        if abs(weight) >= least:
            features[label][feature] = round(weight, decimals)
    steps: dict[str, dict[str, float]] = {label: {} for label in labels}
    for (one, other), weight in sorted(info.transitions.items()):
        steps[one][other] = round(weight, decimals)
    return {"labels": labels, "steps": steps, "features": features}


def fold_sources(examples: Sequence[Example], count: int) -> Iterator[tuple[Models, list[Example]]]:
    """Train without some sources (and courts) and give what was left out, for all in turn."""
    served = [example for example in examples if example.order is None]
    examples = [example for example in examples if example.order is not None]
    groups = sorted({example.source for example in examples})
    sizes = {group: sum(e.source == group for e in examples) for group in groups}
    folds: list[set[str]] = [set() for _ in range(count)]
    for group in sorted(groups, key=lambda each: (-sizes[each], each)):
        min(folds, key=lambda fold: sum(sizes[each] for each in fold)).add(group)
    for fold in folds:
        left_out = [example for example in examples if example.source in fold]
        courts = {example.values["court"] for example in left_out}
        rest = [
            example
            for example in (*examples, *served)
            if example.source not in fold and example.values["court"] not in courts
        ]
        if left_out and rest:
            yield make_models(train(rest)), left_out


def write_model(examples: Sequence[Example], batches: str) -> None:
    """Train on all examples and write the weights, with what they were learned from."""
    learned = [each.values for each in examples if each.order is not None]
    digest = sha256(json.dumps(learned, sort_keys=True).encode())
    about = {
        "made by": "python -m tools.training.tagger",
        "batches": batches,
        "labels' digest": digest.hexdigest()[:16],
        "orders": len(examples),
        "pieces": sum(len(each.segments) for each in examples),
        "pieces labelled": sum(label != NOTHING for each in examples for label in each.labels),
        "orders of clerks and reporters": sum(each.file.startswith("clerks/") for each in examples),
    }
    text = json.dumps(
        {"about": about, **train(examples)}, indent=0, sort_keys=True, ensure_ascii=False
    )
    MODEL.write_text(f"{text}\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on all, write the model; with `--report` fold by sources first."""
    parser = argparse.ArgumentParser(prog="python -m tools.training.tagger", description=__doc__)
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--batch", default="1-8")
    parser.add_argument("--clerks", type=Path, metavar="FOLDER", help="labels nobody checked")
    parser.add_argument(
        "--witness", action="store_true", help="fit witness.json too, sources left out in turn"
    )
    parser.add_argument("--folds", type=int, default=3)
    options = parser.parse_args(arguments)
    first, _, last = options.batch.partition("-")
    rows = read_labels(options.labels, range(int(first), int(last or first) + 1))
    corpus = options.labels[0].parent.parent / "corpus"
    examples = [*read_examples(rows, corpus), *read_served(corpus)]
    examples += read_clerks(options.clerks) if options.clerks else ()
    if options.witness:
        from tools.training.witness import fit_witness, read_rows

        fit_witness(read_rows(list(fold_sources(examples, options.folds))))
    write_model(examples, options.batch)
    print(f"{len(examples)} orders; {MODEL.name} has {MODEL.stat().st_size} bytes")


if __name__ == "__main__":
    main()
if __name__ == "__main__":
    main()
