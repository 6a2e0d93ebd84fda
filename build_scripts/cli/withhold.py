"""`orders withhold`: take an order, or a part of it, off the site."""

import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from build_scripts.archive.storage.address_ledger import read_address_ledger
from build_scripts.archive.storage.corrections_folder import write_corrections_file
from build_scripts.archive.storage.orders_folder import locate_file
from build_scripts.archive.storage.provenance_files import SUFFIX as PROVENANCE
from build_scripts.cli.correction_draft import find_raw, open_corrections
from build_scripts.cli.opening import with_archive
from build_scripts.convert.order import convert_order
from build_scripts.describing import (
    MistakeError,
    add_withholding,
    edit_corrections,
    read_withholdings,
    write_withholding,
)
from build_scripts.model.address_ledger import AddressLedger
from build_scripts.model.raw_order import SideFile
from build_scripts.model.redaction import Policies
from build_scripts.model.text.pattern_table import read_table
from build_scripts.model.withholding import WithheldPart, Withholding, Words
from build_scripts.problems import ArchiveError, WithheldOrderError
from build_scripts.site.settings import ArchiveSettings, find_today

_STEPS: dict[str, str] = read_table(__package__, "withhold.toml")
_MOST_COMPARED = 30  # words of a passage for a search of similar ones


@click.command()
@with_archive
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--what",
    default=WithheldPart.ORDER.value,
    show_default=True,
    type=click.Choice([part.value for part in WithheldPart]),
    help="What is withheld: all of it, words of it, a field, or the file as it came.",
)
@click.option("--reason", required=True, help="The reason, which readers see.")
@click.option("--by", default="", help="Who withholds it, which readers see.")
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
def withhold(
    settings: ArchiveSettings, file: Path, what: str, only_print: bool, **said: Any
) -> None:
    """Withhold an order, or a part of it: write its corrections file, and list what else to do.

    FILE is an order of the archive, ARCHIVE.zip::MEMBER one in a ZIP archive; its
    corrections file is kept, comments too. The next build publishes nothing of a withheld order but
    a notice at its address. The command ends with a list of what the build can't do: the history of
    the repository, caches, search engines, copies elsewhere.

    \b
      orders withhold orders/cand/order.txt --reason "sealed by the court" --by "A. Librarian"
      orders withhold orders/cand/order.txt --what passage --words "12 Harrow Lane" --reason safety
    """  # noqa: D301
    folder = settings.orders
    part = WithheldPart(what)
    if not said["reason"].strip():
        raise click.BadParameter("it is empty; readers see it.", param_hint="--reason")
    if not said["words"] and (said["page"] or said["line"] or said["occurrence"]):
        raise click.UsageError("--page, --line and --occurrence go with --words.")
    text = " ".join((said["words"] or "").split())  # blanks as a corrections file keeps them
    words = Words(text, said["occurrence"], said["page"], said["line"])
    wanted = Withholding(
        part,
        said["reason"],
        said["by"] or "",
        find_today(),
        words if text else None,
        said["field"] or "",
        shown=said["show"],
    )
    plan = plan_withholding(folder, file, wanted)
    if part is WithheldPart.PASSAGE:
        require_passage(folder, plan.order, wanted, settings.policies)
    if only_print:
        click.echo(plan.text, nl=False)
        return
    ledger = read_address_ledger(settings.address_ledger)  # if it is damaged, nothing is written
    write_corrections_file(folder, plan.order, plan.text.encode())
    duties = iter_duties(plan, part, ledger, settings.site_url)
    click.echo("\n\n".join(duties))


@dataclass(frozen=True, slots=True)
class Plan:
    """A corrections file to write: `order` is the order's path below the folder of orders, `file`
    that of its file (the ZIP archive for an order in one), `holder` that file's path on disk.
    """

    order: str
    file: str
    holder: Path
    sha256: str
    place: Path
    text: str


def plan_withholding(folder: Path, file: Path, withholding: Withholding) -> Plan:
    """Return the corrections file that would be written for an order; nothing is written.

    `file` is an order below `folder`, or one in a ZIP archive there (bundle.zip::inner.pdf). Raises
    ArchiveError if it is none, if it is withheld already, and if the present file can't be added
    to: what is written by a person is never put at risk.
    """
    raw, place = open_corrections(folder, file)

    def edit(text: str) -> str:
        if any(each.what is WithheldPart.ORDER for each in read_withholdings(text.encode())):
            raise ArchiveError(f"{place} withholds the whole order already.")
        return add_withholding(text, withholding, raw.sha256)

    try:
        text = edit_corrections(raw, edit, off=True)
    except MistakeError as error:
        raise ArchiveError(
            f"{place} can't be added to: {error} Nothing was written.{_advise(withholding)}"
        ) from error
    file_path = locate_file(folder, raw.path)
    return Plan(raw.path, file_path, folder / file_path, raw.sha256, place, text)


def _advise(withholding: Withholding) -> str:
    """Return what to write where the present file has no room for it; "" if that would be wrong."""
    try:
        alone = add_withholding("", withholding, sha256="0" * 64).splitlines()[1].strip(" -")
    except MistakeError:
        return ""
    return f" Write it in by hand: withhold: {alone}"


def require_passage(folder: Path, path: str, withholding: Withholding, policies: Policies) -> None:
    """Raise ArchiveError if the order at `path` does not hold the words of a passage to withhold:
    it would be withheld as a whole. The error names up to three similar passages.
    """
    raw = find_raw(folder, path)
    said = write_withholding("", withholding, raw.sha256).encode()
    try:
        convert_order(replace(raw, corrections=SideFile(path, said)), policies, confirmed=True)
    except WithheldOrderError as error:
        words = withholding.words.text.split() if withholding.words else []
        printed = convert_order(raw, policies, confirmed=True).clean.text.split()
        starts = range(len(printed) - len(words) + 1 if len(words) <= _MOST_COMPARED else 0)
        passages = {" ".join(printed[at : at + len(words)]) for at in starts}
        near = get_close_matches(" ".join(words), passages, cutoff=0.75)
        hint = f" Similar: {'; '.join(f'“{one}”' for one in near)}." if near else ""
        raise ArchiveError(
            f"The order does not hold these words there, so nothing was written.{hint} "
            "`orders show` prints its words: copy them from there, and compare page and line."
        ) from error


def iter_duties(
    plan: Plan, what: WithheldPart, ledger: AddressLedger, site_url: str
) -> Iterator[str]:
    """Yield what the owner has to do besides, in numbered paragraphs with indented commands.

    `ledger` has the addresses where the order was published, `site_url` is the site's.
    """
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    addresses = [
        f"{base}{address}/"
        for address, line in ledger.items()
        if line.sha256 == plan.sha256 or line.file == plan.order
    ]
    yield f"Written: {plan.place}"
    if not addresses:
        yield "The ledger knows no address of this order: it was never published from here."
    steps = [_STEPS["publish"], *([_STEPS["words_stay"]] if what is WithheldPart.FIELD else [])]
    if addresses:
        listed = "\n".join(f"    {address}" for address in addresses)
        named = [_STEPS["named"]] if what is WithheldPart.ORDER else []  # else the page stays
        steps += [_STEPS["purge"].format(addresses=listed), _STEPS["ask"], *named]
    steps += [_STEPS["forget"], _list_git_steps(plan, what), _STEPS["copies"], _STEPS["check"]]
    for number, step in enumerate(steps, start=1):
        yield f"{number}. {step}"


def _list_git_steps(plan: Plan, what: WithheldPart) -> str:
    parents = plan.holder.resolve().parents
    top = next((each for each in parents if (each / ".git").exists()), None)
    if top is None:
        return _STEPS["no_history"]
    if what is WithheldPart.FIELD:
        return _STEPS["field_history"]
    afterwards = ""
    if plan.file != plan.order:
        afterwards = f"Then put {plan.file} back without this file in it.\n   "
    elif what is not WithheldPart.ORDER:
        afterwards = "Then put a redacted file in its place, if you have one.\n   "
    holder = Path(os.path.relpath(plan.holder.resolve(), top)).as_posix()
    told = f"{holder}{PROVENANCE}"
    paths = [holder, *([told] if (top / told).exists() else [])]
    return _STEPS["history"].format(
        path=" --path ".join(map(shlex.quote, paths)), afterwards=afterwards
    )
