"""`orders add`: add raw orders to the archive."""

from pathlib import Path

import click

from build_scripts.archive.cases import NO_DOCKET, UNKNOWN_COURT
from build_scripts.cli.error_message import print_error
from build_scripts.cli.opening import find_corrector, with_archive
from build_scripts.problems import ArchiveError, UnreadableOrderError
from build_scripts.site.adding import SaidPublic, add_order
from build_scripts.site.settings import ArchiveSettings, find_today


@click.command()
@with_archive
@click.option("--force", is_flag=True, help="Add papers too that do not look like orders.")
@click.option(
    "--public",
    is_flag=True,
    help="Say that papers may be published that print that they are sealed, or are no orders.",
)
@click.option("--by", default="", help="With --public: who says so; readers see it.")
@click.option("--reason", default="", help="With --public: why; readers see it.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(
    settings: ArchiveSettings,
    force: bool,
    public: bool,
    by: str,
    reason: str,
    files: tuple[Path, ...],
) -> None:
    """Copy raw orders into orders/<court>/<docket>/.

    Files that are in the archive already, papers that print that they are sealed, and motions,
    complaints and other papers that decide nothing are refused. The other FILES are added all the
    same. With --public you declare that everyone may read all FILES; their corrections record it.
    Papers that decide nothing and that --force adds are not published until you decide: `orders
    check` asks.

    \b
      orders add paper.pdf --public --by "A. Librarian" --reason "the version that was unsealed"
    """  # noqa: D301
    if public and not (by or reason):
        raise click.UsageError("--public needs --by or --reason: who says so, or why.")
    if not public and (by or reason):
        raise click.UsageError("--by and --reason go with --public.")
    said = SaidPublic(by, reason, find_today()) if public else None
    folder = settings.orders
    failed: ArchiveError | None = None
    added: list[str] = []
    for file in files:
        try:
            added.append(add_order(folder, file, force, said))
            click.echo(f"{file} → {folder / added[-1]}")
        except ArchiveError as error:
            print_error(error)
            if isinstance(error, UnreadableOrderError) and error.finding.mend:
                click.echo(
                    f"  {error.finding.command(str(file), find_corrector(settings))}", err=True
                )
            failed = failed or error
    if len(files) > 1:
        click.echo(f"{len(added)} of {len(files)} added.")
    if unplaced := sum(not {UNKNOWN_COURT, NO_DOCKET}.isdisjoint(Path(one).parts) for one in added):
        click.echo(
            f"Of {unplaced} the court or the docket number is not known: `orders check` has the "
            "command that sets it, and an order that is corrected moves to its folder."
        )
    if failed is not None:
        raise SystemExit(failed.exit_code)
