"""What leads from an order to those near it: its docket, its judge's others, who cites whom."""

import dataclasses

import pytest

from build_scripts.model.archive import Archive, CitedBy, Facet, Link, LinkTarget
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.pages.neighbours import IN_CASE, list_cases, view_neighbours
from build_scripts.pages.views import PageLink
from tests.pages.many_orders import make_many


@pytest.fixture(scope="module")
def many() -> ArchiveIndex:
    return build_index(make_many(1000))


def test_neighbours_are_those_of_the_case_and_of_judge_and_motion(many: ArchiveIndex) -> None:
    docket = many.dockets[many.archive.groups[Facet.CASE][0].slug]
    first, second = docket[0], docket[1]
    near = view_neighbours(many, second)
    assert near.before
    assert near.before.order.address == f"{many.order(first).address}/"
    judge = many.groups(Facet.JUDGE, second)[0]
    motion = many.groups(Facet.MOTION, second)[0]
    alike = near.alike[0]
    assert alike.words == f"{judge.label}, {motion.label.lower()}"
    linked = {many.by_address[line.order.address.rstrip("/")] for line in alike.orders}
    assert len(linked) == 5
    assert second not in linked
    assert linked <= set(judge.members) & set(motion.members)


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


def test_an_order_without_neighbours_has_no_section(archive: Archive) -> None:
    assert not view_neighbours(build_index(archive), 2)


def test_the_neighbourhood_is_bounded_whoever_cites() -> None:
    """An order that hundreds cite, and one that cites many, get a small picture."""
    index = build_index(cite_everything(make_many(300)))
    for place in (0, 150, 299):
        picture = view_neighbours(index, place).picture
        assert picture
        count = 13 if place == 150 else 7
        assert len(picture.chart.stops) == len(picture.rows) == count
        assert "of 299 neighbors" in picture.chart.caption
    assert view_neighbours(index, 0, SiteChoices(charts=frozenset())).picture is None


def test_a_citation_to_itself_is_no_neighbour(archive: Archive) -> None:
    assert view_neighbours(build_index(archive), 1).picture is None


def cite_everything(archive: Archive) -> Archive:
    """Every order cites all that come before it."""
    addresses = [archived.address for archived in archive.orders]
    return dataclasses.replace(
        archive,
        orders=tuple(
            dataclasses.replace(
                archived,
                links=tuple(Link(LinkTarget.ARCHIVE, each) for each in addresses[:place]),
                cited_by=tuple(CitedBy(each, ()) for each in addresses[place + 1 :]),
            )
            for place, archived in enumerate(archive.orders)
        ),
    )
