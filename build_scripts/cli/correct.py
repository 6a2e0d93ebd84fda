"""`orders correct`: an order's corrections, in an editor."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import click

from build_scripts.archive.storage.corrections_folder import (
    attach_corrections,
    locate_corrections,
    read_corrections_file,
    write_corrections_file,
)
from build_scripts.archive.storage.orders_folder import name_file
from build_scripts.cli import correction_draft
from build_scripts.cli.config_option import config_option
from build_scripts.cli.error_message import print_error
from build_scripts.cli.opening import find_corrector, open_archive
from build_scripts.model.raw_order import SideFile
from build_scripts.problems import ArchiveError, ExitCode, FindingCode, UnreadableOrderError
from build_scripts.site.settings import find_today


def _read_settings(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, list[str]]:
    """Accept FIELD=VALUE, several for one field."""
    del context, parameter
    settings: dict[str, list[str]] = {}
    for each in values:
        field, sign, value = each.partition("=")
        if not sign:
            raise click.BadParameter(f"Write it as FIELD=VALUE: {each}.")
        settings.setdefault(field.strip(), []).append(value)
    return settings


@click.command()
@config_option
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--print", "only_print", is_flag=True, help="Print the corrections; write nothing.")
@click.option(
    "--set",
    "settings",
    metavar="FIELD=VALUE",
    multiple=True,
    callback=_read_settings,
    help="Set a field instead of opening an editor; twice for a field of two values.",
)
@click.option(
    "--unset",
    metavar="FIELD",
    multiple=True,
    help="Take the correction of a field away; may stand several times.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Say that a paper is public that is marked as sealed, or is no order.",
)
@click.option(
    "--by", default="", help="With --set, --unset or --public: who says so; readers see it."
)
@click.option("--note", default="", help="With --set, --unset or --public: why; readers see it.")
@click.option("--schema", is_flag=True, help="Print the JSON schema of corrections files.")
def correct(
    config: Path, file: Path | None, only_print: bool, schema: bool, public: bool, **said: Any
) -> None:
    """Correct what the program understood of an order: open or begin its corrections file.

    FILE is an order of the archive. Its corrections are next to it, in FILE.yml; a new one holds
    what the program found, as comments. It opens in $VISUAL or $EDITOR, and is checked afterward.

    With --set no editor is opened. VALUE is text, or texts between semicolons; that of a field with
    parts is YAML in braces; the word none, or no VALUE, means that the order has none. With --unset
    the program's own value returns. The rest of the file is kept, comments too; a file in which
    nothing is left is removed.

    An order that is where `orders add` had put it is moved, with the files next to it, when its
    court or docket number is corrected. A file that you put elsewhere stays there.

    A paper that looks like a brief, a motion or another paper of no court is not published until
    you decide so: with --public it is, as what it looks like and in no list; with --set
    is_order=true it is published as the order that it is.

    \b
      orders correct orders/cand/order.pdf --set judges="Amelia B. Cartwright" --by "A. Librarian"
      orders correct orders/cand/order.pdf --set 'rulings={motion: motion to stay, outcome: denied}'
      orders correct orders/cand/brief.pdf --public --by "A. Librarian"
    """  # noqa: D301
    if schema:
        from build_scripts.describing.corrections.models import write_schema

        click.echo(write_schema())
        return
    if file is None:
        raise click.UsageError("Name the order to correct.")
    if public and not (said["by"] or said["note"]):
        raise click.UsageError("--public needs --by or --note: who says so, or why.")
    settings = open_archive(config)
    folder = settings.orders
    today = find_today()
    draft = correction_draft.draft_corrections(folder, file, settings.site_dir, today)
    is_said = bool(said["settings"] or said["unset"] or public)
    if is_said:
        draft = correction_draft.set_fields(
            folder,
            draft,
            said["settings"],
            unset=said["unset"],
            by=said["by"],
            note=said["note"],
            is_public=public,
            today=today,
        )
    elif said["by"] or said["note"]:
        raise click.UsageError("--by and --note go with --set, --unset or --public.")
    if only_print:
        click.echo(draft.text, nl=False)
        return
    before = read_corrections_file(folder, draft.order)
    if said["unset"] and correction_draft.is_left_with_nothing(
        folder, draft, settings.site_dir, today
    ):
        draft.place.unlink()
        click.echo(f"No correction is left: {draft.place} is removed.")
        _move(folder, draft, before)
        return
    if is_said or not draft.exists:
        write_corrections_file(folder, draft.order, draft.text.encode())
    if not is_said and not _edit(draft):
        return
    findings = correction_draft.check_corrections(folder, draft)
    by = said["by"] or find_corrector(settings)
    for finding in findings:
        print_error(UnreadableOrderError(finding))
        if command := finding.command(name_file(finding, folder), by):
            click.echo(f"  {command}", err=True)
    click.echo(_move(folder, draft, before))
    if any(finding.code is FindingCode.BAD_CORRECTIONS for finding in findings):
        raise SystemExit(ExitCode.BAD_INPUT)


def _move(folder: Path, draft: correction_draft.Draft, before: SideFile | None) -> Path:
    """Move the order to the folder where it belongs now; return the path of its corrections."""
    raw = attach_corrections(folder, correction_draft.find_raw(folder, draft.order))
    moved = correction_draft.move_corrected(folder, raw, before)
    if moved is None:
        return draft.place
    click.echo(f"{folder / draft.order} → {folder / moved}")
    return folder / locate_corrections(folder, moved)


def _edit(draft: correction_draft.Draft) -> bool:
    """Open the corrections in the owner's editor; return whether there is something to check."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        click.echo(
            f"{draft.place}\nOpen it in an editor; `orders check` says what is wrong with it."
        )
        return False
    try:
        ended = subprocess.run([*shlex.split(editor), str(draft.place)], check=False).returncode
        why = f"it ended with {ended}" if ended else ""
    except OSError as error:
        why = error.strerror or str(error)
    except ValueError as error:  # a quotation mark that is not closed
        why = str(error)
    if why:
        raise ArchiveError(
            f"The editor “{editor}” failed: {why}. The corrections are in {draft.place}."
        )
    if correction_draft.withdraw_draft(draft):
        click.echo("Nothing was changed, and no corrections file is kept.")
        return False
    return True
