"""`orders build`: the command and its choices."""

import logging
import time
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from mkdocs.commands.build import build as build_site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from build_scripts.cli.changes import list_changes
from build_scripts.cli.check_report import count_held_back, rank_archive
from build_scripts.cli.config_option import config_option
from build_scripts.cli.opening import open_config
from build_scripts.convert.durations import LOGGER as DURATIONS
from build_scripts.convert.durations import log_duration, measure_peak
from build_scripts.model.text.numbers import count
from build_scripts.problems import ArchiveError, ExitCode, LeakedWordsError, SiteFailedError
from build_scripts.site.last_build import BuildReport, LastBuild, collect_warnings
from build_scripts.site.mkdocs_plugin import ArchivePlugin
from build_scripts.site.outcome import Outcome
from build_scripts.site.settings import ArchiveSettings, Workers
from build_scripts.site.size import format_size, measure_site


def _read_cluster(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """Accept dask://host:port, or "" for this machine."""
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
@click.option("--profile", is_flag=True, help="Print how long each stage takes.")
def build(config: Path, profile: bool, **choices: Any) -> None:
    """Convert all orders and build the site.

    Only orders that changed are converted again: the others come from the cache (`orders cache`).
    If nothing changed at all since the last build, the site stays, and the command says so.

    A worker of a cluster that reads another version of an order ends the build.

    A paper that is no order is held back until you decide that it may be published (`orders check`
    prints the command). So is an order that prints words that another order withholds, or that
    brought such words into the site. The site is built without them, and the exit code is 9.

    The finished site is searched once more before it is published. Exits with 8 if it holds private
    or withheld words and no order can be named, as in a page of your own.

    Exits with 10 if another build of the archive is running, and prints who runs it.

    --profile prints each stage's seconds when it ends, with those of its parts before it, and the
    most memory that this process took.
    """
    if profile:
        DURATIONS.setLevel(logging.DEBUG)
        DURATIONS.addHandler(logging.StreamHandler())
        DURATIONS.propagate = False  # the build's own handler would print each line again
    with log_duration("the whole build"):
        held_back = run_build(config, **choices)
    DURATIONS.debug("memory at most: %s", format_size(measure_peak()))
    if held_back:
        raise SystemExit(ExitCode.HELD_BACK)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.1f}/s" if task.speed else "")


_SHOWN_EVERY = 0.1  # seconds
_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    _Rate(),
    TimeRemainingColumn(),
)


def run_build(
    config: Path, *, strict: bool, quiet: bool, jobs: int, cluster: str, orders_at: str
) -> int:
    """Build the site and print a summary; return how many orders it has and how many are held back.

    Raises BuildRunningError if another process builds it.
    """
    if orders_at and not cluster:
        raise click.UsageError("--orders-at goes with --executor.")
    console = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)
    started = time.monotonic()
    opened, plugin = open_config(config, strict)
    plugin.workers = Workers(jobs, cluster, orders_at)
    settings = plugin.find_settings(opened)
    outcome: Outcome | None = None
    with settings.open_lock():
        logging.basicConfig(level=logging.WARNING, format="%(levelname)s  %(message)s")
        plugin.cache = settings.open_cache()
        last = LastBuild(opened, settings, plugin.cache)
        report = last.find_report()
        if report is None:
            with collect_warnings() as warnings:
                outcome = _build(opened, plugin, console)
            findings, _ = rank_archive(outcome.archive)
            counts = f"{outcome.counts}, {count(len(findings), 'finding')}"
            held_back = count_held_back(outcome.archive.findings)
            report = BuildReport(counts, bool(findings), held_back, tuple(warnings))
            last.save(report, outcome.archive)
        else:
            for name, warning in report.warnings:
                logging.getLogger(name).warning("%s", warning)
            console.print("Nothing changed since the last build.")
    _describe_built(console, report, settings, time.monotonic() - started)
    if outcome:
        _describe_new(console, outcome, settings)
    if report.held_back:
        console.print(
            f"Held back until you say what may be published: {report.held_back}. Why is said above."
        )
    return report.held_back


def _build(settings: MkDocsConfig, plugin: ArchivePlugin, console: Console) -> Outcome:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    bar = Progress(*_COLUMNS, console=console, transient=True, auto_refresh=False)
    with bar:
        task = bar.add_task("Converting orders", total=None)
        shown = 0.0

        def report(what: str, done: int, total: int) -> None:
            nonlocal shown
            is_due = done == total or time.monotonic() - shown > _SHOWN_EVERY
            shown = time.monotonic() if is_due else shown
            bar.update(task, completed=done, total=total or None, description=what)
            if is_due:
                bar.refresh()

        plugin.workers = replace(plugin.workers, on_progress=report)
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(settings)
        except (MkDocsException, Abort) as error:
            if isinstance(error.__cause__, LeakedWordsError):
                raise error.__cause__ from None
            known = isinstance(error.__cause__, ArchiveError | OSError)
            what = f"{error}" if known else f"MkDocs could not build the site: {error}"
            raise SiteFailedError(what) from error
        except KeyboardInterrupt:
            plugin.clear()
            raise
        finally:
            settings.plugins.on_shutdown()
    if plugin.outcome is None:
        raise SiteFailedError("MkDocs built a site without the archive. Do other plugins stop it?")
    return plugin.outcome


def _describe_built(
    console: Console, report: BuildReport, settings: ArchiveSettings, seconds: float
) -> None:
    site = measure_site(settings.site_dir)
    console.print(
        f"{report.counts}, {seconds:.1f} s. "
        f"The site is in {settings.site_dir}: {count(site.files, 'file')}, {format_size(site.size)}"
    )
    if site.is_near_limit:
        console.print(
            "GitHub Pages takes sites of up to 1 GB. Host this one elsewhere, "
            "or leave out page_images: docs/hosting.md."
        )
    if report.has_findings:
        console.print("`orders check` lists the findings.")


def _describe_new(console: Console, outcome: Outcome, settings: ArchiveSettings) -> None:
    archive = outcome.archive
    if archive.history.new:
        for line in list_changes(archive.history, most=10):
            console.print(line, markup=False)
    if outcome.publication.is_new:
        console.print(f"{settings.publication_log.name} has a new line: keep it with the orders.")
    if archive.history.log != outcome.logged:
        console.print(f"{settings.history.name} has new lines: keep it with the orders.")
    if outcome.recorded:
        name = settings.address_ledger.name
        lines = count(outcome.recorded, "new line")
        console.print(f"{name} has {lines}: keep it with the orders.")
