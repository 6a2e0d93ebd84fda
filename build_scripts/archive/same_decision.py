"""Files that contain one decision: copies, or a law report's record of it and a service's.

The archive shows such a decision once. Two reported decisions are one if their names agree, they
share a citation, or court and day, and nearly all their words are the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from build_scripts.archive.case_names import NameMatch, match_names
from build_scripts.archive.cases import court_of
from build_scripts.archive.finding_aids import fold_citation
from build_scripts.model.address_ledger import NOTHING_PUBLISHED, AddressLedger
from build_scripts.model.archive import OtherFile
from build_scripts.model.order import Order
from build_scripts.problems import Finding, FindingCode

_SAME_WORDS = 0.9  # of the shorter text; services print heads and notes in their own way
_SHORTEST = 0.5  # of the longer text: one file can have a second writing, or its notes twice


def fold_decisions(
    orders: Iterable[Order], published: AddressLedger = NOTHING_PUBLISHED
) -> tuple[tuple[Order, ...], Mapping[str, tuple[OtherFile, ...]], tuple[Finding, ...]]:
    """Return one order for each decision, sorted by path; its other files by its sha256; findings.

    Of the files of a decision, one that was published before, by its path, is kept, else the one
    with the first path in the alphabet.
    """
    known = {line.file for line in published.values()}
    kept: list[Order] = []
    alike: dict[str, list[Order]] = defaultdict(list)
    others: dict[str, tuple[OtherFile, ...]] = {}
    findings = []
    for order in sorted(orders, key=lambda one: (one.source.path not in known, one.source.path)):
        source, said = order.source, order.description
        keys = [source.sha256]  # what two files of one decision can share
        if said.own_citations and said.case_name:
            keys += (fold_citation(claim.value) for claim in said.own_citations)
            keys += [f"{court_of(order)} {said.exact_day}"] if said.exact_day else []
        near = {one.source.path: one for key in keys for one in alike[key]}
        first = next((one for one in near.values() if _is_same_decision(one, order)), None)
        if first is None:
            kept.append(order)
            for key in keys:
                alike[key].append(order)
            continue
        what = "The same bytes as"
        if source.sha256 != first.source.sha256:
            what = "The same decision as"
            cited = tuple(claim.value for claim in said.own_citations)
            other = OtherFile(source.path, source.sha256, cited)
            others[first.source.sha256] = (*others.get(first.source.sha256, ()), other)
        message = f"{what} {first.source.path}."
        advice = "Remove one of the two files; the site shows the order once."
        findings.append(Finding(source.path, FindingCode.DUPLICATE_ORDER, message, advice))
    kept.sort(key=lambda order: order.source.path)
    return tuple(kept), others, tuple(findings)


def _is_same_decision(one: Order, other: Order) -> bool:
    if one.source.sha256 == other.source.sha256:
        return True
    names = [order.description.case_name for order in (one, other)]
    texts = [name.value if name else "" for name in names]
    days = {order.description.exact_day for order in (one, other)} - {None}
    # A page of a report can have several short decisions in like words.
    if match_names(*texts) is NameMatch.DIFFERENT or (len(set(texts)) > 1 and len(days) > 1):
        return False
    words, others = (Counter(order.clean.text.lower().split()) for order in (one, other))
    shorter, longer = sorted((words.total(), others.total()))
    return shorter >= _SHORTEST * longer and (words & others).total() >= _SAME_WORDS * shorter
