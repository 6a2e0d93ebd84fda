"""The last recorded run: which values were not right, so that gains and losses can be named."""

import json
from pathlib import Path

from tools.evaluation.gold import Evaluation
from tools.evaluation.gold_rules import Status

LAST_RUN = Path(__file__).with_name("last_run.json")
Errors = dict[str, dict[str, dict[str, int]]]  # file → field → status → count


def list_errors(evaluation: Evaluation) -> Errors:
    """Every field that is not right throughout, by file."""
    errors: Errors = {}
    for order in evaluation.orders:
        for field, verdicts in order.fields.items():
            for verdict in verdicts or ():
                if verdict.status is not Status.RIGHT:
                    counts = errors.setdefault(order.label.file, {}).setdefault(field, {})
                    counts[verdict.status.value] = counts.get(verdict.status.value, 0) + 1
    return errors


def read_last_run(name: str, path: Path = LAST_RUN) -> Errors | None:
    """The errors of the last recorded run over the gold file `name`."""
    if not path.is_file():
        return None
    recorded: dict[str, Errors] = json.loads(path.read_text(encoding="utf-8"))
    return recorded.get(name)


def record_run(evaluation: Evaluation, path: Path = LAST_RUN) -> None:
    """Keep this run's errors as the last run of its gold file."""
    recorded = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    recorded[evaluation.name] = list_errors(evaluation)
    text = json.dumps(recorded, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def compare_runs(before: Errors, now: Errors) -> tuple[list[str], list[str]]:
    """Gains and losses: the fields that have fewer and more errors than before."""
    gains, losses = [], []
    for file in sorted({*before, *now}):
        old, new = before.get(file, {}), now.get(file, {})
        for field in sorted({*old, *new}):
            was, is_ = (_weigh(each.get(field, {})) for each in (old, new))
            if was != is_:
                (gains if is_ < was else losses).append(f"{file}: {field}")
    return gains, losses


def _weigh(counts: dict[str, int]) -> int:
    return sum(counts.values()) + counts.get(Status.INVENTED.value, 0)
