"""Counts and scores of a field. An invented value counts double: silence beats a wrong value."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tools.evaluation.gold_rules import Status, Verdict

# Fields of which an order has any number: scored by F1.
F1_FIELDS = ("rulings", "entries", "qualifiers")


@dataclass(frozen=True)
class Tally:
    """How often a field was right, wrong, missing, invented, or not labelled."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    invented: int = 0
    not_labelled: int = 0

    @property
    def accuracy(self) -> float:
        """Right values over all values, invented ones twice."""
        counted = self.right + self.wrong + self.missing + 2 * self.invented
        return self.right / counted if counted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, invented values twice; a wrong one errs in both."""
        counted = 2 * self.right + 2 * self.wrong + self.missing + 2 * self.invented
        return 2 * self.right / counted if counted else 1.0


def score_field(field: str, tally: Tally) -> float:
    """The field's score: F1 where an order has any number of values, else accuracy."""
    return tally.f1 if field in F1_FIELDS else tally.accuracy


def count_verdicts(field: str, verdicts: Iterable[list[Verdict] | None]) -> Tally:
    """Count one field over many orders. For F1, silence on both sides counts nothing."""
    counts: Counter[str] = Counter()
    unlabelled = 0
    for each in verdicts:
        if each is None:
            unlabelled += 1
            continue
        for verdict in each:
            silent = verdict.expected is None and verdict.got is None
            if not (silent and field in F1_FIELDS):
                counts[verdict.status] += 1
    return Tally(
        counts[Status.RIGHT],
        counts[Status.WRONG],
        counts[Status.MISSING],
        counts[Status.INVENTED],
        unlabelled,
    )
