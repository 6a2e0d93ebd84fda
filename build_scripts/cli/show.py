"""`orders show`: the page of one order."""

import json
from pathlib import Path

import click

from build_scripts.cli.showing import list_members, show_object, show_page


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of the page.")
def show(file: Path, as_json: bool) -> None:
    """Print the page of one order, or its data as JSON. FILE may lie anywhere.

    Of a ZIP archive its files are listed; FILE.zip::MEMBER shows one of them.
    """
    if members := list_members(file):
        click.echo(json.dumps(members, indent=2) if as_json else "\n".join(members))
        return
    if not as_json:
        click.echo(show_page(file), nl=False)
        return
    click.echo(json.dumps(show_object(file), ensure_ascii=False, indent=2))
