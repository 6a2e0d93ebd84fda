"""`orders import`: fetch orders from other services, with their facts."""

import datetime
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress, TextColumn

from build_scripts import api
from build_scripts.extensions.importing.items import Limits, Listed, Options, Session, Window
from build_scripts.extensions.importing.journal import DAY, Journal
from build_scripts.extensions.importing.nef import Notice, add_facts
from build_scripts.extensions.importing.run import Archive, Report, import_all

_KEY_VARIABLE = "GOVINFO_API_KEY"
_FROM_FILE = "A file that holds the token, instead of $COURTLISTENER_TOKEN."
_SERVER = "The address of the service, or of a copy of it."
LARGEST_LIST = 16 * 1024 * 1024  # bytes of a file of addresses


@click.group("import")
def import_() -> None:
    """Fetch orders, each with a file next to it that records where it came from.

    Fetched files are put into orders/<court>/<docket>/, as `orders add` does: files that are there
    already, papers that decide nothing and papers that print a seal are refused, and listed at the
    end. You can run a command again at any time: it continues where it stopped, and nothing is
    fetched or added twice. See docs/importing.md for each source.
    """


def _import_command(command: Callable[..., None]) -> Callable[..., None]:
    """Pass the archive, and the options that all share, to a command of this group."""

    @api.with_archive
    @click.option("--dry-run", is_flag=True, help="Say what would be added; write nothing.")
    @click.option("--again", is_flag=True, help="Take anew what an earlier run refused.")
    @click.option("--force", is_flag=True, help="Add papers too that do not look like orders.")
    @wraps(command)
    def run(
        settings: api.ArchiveSettings, dry_run: bool, again: bool, force: bool, **given: Any
    ) -> None:
        command(settings, Options(dry_run, again, force), **given)

    return run


@import_.command()
@_import_command
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
def folder(settings: api.ArchiveSettings, options: Options, path: Path) -> None:
    """Take orders from the folder PATH, once: any form and depth, ZIP archives too.

    The files stay where they are. Corrections next to them are copied too.
    """
    from build_scripts.extensions.importing.folder import SERVICE, list_folder

    run_import(settings, SERVICE, options, lambda _: list_folder(path))


@import_.command()
@_import_command
@click.argument("addresses", nargs=-1, required=True)
def url(settings: api.ArchiveSettings, options: Options, addresses: tuple[str, ...]) -> None:
    """Fetch the files at ADDRESSES: web addresses, or files that list them, one a line.

    Only https is asked, one file a second, and nobody's password is sent. In a list, lines that
    begin with # are passed over. Where no address gives a file, the command fails.
    """
    from build_scripts.extensions.importing.addresses import SERVICE, list_addresses

    lines = [line for each in addresses for line in _read_lines(each)]
    report = run_import(
        settings, SERVICE, options, lambda limits: list_addresses(lines, limits.session)
    )
    came = len(report.added) + report.known + len(report.skipped) - report.failed
    if report.failed and not came:
        raise api.ServiceError("No address gave a file. Look at the reasons above.")


@import_.command()
@_import_command
@click.option("--attachments", is_flag=True, help="Take attachments too.")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def recap(settings: api.ArchiveSettings, options: Options, attachments: bool, path: Path) -> None:
    """Take papers of the RECAP archive from the folder or ZIP archive PATH.

    They are recognized by their names (gov.uscourts.cand.123.45.0.pdf); the facts that the docket
    next to them has of each, as XML or JSON, are kept with it. No request is sent.
    """
    from build_scripts.extensions.importing.recap import SERVICE, list_recap

    run_import(settings, SERVICE, options, lambda _: list_recap(path, attachments))


@import_.command()
@api.with_archive
@click.option("--dry-run", is_flag=True, help="Say what would be told of; write nothing.")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def nef(settings: api.ArchiveSettings, dry_run: bool, path: Path) -> None:
    """Take case, number and day of orders from notices of electronic filing.

    PATH is a mailbox (mbox), a mail, a notice saved as text or HTML, or a folder of these. The
    facts are written next to the orders of the archive, by case and document number. Neither the
    notices nor the names in them are kept.
    """
    from build_scripts.extensions.importing.nef import read_mailbox

    notices, others = read_mailbox(path)
    report_notices(settings, Options(dry_run), notices)
    if others:
        click.echo(f"Skipped {others:,}: no notice of electronic filing that names an entry.")


@import_.command()
@_import_command
@click.option(
    "--docket", type=int, help="CourtListener's number of a docket: of /docket/4214664/…."
)
@click.option("--court", help="A court's id there: cand, ca9.")
@click.option("--judge", help="Of these, what a judge decided: a name, or a surname.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Of these, from a day on.")
@click.option("--citation", help="The opinion that is reported there: “433 F.3d 1199”.")
@click.option(
    "--all", "any_entry", is_flag=True, help="Fetch papers too that are no rulings there."
)
@click.option("--attachments", is_flag=True, help="Take attachments too.")
@click.option("--token-file", type=click.Path(dir_okay=False, path_type=Path), help=_FROM_FILE)
@click.option("--a-minute", default=5, show_default=True, help="Requests that you may make.")
@click.option("--a-day", default=125, show_default=True, help="Requests that you may make.")
@click.option("--server", default="https://www.courtlistener.com", show_default=True, help=_SERVER)
@click.option(
    "--storage",
    default="https://storage.courtlistener.com",
    show_default=True,
    help="Where the files of its papers are.",
)
def courtlistener(
    settings: api.ArchiveSettings,
    options: Options,
    docket: int | None,
    court: str | None,
    judge: str | None,
    since: datetime.datetime | None,
    citation: str | None,
    any_entry: bool,
    attachments: bool,
    token_file: Path | None,
    a_minute: int,
    a_day: int,
    server: str,
    storage: str,
) -> None:
    """Fetch what CourtListener has of a docket, a court, a judge, or at a citation.

    Opinions, and papers of RECAP that are there to be had. CourtListener allows an account 5
    requests a minute and 125 in 24 hours, unless it has agreed to more: the command waits, ends
    when they are used, and goes on from there when it is run again. A request lists twenty; files
    are not counted.

    \b
      orders import courtlistener --docket 4214664
      orders import courtlistener --court cand --judge Poe --since 2031-01-01
      orders import courtlistener --citation "433 F.3d 1199"
    """  # noqa: D301 (click wants the sign itself)
    from build_scripts.extensions.importing.courtlistener import SERVICE, Source, Wish, list_wish
    from build_scripts.extensions.importing.courtlistener_client import Client

    if sum(map(bool, (docket, court or judge, citation))) != 1:
        raise click.UsageError("Name one: --docket, --court or --judge, or --citation.")
    wish = Wish(docket, court or "", judge or "", since.date() if since else None, citation or "")
    service = api.Service(api.read_token(token_file, os.environ), server)
    if not api.is_safe(storage):
        raise api.RefusedError(f"{storage} is not asked: name the storage with https.")

    def list_all(limits: Limits) -> Iterable[Listed]:
        client, taken = Client(service, limits.ask), (any_entry or options.any_paper, attachments)
        return list_wish(Source(client, limits.session, storage, *taken), wish)

    run_import(settings, SERVICE, options, list_all, ((a_minute, 60.0), (a_day, DAY)))


@import_.command()
@_import_command
@click.option("--court", required=True, help="A court's code there: cand, ca9.")
@click.option("--since", required=True, type=click.DateTime(["%Y-%m-%d"]), help="From a day on.")
@click.option(
    "--key-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"A file that holds the key, instead of ${_KEY_VARIABLE}.",
)
@click.option("--an-hour", default=1000, show_default=True, help="Requests that you may make.")
@click.option("--server", default="https://api.govinfo.gov", show_default=True, help=_SERVER)
def govinfo(
    settings: api.ArchiveSettings,
    options: Options,
    court: str,
    since: datetime.datetime,
    key_file: Path | None,
    an_hour: int,
    server: str,
) -> None:
    """Fetch a federal court's opinions from GovInfo, from a day on.

    A key is free: https://www.govinfo.gov/api-signup. Put it into a file, or into the environment
    variable GOVINFO_API_KEY; never into mkdocs.yml or the repository. It may make 1,000 requests an
    hour: the command ends when they are used, and goes on from there when it is run again.
    """
    from build_scripts.extensions.importing.govinfo import SERVICE, SIGN_UP, Source, list_opinions

    key = api.read_secret(
        key_file,
        os.environ,
        (_KEY_VARIABLE,),
        f"GovInfo asks for a key, which is free: {SIGN_UP}. Put it into a file and name that with "
        f"--key-file, or into the environment variable {_KEY_VARIABLE}.",
    )
    if not (key.isascii() and key.replace("_", "").isalnum()) or not api.is_safe(server):
        raise api.RefusedError("The key is letters and digits, and the server is named with https.")

    def list_all(limits: Limits) -> Iterable[Listed]:
        return list_opinions(Source(limits, key, server.rstrip("/"), court, since.date()))

    run_import(settings, SERVICE, options, list_all, ((an_hour, 3600.0),))


def _read_lines(given: str) -> list[str]:
    """Return an address, or those that a file lists."""
    if "://" in given:
        return [given]
    try:
        with Path(given).open("rb") as file:
            return file.read(LARGEST_LIST).decode("utf-8-sig", "replace").splitlines()
    except OSError as error:
        raise api.ArchiveError(
            f"{given} is no address, and as a file: {api.describe_os_error(error)}"
        ) from error


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
