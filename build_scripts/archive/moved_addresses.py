"""Current targets of every address that was ever published."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.archive.moved_groups import (
    find_single_orders,
    is_page,
    iter_unexplained,
    list_known_pages,
    list_pages,
    trace_pages,
)
from build_scripts.model.address_ledger import (
    AddressLedger,
    AddressStatus,
    FormerAddress,
    KnownAddress,
)
from build_scripts.model.archive import Archive
from build_scripts.model.order import SourceFile
from build_scripts.model.withholding import WithheldOrder
from build_scripts.problems import Finding, FindingCode

_LATER = "If the site was never published with this address, remove its line from the ledger."


@dataclass(frozen=True, slots=True)
class AddressReport:
    """`former` are addresses without a page now, sorted; `ledger` is the ledger to write.

    `lost` has a finding for each address that leads nowhere though nobody removed its order.
    """

    former: tuple[FormerAddress, ...]
    ledger: AddressLedger
    lost: tuple[Finding, ...]


def match_orders(sources: Sequence[SourceFile], ledger: AddressLedger) -> dict[str, int]:
    """Return, by address of the ledger, the index in `sources` of its order.

    An order is identified by its bytes. If no order has those bytes any more, it is the one at the
    same path, if its own bytes are new to the ledger: bytes that are in the ledger are another
    order's, whose file was renamed. An order that the owner removed comes back by its bytes alone.
    """
    by_digest = {source.sha256: index for index, source in enumerate(sources)}
    known = {line.sha256 for line in ledger.values()}
    replaced = {
        source.path: index for index, source in enumerate(sources) if source.sha256 not in known
    }
    found = {}
    for address, line in ledger.items():
        index = by_digest.get(line.sha256)
        if index is None and line.status is not AddressStatus.REMOVED:
            index = replaced.get(line.file)
        if index is not None:
            found[address] = index
    return found


def find_settled(sources: Sequence[SourceFile], ledger: AddressLedger) -> dict[int, str]:
    """Return, by index in `sources`, the address that the order was last published at."""
    settled: dict[int, str] = {}
    for address, index in sorted(match_orders(sources, ledger).items()):
        if ledger[address].status is AddressStatus.PUBLISHED:
            settled.setdefault(index, address)
    return settled


def trace_addresses(
    archive: Archive,
    ledger: AddressLedger,
    withheld: Collection[WithheldOrder] = (),
    failed: Collection[str] = (),
) -> AddressReport:
    """Return where each address of `ledger` leads, now that the archive has its orders.

    `withheld` are the raw orders that are kept off the site: their addresses show that and are not
    lost. `failed` has the paths of files that could not be converted.

    An address that has a page is its own, whoever had it before. Every other address leads directly
    to the current address of its order, or of most orders of its page, however often that moved.
    The ledger of the result also has the new addresses; lines of orders that are not here stay as
    they are, and a page that exists needs no line: those of its orders name it.
    """
    sources = {one.address: one.order.source for one in archive.orders}
    addresses = tuple(sources)
    pages = list_pages(archive.groups)
    live = {*addresses, *(page for several in pages.values() for page in several)}
    matches = match_orders(tuple(sources.values()), ledger)
    folded = {
        other.sha256: index for index, one in enumerate(archive.orders) for other in one.other_files
    }
    matches |= {
        address: folded[line.sha256] for address, line in ledger.items() if line.sha256 in folded
    }
    traced = {address: line for address, line in ledger.items() if address not in live}
    for address, index in matches.items():
        if address in traced:
            there, listed_on = addresses[index], traced[address].listed_on
            own = sources[there].sha256, sources[there].path
            traced[address] = KnownAddress(address, AddressStatus.MOVED, there, *own, listed_on)
    for index, (address, source) in enumerate(sources.items()):
        traced[address] = KnownAddress(
            address, AddressStatus.PUBLISHED, "", source.sha256, source.path, pages.get(index, ())
        )
    singles = find_single_orders(archive.groups)
    traced |= trace_pages(ledger, matches, pages, singles, addresses)

    kept_back: dict[str, WithheldOrder] = {}
    for order in sorted(withheld, key=lambda order: order.path):
        for name in (order.path, *order.digests):
            kept_back.setdefault(name, order)
    former = []
    lost = []
    nowhere = []
    for address in sorted(({*traced} | list_known_pages(ledger)) - live):
        leads_to = _follow(address, traced, live, matches)
        line = traced.get(address)
        kept = _find_withheld(line, kept_back) if line and not leads_to else None
        former.append(FormerAddress(address, leads_to, kept))
        if leads_to or kept or address in matches or line is None:
            continue
        if line.status is AddressStatus.REMOVED:
            if line.leads_to:
                what = f"was removed, and {line.leads_to}, which takes its place, leads nowhere."
                advice = "Name another address in its line of the ledger, or none."
                lost.append(_report(line, what, advice))
        elif is_page(address):
            nowhere.append(address)
        else:
            # A file in a ZIP archive fails with the archive.
            is_there = any(f"{line.file}/".startswith(f"{path}/") for path in failed)
            lost.append(_report_lost(line, failed=is_there))
    lost += map(_report_lost_page, iter_unexplained(nowhere, traced, matches))
    return AddressReport(tuple(former), traced, tuple(lost))


def accept_removal(
    ledger: AddressLedger, addresses: Iterable[str], instead: str = ""
) -> AddressLedger:
    """Return the ledger with the orders of `addresses` marked as removed by the owner.

    Every earlier address of such an order goes with it; a page goes alone. `instead` is an address
    that takes their place. Raise KeyError for an address that the ledger does not have.
    """
    named = set(addresses)
    digests = {ledger[address].sha256 for address in named} - {""}
    removed = {
        address: replace(line, status=AddressStatus.REMOVED, leads_to=instead)
        for address, line in ledger.items()
        if (address in named or line.sha256 in digests) and address != instead
    }
    return {**ledger, **removed}


def read_address(text: str) -> str:
    """Return an address as the ledger has it, from one that was copied from a browser.

    "https://example.org/archive/orders/cand/3-31-cv-00123/2031-03-04-order/#page-2" is
    "orders/cand/3-31-cv-00123/2031-03-04-order", ".../judges/amelia-b-cartwright/" its last two
    parts.
    """
    path = text.partition("#")[0].partition("?")[0]
    parts = [part for part in path.split("/") if part]
    start = next((n for n, part in enumerate(parts) if part == "orders" or is_page(part)), 0)
    length = 2 if is_page("/".join(parts[start:])) else 4
    return "/".join(parts[start : start + length])


def _follow(
    address: str, traced: AddressLedger, live: Collection[str], matches: Mapping[str, int]
) -> str:
    """Return what replaces an address, if that exists or leads to one that does.

    A moved order that is gone itself leads nowhere: its new address may be another order's by now.
    """
    passed: set[str] = set()
    while address not in live:
        line = traced.get(address)
        if line is None or address in passed:
            return ""
        is_sure = address in matches or is_page(address)
        if line.status is not AddressStatus.REMOVED and not is_sure:
            return ""
        passed.add(address)
        address = line.leads_to
    return address


def _find_withheld(line: KnownAddress, orders: Mapping[str, WithheldOrder]) -> WithheldOrder | None:
    """Return the order by its bytes, its path, or the path of a ZIP archive that contained it.

    None if the owner's last decision was to remove it: then no finding follows.
    """
    if line.status is AddressStatus.REMOVED:
        return None
    parts = line.file.split("/")
    paths = ("/".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((orders[name] for name in (line.sha256, *paths) if name in orders), None)


def _report_lost(line: KnownAddress, *, failed: bool) -> Finding:
    if failed:
        what = "was published and leads nowhere: its file can't be published."
        return _report(line, what, "`orders check` says why.")
    what = "was published and leads nowhere: its order is not in the archive."
    advice = f"Put the file back, or say that it was removed. {_LATER}"
    return _report(line, what, advice, can_be_removed=True)


def _report_lost_page(line: KnownAddress) -> Finding:
    what = "was published and leads nowhere: the ledger names no order of it."
    advice = "Name another address in its line of the ledger, or say that it was removed."
    return _report(line, what, advice, can_be_removed=True)


def _report(line: KnownAddress, what: str, advice: str, *, can_be_removed: bool = False) -> Finding:
    mend = f"orders addresses --accept-removal {line.address}" if can_be_removed else ""
    path, message = line.file or line.address, f"{line.address} {what}"
    return Finding(path, FindingCode.LOST_ADDRESS, message, advice, mend=mend)
