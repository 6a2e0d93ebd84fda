"""Measure citations against the gold folder: `--citations FOLDER` (its `dev.jsonl`).

Cases, statutes and rules are compared as an order's set: each distinct one once. Back-references
(bare "Section 1983") may answer a label, but one that no label names is no error: they are measured
mention by mention in `citations_antecedents`. Record citations are counted.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.convert.order import convert_order
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder
from tools.evaluation.citations_forms import fold_case, fold_provisions, squeeze

K = CitationKind
FIELDS: Mapping[str, tuple[CitationKind, ...]] = {
    "citations": (K.CASE,),
    "statutes": (K.STATUTE,),
    "rules": (K.RULE,),
    "regulations": (K.REGULATION,),
}
# Answers that are no error without a label: labels leave these out (README of the gold folder).
_UNLABELLED_REPORTERS = ("Stat.", "Fed. Reg.", "Pub. L.", "Cong. Rec.")
_CONTEXT = 70


@dataclass(frozen=True)
class Error:
    """A label without an answer, or an answer without a label."""

    file: str
    field: str
    what: str  # missing, invented
    value: str
    context: str


@dataclass
class SetTally:
    """Labels found and answers that a label names, over all orders."""

    labelled: int = 0
    found: int = 0
    answered: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Labels that have an answer."""
        return self.found / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        """Answers that have a label."""
        return self.right / self.answered if self.answered else 1.0


@dataclass
class Citations:
    """All orders of a gold file compared."""

    sets: dict[str, SetTally] = field(default_factory=lambda: {name: SetTally() for name in FIELDS})
    record: dict[str, tuple[int, int]] = field(default_factory=dict)  # file → labelled, found
    entries: SetTally = field(default_factory=SetTally)
    errors: list[Error] = field(default_factory=list)

    @property
    def record_error(self) -> float:
        """Record citations too many or too few, over all that there are."""
        labelled = sum(label for label, _ in self.record.values())
        return sum(abs(label - found) for label, found in self.record.values()) / labelled


def read_orders(
    corpus: Path, files: Iterable[str], convert: Callable[[RawOrder], Order] = convert_order
) -> dict[str, Order]:
    """Convert each file once."""
    return {file: convert(read_loose_file(corpus / file)) for file in dict.fromkeys(files)}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def compare_citations(labels: Sequence[dict[str, Any]], orders: Mapping[str, Order]) -> Citations:
    """Compare every labelled order's citations with its labels."""
    result = Citations()
    for label in labels:
        order = orders[label["file"]]
        for name in FIELDS:
            if label.get(name) is not None:
                _compare_set(result, label, name, order)
        if label.get("record_cites") is not None:
            _compare_record(result, label, order)
    return result


def _compare_set(result: Citations, label: dict[str, Any], name: str, order: Order) -> None:
    cases = name == "citations"
    answers: dict[str, Citation] = {}
    for citation in order.citations:
        if citation.kind in FIELDS[name]:
            for key in _fold(citation.normal_form, cases):
                answers.setdefault(key, citation)
                if citation.antecedent is None:
                    answers[key] = citation
    labels = {key: printed for printed in label[name] for key in _fold(printed, cases)}
    accepted = set(labels)
    for other in FIELDS:  # a statute that a reader filed under rules is not invented
        accepted |= {key for printed in label.get(other) or () for key in _fold(printed, cases)}
    accepted |= {key for one in label.get("own_citations") or () for key in _fold(one, cases)}
    accepted |= {key for one in label.get("other_authorities") or () for key in _fold(one, cases)}
    tally = result.sets[name]
    text = order.clean.reading_text
    for key, printed in labels.items():
        tally.labelled += 1
        if any(_is_same(key, answer, cases) for answer in answers):
            tally.found += 1
        else:
            result.errors.append(
                Error(label["file"], name, "missing", printed, _find_context(text, printed))
            )
    for key, citation in answers.items():
        if citation.antecedent is not None or _is_unlabelled(citation, label):
            continue
        tally.answered += 1
        if any(_is_same(one, key, cases) for one in accepted):
            tally.right += 1
        else:
            context = _show(text, citation)
            result.errors.append(
                Error(label["file"], name, "invented", citation.normal_form, context)
            )


def _fold(printed: str, cases: bool) -> tuple[str, ...]:
    return (
        (fold_case(printed),)
        if cases or re.search(r"Fed\.\s?Reg\.", printed)
        else tuple(fold_provisions(printed))
    )


def _is_same(label: str, answer: str, cases: bool) -> bool:
    """Equal; or a label without its code ("Rule 56") and an answer with that number."""
    if label == answer:
        return True
    code, _, number = label.rpartition(":")
    return not cases and code in ("", "rule") and answer.endswith(f":{number}")


def _is_unlabelled(citation: Citation, label: dict[str, Any]) -> bool:
    if any(reporter in citation.normal_form for reporter in _UNLABELLED_REPORTERS):
        return True
    return citation.kind is K.REGULATION and label.get("regulations") is None


def _compare_record(result: Citations, label: dict[str, Any], order: Order) -> None:
    found = [c for c in order.citations if c.kind is K.RECORD]
    result.record[label["file"]] = (label["record_cites"], len(found))
    if label["record_cites"] != len(found):
        text = order.clean.reading_text
        shown = " | ".join(_show(text, citation, 25) for citation in found[:30])
        value = f"{len(found)} for {label['record_cites']}"
        result.errors.append(Error(label["file"], "record_cites", "count", value, shown))
    expected = set(label["record_entries"])
    answers = {entry for citation in found for entry in citation.entries}
    result.entries.labelled += len(expected)
    result.entries.found += len(expected & answers)
    result.entries.answered += len(answers)
    result.entries.right += len(expected & answers)
    for what, entries in (("missing", expected - answers), ("invented", answers - expected)):
        result.errors.extend(
            Error(
                label["file"],
                "record_entries",
                what,
                entry,
                _find_context(order.clean.reading_text, entry),
            )
            for entry in sorted(entries)
        )


def _show(text: str, citation: Citation, around: int = _CONTEXT) -> str:
    start, end = max(0, citation.start - around), citation.end + around
    return " ".join(text[start:end].split())


def _find_context(text: str, printed: str) -> str:
    """Where the label's words stand in the text, if they do: its last number else."""
    wanted = squeeze(printed)
    kept = [(index, char) for index, char in enumerate(text.lower()) if char.isalnum()]
    at = "".join(char for _, char in kept).find(wanted)
    if at < 0:
        return "(not in the text)"
    start = kept[at][0]
    return " ".join(text[max(0, start - _CONTEXT) : start + len(printed) + _CONTEXT].split())
