"""Markdown tables."""

from collections.abc import Iterable, Sequence

from build_scripts.pages.markdown_text import escape_cell


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; cells are Markdown already, their bars escaped."""
    return "\n".join([_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows)])


def write_cell(text: str) -> str:
    """Return plain text as a cell; a dash where there is none."""
    return escape_cell(text) if text.strip() else "—"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
