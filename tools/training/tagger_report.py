"""What the second reader makes of orders whose source and court it never saw, beside the rules."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from build_scripts.data.record import present_value
from build_scripts.describing.field_claims import read_field
from build_scripts.model.description import Claim
from build_scripts.tagging.decoder import Models
from build_scripts.tagging.joining import LEAST
from build_scripts.tagging.values import read_again
from tools.evaluation.batches import compare_value
from tools.evaluation.gold_labels import Label

if TYPE_CHECKING:
    from tools.training.tagger import Example

FIELDS = ("case_name", "date", "judges")
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)


def print_report(folds: Sequence[tuple[Models, Sequence["Example"]]], errors: bool = False) -> None:
    """Print right / missing / wrong of the rules, of the second reader, and of both together."""
    rows: dict[str, list[tuple[str, str, str, float]]] = {field: [] for field in FIELDS}
    for model, examples in folds:
        for example in examples:
            label = Label(example.file, dict(example.values))
            order = example.order
            court = order.description.court
            name = court.value.name if court else None
            reading = read_again(order.pages, order.clean, name, model)
            for field in FIELDS:
                ours = read_field(order.description, field)
                theirs = reading.claims.get(field)
                rules = _judge(label, field, ours[0] if ours else None)
                tagger = _judge(label, field, theirs)
                sure = (theirs.confidence or 0.0) if theirs else 0.0
                filled = tagger if not ours and sure >= LEAST[field] else rules
                rows[field].append((rules, tagger, filled, sure))
                if errors and theirs and tagger != "right":
                    shown = present_value(theirs.value)
                    print(
                        f"{field} {example.file}: {shown} for {label.values[field]} ({sure}), rules {rules}"
                    )
    for field, seen in rows.items():
        print(f"{field}: {len(seen)} orders")
        for place, who in enumerate(("rules", "second reader", "rules, filled")):
            print(f"  {who:16}{_tally(row[place] for row in seen)}")
        agree = Counter(row[0] for row in seen if row[0] != "missing" and row[1] != "missing")
        empty = [row for row in seen if row[0] == "missing" and row[1] != "missing"]
        for least in _BINS:
            said = [row for row in empty if row[3] >= least]
            print(f"    where the rules are silent, ≥ {least:4}: {_tally(row[1] for row in said)}")
        print(f"    both speak: rules {dict(agree)}")


def _judge(label: Label, field: str, claim: Claim[Any] | None) -> str:
    if claim:
        return compare_value(label, field, present_value(claim.value))
    return "missing" if label.values[field] else "right"


def _tally(statuses: Iterable[str]) -> str:
    counts = Counter(statuses)
    total = counts.total() or 1
    wrong = counts["wrong"] + counts["invented"]
    return f"{counts['right'] / total:6.2f}  {counts['right']} right, {counts['missing']} missing, {wrong} wrong"
