"""A report for procurement on how accessible an archive is: WCAG 2.1, levels A and AA.

It follows the Accessibility Conformance Report of the Voluntary Product Accessibility Template 2.5.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from build_scripts import api

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def write_conformance(
    index: api.ArchiveIndex, choices: api.SiteChoices, contact: str, path: Path
) -> None:
    """Write the report as Markdown, with the limits that the page Accessibility names."""
    path.write_text("\n".join(_list_lines(index, choices, contact)) + "\n", encoding="utf-8")


def _list_lines(index: api.ArchiveIndex, choices: api.SiteChoices, contact: str) -> Iterator[str]:
    page = api.view_accessibility(index)
    yield f"# Accessibility Conformance Report: {choices.site_name}\n"
    yield f"- Report date: {api.find_today().isoformat()}"
    address = choices.site_url or "not published yet"
    yield f"- Product: a website of {page.orders:,} court orders, {address}"
    yield f"- Keeper of the archive: {choices.archive_owner or '(set archive_owner)'}"
    yield f"- Contact: {contact or '(set contact)'}"
    yield f"- Standard: {_WORDS['standard']}"
    yield f"- Evaluation: {_WORDS['evaluation']}\n"
    yield f"{_WORDS['terms']}\n"
    yield "## Limits of this archive\n"
    for limit in page.limits:
        yield f"- {limit.name}: {limit.orders:,} of {page.orders:,} orders. {limit.help}"
    if not page.limits:
        yield "- None was found by a program."
    for level, title in (("A", "Table 1: Level A"), ("AA", "Table 2: Level AA")):
        yield f"\n## {title}\n\n| Criterion | Conformance | Remarks |\n| --- | --- | --- |"
        for number, name, of_level, conformance, remark in _WORDS["criteria"]:
            if of_level == level:
                yield f"| {number} {name} | {conformance} | {remark} |"
