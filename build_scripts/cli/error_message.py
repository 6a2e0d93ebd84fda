"""How an error that ends a command is printed."""

import click

from build_scripts.problems import ArchiveError, UnreadableOrderError


def print_error(error: ArchiveError) -> None:
    """Print what is wrong and what to do next; of an order, where it lies first."""
    label = click.style("error:", fg="red", bold=True)
    if isinstance(error, UnreadableOrderError):
        finding = error.finding
        place = f"{finding.path}, {finding.place}" if finding.place else finding.path
        text = f"{place}: {finding.message} {finding.advice}"
    else:
        text = str(error)
    click.echo(f"{label} {text}", err=True)
