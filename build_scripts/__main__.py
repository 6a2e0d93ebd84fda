"""The command line: arguments in, exit code out."""

import datetime
import json
import os
import shlex
import subprocess
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from mkdocs.config.defaults import MkDocsConfig
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
)

from build_scripts import (
    check_command,
    correcting,
    pipeline,
    private_command,
    proving,
    search_command,
    verifying,
    withholding,
)
from build_scripts.archive_settings import find_plugin, load_settings, read_archive
from build_scripts.build_command import print_profile, run_build
from build_scripts.cataloguing import count_removals
from build_scripts.cataloguing.moved_addresses import accept_removal, read_address
from build_scripts.converting import list_entries_used
from build_scripts.describing import describe_schema
from build_scripts.external.courtlistener_api import SERVER, Service
from build_scripts.history_report import list_changes, present_changes
from build_scripts.mkdocs_plugin import ArchivePlugin, find_today
from build_scripts.model.address_ledger import AddressStatus, FormerAddress, KnownAddress
from build_scripts.model.archive import Archive
from build_scripts.model.link_ledger import LinkLedger
from build_scripts.model.shard import read_shard
from build_scripts.model.withholding import WithheldPart, Withholding, Words
from build_scripts.problems import (
    ArchiveError,
    ExitCode,
    FindingCode,
    UnreadableOrderError,
)
from build_scripts.refusals import explain_refusal
from build_scripts.stage_clock import Stage, keep_time
from build_scripts.storage.address_ledger import read_address_ledger, write_address_ledger
from build_scripts.storage.history_log import read_history
from build_scripts.storage.link_ledger import read_ledger
from build_scripts.storage.site_size import word_size

CODES = "\n".join(f"  {code.value:>3}  {code.name.lower().replace('_', ' ')}" for code in ExitCode)
config_option = click.option(
    "--config",
    "-f",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml.",
)


def _read_cluster(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """Accept dask://host:port, nothing for work on this machine."""
    del context, parameter
    place = urlsplit(value or "")
    if value and (place.scheme != "dask" or not place.hostname or not place.port):
        raise click.BadParameter("Write it as dask://host:port, the scheduler's address.")
    return value or ""


def _read_shard(context: click.Context, parameter: click.Parameter, value: str | None) -> Any:
    """Accept the conditions of a shard, nothing for the whole."""
    del context, parameter
    try:
        return read_shard(value) if value else None
    except ArchiveError as error:
        raise click.BadParameter(str(error)) from error


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"\b\nExit codes:\n{CODES}",
)
@click.version_option(package_name="orders-archive")
def commands() -> None:
    """Turn a folder of raw judicial orders into a static website.

    Raw orders lie in orders/, one a file, at any depth. `orders build` makes the site from them;
    `orders show` looks at one order; `orders check` lists what is wrong; `orders add` puts new
    files in their places; `orders correct` says better what the program got wrong;
    `orders changes` tells what a build will say otherwise than before;
    `orders withhold` takes an order, or a part of it, off the site;
    `orders verify` checks a published site against its manifest and the orders;
    `orders verify-links` asks CourtListener whether it has the cases that they cite;
    `orders addresses` tells where old addresses of orders lead; `orders cache` how much room the
    cache of converted orders takes.
    """


@commands.command()
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
@click.option("--anew", is_flag=True, help="Build although nothing changed since the last build.")
@click.option(
    "--shard",
    metavar="CONDITIONS",
    callback=_read_shard,
    help="Make one part of the site alone, for a build with --join: court=cand,year=2017, or "
    "part=1/4. Parts are built at one time, here or on machines that share the cache.",
)
@click.option("--join", is_flag=True, help="Take what builds of shards made; make only the rest.")
@click.option("--profile", is_flag=True, help="Print in the end where the time went, by stage.")
def build(config: Path, profile: bool, **choices: Any) -> None:
    """Convert all orders and build the site.

    Only orders that changed are converted again: the others come from the cache (`orders cache`).
    Where nothing changed at all since the last build, and its site is as it left it, that is said.

    A worker of a cluster that finds an order otherwise than it lies here ends the build.

    --profile counts seconds of the clock for each stage of this process, and processor time with
    that of all processes that worked for it.
    """
    with keep_time(Stage.REST, wanted=profile) as clock:
        outcome = run_build(config, **choices)
        if profile:
            print_profile(clock, len(outcome.archive.orders) if outcome else 0)


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of the page.")
def show(file: Path, as_json: bool) -> None:
    """Print the page of one order, or its data as JSON. FILE may lie anywhere.

    Of a ZIP archive its files are listed; FILE.zip::MEMBER shows one of them.
    """
    if members := pipeline.list_members(file):
        click.echo(json.dumps(members, indent=2) if as_json else "\n".join(members))
        return
    if not as_json:
        click.echo(pipeline.show_page(file), nl=False)
        return
    click.echo(json.dumps(pipeline.show_object(file), ensure_ascii=False, indent=2))


@commands.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]}
)
@click.option(
    "--config",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml.",
)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(min=0))
@click.option(
    "--sort",
    default="relevance",
    show_default=True,
    type=click.Choice(["relevance", "newest", "oldest"]),
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of the list.")
@click.argument("query", nargs=-1)
def search(config: Path, limit: int, sort: str, as_json: bool, query: tuple[str, ...]) -> None:
    """Search the orders, as on the site: words, "exact phrases", AND, OR, NOT, /5, fields.

    QUERY may be anything; docs/search_format.md says how it is read. Quote it for the shell:

    \b
      orders search '"good cause" /10 discovery -subpoena'
      orders search 17-cv-2540
      orders search 'judge:lloyd motion:dismiss after:2020'

    The built site is asked where it is up to date; otherwise the orders are read first.
    """  # noqa: D301
    settings = load_settings(config, strict=False)
    plugin = find_plugin(settings)
    answer = search_command.find_orders(
        plugin.find_orders_folder(settings),
        Path(settings.site_dir),
        partial(read_archive, settings, plugin),
        " ".join(query),
        limit,
        sort,
    )
    if as_json:
        present = search_command.present_answer(answer)
        click.echo(json.dumps(present, ensure_ascii=False, indent=2))
        return
    strong = partial(click.style, bold=True)
    for line in search_command.print_answer(answer, strong, partial(click.style, dim=True)):
        click.echo(line)


@commands.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="A JSON object instead of the table.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there is any finding.")
@click.option(
    "--private",
    is_flag=True,
    help="List what is private or withheld, and prove that nothing of it is in the site.",
)
def check(config: Path, as_json: bool, strict: bool, private: bool) -> None:
    """List everything that is wrong or doubtful in the archive, and what to do about it.

    Also counted is what was taken off the pages, by reason: line numbers, stamps, running heads.
    Exits with 1, also without --strict, where an address that was published leads nowhere.

    With --private, every string that was redacted or is withheld is looked for in every file of the
    built site, unpacked and decoded, and of the pages made for it. Exits with 8 where one is found.
    """
    settings = load_settings(config, strict=False)
    plugin = find_plugin(settings)
    archive = read_archive(settings, plugin)
    if private:
        _check_private(settings, plugin, archive, as_json)
        return
    if as_json:
        click.echo(json.dumps(check_command.present_check(archive), indent=2))
    else:
        check_command.print_findings(archive.findings, len(archive.orders))
        check_command.print_removals(count_removals(archive))
    lost = any(finding.code is FindingCode.LOST_ADDRESS for finding in archive.findings)
    if lost or (strict and archive.findings):
        raise SystemExit(ExitCode.FINDINGS)


@commands.command()
@config_option
@click.option(
    "--orders",
    "folder",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="The folder of raw orders, where it is not the one that mkdocs.yml names.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.argument("site", type=click.Path(file_okay=False, exists=True, path_type=Path))
def verify(config: Path, folder: Path | None, as_json: bool, site: Path) -> None:
    """Check a published SITE against its manifest and the orders it was made from.

    SITE is a folder: one that was built, or a copy of what a host has. Each file must be there
    with the sha256 that manifest.json says, and no other file; each order that is to be published
    must be there, none whose file is gone, and nothing of one that is withheld. Without --orders,
    and where there is no mkdocs.yml, the manifest alone is asked.

    Exits with 1 where anything differs, with 3 where SITE has no manifest.
    """
    archive = None
    if config.is_file():
        settings = load_settings(config, strict=False)
        plugin = find_plugin(settings)
        folder = folder or plugin.find_orders_folder(settings)
        archive = pipeline.build_archive(
            folder,
            None,
            read_ledger(plugin.find_link_ledger(settings)),
            read_address_ledger(plugin.find_address_ledger(settings)),
            plugin.find_means(settings),
        )
    elif folder is not None:
        archive = pipeline.build_archive(folder)
    result = proving.verify_site(site, folder, archive)
    if as_json:
        click.echo(json.dumps(proving.present_verification(result), indent=1))
    else:
        for line in proving.tell_verification(result):
            click.echo(line)
    if not result.is_same:
        raise SystemExit(ExitCode.FINDINGS)


@commands.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def changes(config: Path, as_json: bool) -> None:
    """List what the next build will say otherwise of the orders than the last one said.

    That is: orders that are new, corrected, replaced, renamed, withheld or published again, and
    fields that changed rules of the program read otherwise, each with what was said before and
    what would be said now. Nothing is written: `orders build` writes it into history.csv beside
    mkdocs.yml, which you commit with the orders.
    """
    settings = load_settings(config, strict=False)
    plugin = find_plugin(settings)
    log = read_history(plugin.find_history(settings))
    history = pipeline.tell_history(read_archive(settings, plugin), log, find_today()).history
    if as_json:
        click.echo(json.dumps(present_changes(history), ensure_ascii=False, indent=1))
        return
    for line in list_changes(history):
        click.echo(line)


@commands.command()
@config_option
@click.option("--prune", is_flag=True, help="Remove what no order here is converted to any more.")
def cache(config: Path, prune: bool) -> None:
    """Say how large the cache of converted orders is; --prune makes it small again, and removes
    what shards made.

    It lies in .cache beside mkdocs.yml, or where `cache` in mkdocs.yml says: a folder, or an
    address that fsspec knows (s3://bucket/folder), which several machines can share. It can be
    removed at any time: the next build then converts every order again.
    """
    settings = load_settings(config, strict=False)
    plugin = find_plugin(settings)
    store = plugin.open_cache(settings)
    if store is None:
        click.echo("There is no cache: `cache` in mkdocs.yml is empty.")
        return
    entries = store.list_entries()
    used = set(list_entries_used(plugin.find_orders_folder(settings), store)) & set(entries)
    stale = [name for name in entries if name not in used]
    plugin.joins = True
    shards = plugin.open_store(settings)
    size = word_size(sum(entries.values()))
    if not prune:
        click.echo(f"{len(entries):,} files, {size}; {len(stale):,} of them not used any more.")
        return
    store.remove(stale)
    if shards is not None:
        shards.clear()
    kept = word_size(sum(entries[name] for name in used))
    click.echo(f"{len(stale):,} files removed; {len(used):,} stay, {kept}.")


@commands.command()
@config_option
@click.option(
    "--accept-removal",
    "removed",
    metavar="ADDRESS",
    multiple=True,
    help="Say that the order at ADDRESS was taken out of the archive for good.",
)
@click.option(
    "--instead", metavar="ADDRESS", default="", help="The order that takes its place, if any."
)
def addresses(config: Path, removed: tuple[str, ...], instead: str) -> None:
    """List the addresses where an order, a case, a judge or a court stood, and where each leads.

    An order's address is made of its court, docket number, date and title, a case's of its docket
    number, a judge's of the name. Where one of these is corrected, the page moves, and the old
    address leads to the new one: for a case or a judge that is where most of its orders are. Every
    address ever published is kept in address_ledger.csv beside mkdocs.yml: builds write it, you
    commit it.

    `orders check` fails where an address leads nowhere because its file is gone. Put the file
    back, or say with --accept-removal that it is to stay away: a page at the address then says
    that the order is not published here any more.
    """
    settings = load_settings(config, strict=False)
    plugin = find_plugin(settings)
    place = plugin.find_address_ledger(settings)
    known = read_address_ledger(place)
    archive = read_archive(settings, plugin)
    former = {one.address: one.leads_to for one in archive.former_addresses}
    if not removed:
        for one in archive.former_addresses:
            end = one.leads_to or _word_end(one, known.get(one.address))
            click.echo(f"{one.address} → {end}")
        return
    accepted = [read_address(text) for text in removed]
    for address in accepted:
        if address not in known:
            raise ArchiveError(f"{place} has no address {address}. `orders check` names the lost.")
        if former.get(address, address):
            raise ArchiveError(
                f"{address} leads to an order of the archive. Take its file out of the orders "
                f"folder first: {archive.address_ledger[address].file or former[address]}."
            )
    successor = read_address(instead)
    if successor and not former.get(successor, successor in archive.address_ledger):
        raise ArchiveError(
            f"There is no order at {successor}. Name the address of an order that is here."
        )
    write_address_ledger(place, accept_removal(known, accepted, successor).values())
    click.echo(f"Commit {place}; the next build uses it.")


@commands.command()
@config_option
@click.option("--force", is_flag=True, help="Add papers too that do not look like orders.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(config: Path, force: bool, files: tuple[Path, ...]) -> None:
    """Copy raw orders into orders/<court>/<docket>/.

    Refused are files that are there already, and motions, complaints and other papers that decide
    nothing. The other FILES are added all the same.
    """
    settings = load_settings(config, strict=False)
    folder = find_plugin(settings).find_orders_folder(settings)
    failed: ArchiveError | None = None
    for file in files:
        try:
            click.echo(f"{file} → {folder / pipeline.add_order(folder, file, force)}")
        except ArchiveError as error:
            _print_error(error)
            failed = failed or error
    if failed is not None:
        raise SystemExit(failed.exit_code)


@commands.command()
@config_option
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--print", "only_print", is_flag=True, help="Print the corrections; write nothing.")
@click.option("--schema", is_flag=True, help="Print the JSON schema of corrections files.")
def correct(config: Path, file: Path | None, only_print: bool, schema: bool) -> None:
    """Correct what the program understood of an order: open or begin its corrections file.

    FILE is an order of the archive. Its corrections lie beside it, in FILE.yml; a new one holds
    what the program found, as comments. It opens in $VISUAL or $EDITOR, and is checked afterwards.
    """
    if schema:
        click.echo(json.dumps(describe_schema(), ensure_ascii=False, indent=2))
        return
    if file is None:
        raise click.UsageError("Name the order to correct.")
    settings = load_settings(config, strict=False)
    folder = find_plugin(settings).find_orders_folder(settings)
    today = datetime.datetime.now().astimezone().date()
    draft = correcting.draft_corrections(folder, file, Path(settings.docs_dir), today)
    if only_print:
        click.echo(draft.text, nl=False)
        return
    if not draft.exists:
        correcting.write_draft(folder, draft)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        click.echo(
            f"{draft.place}\nOpen it in an editor; `orders check` says what is wrong with it."
        )
        return
    try:
        subprocess.run([*shlex.split(editor), str(draft.place)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise ArchiveError(
            f"The editor “{editor}” failed: {error}. The corrections are in {draft.place}."
        ) from error
    if correcting.withdraw_draft(draft):
        click.echo("Nothing was changed, and no corrections file is kept.")
        return
    findings = correcting.check_corrections(folder, draft)
    for finding in findings:
        _print_error(UnreadableOrderError(finding))
    click.echo(draft.place)
    if any(finding.code is FindingCode.BAD_CORRECTIONS for finding in findings):
        raise SystemExit(ExitCode.BAD_INPUT)


@commands.command()
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
    settings = load_settings(config, strict=False)
    plugin = find_plugin(settings)
    folder = plugin.find_orders_folder(settings)
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
    ledger = read_address_ledger(plugin.find_address_ledger(settings))
    duties = withholding.list_duties(plan, part, ledger, settings.site_url or "")
    click.echo("\n\n".join(duties))


@commands.command("verify-links")
@config_option
@click.option(
    "--token-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"A file that holds the token, instead of ${verifying.TOKEN_VARIABLE}.",
)
@click.option("--refresh", is_flag=True, help="Ask again for what the ledger knows already.")
@click.option("--dry-run", is_flag=True, help="List what would be asked; ask nothing.")
@click.option(
    "--server", default=SERVER, show_default=True, help="A CourtListener of your own, by https."
)
def verify_links(
    config: Path, token_file: Path | None, refresh: bool, dry_run: bool, server: str
) -> None:
    """Ask CourtListener whether it has the cases that the orders cite.

    The links to cases are made without asking anyone. This command asks: the citations that lead
    out of the archive, and nothing else of your orders, are sent to CourtListener's
    citation-lookup API, at most 250 a request. Its answers are kept in link_ledger.csv beside
    mkdocs.yml. Commit that file: every later build uses it and asks nobody. A case that was found
    is linked to its own page; one that was not found, or that has another name there, to a search.

    \b
    The API asks for a token. An account at CourtListener has one:
      https://www.courtlistener.com/profile/api-token/
    Put it into a file, or into the environment variable COURTLISTENER_TOKEN; never into
    mkdocs.yml or the repository.

    \b
      orders verify-links --dry-run
      orders verify-links --token-file ~/.courtlistener

    CourtListener allows some 60 citations a minute and the command waits as it is told. Stop it
    with Ctrl-C whenever you like: answers so far are kept, and the next run goes on from there.
    Answers are asked anew after two years, those about missing cases after half a year.
    """  # noqa: D301 (click wants the sign itself)
    settings = load_settings(config, strict=False)
    plugin = find_plugin(settings)
    place = plugin.find_link_ledger(settings)
    ledger = read_ledger(place)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Reading orders", total=None)

        def advance(done: int, total: int, path: str) -> None:
            del path
            bar.update(task, completed=done, total=total)

        folder, means = plugin.find_orders_folder(settings), plugin.find_means(settings)
        archive = pipeline.build_archive(folder, advance, means=means)
    today = datetime.datetime.now().astimezone().date()
    plan = verifying.plan_lookups(archive, ledger, today, refresh)
    if dry_run:
        click.echo("".join(f"{citation}\n" for citation in plan.asked), nl=False)
    console.print(
        f"{plan.cited} citations of cases that are not here; {len(plan.asked)} to ask for; "
        f"requests: {plan.requests}; minutes: {plan.minutes:.0f} or more.",
        highlight=False,
    )
    if dry_run or not plan.asked:
        return
    service = Service(verifying.read_token(token_file, os.environ), server)
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
            answers = verifying.verify_links(service, asked, ledger, place, today, report)
        except KeyboardInterrupt:
            console.print(f"The answers so far are in {place}.", highlight=False, soft_wrap=True)
            raise
    counts = Counter(answers[citation].outcome.value for citation in asked)
    found = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    console.print(
        f"{len(asked)} citations: {found}. Commit {place}; the next build uses it.",
        highlight=False,
        soft_wrap=True,
    )


def main() -> None:
    """Run the command line; every error of ours becomes its message and exit code."""
    try:
        commands.main(standalone_mode=False)
    except ArchiveError as error:
        _print_error(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; nothing is left half-written.", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:  # `orders show … | head`
        sys.stderr.close()
        sys.exit(ExitCode.OK)
    except OSError as error:
        if error.errno is None:  # no refusal of the system: a defect
            raise
        _print_error(ArchiveError(explain_refusal(error)))
        sys.exit(ExitCode.BAD_INPUT)


def _check_private(
    settings: MkDocsConfig, plugin: ArchivePlugin, archive: Archive, as_json: bool
) -> None:
    folders = [Path(settings.site_dir), Path(settings.docs_dir)]
    built = folders[0].is_dir()
    proof = plugin.prove_absence(settings, archive, folders) if built else None
    if as_json:
        present = private_command.present_private(archive, proof)
        click.echo(json.dumps(present, ensure_ascii=False, indent=2))
    else:
        for line in private_command.print_private(archive, proof):
            click.echo(line)
    if proof and proof.leaks:
        raise SystemExit(ExitCode.LEAKED)


def _word_end(former: FormerAddress, line: KnownAddress | None) -> str:
    """What stands at an address that leads to no order."""
    if former.withheld is not None:
        return "withheld"
    return "removed" if line and line.status is AddressStatus.REMOVED else "nowhere"


def _print_error(error: ArchiveError) -> None:
    label = click.style("error:", fg="red", bold=True)
    if isinstance(error, UnreadableOrderError):
        finding = error.finding
        place = f"{finding.path}, {finding.place}" if finding.place else finding.path
        text = f"{place}: {finding.message} {finding.advice}"
    else:
        text = str(error)
    click.echo(f"{label} {text}", err=True)


if __name__ == "__main__":
    main()
