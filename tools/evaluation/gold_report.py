"""Print an evaluation: a table of fields, the same by format, every error, gains and losses."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tools.evaluation.gold import Evaluation, evaluate_gold
from tools.evaluation.gold_last_run import compare_runs, list_errors, read_last_run, record_run
from tools.evaluation.gold_rules import RULES, Status
from tools.evaluation.gold_score import score_field


def print_gold(gold: Path, corpus: Path, *, as_json: bool, record: bool) -> None:
    """Evaluate, print, and where asked for record the run."""
    evaluation = evaluate_gold(gold, corpus)
    if as_json:
        print(json.dumps(summarise(evaluation), indent=1, ensure_ascii=False))
    else:
        print("\n".join(lay_out(evaluation)))
    if record:
        record_run(evaluation)


def summarise(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as JSON-ready values."""
    return {
        "gold": evaluation.name,
        "orders": len(evaluation.orders),
        "fields": {field: _summarise_field(evaluation, field, None) for field in RULES},
        "formats": {
            form: {field: _summarise_field(evaluation, field, form) for field in RULES}
            for form in evaluation.formats
        },
        "errors": [
            dict(zip(_ERROR_KEYS, row, strict=True)) for row in _list_error_rows(evaluation)
        ],
        "disputed": [
            {"file": order.label.file, "field": field, "reason": reason}
            for order in evaluation.orders
            for field, reason in order.disputed.items()
        ],
    }


_ERROR_KEYS = ("file", "field", "status", "expected", "got", "evidence")


def _summarise_field(evaluation: Evaluation, field: str, form: str | None) -> dict[str, Any]:
    tally = evaluation.count(field, form)
    return {**asdict(tally), "score": round(score_field(field, tally), 3)}


def _list_error_rows(evaluation: Evaluation) -> Iterator[tuple[Any, ...]]:
    for order in evaluation.orders:
        for field, verdicts in order.fields.items():
            for verdict in verdicts or ():
                if verdict.status is not Status.RIGHT:
                    evidence = order.evidence.get(field, []) if verdict.got is not None else []
                    row = (verdict.status.value, verdict.expected, verdict.got, evidence)
                    yield (order.label.file, field, *row)


def lay_out(evaluation: Evaluation) -> Iterator[str]:
    """The report's lines."""
    yield f"{evaluation.name}: {len(evaluation.orders)} orders"
    yield ""
    yield f"{'field':18}{'score':>7}{'right':>7}{'wrong':>7}{'missing':>9}{'invented':>10}{'none':>6}"
    for field in RULES:
        tally = evaluation.count(field)
        yield (
            f"{field:18}{score_field(field, tally):7.3f}{tally.right:7}{tally.wrong:7}"
            f"{tally.missing:9}{tally.invented:10}{tally.not_labelled:6}"
        )
    yield from _lay_out_formats(evaluation)
    yield from _lay_out_errors(evaluation)
    yield from _lay_out_runs(evaluation)


def _lay_out_formats(evaluation: Evaluation) -> Iterator[str]:
    yield ""
    yield f"{'by format':18}" + "".join(f"{form[:13]:>14}" for form in evaluation.formats)
    for field in RULES:
        scores = [score_field(field, evaluation.count(field, form)) for form in evaluation.formats]
        yield f"{field:18}" + "".join(f"{score:14.3f}" for score in scores)


def _lay_out_errors(evaluation: Evaluation) -> Iterator[str]:
    yield ""
    for file, field, status, expected, got, evidence in _list_error_rows(evaluation):
        yield f"{status} {field} in {file}"
        yield f"    expected {expected}"
        yield f"    got      {got}"
        for each in evidence:
            yield f"    evidence {each}"
    for order in evaluation.orders:
        for field, reason in order.disputed.items():
            yield f"disputed {field} in {order.label.file}: {reason}"


def _lay_out_runs(evaluation: Evaluation) -> Iterator[str]:
    before = read_last_run(evaluation.name)
    if before is None:
        yield "No run of this gold file is recorded; record one with --record."
        return
    gains, losses = compare_runs(before, list_errors(evaluation))
    yield f"Against the last recorded run: {len(gains)} gains, {len(losses)} losses."
    yield from (f"  gained {each}" for each in gains)
    yield from (f"  lost   {each}" for each in losses)
