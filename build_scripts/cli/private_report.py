"""Format the report of `orders check --private`: removals from the orders, what to examine, and
leaks.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from build_scripts.archive.storage.orders_folder import name_file
from build_scripts.model.archive import Archive
from build_scripts.model.redaction import PASSAGE
from build_scripts.model.text.counting import count
from build_scripts.problems import FindingCode
from build_scripts.site.leak_scan import LeakReport, list_leaks
from build_scripts.site.withheld_words import FEWEST


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
