"""Citations with the answers that a person gave: what an archive knows of each.

`python -m tools.labeled_citations MKDOCS.YML` says of how many of the citations in
tools/labeled_citations.tsv a check says the same, in an archive of the folders cap-json and
courtlistener-json of ../shared/corpus. A line has the standing, the fields that disagree, and the
citation as a brief prints it. Labels were made from the services' own data and by looking for
reports in their texts.
"""

import argparse
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.cleaning import clean_order
from build_scripts.extensions.checking.answers import CitationAnswer, Standing
from build_scripts.extensions.checking.citations import CitationIndex, check_document
from build_scripts.extensions.checking.cli.checked import open_checking
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order

LABELS = Path(__file__).with_suffix(".tsv")
_STANDINGS = {"here": Standing.HERE, "cited": Standing.CITED, "unknown": Standing.UNKNOWN}


@dataclass(frozen=True)
class Labeled:
    """A citation, and what is to be said of it."""

    citation: str
    standing: Standing
    disagreements: frozenset[str]

    def is_right(self, answers: Iterable[CitationAnswer]) -> bool:
        """Whether the answer, or each of several to parallel citations, is this."""
        told = [
            (one.standing, frozenset(each.field for each in one.disagreements)) for one in answers
        ]
        best = [each for each in told if each[0] is self.standing]
        return bool(best) and best[0] == (self.standing, self.disagreements)


def read_labels() -> list[Labeled]:
    """Return the labeled citations."""
    rows = (line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines())
    return [
        Labeled(citation, _STANDINGS[standing], frozenset(fields.strip("-").split(",")) - {""})
        for standing, fields, citation in rows
    ]


def check_label(index: CitationIndex, label: Labeled) -> tuple[CitationAnswer, ...]:
    """Check a citation as a brief of one paragraph."""
    text = f"    The rule is an old one, and nobody doubts it here.  See {label.citation}.\n"
    clean = clean_order(read_order(RawOrder.from_bytes("brief.txt", text.encode())))
    return check_document(index, clean).citations


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the citations that are answered otherwise, and how many are not."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("config", type=Path)
    chosen = parser.parse_args(arguments)
    index, labels = open_checking(chosen.config), read_labels()
    start, right = time.process_time(), 0
    for label in labels:
        answers = check_label(index, label)
        right += label.is_right(answers)
        if not label.is_right(answers):
            told = [
                (one.text, one.standing.value, [(d.field, d.here) for d in one.disagreements])
                for one in answers
            ]
            print(f"{label.citation}: {label.standing} {sorted(label.disagreements)}, not {told}")
    print(f"{right} of {len(labels)}, {time.process_time() - start:.2f} s of processor")


if __name__ == "__main__":
    main()
