"""The shipped specimens: added to an archive for a try, and removed from it again."""

from collections.abc import Iterable
from hashlib import file_digest, sha256
from importlib import resources
from pathlib import Path

from build_scripts.archive.storage.address_ledger import read_address_ledger, write_address_ledger
from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.history_log import read_history, write_history
from build_scripts.cli.opening import open_archive
from build_scripts.model.address_ledger import AddressLedger, KnownAddress
from build_scripts.model.history import HistoryEvent
from build_scripts.problems import ArchiveError
from build_scripts.site.order_files import remove_empty_folders

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
