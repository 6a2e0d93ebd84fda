"""`orders withhold`: an order, or a part of it, off the site."""

import datetime
from pathlib import Path
from typing import Any

import click

from build_scripts.cli import withholding
from build_scripts.cli.archive_settings import config_option, open_archive
from build_scripts.model.withholding import WithheldPart, Withholding, Words
from build_scripts.storage.address_ledger import read_address_ledger


@click.command()
@config_option
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--what",
    default=WithheldPart.ORDER.value,
    show_default=True,
    type=click.Choice([part.value for part in WithheldPart]),
    help="What is withheld: all of it, words of it, a field, or the file as it came.",
)
@click.option("--reason", required=True, help="Why; readers see it.")
@click.option("--by", default="", help="Who withholds it; readers see it.")
@click.option("--words", help="With --what passage: words of the order, as it prints them.")
@click.option("--page", type=click.IntRange(1), help="With --words: only on this page.")
@click.option("--line", type=click.IntRange(1), help="With --words: only on this line.")
@click.option(
    "--occurrence", type=click.IntRange(1), help="With --words: only this one of several."
)
@click.option("--field", help="With --what field: the field's name.")
@click.option(
    "--show",
    multiple=True,
    type=click.Choice(["court", "docket_numbers", "date"]),
    help="With --what order: what its page may still say of it.",
)
@click.option("--print", "only_print", is_flag=True, help="Print the file; write nothing.")
def withhold(config: Path, file: Path, what: str, only_print: bool, **said: Any) -> None:
    """Withhold an order, or a part of it: write its corrections file, and say what else to do.

    FILE is an order of the archive, ARCHIVE.zip::MEMBER one in a ZIP archive; what stands in its
    corrections file is kept, comments too. The next build publishes nothing of a withheld order but
    a page at its address that says so. What the build can't do is said in the end: the history
    of the repository, caches, search engines, copies elsewhere.

    \b
      orders withhold orders/cand/order.txt --reason "sealed by the court" --by "A. Librarian"
      orders withhold orders/cand/order.txt --what passage --words "12 Harrow Lane" --reason safety
    """  # noqa: D301
    settings = open_archive(config)
    folder = settings.orders
    part = WithheldPart(what)
    words = Words(said["words"], said["occurrence"], said["page"], said["line"])
    wanted = Withholding(
        part,
        said["reason"],
        said["by"],
        datetime.datetime.now().astimezone().date(),
        words if said["words"] else None,
        said["field"] or "",
        shown=said["show"],
    )
    plan = withholding.plan_withholding(folder, file, wanted)
    if only_print:
        click.echo(plan.text, nl=False)
        return
    withholding.write_plan(folder, plan)
    ledger = read_address_ledger(settings.address_ledger)
    duties = withholding.list_duties(plan, part, ledger, settings.site_url)
    click.echo("\n\n".join(duties))
