"""`orders init`: a folder for a new archive."""

import json
import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from hashlib import file_digest, sha256
from importlib import resources
from importlib.metadata import requires, version
from pathlib import Path

import click
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from build_scripts.archive.slugs import slugify
from build_scripts.archive.storage.address_ledger import read_address_ledger, write_address_ledger
from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.history_log import read_history, write_history
from build_scripts.cli.opening import open_archive
from build_scripts.model.address_ledger import AddressLedger, KnownAddress
from build_scripts.model.history import HistoryEvent
from build_scripts.model.text.pattern_table import read_table
from build_scripts.problems import ArchiveError, ExitCode
from build_scripts.site.earlier_settings import FORMAT
from build_scripts.site.order_files import remove_empty_folders

FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "index.md": "docs/index.md",
    "about.md": "docs/about.md",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "orders.md": "orders/README.md",
}
"""Files of a new archive: their names in this package, and their places."""
_DISTRIBUTION = "orders-archive"
_PROGRAM = "requirements.txt"  # may be there already
HOSTS = read_table(__package__, "hosts.toml")
"""The hosts that have files of their own, by the value of --host."""
_NONE = "none"


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--name", default="Orders Archive", show_default=True, help="What the site is called."
)
@click.option("--address", default="", help="Where it will live: https://example.org/orders/.")
@click.option(
    "--host",
    "hosts",
    multiple=True,
    type=click.Choice([*HOSTS, _NONE]),
    help="Write what this host needs; may be given again. In an archive that is there already, "
    "this alone is written. With none you upload the site anywhere.",
)
@click.option("--specimens", is_flag=True, help="Put the shipped specimens into it, for a try.")
@click.option(
    "--remove-specimens",
    is_flag=True,
    help="Take them out again, with their lines of the ledgers; your own orders stay.",
)
def init(
    folder: Path,
    name: str,
    address: str,
    hosts: tuple[str, ...],
    specimens: bool,
    remove_specimens: bool,
) -> None:
    """Begin an archive in FOLDER: settings, words of your own to edit, a place for orders.

    No existing file is changed: if one of the files exists, nothing is written.

    \b
      orders init my-archive --name "Orders of Judge Roe"
      cd my-archive
      orders add ~/Downloads/*.pdf
      orders build

    --remove-specimens keeps specimens that you changed or corrected, names them and exits with 1.
    """  # noqa: D301
    if not name.strip():
        raise click.UsageError("--name is empty: every page shows it.")
    if address and not address.startswith(("https://", "http://")):
        raise click.UsageError(
            f"--address begins with https://, as https://example.org/: {address}"
        )
    if remove_specimens and (specimens or hosts):
        raise click.UsageError("--remove-specimens goes with neither --specimens nor --host.")
    if remove_specimens:
        removed, kept = take_specimens_out(folder / "mkdocs.yml")
        click.echo(f"{removed} files of specimens removed, with their lines of the ledgers.")
        for path in kept:
            click.echo(f"{path} stays: you changed it, or put corrections beside it.", err=True)
        if kept:
            raise SystemExit(ExitCode.FINDINGS)
        return
    if not hosts and _is_terminal() and not (folder / "mkdocs.yml").exists():
        chosen: str = click.prompt(
            "Who will publish the site? (none: you upload it anywhere)",
            type=click.Choice([*HOSTS, _NONE]),
            default=_NONE,
        )
        hosts = (chosen,)
    if _NONE in hosts and set(hosts) != {_NONE}:
        raise click.UsageError("--host none goes with no other host: leave one of them out.")
    hosts = tuple(host for host in hosts if host != _NONE)
    here = "" if folder == Path() else f"cd {shlex.quote(str(folder))}, then "
    if hosts and (folder / "mkdocs.yml").exists() and not specimens:
        written = add_hosts(folder, name, hosts)
        click.echo(f"Written: {', '.join(written)}. `orders guide hosting` says what comes next.")
        return
    begin_archive(folder, name, address, hosts)
    if specimens:
        add_specimens(folder / "orders")
        click.echo(
            f"A new archive with specimens lies in {folder.resolve()}. Next: {here}`orders build`. "
            "`orders init --remove-specimens` takes them out."
        )
        return
    click.echo(
        f"A new archive lies in {folder.resolve()}. Next: {here}put orders into orders/, or "
        "`orders add FILE…`; `orders build` makes the site."
    )


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def begin_archive(folder: Path, name: str, address: str = "", hosts: Sequence[str] = ()) -> None:
    """Write the files of a new archive called `name` into `folder`, which is created if needed.

    `address` is the site's future address, "" if not known; `hosts` are keys of `HOSTS`. Raises
    ArchiveError, and writes nothing, if one of the files is there already.
    """
    files = FILES | _list_files(hosts)
    there = [place for place in files.values() if (folder / place).exists()]
    if there:
        raise ArchiveError(
            f"{folder / there[0]} exists already. Choose another folder, or build the archive that "
            "is there with `orders build`."
        )
    _write(folder, files, name, address, hosts)


def add_hosts(folder: Path, name: str, hosts: Sequence[str]) -> list[str]:
    """Write the files for hosts into an existing archive; return the files.

    Raises ArchiveError, and writes nothing, if a file of a host is there already.
    """
    files = _list_files(hosts)
    own = [place for place in files.values() if place != _PROGRAM]
    if there := [place for place in own if (folder / place).exists()]:
        raise ArchiveError(f"{folder / there[0]} exists already. Remove it, if it may be replaced.")
    files = {source: place for source, place in files.items() if not (folder / place).exists()}
    _write(folder, files, name, "", hosts)
    return list(files.values())


def _list_files(hosts: Sequence[str]) -> dict[str, str]:
    return {source: place for host in hosts for source, place in HOSTS[host]["files"].items()}


def _write(
    folder: Path, files: Mapping[str, str], name: str, address: str, hosts: Sequence[str]
) -> None:
    made = resources.files("build_scripts.cli") / "new_archive"
    words = {
        "name": name,
        "quoted": json.dumps(name, ensure_ascii=False),
        "address": json.dumps(address) if address else '!ENV [SITE_URL, ""]',
        "slug": slugify(name),
        "version": version(_DISTRIBUTION),
        "format": str(FORMAT),
        "pins": "\n".join(list_pins()),
        "host": "".join(f"\n{HOSTS[host]['readme']}\n" for host in hosts),
    }
    written = []
    try:
        for source, place in files.items():
            text = (made / source).read_text(encoding="utf-8")
            for word, value in words.items():
                text = text.replace(f"{{{word}}}", value)
            write_atomically(folder / place, text.encode())
            written.append(folder / place)
    except BaseException:  # half an archive would refuse the next try
        for one in written:
            one.unlink()
        raise


def list_pins() -> list[str]:
    """Return the installed version of each package that the program needs: "babel==2.17.0"."""
    pins: dict[str, str] = {}
    names = [_DISTRIBUTION]
    while names:
        for line in requires(names.pop()) or ():
            needed = Requirement(line)
            name = canonicalize_name(needed.name)
            if name not in pins and (not needed.marker or needed.marker.evaluate({"extra": ""})):
                pins[name] = f"{name}=={version(name)}"
                names.append(name)
    return sorted(pins.values())


_HOME = resources.files("build_scripts.cli") / "new_archive"


def list_specimens() -> dict[str, str]:
    """Return the digest of each file, by its path below the folder of orders."""
    listed = (_HOME / "specimens.sha256").read_text(encoding="utf-8")
    return {path: digest for digest, path in (line.split("  ") for line in listed.splitlines())}


def add_specimens(orders: Path) -> None:
    """Copy the specimens into the folder of orders. Raises ArchiveError if they are not here."""
    shipped = _HOME / "specimens"
    if not shipped.is_dir():  # a checkout of the program, with the specimens in orders/
        shipped = Path(__file__).parents[2] / "orders"
    for path, digest in list_specimens().items():
        source, target = shipped.joinpath(path), orders / path
        data = source.read_bytes() if source.is_file() else b""
        if sha256(data).hexdigest() != digest:
            raise ArchiveError(f"The specimen {path} is not in this copy of the program.")
        write_atomically(target, data)


def take_specimens_out(config: Path) -> tuple[int, list[str]]:
    """Remove the specimens from an archive, with their lines of its ledgers.

    A specimen is recognized by its bytes, wherever it is. Returns how many files were removed, and
    the paths of those that stay because somebody changed them or has corrections for them. Raises
    ArchiveError.
    """
    settings, known = open_archive(config), list_specimens()
    orders = settings.orders
    with settings.open_lock():
        files = {path: _digest(path) for path in sorted(orders.rglob("*")) if path.is_file()}
        changed = {
            orders / path
            for path, digest in known.items()
            if files.get(orders / path, digest) != digest
        }
        ours = {path for path, digest in files.items() if digest in set(known.values())}
        # A specimen stays if the owner has corrections of it, or an order that it corrects.
        own = files.keys() - ours | changed
        kept = {
            path
            for path in ours
            if path.with_name(f"{path.name}.yml") in own or path.with_suffix("") in own
        }
        gone = ours - kept
        places = {path.relative_to(orders).as_posix() for path in gone}
        digests = {files[path] for path in gone}

        def stays(line: KnownAddress | HistoryEvent) -> bool:
            return line.file not in places and line.sha256 not in digests

        ledger, history = settings.address_ledger, settings.history
        if ledger.is_file():
            addresses = read_address_ledger(ledger)
            lines = [one for one in addresses.values() if one.file and stays(one)]
            write_address_ledger(ledger, _with_pages(lines, addresses))
        if history.is_file():
            events = [*filter(stays, read_history(history))]
            write_history(history, events)
            if not events:  # nothing of the owner's was built yet: the log begins with the first
                settings.publication_log.unlink(missing_ok=True)
        for path in gone:
            path.unlink()
            remove_empty_folders(path.parent, orders)
    stay = sorted(path.relative_to(orders).as_posix() for path in kept | changed)
    return len(gone), [f"{orders.name}/{path}" for path in stay]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _with_pages(orders: Iterable[KnownAddress], ledger: AddressLedger) -> list[KnownAddress]:
    """Return the lines of orders, and those of pages that lead to one that lists any of them."""
    kept = {one.address: one for one in orders}
    stands = kept.keys() | {page for one in kept.values() for page in one.listed_on}
    pages = [one for one in ledger.values() if not one.file]
    while found := [one for one in pages if one.leads_to in stands and one.address not in kept]:
        kept |= {one.address: one for one in found}
        stands |= kept.keys()
    return list(kept.values())
