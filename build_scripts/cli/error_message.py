"""Printing of an error that ends a command."""

import click

from build_scripts.problems import ArchiveError, UnreadableOrderError


def print_error(error: ArchiveError) -> None:
    """Print what is wrong and what to do next; for an order, its path first."""
    label = click.style("error:", fg="red", bold=True)
    if isinstance(error, UnreadableOrderError):
        finding = error.finding
        place = f"{finding.path}, {finding.place}" if finding.place else finding.path
        text = f"{place}: {finding.message} {finding.advice}"
    else:
        text = str(error)
    click.echo(f"{label} {text}", err=True)
