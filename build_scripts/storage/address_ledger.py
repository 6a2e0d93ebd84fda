"""The ledger of addresses: a CSV file that is committed beside mkdocs.yml.

    address,status,leads_to,sha256,file,listed_on
    cases/cand-3-31-cv-00132,moved,cases/cand-3-31-cv-00123,,,
    orders/cand/3-31-cv-00123/2031-03-04-order,published,,9f2c…,cand/order.pdf,cases/cand-3-31-…
    orders/cand/3-31-cv-00132/2031-03-04-order,moved,orders/cand/3-31-cv-00123/2031-03-04-order,…

One line an address, sorted, without dates: a build that changes no address changes nothing. A page
of a case, a judge or a court has a line once it moved; before that, lines of its orders name it.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from build_scripts.model.address_ledger import AddressLedger, AddressStatus, KnownAddress
from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.ledger_rows import iterate_rows, read_bytes
from build_scripts.storage.sha256 import SHA256
from build_scripts.text.os_errors import describe_os_error
from build_scripts.text.pattern import Pattern

_FIRST = ("address", "status", "leads_to", "sha256", "file")
COLUMNS = (*_FIRST, "listed_on")
_HEADS = (COLUMNS, _FIRST)
"""A ledger may be older than its last column."""
LARGEST = 256 * 1024 * 1024  # bytes: a million addresses

# It becomes a path below docs/, so nothing that could lead out of there or into a hidden folder.
_ORDER = Pattern(
    r"orders(?:/[^\W_][\w.-]*){3}",
    accepts=["orders/cand/5-17-cv-02540/2017-05-31-order"],
    refuses=[
        "orders/../a/b",
        "/orders/cand/x/y",
        "orders/cand/x",
        "orders/cand/x/.y",
        "orders/cand/x/y/",
    ],
    by="fullmatch",
)
_PAGE = Pattern(
    r"(?:cases|judges|courts)/(?!index\b)[^\W_][\w.-]*",
    accepts=["cases/cand-5-17-cv-02540", "judges/amelia-b-cartwright", "courts/cand"],
    refuses=["cases/index", "cases/", "years/2017", "judges/a/b", "judges/.."],
    by="fullmatch",
)


class DamagedAddressLedgerError(ArchiveError):
    """The ledger can't be read; the message names the line and what to do."""


def read_address_ledger(path: Path) -> AddressLedger:
    """Return what the ledger says of each address; nothing where there is no ledger.

    Raises DamagedAddressLedgerError: a line that is passed over is an address that breaks.
    """
    data = read_bytes(path, LARGEST, "address_ledger", DamagedAddressLedgerError)
    if len(data) > LARGEST:
        raise _damage(path, 1, f"it is larger than {LARGEST // 1024 // 1024} MB")
    return _read_lines(path, data)


def write_address_ledger(path: Path, addresses: Iterable[KnownAddress]) -> None:
    """Write the addresses, sorted; an interruption leaves the old ledger or the new one.

    Raises ArchiveError where the system refuses.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    # A carriage return in a file's name, which this module of Python's does not quote by itself.
    careful = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for known in sorted(addresses, key=lambda known: known.address):
        row = (known.address, known.status.value, known.leads_to, known.sha256, known.file)
        listed_on = " ".join(known.listed_on)
        (careful if "\r" in known.file else writer).writerow((*row, listed_on))
    try:
        # A raw file's name may hold bytes that are no UTF-8: they come back as they were.
        write_atomically(path, text.getvalue().encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise ArchiveError(
            f"{describe_os_error(error)} Then build again: the site is as it was, and nobody "
            "remembers the addresses of this build."
        ) from error


def _read_lines(path: Path, data: bytes) -> AddressLedger:
    marked = data.removeprefix(b"\xef\xbb\xbf")  # a spreadsheet program may put a mark before it
    text = marked.decode("utf-8", "surrogateescape")
    ledger: dict[str, KnownAddress] = {}
    for line, row in iterate_rows(text, _HEADS, partial(_damage, path)):
        known = _read_row(path, line, row)
        if known.address in ledger:
            raise _damage(path, line, f"{known.address} stands there already")
        ledger[known.address] = known
    return ledger


def _read_row(path: Path, line: int, row: Sequence[str]) -> KnownAddress:
    address, status, leads_to, sha256, file, *listed = row
    listed_on = tuple(" ".join(listed).split())
    for named in (address, leads_to or address):
        if not (_ORDER.fullmatch(named) or _PAGE.fullmatch(named)):
            raise _damage(path, line, f"“{named[:60]}” is no address of an order or a group's page")
    if status not in set(AddressStatus):
        raise _damage(path, line, f"“{status[:40]}” is none of {', '.join(AddressStatus)}")
    if status != AddressStatus.REMOVED and bool(leads_to) != (status == AddressStatus.MOVED):
        raise _damage(path, line, "a moved address leads to another, a published one to none")
    if leads_to == address:
        raise _damage(path, line, "the address leads to itself")
    for page in listed_on:
        if not _PAGE.fullmatch(page):
            raise _damage(path, line, f"“{page[:60]}” is no page of a case, a judge or a court")
    if _PAGE.fullmatch(address):
        if sha256 or file or listed_on:
            raise _damage(path, line, "a page has no sha256 and no file, and is listed nowhere")
        if status == AddressStatus.PUBLISHED:
            raise _damage(path, line, "a page that stands has no line of its own")
    elif not SHA256.fullmatch(sha256):
        raise _damage(path, line, f"“{sha256[:70]}” is no sha256")
    elif not file:
        raise _damage(path, line, "it names no file")
    return KnownAddress(address, AddressStatus(status), leads_to, sha256, file, listed_on)


def _damage(path: Path, line: int, what: str) -> DamagedAddressLedgerError:
    return DamagedAddressLedgerError(
        f"{path}, line {line}: {what}. Mend the line, or fetch the file back from the "
        "repository's history; an address whose line is removed breaks."
    )
