"""Measure descriptions against a gold file: `--gold FILE --corpus FOLDER`.

Every order is converted as `orders show --json` converts it; the same object is compared with the
label by the rules of `gold_rules`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.convert.order import convert_order
from build_scripts.model.description import Claim, Description, Span
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder
from build_scripts.site.data.record import present_order
from tools.evaluation.gold_labels import Label, read_disputed, read_labels
from tools.evaluation.gold_rules import RULES, Verdict, compare_order
from tools.evaluation.gold_score import Tally, count_verdicts

_EVIDENCE = 200  # characters of the sentence that an error shows


@dataclass(frozen=True)
class Compared:
    """One order compared with its label."""

    label: Label
    format: str
    fields: dict[str, list[Verdict] | None]
    disputed: dict[str, str]  # field → why its label is wrong; such a field is not in `fields`
    evidence: dict[str, list[str]]  # field → the text that each value rests on


@dataclass(frozen=True)
class Evaluation:
    """All orders of a gold file compared."""

    name: str
    orders: tuple[Compared, ...]

    def count(self, field: str, form: str | None = None) -> Tally:
        """Count a field over all orders, or over those of one format."""
        orders = [each for each in self.orders if form in (None, each.format)]
        return count_verdicts(
            field, (each.fields[field] for each in orders if field in each.fields)
        )

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that occur."""
        return tuple(sorted({each.format for each in self.orders}))


def evaluate_order(label: Label, order: Order, disputed: dict[tuple[str, str], str]) -> Compared:
    """Compare a converted order with its label."""
    got = present_order(catalogue_orders([order]).orders[0])
    fields = compare_order(label, got)
    wrong = {field: reason for (file, field), reason in disputed.items() if file == label.file}
    return Compared(
        label,
        order.source.format.value,
        {field: verdicts for field, verdicts in fields.items() if field not in wrong},
        wrong,
        list_evidence(order.description, order.clean.reading_text),
    )


def evaluate_gold(
    gold: Path, corpus: Path, convert: Callable[[RawOrder], Order] = convert_order
) -> Evaluation:
    """Convert every order of a gold file and compare it with its label."""
    disputed = read_disputed()
    orders = (
        evaluate_order(label, convert(read_loose_file(corpus / label.file)), disputed)
        for label in read_labels(gold)
    )
    return Evaluation(gold.name, tuple(orders))


def list_evidence(description: Description, text: str) -> dict[str, list[str]]:
    """Return the words, or the reason, that each value of a field rests on."""
    found = {}
    for field in RULES:
        claims = getattr(description, {"entries": "rulings"}.get(field, field), None)
        many = claims if isinstance(claims, tuple) else (claims,)
        found[field] = [
            _show_span(claim.evidence, text) or claim.reason
            for claim in many
            if isinstance(claim, Claim)
        ]
    return found


def _show_span(span: Span | None, text: str) -> str:
    return " ".join(text[span.start : span.end].split())[:_EVIDENCE] if span else ""
