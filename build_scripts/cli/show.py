"""`orders show`: one order as Markdown, or its data."""

import json
import os
from pathlib import Path

import click

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.storage.corrections_folder import attach_corrections
from build_scripts.archive.storage.orders_folder import IN_ARCHIVE, locate_file, read_loose_file
from build_scripts.cli.config_option import config_option, find_policies, is_wanted
from build_scripts.convert.order import convert_order
from build_scripts.model.archive import Archive
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies
from build_scripts.pages.order_markdown import write_order_markdown
from build_scripts.problems import ArchiveError, Finding, FindingCode, UnreadableOrderError
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.site.data.record import present_order


@click.command()
@config_option
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead.")
def show(config: Path, file: str, as_json: bool) -> None:
    """Print one order as Markdown, or its data as JSON. FILE may lie anywhere.

    Of a ZIP archive its files are listed; FILE.zip::MEMBER shows one of them. In an archive that is
    built, FILE may also be the address of an order's page, its docket number, a citation or its
    case's name. Private data is redacted as mkdocs.yml says, where there is one.
    """
    policies, path = find_policies(config), find_paper(config, file)
    if members := list_members(path):
        click.echo(json.dumps(members, indent=2) if as_json else "\n".join(members))
        return
    if not as_json:
        click.echo(show_page(path, policies), nl=False)
        return
    click.echo(json.dumps(show_object(path, policies), ensure_ascii=False, indent=2))


def find_paper(config: Path, named: str) -> Path:
    """Return the path of a paper that a person named, as `show_page` takes it: by a path, or by
    what the built site of the archive knows an order by. Raise ArchiveError for a name that no
    order or more than one has.
    """
    path = Path(named)
    if os.path.lexists(path) or IN_ARCHIVE in named or not is_wanted(config):
        return path
    from build_scripts.cli.opening import open_archive
    from build_scripts.site.published.site import PublishedSite
    from build_scripts.site.published.site_files import MissingFileError, SiteError, open_files

    settings = open_archive(config)
    if not settings.site_dir.is_dir():
        return path
    site = PublishedSite(open_files(str(settings.site_dir)))
    try:
        known = site.load_data(site.find_order(named))["source"]["path"]
    except MissingFileError as error:
        raise ArchiveError(
            f"There is no file {named}, and no order's page at such an address. `orders addresses` "
            "lists where pages moved."
        ) from error
    except SiteError as error:
        raise ArchiveError(f"There is no file {named}. {error}") from error
    file = locate_file(settings.orders, known)
    place = os.path.relpath(settings.orders / file)
    return Path(f"{place}{known.removeprefix(file).replace('/', IN_ARCHIVE, 1)}")


def show_page(path: Path, policies: Policies = DEFAULT_POLICIES) -> str:
    """Return the Markdown of one order anywhere on this machine; nothing is written.

    `path` may name a file in a ZIP archive: "bundle.zip::2024/order.pdf". Raises
    UnreadableOrderError and WordsLostError.
    """
    return write_order_markdown(_read_alone(path, policies).orders[0])


def show_object(path: Path, policies: Policies = DEFAULT_POLICIES) -> dict[str, object]:
    """Return the JSON object of one order anywhere. Raises as `show_page` does."""
    return present_order(_read_alone(path, policies).orders[0])


def list_members(path: Path) -> tuple[str, ...]:
    """Return the names, for `show_page`, of the papers in a ZIP archive; () for other files.

    Raises UnreadableOrderError if nothing can be extracted from it.
    """
    if _name_member(path):
        return ()
    raw = read_loose_file(path)
    expansion = expand_archive(raw)
    if expansion.orders == (raw,):
        return ()
    if not expansion.orders:
        raise UnreadableOrderError(expansion.findings[0])
    start = len(raw.path) + 1
    return tuple(f"{raw.path}{IN_ARCHIVE}{order.path[start:]}" for order in expansion.orders)


def convert_paper(path: Path, policies: Policies) -> Order:
    """Convert one order anywhere, with the corrections next to it. Raises as `show_page` does."""
    return convert_order(attach_corrections(Path(), _read_paper(path)), policies)


def _read_alone(path: Path, policies: Policies) -> Archive:
    return catalogue_orders([convert_paper(path, policies)])


def _name_member(path: Path) -> str:
    """Return the file that a path names in a ZIP archive, or "" if the path itself exists."""
    return "" if path.exists() else str(path).partition(IN_ARCHIVE)[2]


def _read_paper(path: Path) -> RawOrder:
    """Return a file from anywhere, or one in a ZIP archive. Raises UnreadableOrderError."""
    member = _name_member(path)
    if not member:
        return read_loose_file(path)
    outer = read_loose_file(Path(str(path).partition(IN_ARCHIVE)[0]))
    expansion = expand_archive(outer)
    inner = f"{outer.path}/{member}"
    for order in expansion.orders:
        if order.path == inner:
            return order
    refused = (finding for finding in expansion.findings if finding.path == inner)
    raise UnreadableOrderError(
        next(
            refused,
            Finding(
                str(path),
                FindingCode.UNREADABLE_FILE,
                "The archive holds no such file.",
                f"`orders show {outer.path}` lists what it holds.",
            ),
        )
    )
