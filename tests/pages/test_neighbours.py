"""What leads from an order to the others of its case."""

import dataclasses

from build_scripts.model.archive import Archive, Facet
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.neighbours import IN_CASE, list_cases
from build_scripts.pages.views import PageLink


def test_a_case_is_listed_as_its_docket_runs(archive: Archive) -> None:
    (case,) = list_cases(build_index(archive), 0)
    assert case.case.address == "cases/cand-5-31-cv-01234/"
    assert [line.order.address for line in case.orders] == [
        f"{one.address}/" for one in archive.orders[:2]
    ]
    assert case.all is None
    assert list(list_cases(build_index(archive), 2)) == []


def test_of_a_long_docket_the_orders_around_it_are_listed(archive: Archive) -> None:
    first = archive.orders[0]
    orders = tuple(dataclasses.replace(first, address=f"{first.address}-{n}") for n in range(120))
    (group,) = archive.groups[Facet.CASE]
    groups = {Facet.CASE: (dataclasses.replace(group, members=tuple(range(120))),)}
    index = build_index(dataclasses.replace(archive, orders=orders, groups=groups))
    (case,) = list_cases(index, 60)
    assert len(case.orders) == IN_CASE
    assert f"{orders[60].address}/" in {line.order.address for line in case.orders}
    assert case.all == PageLink("All orders of this case", "cases/cand-5-31-cv-01234/")
