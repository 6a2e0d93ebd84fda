"""Feeds, against the rules of RFC 4287."""

import dataclasses
import datetime
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import (
    Archive,
    ArchivedOrder,
    Authority,
    AuthorityKind,
    Facet,
    Group,
    Mention,
)
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import build_index
from build_scripts.site.data.feeds import NEWEST, list_feed_files
from tests.changed import redescribe
from tests.pages.conftest import FIRST, SECOND, claim, first_order
from tests.pages.corrected import correct_first

SITE = "https://orders.example.org/archive/"
CHOICES = SiteChoices(site_url=SITE, site_name="Tide & Ledger", archive_owner="Harbor Law Library")
ATOM = "{http://www.w3.org/2005/Atom}"


def read_feeds(archive: Archive, choices: SiteChoices = CHOICES) -> dict[str, bytes]:
    files = list_feed_files(build_index(archive), choices)
    loaded = {file.path: file.load() for file in files}
    return {path: data for path, data in loaded.items() if isinstance(data, bytes)}


def check_person(node: ElementTree.Element | None) -> None:
    assert node is not None
    assert node.findtext(f"{ATOM}name")


def check_atom(data: bytes, address: str) -> ElementTree.Element:
    """Fail where the feed lacks what RFC 4287, 4.1.1 and 4.1.2, ask for."""
    root = ElementTree.fromstring(data)  # noqa: S314 (our own bytes)
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for node in (root, *entries):
        for once in ("id", "title", "updated"):
            (found,) = node.findall(ATOM + once)
            assert found.text
        identity = node.findtext(f"{ATOM}id")
        assert identity is not None
        assert identity.startswith(SITE)
        stamp = node.findtext(f"{ATOM}updated")
        assert datetime.datetime.fromisoformat(stamp or "").tzinfo == datetime.UTC
        relations = [link.get("rel") for link in node.findall(f"{ATOM}link")]
        assert relations.count("alternate") == 1
    check_person(root.find(f"{ATOM}author"))
    (own,) = (link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href") == address
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        for author in entry.findall(f"{ATOM}author"):
            check_person(author)
        assert entry.findtext(f"{ATOM}summary")
    return root


def check_all(feeds: dict[str, bytes]) -> None:
    for path, data in feeds.items():
        check_atom(data, SITE + path)


def list_ids(feed: bytes) -> list[str | None]:
    root = ElementTree.fromstring(feed)  # noqa: S314 (our own bytes)
    return [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]


def test_archive_court_and_case_have_feeds(archive: Archive) -> None:
    """Its judges have one order each, and no page."""
    feeds = read_feeds(archive)
    check_all(feeds)
    assert {path.rpartition("/")[0] for path in feeds} == {
        "",
        "courts/cand",
        "cases/cand-5-31-cv-01234",
    }
    court = check_atom(feeds["courts/cand/feed.xml"], f"{SITE}courts/cand/feed.xml")
    ids = [entry.findtext(f"{ATOM}id") for entry in court.findall(f"{ATOM}entry")]
    assert ids == [f"{SITE}{SECOND}/", f"{SITE}{FIRST}/"]  # newest first


def test_what_an_entry_says(archive: Archive) -> None:
    feeds = read_feeds(archive)
    root = check_atom(feeds["feed.xml"], f"{SITE}feed.xml")
    assert root.findtext(f"{ATOM}title") == "Tide & Ledger"
    assert root.findtext(f"{ATOM}updated") == "2031-06-02T00:00:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Harbor Law Library"
    entry = root.findall(f"{ATOM}entry")[1]
    assert (
        entry.findtext(f"{ATOM}title")
        == "Quill & Lantern Ltd. v. Ostrich Freight Inc.: Order Denying Motion for Expedited Discovery"
    )
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Amelia B. Cartwright"
    assert entry.findtext(f"{ATOM}summary") == (
        "Specimen: a fictional order. United States District Court for the Northern District of "
        "California. No. 5:31-cv-01234-ABC. Mar. 4, 2031. Denied, without prejudice. Motion for "
        "Expedited Discovery: denied, without prejudice."
    )
    terms = [category.get("term") for category in entry.findall(f"{ATOM}category")]
    assert terms == ["Denied", "Motions for expedited discovery"]


def test_without_an_address_or_where_turned_off_there_are_none(archive: Archive) -> None:
    assert not read_feeds(archive, dataclasses.replace(CHOICES, site_url=""))
    assert not read_feeds(archive, dataclasses.replace(CHOICES, feeds=False))


def test_an_archive_without_orders_has_an_empty_feed() -> None:
    feeds = read_feeds(Archive((), dict.fromkeys(Facet, ())))
    check_all(feeds)
    assert set(feeds) == {"feed.xml"}


def test_a_correction_is_an_update(archive: Archive) -> None:
    """Feed readers show what a person put right after they had shown the order."""
    corrected = correct_first(archive)
    correction = corrected.orders[0].order.description.correction
    assert correction is not None
    assert correction.date is not None
    root = check_atom(read_feeds(corrected)["feed.xml"], f"{SITE}feed.xml")
    entry = root.findall(f"{ATOM}entry")[1]
    assert entry.findtext(f"{ATOM}published") == "2031-03-05T00:00:00Z"  # as corrected
    day = max(correction.date, datetime.date(2031, 3, 5))
    assert day > datetime.date(2031, 3, 5)
    assert entry.findtext(f"{ATOM}updated") == f"{day}T00:00:00Z"


def test_a_feed_holds_the_newest(archive: Archive) -> None:
    def copies() -> Iterator[ArchivedOrder]:
        for number in range(NEWEST + 9):
            day = datetime.date(2031, 1, 1) + datetime.timedelta(days=number)
            dated = redescribe(archive.orders[0], date=claim(day))
            yield dataclasses.replace(dated, address=f"orders/cand/x/{number:03}")

    orders = tuple(copies())
    groups = dict.fromkeys(Facet, ()) | {
        Facet.COURT: (Group("cand", "N.D. Cal.", tuple(range(len(orders)))),)
    }
    ids = list_ids(read_feeds(Archive(orders, groups))["courts/cand/feed.xml"])
    assert len(ids) == NEWEST
    assert ids[0] == f"{SITE}orders/cand/x/{NEWEST + 8:03}/"


@given(text=st.text(st.characters(), min_size=1))
@settings(max_examples=200)
def test_any_words_make_a_feed(text: str) -> None:
    """Control characters and halves of surrogate pairs come out of broken PDFs."""
    order = first_order()
    description = dataclasses.replace(order.description, title=claim(text), case_name=claim(text))
    archived = ArchivedOrder(
        FIRST,
        dataclasses.replace(order, description=description),
        links=(None,) * len(order.citations),
        cited_by=(),
        case_slugs=("x",),
        judge_slugs=("y",),
    )
    groups = dict.fromkeys(Facet, ()) | {Facet.CASE: (Group("x", text, (0,)),)}
    check_all(read_feeds(Archive((archived,), groups)))


def test_an_authority_with_a_page_has_a_feed(archive: Archive) -> None:
    """Of its orders each once; one that fewer cite has none, nor do papers that are no orders count."""
    dated = [0, 1]

    def cite(slug: str, orders: list[int]) -> Authority:
        mentions = tuple(Mention(order, place) for order in orders for place in (0, 1))
        forms = ("433 F.3d 1199",)
        has_page = slug != "twice"
        return Authority(
            AuthorityKind.CASE, slug, forms, "Yahoo!", None, 2006, None, mentions, has_page=has_page
        )

    third = dataclasses.replace(archive.orders[1], address=f"{SECOND}-2")
    paper = dataclasses.replace(redescribe(third, is_order=claim(False)), address=f"{SECOND}-3")
    orders = (archive.orders[0], archive.orders[1], third, paper)
    authorities = (cite("often", [*dated, 2, 3]), cite("twice", dated))
    feeds = read_feeds(Archive(orders, dict.fromkeys(Facet, ()), authorities=authorities))
    check_all(feeds)
    folders = {path.rpartition("/")[0] for path in feeds}
    assert folders == {"", "authorities/cases/often"}
    path = "authorities/cases/often/feed.xml"
    root = check_atom(feeds[path], SITE + path)
    assert root.findtext(f"{ATOM}title") == "Citing Yahoo!, 433 F.3d 1199 (2006) · Tide & Ledger"
    assert len(list_ids(feeds[path])) == 3


@pytest.mark.parametrize("facet", [Facet.COURT, Facet.CASE])
def test_a_group_of_one_order_has_a_feed_where_it_moved(archive: Archive, facet: Facet) -> None:
    """Somebody may have subscribed to it, and waits for the next order."""
    single = Group("reed-v-sedge", "Reed v. Sedge", (0,))
    groups = {**dict.fromkeys(Facet, ()), facet: (single,)}
    alone = dataclasses.replace(archive, groups=groups)
    place = f"{facet.value}/{single.slug}"
    assert f"{place}/feed.xml" not in read_feeds(alone)
    former = (FormerAddress(place, archive.orders[0].address),)
    feeds = read_feeds(dataclasses.replace(alone, former_addresses=former))
    assert len(list_ids(feeds[f"{place}/feed.xml"])) == 1
