"""The whole site, built by MkDocs with the settings that are shipped."""

import dataclasses
import datetime
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.archive import Archive, AuthorityKind, Facet, has_own_page
from build_scripts.model.page import DEFAULT_CHOICES
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.home import view_home
from tests.pages.rendered import list_pages, render_pages

pytestmark = pytest.mark.build

HOSTILE = 'Order "on" <img src=x onerror=alert(1)> & more'


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, hostile_archive: Archive) -> dict[str, str]:
    return render_pages(hostile_archive, tmp_path_factory.mktemp("archive"))


def test_every_order_and_group_has_a_page(pages: dict[str, str], hostile_archive: Archive) -> None:
    addresses = {archived.address for archived in hostile_archive.orders}
    groups = {
        f"{facet.value}/{group.slug}"
        for facet in Facet
        for group in hostile_archive.groups[facet]
        if has_own_page(facet, group)
    }
    indexes = {
        "",
        "accessibility",
        "changes",
        "parties",
        "quality",
        "coverage",
        "data-files",
        *(facet.value for facet in Facet),
    }
    sources = {f"{address}/source" for address in addresses}
    authorities = {address for address in pages if address.startswith("authorities")}
    assert authorities >= {one.path.partition("#")[0] for one in hostile_archive.authorities}
    assert authorities >= {f"authorities/{kind.value}" for kind in AuthorityKind}
    assert set(pages) == addresses | sources | groups | indexes | authorities


def test_every_link_leads_to_a_page_and_every_anchor_exists(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        here = f"http://site/{address}/" if address else "http://site/"
        for href in re.findall(r'<a [^>]*href="([^"]*)"', page):
            target, _, anchor = urljoin(here, href).partition("#")
            if not target.startswith("http://site/"):
                continue
            name = target.removeprefix("http://site/").strip("/")
            assert name in pages or "." in name, f"{address}: {href}"
            if anchor and name in pages:
                assert f'id="{anchor}"' in pages[name], f"{address}: {href}"


def test_no_id_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        ids = re.findall(r'\sid="([^"]*)"', page)
        assert len(ids) == len(set(ids)), address


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        tags = re.findall(r"<(?:script|link|img|iframe)\b[^>]*>", page)
        named = [tag for tag in tags if 'rel="schema.' not in tag]  # a name, and nothing to fetch
        fetched = [url for tag in named for url in re.findall(r'(?:src|href)="([^"]*)"', tag)]
        assert not [url for url in fetched if url.startswith(("http:", "https:", "//"))], address


def test_a_title_with_markup_stays_text_everywhere(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        assert "<img" not in page, address


def test_no_mail_address_reaches_the_pages(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        assert "quill@example.com" not in page, address


def test_an_empty_archive_is_a_site(tmp_path: Path) -> None:
    pages = render_pages(Archive((), dict.fromkeys(Facet, ())), tmp_path)
    assert "There are no orders here yet" in pages[""]
    assert "None yet." in pages["judges"]


def test_publishing_twice_gives_the_same_pages(archive: Archive) -> None:
    first, second = (
        [(page.path, repr(page.make())) for page in list_pages(archive)] for _ in range(2)
    )
    assert first == second
    assert len({path for path, _ in first}) == len(first)


def test_rows_of_a_table_are_newest_first(archive: Archive) -> None:
    days = [line.day for line in view_home(build_index(archive), DEFAULT_CHOICES).newest]
    assert days == [datetime.date(2031, 6, 2), datetime.date(2031, 3, 4), None]


def test_a_row_of_a_table_as_readers_get_it(pages: dict[str, str]) -> None:
    assert (
        '<td><time datetime="2031-06-02">June\u00a02,\u00a02031</time></td>' in pages["courts/cand"]
    )
    assert "<td>undated</td>" in pages["years/undated"]


def test_home_names_the_newest_orders_by_their_cases(pages: dict[str, str]) -> None:
    line = LexborHTMLParser(pages[""]).css_first("ul.order-list > li")
    link = line.css_first("a.order-name")
    assert (link.attributes["href"] or "").startswith("orders/")
    words = line.css_first(".order-kind").text()
    assert words.endswith(" · N.D.\u00a0Cal. · June 2, 2031 · Granted in part")


@pytest.fixture(scope="module")
def hostile_archive(archive: Archive) -> Archive:
    """The archive with an order whose title and case name are markup, and so are authorities."""
    *others, last = archive.orders
    description = last.order.description
    claim = dataclasses.replace(description.is_order, value=HOSTILE)
    order = dataclasses.replace(
        last.order, description=dataclasses.replace(description, title=claim, case_name=claim)
    )
    groups = {
        **archive.groups,
        Facet.JUDGE: tuple(
            dataclasses.replace(group, label=HOSTILE) for group in archive.groups[Facet.JUDGE]
        ),
    }
    named = [dataclasses.replace(one, case_name=HOSTILE) for one in archive.authorities]
    return dataclasses.replace(
        archive,
        orders=(*others, dataclasses.replace(last, order=order)),
        groups=groups,
        authorities=tuple(named),
    )
