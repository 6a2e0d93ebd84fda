"""`orders correct`: the corrections beside an order, in an editor."""

import datetime
import json
import os
import shlex
import subprocess
from pathlib import Path

import click

from build_scripts.cli import correcting
from build_scripts.cli.archive_settings import config_option, open_archive
from build_scripts.cli.error_message import print_error
from build_scripts.describing import describe_schema
from build_scripts.problems import ArchiveError, ExitCode, FindingCode, UnreadableOrderError


@click.command()
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
    settings, plugin = open_archive(config)
    folder = plugin.find_orders_folder(settings)
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
        print_error(UnreadableOrderError(finding))
    click.echo(draft.place)
    if any(finding.code is FindingCode.BAD_CORRECTIONS for finding in findings):
        raise SystemExit(ExitCode.BAD_INPUT)
