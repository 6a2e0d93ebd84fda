"""What `orders check` says: the findings, and what was taken off the pages."""

from collections.abc import Mapping
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from build_scripts.cataloguing import count_removals
from build_scripts.model.archive import Archive
from build_scripts.problems import Finding


def present_check(archive: Archive) -> dict[str, object]:
    """Return the whole report, as JSON."""
    return {
        "orders": len(archive.orders),
        "findings": [_present_finding(finding) for finding in archive.findings],
        "removals": count_removals(archive),
        "judge_joins": [asdict(join) for join in archive.judge_joins],
    }


def _present_finding(finding: Finding) -> dict[str, str]:
    return {
        "path": finding.path,
        "place": finding.place,
        "code": finding.code.value,
        "message": finding.message,
        "advice": finding.advice,
    }


def print_findings(findings: tuple[Finding, ...], orders: int) -> None:
    """Print a table of the findings, and how many orders there are."""
    console = Console()
    if findings:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in ("File", "Finding", "What is wrong", "What to do"):
            table.add_column(heading, overflow="fold")
        for finding in findings:
            place = f"{finding.path} {finding.place}".strip()
            table.add_row(place, finding.code.value, finding.message, finding.advice)
        console.print(table, highlight=False)
    console.print(f"{orders} orders, {len(findings)} findings", highlight=False)


def print_removals(counts: Mapping[str, int]) -> None:
    """Print how much was taken off the pages, by reason."""
    if counts:
        named = ", ".join(f"{reason} {count:,}" for reason, count in counts.items())
        Console().print(f"Taken off the pages: {named}", highlight=False, soft_wrap=True)
