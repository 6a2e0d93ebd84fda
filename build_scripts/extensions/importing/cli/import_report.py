"""A run of `orders import` in a terminal: its progress, and the files added, skipped and why."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, TextColumn

from build_scripts import api
from build_scripts.extensions.importing.items import Listed, Options, Session
from build_scripts.extensions.importing.journal import Journal
from build_scripts.extensions.importing.limits import Limits, Window
from build_scripts.extensions.importing.nef import add_facts
from build_scripts.extensions.importing.notices import Notice
from build_scripts.extensions.importing.run import Archive, Report, import_all

_DONE = {"add": "Added", "tell of": "Told of"}
MOST_SHOWN = 20  # files of one reason by name


def run_import(
    settings: api.ArchiveSettings,
    service: str,
    options: Options,
    list_all: Callable[[Limits], Iterable[Listed]],
    windows: Sequence[Window] = (),
) -> Report:
    """Import what `list_all` lists; print a report, with the requests made, however it ends.

    `windows` are the service's limits, if it has any. Raises what `import_all` and the service
    raise, BuildRunningError if another import is running.
    """
    report = Report()
    with nullcontext() if options.dry else settings.open_import_lock():
        journal = Journal(
            settings.imports / f"{service}.jsonl", api.PATIENT.now, keeps=not options.dry
        )
        console = Console(stderr=True)
        column = TextColumn("{task.description}", markup=False)
        bar = Progress(column, console=console, transient=True, disable=not console.is_terminal)
        task = bar.add_task("")

        def say(what: str) -> None:
            done = f"{len(report.added):,} added, {len(report.skipped):,} skipped"
            bar.update(task, description=f"{done}: {what}")

        limits = Limits(service, Session(journal, api.PATIENT, say, options), windows)
        try:
            with bar:
                archive = Archive(settings.orders)
                import_all(archive, list_all(limits), limits.session, report)
        finally:
            print_report(settings, options, report)
            if windows:
                click.echo(limits.summary)
    return report


def report_notices(
    settings: api.ArchiveSettings, options: Options, notices: Sequence[Notice]
) -> None:
    """Write the notices' facts next to the orders that are here, and print which."""
    conversion = settings.conversion_options()
    if options.dry:
        conversion = replace(conversion, cache=None)
    report = Report()
    with nullcontext() if options.dry else settings.open_import_lock():
        orders = api.convert_folder(settings.orders, None, conversion).orders
        day = api.find_today().isoformat()
        try:
            add_facts(settings.orders, orders, notices, day, options, report)
        finally:
            print_report(settings, options, report, "tell of")


def print_report(
    settings: api.ArchiveSettings, options: Options, report: Report, done: str = "add"
) -> None:
    """Print what was added or updated, and what was skipped and why."""
    orders = api.count(len(report.added), "order")
    said = f"Would {done}" if options.dry else _DONE[done]
    click.echo(f"{said} {orders}{':' if report.added else '.'}")
    here = Path.cwd()
    for path in report.added:
        file = settings.orders / path
        there = file.relative_to(here) if file.is_relative_to(here) else file
        click.echo(f"  {api.print_line(path) if options.dry else there}")
    reasons: dict[str, list[str]] = {}
    for key, why in report.skipped:
        reasons.setdefault(why, []).append(key)
    for why, keys in reasons.items():
        click.echo(f"Skipped {len(keys):,}: {api.print_line(why).rstrip('.')}:")
        for key in keys[:MOST_SHOWN]:
            click.echo(f"  {api.print_line(key)}")
        if len(keys) > MOST_SHOWN:
            click.echo(f"  and {len(keys) - MOST_SHOWN:,} more")
    if report.known:
        click.echo(f"Here already: {report.known:,}.")
    if report.refused_before:
        click.echo(
            f"Settled by an earlier run: {report.refused_before:,}; --again takes them anew."
        )
