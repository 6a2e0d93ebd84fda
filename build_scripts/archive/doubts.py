"""The doubtful values of an archive: most likely wrong and most visible first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from build_scripts.model.archive import Archive
from build_scripts.model.description import FIELDS, is_confirmed, list_confidences
from build_scripts.problems import Finding, FindingCode

_WRONG: Mapping[FindingCode, float] = {
    FindingCode.NO_CASE_NAME: 0.6,
    FindingCode.IMPLAUSIBLE: 0.5,
    FindingCode.NOT_AN_ORDER: 0.5,
    FindingCode.NO_COURT: 0.4,
    FindingCode.NO_DOCKET_NUMBER: 0.35,
    FindingCode.DISAGREEMENT: 0.3,
    FindingCode.NO_DATE: 0.25,
    FindingCode.NO_JUDGE: 0.25,  # most of the others name none
    FindingCode.EMPTY_FIELD: 0.2,
    FindingCode.SECOND_READER_DIFFERS: 0.2,
    FindingCode.HELD_BACK: 0.1,  # the program is sure
}
"""By the findings on a field: how often its value is wrong, or is empty and should not be.

Rounded from 169 labeled orders that came as text; where few were found, toward the middle.
"""

_SHUT_OUT = frozenset(
    {
        FindingCode.EMPTY_FILE,
        FindingCode.BINARY_FILE,
        FindingCode.UNREADABLE_FILE,
        FindingCode.UNKNOWN_FORM,
        FindingCode.MISSING_PROGRAM,
        FindingCode.ENCRYPTED_FILE,
        FindingCode.UNSAFE_ARCHIVE,
        FindingCode.WORDS_NOT_CONSERVED,
        FindingCode.CONVERSION_FAILED,
        FindingCode.BAD_CORRECTIONS,
        FindingCode.SEALED,
        FindingCode.HELD_BACK,
        FindingCode.LOST_ADDRESS,
    }
)
"""Findings that keep an order, or an editor's entry on it, off the site: before all doubt."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field of an order whose value may be wrong, or that is empty and should not be. `wrong` is
    how likely that is, by the value's confidence and the `findings` on it.
    """

    path: str
    field: str
    wrong: float
    findings: tuple[Finding, ...] = ()

    @property
    def weight(self) -> float:
        """Return the probability that the value is wrong, times the field's visibility."""
        return round(self.wrong * FIELDS[self.field].spec.visibility, 4)


def list_doubts(archive: Archive) -> tuple[Doubt, ...]:
    """Return the doubtful values of all orders, the most important first: unconfirmed ones, and
    those that a finding names, unless an editor corrected, confirmed or withholds them. An order
    that is withheld because it looks like none is included, though it is not in the archive.
    """
    named: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in archive.findings:
        if finding.field and finding.code in _WRONG:
            named[finding.path, finding.field].append(finding)
    unsure = {
        (placed.order.source.path, field): sure
        for placed in archive.orders
        for field, sure in list_confidences(placed.order.description).items()
        if not is_confirmed(placed.order.description, field)
    }
    doubts = []
    for key in {*named, *unsure}:
        findings = named.get(key, ())
        right = prod(1 - _WRONG[code] for code in {one.code for one in findings})  # independent
        wrong = round(1 - unsure.get(key, 1.0) * right, 4)
        doubts.append(Doubt(*key, wrong, tuple(findings)))
    fields = list(FIELDS)
    return tuple(sorted(doubts, key=lambda one: (-one.weight, one.path, fields.index(one.field))))


def rank_findings(findings: Iterable[Finding], doubts: Iterable[Doubt]) -> list[Finding]:
    """Return findings file by file, the most important first: those that keep an order off the
    site, then those on doubtful values, as these are ranked, then the rest.
    """
    weights = {(one.path, one.field): one.weight for one in doubts}

    def weigh(finding: Finding) -> float:
        if finding.code in _SHUT_OUT:
            return 2.0
        return weights.get((finding.path, finding.field), 0.0)

    known = sorted(findings, key=lambda one: (-weigh(one), one))
    heaviest: dict[str, float] = {}
    for finding in known:
        heaviest.setdefault(finding.path, weigh(finding))
    return sorted(known, key=lambda one: (-heaviest[one.path], one.path))
