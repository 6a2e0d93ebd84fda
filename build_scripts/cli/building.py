"""`orders build`: the bar that shows how far it is, what it says in the end, what it remembers."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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

from build_scripts.cli.archive_settings import open_archive
from build_scripts.cli.history_report import list_changes
from build_scripts.mkdocs_plugin import ArchivePlugin
from build_scripts.model.archive import Archive
from build_scripts.model.shard import Shard
from build_scripts.peak_memory import measure_peak
from build_scripts.problems import ArchiveError, FindingCode, SiteFailedError
from build_scripts.refusals import explain_refusal
from build_scripts.rendering import can_set_aside
from build_scripts.stage_clock import Stage, StageClock, tell_times, timed
from build_scripts.storage.build_record import (
    BuildRecord,
    digest_places,
    read_build_record,
    write_build_record,
)
from build_scripts.storage.site_size import measure_site, word_size


@dataclass(frozen=True, slots=True)
class Built:
    """How many orders a build published, 0 where nothing changed, and how many are held back."""

    orders: int
    held_back: int


class _Rate(ProgressColumn):
    """How many are done in a second, once that is known."""

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


def print_profile(clock: StageClock, orders: int) -> None:
    """Print where the time went by stage, how fast orders came, and what memory it took."""
    times = clock.read()
    for line in tell_times(times):
        click.echo(line, err=True)
    seconds = sum(spent.wall for spent in times.values())
    rate = f"{orders:,} orders, {orders / seconds:,.1f} a second; " if orders else ""
    other = f", of a worker {word_size(clock.worker_peak)}" if clock.worker_peak else ""
    click.echo(f"{rate}memory at most {word_size(measure_peak())}{other}", err=True)


def run_build(
    config: Path,
    *,
    strict: bool,
    quiet: bool,
    jobs: int,
    cluster: str,
    orders_at: str,
    anew: bool,
    shard: Shard | None,
    join: bool,
) -> Built:
    """Build the site and say so, or that it stands.

    Raises BuildRunningError where another process builds the archive, or the same shard of it.
    """
    if orders_at and not cluster:
        raise click.UsageError("--orders-at goes with --executor.")
    if shard and join:
        raise click.UsageError("--join joins the shards when they are built: leave out --shard.")
    console = Console(stderr=True, quiet=quiet)
    started = time.monotonic()
    settings, plugin = open_archive(config, strict)
    plugin.jobs, plugin.cluster, plugin.orders_at = jobs, cluster, orders_at
    plugin.shard, plugin.joins = shard, join
    if shard and not can_set_aside(settings):
        raise click.UsageError("Shards can't be built where other plugins or hooks see each page.")
    record = None if anew or shard else _find_standing(plugin, settings, strict)
    if record is not None:
        console.print(f"Nothing changed: the site in {settings.site_dir} stands.", highlight=False)
        _tell_held_back(console, record.held_back)
        return Built(0, record.held_back)
    with plugin.hold(settings):
        return _build(settings, plugin, console, started, strict)


def _build(
    settings: MkDocsConfig,
    plugin: ArchivePlugin,
    console: Console,
    started: float,
    strict: bool,
) -> Built:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s  %(message)s")
    # Without a thread of its own: processes are forked while it shows.
    bar = Progress(*_COLUMNS, console=console, transient=True, auto_refresh=False)
    with _count_warnings() as counter, bar:
        task = bar.add_task("Converting orders", total=None)

        shown = 0.0

        def tell(what: str, done: int, total: int) -> None:
            nonlocal shown
            is_due = done == total or time.monotonic() - shown > _SHOWN_EVERY
            shown = time.monotonic() if is_due else shown
            bar.update(task, completed=done, total=total or None, description=what)
            if is_due:
                bar.refresh()

        plugin.tell = tell
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(settings)
        except (MkDocsException, Abort) as error:
            told = isinstance(error.__cause__, ArchiveError | OSError)
            what = f"{error}" if told else f"MkDocs could not build the site: {error}"
            raise SiteFailedError(what) from error
        except KeyboardInterrupt:
            plugin.clear()
            raise
        finally:
            settings.plugins.on_shutdown()
    if strict and counter.warnings:
        raise SiteFailedError(
            f"MkDocs gave {counter.warnings} warnings. Mend them, or build without --strict."
        )
    outcome = plugin.outcome
    held_back = count_held_back(outcome.archive) if outcome is not None and not plugin.shard else 0
    if outcome is not None and plugin.shard is not None:
        pages, seconds = outcome.report.pages, time.monotonic() - started
        console.print(f"{pages} pages of this shard, {seconds:.1f} s. --join takes them over.")
    elif outcome is not None:
        _remember_build(plugin, settings, counter.warnings, held_back)
        seconds = time.monotonic() - started
        site = measure_site(Path(settings.site_dir))
        console.print(
            f"{len(outcome.archive.orders)} orders, {outcome.report.pages} pages "
            f"({outcome.report.written} changed), {len(outcome.archive.findings)} findings, "
            f"{seconds:.1f} s. The site is in {settings.site_dir}: "
            f"{site.files:,} files, {word_size(site.size)}",
            highlight=False,
        )
        if site.is_near_limit:
            console.print(
                "GitHub Pages takes sites of up to 1 GB. Host this one elsewhere, "
                "or leave out page_images: docs/hosting.md.",
                highlight=False,
            )
        if outcome.archive.findings:
            console.print("`orders check` lists the findings.", highlight=False)
        if outcome.archive.history.new:
            for line in list_changes(outcome.archive.history, most=10):
                console.print(line, highlight=False, markup=False)
        if outcome.archive.history.log != plugin.logged:
            name = plugin.find_history(settings).name
            console.print(f"{name} has new lines: commit it with the orders.", highlight=False)
        if plugin.recorded:
            ledger = plugin.find_address_ledger(settings)
            console.print(
                f"{plugin.recorded} lines of {ledger.name} are new: commit it with the orders.",
                highlight=False,
            )
        _tell_held_back(console, held_back)
    return Built(len(outcome.archive.orders) if outcome is not None else 0, held_back)


def count_held_back(archive: Archive) -> int:
    """Return how many orders are kept off the site because they print what others withhold."""
    return len({one.path for one in archive.findings if one.code is FindingCode.HELD_BACK})


def _tell_held_back(console: Console, orders: int) -> None:
    if orders:
        console.print(
            f"Held back, because of words that are withheld: {orders}. `orders check` says where.",
            highlight=False,
        )


def _find_standing(
    plugin: ArchivePlugin, settings: MkDocsConfig, strict: bool
) -> BuildRecord | None:
    """Return the last build's record, if it read what there is now and its site is as it was."""
    record = read_build_record(plugin.find_build_record(settings))
    if record is None or (strict and record.warnings) or not can_set_aside(settings):
        return None
    with timed(Stage.COMPARING):
        stands = record.inputs == plugin.digest_build(settings) and record.site == digest_places(
            Path(settings.site_dir)
        )
    return record if stands else None


def _remember_build(
    plugin: ArchivePlugin, settings: MkDocsConfig, warnings: int, held_back: int
) -> None:
    with timed(Stage.COMPARING):
        inputs, site = plugin.digest_build(settings), digest_places(Path(settings.site_dir))
    record = BuildRecord(inputs, site, warnings, held_back)
    try:
        write_build_record(plugin.find_build_record(settings), record)
    except OSError as error:
        logging.getLogger(__name__).warning(
            "The next build will look at everything again: %s", explain_refusal(error)
        )


class _WarningCounter(logging.Handler):
    """Counts what MkDocs warns of, as its own command line does for --strict."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one warning."""
        del record
        self.warnings += 1


@contextmanager
def _count_warnings() -> Iterator[_WarningCounter]:
    counter = _WarningCounter()
    logging.getLogger("mkdocs").addHandler(counter)
    try:
        yield counter
    finally:
        logging.getLogger("mkdocs").removeHandler(counter)
