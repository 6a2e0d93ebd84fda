"""The ledger of addresses: a CSV file that is committed next to mkdocs.yml.

    address,status,leads_to,sha256,file,listed_on
    cases/cand-3-31-cv-00132,moved,cases/cand-3-31-cv-00123,,,
    orders/cand/3-31-cv-00123/2031-03-04-order,published,,9f2c…,cand/order.pdf,cases/cand-3-31-…
    orders/cand/3-31-cv-00132/2031-03-04-order,moved,orders/cand/3-31-cv-00123/2031-03-04-order,…

One line per address, sorted, without dates: a build that changes no address changes nothing. A page
of a case, a judge or a court has a line once it moved; before that, lines of its orders name it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from build_scripts.archive.storage.ledger_rows import SHA256, Ledger, read_word
from build_scripts.model.address_ledger import AddressLedger, AddressStatus, KnownAddress
from build_scripts.model.text.pattern_table import read_patterns

_FIRST = ("address", "status", "leads_to", "sha256", "file")
COLUMNS = (*_FIRST, "listed_on")
_PATTERNS = read_patterns(__package__, "address_ledger.toml")


_LEDGER = Ledger(
    "address_ledger",
    (COLUMNS, _FIRST),  # a ledger may be older than its last column
    256 * 1024 * 1024,  # a million addresses
    "Fix the line, or fetch the file back from the repository's history; an address whose line is "
    "removed breaks.",
    "Then build again: the site is as it was, and nobody remembers the addresses of this build.",
)


def read_address_ledger(path: Path) -> AddressLedger:
    """Return the ledger's entry for each address; none without one. Raise DamagedLedgerError."""
    ledger: dict[str, KnownAddress] = {}
    ranks = list(AddressStatus)
    for known in _LEDGER.read(path, _read_row):
        # Git keeps two lines of two people: who published an address did not know yet that it
        # moved, or was removed. The pages that list it are those of both.
        other = ledger.get(known.address, known)
        kept = max(known, other, key=lambda line: ranks.index(line.status))
        pages = tuple(dict.fromkeys((*other.listed_on, *known.listed_on)))
        ledger[known.address] = replace(kept, listed_on=pages)
    return ledger


def write_address_ledger(path: Path, addresses: Iterable[KnownAddress]) -> None:
    """Write the addresses, sorted. Raise ArchiveError if the system refuses."""
    rows = (
        (one.address, one.status.value, one.leads_to, one.sha256, one.file, " ".join(one.listed_on))
        for one in sorted(addresses, key=lambda one: one.address)
    )
    _LEDGER.write(path, rows)


def _read_row(row: Sequence[str]) -> KnownAddress:
    address, word, leads_to, sha256, file, *listed = row
    listed_on = tuple(" ".join(listed).split())
    for named in (address, leads_to or address):
        if not (_PATTERNS.ORDER.fullmatch(named) or _PATTERNS.PAGE.fullmatch(named)):
            raise ValueError(f"“{named[:60]}” is no address of an order or a group's page")
    status = read_word(AddressStatus, word)
    is_moved = status is AddressStatus.MOVED
    if status is not AddressStatus.REMOVED and bool(leads_to) != is_moved:
        raise ValueError("a moved address leads to another, a published one to none")
    if leads_to == address:
        raise ValueError("the address leads to itself")
    for page in listed_on:
        if not _PATTERNS.PAGE.fullmatch(page):
            raise ValueError(f"“{page[:60]}” is no page of a case, a judge or a court")
    if _PATTERNS.PAGE.fullmatch(address):
        if sha256 or file or listed_on:
            raise ValueError("a page has no sha256 and no file, and is listed nowhere")
        if status is AddressStatus.PUBLISHED:
            raise ValueError("a page that stands has no line of its own")
    elif not SHA256.fullmatch(sha256):
        raise ValueError(f"“{sha256[:70]}” is no sha256")
    elif not file:
        raise ValueError("it names no file")
    return KnownAddress(address, status, leads_to, sha256, file, listed_on)
