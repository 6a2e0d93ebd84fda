"""`orders add`: raw orders into their places."""

from pathlib import Path

import click

from build_scripts.cli.error_message import print_error
from build_scripts.cli.opening import with_archive
from build_scripts.pipeline import add_order
from build_scripts.problems import ArchiveError
from build_scripts.site.settings import ArchiveSettings


@click.command()
@with_archive
@click.option("--force", is_flag=True, help="Add papers too that do not look like orders.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(settings: ArchiveSettings, force: bool, files: tuple[Path, ...]) -> None:
    """Copy raw orders into orders/<court>/<docket>/.

    Refused are files that are there already, and motions, complaints and other papers that decide
    nothing. The other FILES are added all the same. What --force adds of such papers is not
    published until you say so: `orders check` asks.
    """
    folder = settings.orders
    failed: ArchiveError | None = None
    for file in files:
        try:
            click.echo(f"{file} → {folder / add_order(folder, file, force)}")
        except ArchiveError as error:
            print_error(error)
            failed = failed or error
    if failed is not None:
        raise SystemExit(failed.exit_code)
