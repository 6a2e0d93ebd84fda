"""`orders build`: the command and its choices."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from build_scripts.cli.archive_settings import config_option
from build_scripts.cli.building import print_profile, run_build
from build_scripts.convert.stage_clock import Stage, keep_time
from build_scripts.problems import ExitCode


def _read_cluster(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """Accept dask://host:port, nothing for work on this machine."""
    del context, parameter
    place = urlsplit(value or "")
    if value and (place.scheme != "dask" or not place.hostname or not place.port):
        raise click.BadParameter("Write it as dask://host:port, the scheduler's address.")
    return value or ""


@click.command()
@config_option
@click.option("--strict", is_flag=True, help="Fail on any warning of MkDocs.")
@click.option("--quiet", "-q", is_flag=True, help="Print problems only.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=0),
    default=0,
    help="Processes that work; 0, the default, is one a processor.",
)
@click.option(
    "--executor",
    "cluster",
    metavar="dask://HOST:PORT",
    callback=_read_cluster,
    help="Convert orders on a Dask cluster instead; its workers see the orders at the same path.",
)
@click.option(
    "--orders-at",
    metavar="PLACE",
    default="",
    help="Where the workers find the same orders instead: a path, or an address that fsspec knows "
    "(s3://bucket/orders).",
)
@click.option("--profile", is_flag=True, help="Print in the end where the time went, by stage.")
def build(config: Path, profile: bool, **choices: Any) -> None:
    """Convert all orders and build the site.

    Only orders that changed are converted again: the others come from the cache (`orders cache`).

    A worker of a cluster that finds an order otherwise than it lies here ends the build.

    A paper that is no order is held back until you say that it may be published (`orders check`
    has the command), and so is an order in which words stand that another order withholds: the
    site is built without them, and the exit code is 9.

    Exits with 10 where another build of the archive is at work, and says who builds.

    --profile counts seconds of the clock for each stage of this process, and processor time with
    that of all processes that worked for it.
    """
    with keep_time(Stage.REST, wanted=profile) as clock:
        built = run_build(config, **choices)
        if profile:
            print_profile(clock, built.orders)
    if built.held_back:
        raise SystemExit(ExitCode.HELD_BACK)
