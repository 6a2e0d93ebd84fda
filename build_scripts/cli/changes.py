"""`orders changes`: what the next build will say otherwise."""

import json

import click

from build_scripts.cli.history_report import list_changes, present_changes
from build_scripts.cli.opening import read_archive, with_archive
from build_scripts.pipeline import with_history
from build_scripts.site.settings import ArchiveSettings, find_today
from build_scripts.storage.history_log import read_history


@click.command()
@with_archive
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def changes(settings: ArchiveSettings, as_json: bool) -> None:
    """List what the next build will say otherwise of the orders than the last one said.

    That is: orders that are new, corrected, replaced, renamed, withheld or published again, and
    fields that changed rules of the program read otherwise, each with what was said before and
    what would be said now. Nothing is written: `orders build` writes it into history.csv beside
    mkdocs.yml, which you commit with the orders.
    """
    log = read_history(settings.history)
    history = with_history(read_archive(settings), log, find_today()).history
    if as_json:
        click.echo(json.dumps(present_changes(history), ensure_ascii=False, indent=1))
        return
    for line in list_changes(history):
        click.echo(line)
