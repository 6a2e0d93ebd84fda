"""The address of an order: orders/<court_id>/<docket>/<date>-<slug>."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from build_scripts.archive.cases import NO_DOCKET, CasePlace, court_of
from build_scripts.archive.slugs import slugify
from build_scripts.model.order import Order
from build_scripts.problems import Finding, FindingCode, set_field

UNDATED = "undated"
NOTHING_SETTLED: Mapping[int, str] = MappingProxyType({})


def assign_addresses(
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    settled: Mapping[int, str] = NOTHING_SETTLED,
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Return each order's address, unique in the archive, and findings on odd namesakes.

    Of orders that would share an address, the one with the lowest document number gets it; the
    others get their document number after it, or the start of their sha256 if that would not
    distinguish them. `settled` has the addresses, no two the same, at which orders were published,
    by index: one that could still be its order's stays so, whatever orders come or go.
    """
    wished: dict[str, list[int]] = defaultdict(list)
    for index, (order, places) in enumerate(zip(orders, cases, strict=True)):
        said = order.description
        docket = places[0].docket if places else NO_DOCKET
        day = said.day.isoformat() if said.day else UNDATED
        title = slugify(said.title.value) if said.title else ""
        title = title or slugify(said.order_type.value.value if said.order_type else "order")
        wished[f"orders/{court_of(order)}/{docket}/{day}-{title}"].append(index)
    addresses = [""] * len(orders)
    for wish, indices in wished.items():
        for index in indices:
            if settled.get(index) in {wish, *_lengthen(wish, orders[index])}:
                addresses[index] = settled[index]
    kept = set(addresses) - {""}
    taken = set(wished) | kept
    findings = []
    for wish, indices in sorted(wished.items()):
        first, *others = sorted(indices, key=lambda index: _rank(orders[index]))
        new = [index for index in (first, *others) if not addresses[index]]
        if new and wish not in kept:
            addresses[new.pop(0)] = wish
        for index in new:
            # The last is always free: the digest identifies one order.
            addresses[index] = next(s for s in _lengthen(wish, orders[index]) if s not in taken)
            taken.add(addresses[index])
        findings += [
            _report_namesake(orders[index], orders[first])
            for index in others
            if orders[index].description.entry == orders[first].description.entry
        ]
    return tuple(addresses), tuple(findings)


def _lengthen(wish: str, order: Order) -> Iterator[str]:
    digest = order.source.sha256
    for suffix in (slugify(order.description.entry), digest[:8], digest):
        if suffix:
            yield f"{wish}-{suffix}"


def _rank(order: Order) -> tuple[bool, int, str, str]:
    number = order.description.entry
    digits = number.split("-")[0]
    return (
        not digits.isdecimal(),
        int(digits) if digits.isdecimal() else 0,
        number,
        order.source.sha256,
    )


def _report_namesake(order: Order, first: Order) -> Finding:
    return Finding(
        order.source.path,
        FindingCode.SAME_ADDRESS,
        f"Court, docket, date, title and document number are those of {first.source.path}, but the "
        "files differ.",
        "Compare the two: if they are one order in two forms, keep the better one; if not, give "
        "one of them its document number.",
        mend=set_field("document_number"),
    )
