"""The reports of `orders check`: findings, counts of removals, what is private or withheld."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from build_scripts.archive.doubts import Doubt, list_doubts, rank_findings
from build_scripts.archive.storage.orders_folder import name_file
from build_scripts.model.archive import Archive
from build_scripts.model.description import Description
from build_scripts.model.redaction import PASSAGE
from build_scripts.model.text.numbers import count
from build_scripts.pages.correction_words import tell_value
from build_scripts.problems import KEPT_OFF, Finding, FindingCode, set_field
from build_scripts.site.leak_scan import LeakReport, list_leaks
from build_scripts.site.withheld_words import FEWEST

_NARROWEST = 40
_SHOWN = ("path", "place", "code", "message", "advice")


def rank_archive(archive: Archive) -> tuple[list[Finding], tuple[Doubt, ...]]:
    """Return all findings, one for each doubt included, and all doubts; what matters most first."""
    doubts = list_doubts(archive)
    placed = {one.order.source.path: one.order for one in archive.orders}
    unnamed = (_report(one, placed[one.path].description) for one in doubts if not one.findings)
    return rank_findings([*archive.findings, *unnamed], doubts), doubts


def _report(doubt: Doubt, description: Description) -> Finding:
    value = tell_value(description, doubt.field)
    return Finding(
        doubt.path,
        FindingCode.DOUBTFUL_VALUE,
        f"The field {doubt.field} is “{value}” ({round(100 * (1 - doubt.wrong))}% sure).",
        "Look at the order: confirm it, or say what is right.",
        mend=set_field(doubt.field),
        field=doubt.field,
    )


def present_check(archive: Archive, folder: Path, by: str = "") -> dict[str, object]:
    """Return the whole report, as JSON; `folder` has the orders, `by` is who will correct."""
    findings, doubts = rank_archive(archive)
    return {
        "orders": len(archive.orders),
        "held_back": count_held_back(archive.findings),
        "doubts": [
            {
                **{name: getattr(doubt, name) for name in ("path", "field", "wrong", "weight")},
                "codes": [finding.code.value for finding in doubt.findings],
            }
            for doubt in doubts
        ],
        "findings": [
            {
                **{name: getattr(finding, name) for name in _SHOWN},
                "command": finding.command(name_file(finding, folder), by),
            }
            for finding in findings
        ],
        "removals": count_removals(archive),
        "judge_joins": [asdict(join) for join in archive.judge_joins],
    }


def count_held_back(findings: Sequence[Finding]) -> int:
    """Return how many orders are kept off the site until their owner decides on them."""
    return len({one.path for one in findings if one.code in KEPT_OFF})


def count_removals(archive: Archive) -> dict[str, int]:
    """Return the number of removals by reason, the most frequent first."""
    counts = Counter(
        removal.reason.value for placed in archive.orders for removal in placed.order.clean.removals
    )
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def list_findings(
    findings: Sequence[Finding], orders: int, folder: Path, width: int | None, by: str = ""
) -> Iterator[str]:
    """Yield a block of lines for each file, and how many there are.

    A file's path and a command have lines of their own, however long: they can be copied. Sentences
    are wrapped at `width`; None leaves each on one line, for a pipe. The same finding at several
    places of a file is printed once. `by` is the name of who will run the commands.
    """
    for name, found in groupby(findings, key=lambda one: name_file(one, folder)):
        yield click.style(name, bold=True)
        places: dict[Finding, list[str]] = {}
        for one in found:
            places.setdefault(replace(one, place=""), []).append(one.place)
        for finding, at in places.items():
            yield from _format_finding(finding, "; ".join(filter(None, at)), name, width, by)
        yield ""
    counts = [count(orders, "order"), count(len(findings), "finding")]
    if held := count_held_back(findings):
        counts.insert(1, f"{held:,} held back")
    yield ", ".join(counts)


def _format_finding(
    finding: Finding, at: str, name: str, width: int | None, by: str
) -> Iterator[str]:
    head = ", ".join(filter(None, (finding.code.value, at)))
    words = f"{head}: {finding.message} {finding.advice}".strip()
    lines = [words]
    if width is not None:
        lines = textwrap.wrap(
            words, max(width, _NARROWEST) - 4, break_long_words=False, break_on_hyphens=False
        )
    first, *others = lines
    yield f"  {click.style(head, fg='yellow')}{first.removeprefix(head)}"
    yield from (f"    {line}" for line in others)
    if command := finding.command(name, by):
        yield f"    {click.style(command, fg='cyan')}"


def format_removals(counts: Mapping[str, int]) -> str:
    """Return how much was removed from the pages, by reason, or "" if nothing was."""
    named = ", ".join(f"{reason} {count:,}" for reason, count in counts.items())
    return f"Taken off the pages: {named}" if named else ""


def print_private(
    archive: Archive, report: LeakReport | None, folder: Path, by: str = ""
) -> Iterator[str]:
    """Yield the report's lines, never the words; `report` is None without a built site.

    `folder` has the orders, `by` is who will run the commands.
    """
    for archived in archive.orders:
        redacted = archived.order.redaction.redacted
        if redacted:
            yield archived.order.source.path
        for one in dict.fromkeys(redacted):
            place = f"  page {one.page}, line {one.line}"
            if one.kind == PASSAGE:
                yield f"{place}: {one.kind}, withheld by an editor"
            else:
                allow = f"allow: {{kind: {one.kind}, page: {one.page}, line: {one.line}}}"
                yield f"{place}: {one.kind}. To let it stand: {allow}"
    flagged = [each for each in archive.findings if each.code is FindingCode.PRIVATE_DATA]
    if flagged:
        yield "Look at:"
        for finding in flagged:
            yield f"  {finding.path}, {finding.place}: {finding.message} {finding.advice}"
            yield f"    {finding.command(name_file(finding, folder), by)}"
    counts = _count_kinds(archive)
    named = ", ".join(f"{kind} {number:,}" for kind, number in counts.items())
    yield f"Taken out: {named or 'nothing'}"
    if report is None:
        yield "There is no built site to search. Build it: `orders build` searches it too."
        return
    yield (
        f"{count(report.searched, 'string')} looked for in {count(report.files, 'file')}; "
        f"{len(report.leaks) or 'none'} found"
    )
    if report.spared:
        yield f"{report.spared:,} not looked for: an editor lets them stand somewhere"
    if report.too_short:
        yield (
            f"{report.too_short:,} not looked for: below {FEWEST} letters and digits nothing can "
            "be proved"
        )
    yield from list_leaks(report.leaks)


def present_private(archive: Archive, report: LeakReport | None) -> dict[str, Any]:
    """Return the report as JSON-ready values."""
    proof = asdict(report) if report else {}
    for name in ("matched", "passed"):  # for the next build
        proof.pop(name, None)
    return {
        "orders": {
            archived.order.source.path: [asdict(one) for one in archived.order.redaction.redacted]
            for archived in archive.orders
            if archived.order.redaction.redacted
        },
        "flagged": [
            {"path": each.path, "place": each.place, "message": each.message}
            for each in archive.findings
            if each.code is FindingCode.PRIVATE_DATA
        ],
        "counts": _count_kinds(archive),
        "proof": proof or None,
    }


def _count_kinds(archive: Archive) -> dict[str, int]:
    counts = Counter(
        str(one.kind) for archived in archive.orders for one in archived.order.redaction.redacted
    )
    return dict(sorted(counts.items()))
