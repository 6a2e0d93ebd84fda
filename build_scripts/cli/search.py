"""`orders search`: the orders that a query finds."""

import json
from functools import partial
from pathlib import Path

import click

from build_scripts.cli.archive_settings import open_archive, read_archive
from build_scripts.cli.searching import find_orders, present_answer, print_answer


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.option(
    "--config",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml.",
)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(min=0))
@click.option(
    "--sort",
    default="relevance",
    show_default=True,
    type=click.Choice(["relevance", "newest", "oldest"]),
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of the list.")
@click.argument("query", nargs=-1)
def search(config: Path, limit: int, sort: str, as_json: bool, query: tuple[str, ...]) -> None:
    """Search the orders, as on the site: words, "exact phrases", AND, OR, NOT, /5, fields.

    QUERY may be anything; docs/search_format.md says how it is read. Quote it for the shell:

    \b
      orders search '"good cause" /10 discovery -subpoena'
      orders search 17-cv-2540
      orders search 'judge:lloyd motion:dismiss after:2020'

    The built site is asked where it is up to date; otherwise the orders are read first.
    """  # noqa: D301
    settings = open_archive(config)
    answer = find_orders(
        settings.orders,
        settings.site_dir,
        partial(read_archive, settings),
        " ".join(query),
        limit,
        sort,
    )
    if as_json:
        present = present_answer(answer)
        click.echo(json.dumps(present, ensure_ascii=False, indent=2))
        return
    strong = partial(click.style, bold=True)
    for line in print_answer(answer, strong, partial(click.style, dim=True)):
        click.echo(line)
