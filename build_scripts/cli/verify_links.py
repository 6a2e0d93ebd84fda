"""`orders verify-links`: ask CourtListener for the cases that orders cite."""

import datetime
import os
import time
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from build_scripts.archive.storage.link_ledger import read_ledger
from build_scripts.cli import link_check
from build_scripts.cli.opening import with_archive
from build_scripts.model.link_ledger import LinkLedger
from build_scripts.site.pipeline import build_archive
from build_scripts.site.settings import ArchiveSettings, find_today
from build_scripts.site.web.courtlistener_api import SERVER, Service


@click.command("verify-links")
@with_archive
@click.option(
    "--token-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"A file that holds the token, instead of ${link_check.TOKEN_VARIABLE}.",
)
@click.option("--refresh", is_flag=True, help="Ask again for what the ledger knows already.")
@click.option("--dry-run", is_flag=True, help="List what would be asked; ask nothing.")
@click.option(
    "--server", default=SERVER, show_default=True, help="A CourtListener of your own, by https."
)
def verify_links(
    settings: ArchiveSettings, token_file: Path | None, refresh: bool, dry_run: bool, server: str
) -> None:
    """Ask CourtListener whether it has the cases that the orders cite.

    The links to cases are made without asking anyone. This command asks: the citations that lead
    out of the archive, and nothing else of your orders, are sent to CourtListener's
    citation-lookup API, at most 250 a request. Its answers are kept in link_ledger.csv beside
    mkdocs.yml. Commit that file: every later build uses it and asks nobody. A case that was found
    is linked to its own page; one that was not found, or that has another name there, to a search.

    \b
    The API requires a token. An account at CourtListener has one:
      https://www.courtlistener.com/profile/api-token/
    Put it into a file, or into the environment variable COURTLISTENER_TOKEN; never into
    mkdocs.yml or the repository.

    \b
      orders verify-links --dry-run
      orders verify-links --token-file ~/.courtlistener

    CourtListener allows some 60 citations a minute and the command waits as the service demands.
    You can stop it with Ctrl-C at any time: answers so far are kept, and the next run continues
    there. Answers are requested again after two years, those about missing cases after half a year.
    """  # noqa: D301 (click wants the sign itself)
    place = settings.link_ledger
    ledger = read_ledger(place)
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Reading orders", total=None)

        def advance(done: int, total: int, _: str) -> None:
            bar.update(task, completed=done, total=total)

        folder, options = settings.orders, settings.conversion_options()
        archive = build_archive(folder, advance, options=options)
    today = find_today()
    plan = link_check.plan_lookups(archive, ledger, today, refresh)
    if dry_run:
        click.echo("".join(f"{citation}\n" for citation in plan.asked), nl=False)
    console.print(
        f"{plan.cited} citations of cases that are not here; {len(plan.asked)} to ask for; "
        f"requests: {plan.requests}; minutes: {plan.minutes:.0f} or more."
    )
    if dry_run or not plan.asked:
        return
    service = Service(link_check.read_token(token_file, os.environ), server)
    _ask_with_progress(console, service, plan.asked, ledger, place, today)


def _ask_with_progress(
    console: Console,
    service: Service,
    asked: tuple[str, ...],
    ledger: LinkLedger,
    place: Path,
    today: datetime.date,
) -> None:
    started = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    rate = TextColumn("{task.fields[rate]}")
    with Progress(*columns, rate, console=console, transient=True) as bar:
        task = bar.add_task("", total=len(asked), rate="")

        def report(done: int, total: int, what: str) -> None:
            minutes = max(time.monotonic() - started, 1) / 60
            rate = f"{done / minutes:.0f} a minute" if done else ""
            bar.update(task, completed=done, total=total, description=what, rate=rate)

        try:
            answers = link_check.verify_links(service, asked, ledger, place, today, report)
        except KeyboardInterrupt:
            console.print(f"The answers so far are in {place}.")
            raise
    counts = Counter(answers[citation].outcome.value for citation in asked)
    found = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    console.print(f"{len(asked)} citations: {found}. Commit {place}; the next build uses it.")
