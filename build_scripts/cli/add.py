"""`orders add`: raw orders into their places."""

from pathlib import Path

import click

from build_scripts.cli.archive_settings import config_option, open_archive
from build_scripts.cli.error_message import print_error
from build_scripts.pipeline import add_order
from build_scripts.problems import ArchiveError


@click.command()
@config_option
@click.option("--force", is_flag=True, help="Add papers too that do not look like orders.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(config: Path, force: bool, files: tuple[Path, ...]) -> None:
    """Copy raw orders into orders/<court>/<docket>/.

    Refused are files that are there already, and motions, complaints and other papers that decide
    nothing. The other FILES are added all the same. What --force adds of such papers is not
    published until you say so: `orders check` asks.
    """
    settings = open_archive(config)
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
