"""Targets for the page of a case, a judge or a court that no longer exists.

Such a page has no bytes to identify it: the orders that it listed do, which the ledger keeps on
each order's line. A page whose docket number or name was corrected leads to the page that lists
most of these orders now; that of a case or a judge with one order left, to the order.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from build_scripts.archive.cases import UNKNOWN_COURT
from build_scripts.archive.groupings import NOT_STATED
from build_scripts.model.address_ledger import AddressLedger, AddressStatus, KnownAddress
from build_scripts.model.archive import Facet, Group, has_own_page

_KEPT = (Facet.CASE, Facet.JUDGE, Facet.COURT)
_NOBODY = frozenset({NOT_STATED, UNKNOWN_COURT})
"""Pages of orders without a value: they identify nothing that could be elsewhere."""


def list_pages(groups: Mapping[Facet, Sequence[Group]]) -> dict[int, tuple[str, ...]]:
    """Return, by index of the archive's orders, the kept pages that list the order, sorted."""
    pages: dict[int, list[str]] = defaultdict(list)
    for facet in _KEPT:
        for group in groups.get(facet, ()):
            if has_own_page(facet, group) and group.slug not in _NOBODY:
                for member in group.members:
                    pages[member].append(f"{facet.value}/{group.slug}")
    return {index: tuple(sorted(found)) for index, found in pages.items()}


def find_single_orders(groups: Mapping[Facet, Sequence[Group]]) -> dict[str, int]:
    """Return the order of each case and judge that has one, by the address its page lacks."""
    return {
        f"{facet.value}/{group.slug}": group.members[0]
        for facet in _KEPT
        for group in groups.get(facet, ())
        if not has_own_page(facet, group)
    }


def is_page(address: str) -> bool:
    """Return whether an address of the ledger is a page of a group and not an order's."""
    return address.partition("/")[0] in _KEPT


def list_known_pages(ledger: AddressLedger) -> set[str]:
    """Return every page in the ledger: its own lines, and the pages that orders were listed on."""
    listed = {page for line in ledger.values() for page in line.listed_on}
    return listed | {address for address in ledger if is_page(address)}


def trace_pages(
    ledger: AddressLedger,
    matches: Mapping[str, int],
    pages: Mapping[int, tuple[str, ...]],
    singles: Mapping[str, int],
    addresses: Sequence[str],
) -> dict[str, KnownAddress]:
    """Return a line for each page of `ledger` that is gone and whose orders are here.

    `matches` has the index of the order of each address of the ledger, `pages` those that list it
    now, `singles` what `find_single_orders` returns, `addresses` the orders' own. The page of a
    case or a judge with one order left leads to this order, another that leads to an existing page
    keeps leading there. If no page of the kind lists the orders any more, it leads to one of them.
    """
    listed = {page for several in pages.values() for page in several}
    standing = listed.union(addresses)
    held: dict[str, list[str]] = defaultdict(list)
    for address, line in ledger.items():
        if address in matches:
            for page in line.listed_on:
                held[page].append(address)
    traced = {}
    led_to = {line.leads_to for line in ledger.values()}
    for page in sorted((list_known_pages(ledger) | (led_to & singles.keys())) - listed):
        known = ledger.get(page)
        is_settled = known is not None and (
            known.status is AddressStatus.REMOVED
            or (known.leads_to in standing and page not in singles)
        )
        if is_settled or not (page in singles or page in held):
            continue
        if page in singles:
            leads_to = addresses[singles[page]]
        else:
            leads_to = _choose(page, held[page], ledger, matches, pages)
            leads_to = leads_to or min(addresses[matches[address]] for address in held[page])
        traced[page] = KnownAddress(page, AddressStatus.MOVED, leads_to, "", "")
    return traced


def iter_unexplained(
    former: Iterable[str], ledger: AddressLedger, matches: Collection[str]
) -> Iterator[KnownAddress]:
    """Yield the lines of pages that lead nowhere and that no order's line explains."""
    listed = {page for line in ledger.values() for page in line.listed_on}
    for page in former:
        line = ledger.get(page)
        passed: set[str] = set()
        end = page
        while end in ledger and is_page(end) and end not in listed | passed:
            passed.add(end)
            end = ledger[end].leads_to
        is_told = end in listed or (end in ledger and not is_page(end) and end not in matches)
        if line is not None and line.status is not AddressStatus.REMOVED and not is_told:
            yield line


def _choose(
    page: str,
    lines: Iterable[str],
    ledger: AddressLedger,
    matches: Mapping[str, int],
    pages: Mapping[int, tuple[str, ...]],
) -> str:
    """Return the page of the same kind that lists most of the orders, "" if none does. One that
    listed them before, as those of a panel's other judges, is chosen only if there is no other.
    """
    kind = f"{page.partition('/')[0]}/"
    new: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for address in lines:
        for there in pages.get(matches[address], ()):
            if there.startswith(kind):
                every[there] += 1
                new[there] += there not in ledger[address].listed_on
    votes = +new or every
    return min(votes, key=lambda there: (-votes[there], there), default="")
