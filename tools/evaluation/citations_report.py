"""Print what was measured of citations: sets by kind, record counts, antecedents, every error."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from build_scripts.convert.order import convert_order
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder
from tools.evaluation.citations import Citations, compare_citations, read_lines, read_orders
from tools.evaluation.citations_antecedents import (
    OWN,
    Answer,
    compare_antecedents,
    count_rules,
    count_verdicts,
    score_antecedents,
)

VERDICTS = ("right", "wrong", "missed", "lost")


def evaluate_citations(
    gold: Path, corpus: Path, convert: Callable[[RawOrder], Order] = convert_order
) -> tuple[Citations, list[Answer]]:
    """Convert every labelled order once and compare."""
    labels, mentions = read_lines(gold / "dev.jsonl"), read_lines(gold / "antecedents.jsonl")
    orders = read_orders(corpus, (each["file"] for each in (*labels, *mentions)), convert)
    return compare_citations(labels, orders), compare_antecedents(mentions, orders)


def print_own_antecedents(corpus: Path) -> None:
    """Evaluate our own labels of mentions: those to learn from, then those kept back."""
    labels = [label for label in read_lines(OWN) if (corpus / label["file"]).is_file()]
    orders = read_orders(corpus, (label["file"] for label in labels))
    for kept_back in (False, True):
        wanted = [label for label in labels if label.get("kept_back", False) is kept_back]
        if wanted:
            print("kept back" if kept_back else "to learn from")
            print("\n".join(lay_out_antecedents(compare_antecedents(wanted, orders))))


def print_citations(gold: Path, corpus: Path, *, as_json: bool) -> None:
    """Evaluate and print."""
    sets, answers = evaluate_citations(gold, corpus)
    if as_json:
        print(json.dumps(summarise(sets, answers), indent=1, ensure_ascii=False))
    else:
        print("\n".join(lay_out(sets, answers)))


def summarise(sets: Citations, answers: list[Answer]) -> dict[str, Any]:
    """The measurement as JSON-ready values."""
    return {
        "sets": {
            name: {"recall": round(each.recall, 4), "precision": round(each.precision, 4)}
            for name, each in sets.sets.items()
        },
        "record_error": round(sets.record_error, 4),
        "antecedents": round(score_antecedents(answers), 4),
        "errors": [asdict(error) for error in sets.errors],
        "wrong_antecedents": [
            {**answer.label, "verdict": answer.verdict, "got": answer.got}
            for answer in answers
            if answer.verdict != "right"
        ],
    }


def lay_out(sets: Citations, answers: list[Answer]) -> Iterator[str]:
    """The report's lines."""
    yield f"{'':14}{'labelled':>9}{'found':>7}{'recall':>8}{'answered':>10}{'right':>7}{'precision':>11}"
    for name, tally in (*sets.sets.items(), ("entries", sets.entries)):
        yield (
            f"{name:14}{tally.labelled:9}{tally.found:7}{tally.recall:8.4f}{tally.answered:10}"
            f"{tally.right:7}{tally.precision:11.4f}"
        )
    labelled = sum(label for label, _ in sets.record.values())
    found = sum(found for _, found in sets.record.values())
    yield f"record citations: {labelled} labelled, {found} found, {sets.record_error:.1%} off"
    yield ""
    yield from lay_out_antecedents(answers)
    yield ""
    for error in sets.errors:
        yield f"{error.what} {error.field} {error.value!r} in {error.file}: {error.context}"


def lay_out_antecedents(answers: list[Answer]) -> Iterator[str]:
    """A line a kind, then every answer that is not right."""
    counts = count_verdicts(answers)
    yield f"{'antecedents':24}" + "".join(f"{verdict:>8}" for verdict in VERDICTS)
    for kind in sorted({kind for kind, _ in counts}):
        yield f"{kind:24}" + "".join(f"{counts[kind, verdict]:8}" for verdict in VERDICTS)
    ruled = count_rules(answers)
    for rule in sorted({rule for rule, _ in ruled}):
        yield f"by {rule:21}" + "".join(f"{ruled[rule, verdict]:8}" for verdict in VERDICTS)
    yield f"{score_antecedents(answers):.4f} of {len(answers)} right"
    for answer in answers:
        if answer.verdict != "right":
            label = answer.label
            yield (
                f"{answer.verdict} {answer.kind} in {label['file']}: …{label.get('before', '')[-60:]} "
                f"[{label['mention']}] {label.get('after', '')[:30]}… expected {label['antecedent']}"
                f"{label.get('alt') or ''}, got {answer.got}"
            )
