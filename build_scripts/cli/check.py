"""`orders check`: errors and doubts, and a scan of the site for private words."""

import json
import shutil
import sys

import click

from build_scripts.archive.storage.history_log import read_history
from build_scripts.archive.storage.publication_log import read_log
from build_scripts.cli.check_report import (
    count_removals,
    format_removals,
    list_findings,
    present_check,
    present_private,
    print_private,
    rank_archive,
)
from build_scripts.cli.opening import find_corrector, read_archive, with_archive
from build_scripts.model.archive import Archive
from build_scripts.problems import KEPT_OFF, ExitCode, FindingCode
from build_scripts.site.leak_scan import scan_for_leaks
from build_scripts.site.settings import ArchiveSettings


@click.command()
@with_archive
@click.option("--json", "as_json", is_flag=True, help="A JSON object instead of lines.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there is any finding.")
@click.option(
    "--private",
    is_flag=True,
    help="List what is private or withheld, and prove that nothing of it is in the site.",
)
def check(settings: ArchiveSettings, as_json: bool, strict: bool, private: bool) -> None:
    """List everything that is wrong or doubtful in the archive, and what to do about it.

    Each file has a block: its path, then what was found in it and the command that corrects it, to
    be pasted. What matters most comes first: what keeps an order off the site, then the values that
    are most likely wrong and most visible. Also counted is what was taken off the pages, by reason:
    line numbers, stamps, running heads. Exits with 1, also without --strict, where an address that
    was published leads nowhere, and where a file is held back until you decide what may be
    published: one that is no order or prints that it is sealed, or an order that prints what
    another one withholds.

    With --private, every string that was redacted or is withheld is searched for in every file of
    the built site, unpacked and decoded, and of the pages made for it. Exits with 8 if one is
    found.
    """
    archive = read_archive(settings)
    read_history(settings.history)  # as a build does: it ends with an error if a file is damaged
    read_log(settings.publication_log)
    folder = settings.orders
    if private:
        _check_private(settings, archive, as_json)
        return
    findings, doubts = rank_archive(archive)
    by = find_corrector(settings)
    if as_json:
        click.echo(json.dumps(present_check(archive, folder, by), ensure_ascii=False, indent=2))
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for line in list_findings(findings, len(archive.orders), folder, width, by):
            click.echo(line)
        if doubts:
            click.echo(
                f"Doubtful values: {len(doubts):,}. `orders review` asks for each in a browser."
            )
        if removals := format_removals(count_removals(archive)):
            click.echo(removals)
    codes = {finding.code for finding in findings}
    if codes & {FindingCode.LOST_ADDRESS, *KEPT_OFF} or (strict and codes):
        raise SystemExit(ExitCode.FINDINGS)


def _check_private(settings: ArchiveSettings, archive: Archive, as_json: bool) -> None:
    folders = [settings.site_dir, settings.docs_dir]
    built = folders[0].is_dir()
    report = scan_for_leaks(archive, folders) if built else None
    if as_json:
        present = present_private(archive, report)
        click.echo(json.dumps(present, ensure_ascii=False, indent=2))
    else:
        for line in print_private(archive, report, settings.orders, find_corrector(settings)):
            click.echo(line)
    if report and report.leaks:
        raise SystemExit(ExitCode.LEAKED)
