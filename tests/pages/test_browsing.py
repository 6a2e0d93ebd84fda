"""Browsing a thousand orders: bounded pages, an address for every two facets, names A to Z."""

import dataclasses
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.model.archive import Archive, Facet
from build_scripts.model.description import Party, PartyRole
from build_scripts.model.page import Chart, Page, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.pages.facet_pages import publish_facet_pages
from build_scripts.pages.home import publish_home
from build_scripts.pages.motion_pages import publish_motion_pages
from build_scripts.pages.neighbours import render_neighbours
from build_scripts.pages.page_links import address_on_site
from build_scripts.pages.pages import publish_pages
from build_scripts.pages.paging import CHARACTERS, ROWS, cut_list, link_pages
from build_scripts.pages.pairs import RANKED, has_page, key_of
from build_scripts.pages.party_pages import publish_party_pages
from build_scripts.pages.trail import trace_trail
from tests.pages.conftest import claim
from tests.pages.many_orders import make_many
from tests.shared import ROOT, copy_hand_written_docs

pytestmark = pytest.mark.build

BUDGET = 100_000


@pytest.fixture(scope="module")
def many() -> ArchiveIndex:
    return build_index(make_many(1000))


@pytest.fixture(scope="module")
def lists(many: ArchiveIndex) -> dict[str, str]:
    """Every page of lists by its path, of a thousand orders."""
    pages = [
        publish_home(many, SiteChoices(search=True)),
        *publish_facet_pages(many),
        *publish_motion_pages(many),
        *publish_party_pages(many),
    ]
    found = {page.path: page.text for page in pages}
    assert len(found) == len(pages)
    return found


def test_pages_of_a_large_archive_are_under_100_kb_of_html(
    lists: dict[str, str], tmp_path: Path
) -> None:
    """The largest lists, built by MkDocs with the theme around them: some seconds."""
    largest = sorted(lists, key=lambda path: -len(lists[path]))[:12]
    assert len(lists) > 500
    copy_hand_written_docs(tmp_path / "docs")
    for path in {*largest, "index.md"}:
        target = tmp_path / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(lists[path], encoding="utf-8")
    settings = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(tmp_path / "docs"),
        site_dir=str(tmp_path / "site"),
        plugins=[],
    )
    build(settings)
    built = [p for p in (tmp_path / "site").rglob("index.html") if "</table>" in p.read_text()]
    assert len(built) > 12
    sizes = {path: path.stat().st_size for path in built}
    assert max(sizes.values()) < BUDGET, sizes
    assert max(sizes.values()) > BUDGET / 2, "pages could hold more"


def test_a_long_row_makes_a_page_short() -> None:
    pages = cut_list(["a"] * 20, [6_000] * 20)  # a key of which no page may begin
    assert [page.stop - page.start for page in pages] == [8, 8, 4]
    assert cut_list([], []) == [slice(0, 0)]
    assert cut_list(["a", "b"], [CHARACTERS + 1] * 2) == [slice(0, 1), slice(1, 2)]


KEYS = st.lists(st.text("abcdef0123456789", min_size=1, max_size=12), max_size=900, unique=True)


@given(KEYS, st.integers(1, 2_000))
def test_pages_are_bounded_and_hold_every_row(keys: list[str], weight: int) -> None:
    weights = [(weight * (at + 1)) % 1_500 for at in range(len(keys))]
    pages = cut_list(keys, weights)
    assert [row for page in pages for row in keys[page]] == keys
    for page in pages:
        assert page.stop - page.start <= ROWS
        assert sum(weights[page]) <= CHARACTERS
    if sum(max(one, CHARACTERS // ROWS) for one in weights) <= CHARACTERS:
        assert len(pages) == 1


def test_a_row_that_comes_in_moves_few_pages() -> None:
    """Cut by count, every page behind it would begin with another row."""
    keys = [f"orders/cand/{number}/order" for number in range(5_000)]
    changed = []
    for place in range(0, 5_000, 250):
        more = [*keys[:place], "orders/new/order", *keys[place:]]
        before = {tuple(keys[page]) for page in cut_list(keys, [300] * len(keys))}
        after = {tuple(more[page]) for page in cut_list(more, [300] * len(more))}
        changed.append(len(after - before))
    assert len(after) > 50
    assert sum(changed) / len(changed) <= 3


def test_links_between_pages_stay_few() -> None:
    text = link_pages("judges/x", 50, 99)
    assert text.count("<a ") == 7
    assert 'href="../../../judges/x/50/" aria-current="page">50<' in text
    assert 'href="../../../judges/x/">1<' in text
    assert link_pages("judges/x", 1, 1) == ""


def test_every_order_is_on_the_pages_of_each_of_its_groups(
    many: ArchiveIndex, lists: dict[str, str]
) -> None:
    """Whatever way a list is divided, all its orders are found, each once."""
    for facet in (Facet.JUDGE, Facet.COURT, Facet.DISPOSITION, Facet.CASE, Facet.YEAR):
        for group in many.archive.groups[facet]:
            base = f"{facet.value}/{group.slug}"
            pages = [
                base,
                *(path[:-3] for path in lists if re.match(rf"{base}/\d+(/\d+)?\.md", path)),
            ]
            found = [
                link
                for page in pages
                for link in re.findall(r"\]\((?:\.\./)*(orders/[^)#]+)\.md", lists[f"{page}.md"])
            ]
            assert sorted(found) == sorted(many.order(i).address for i in group.members), base


def test_every_two_facets_have_an_address(many: ArchiveIndex, lists: dict[str, str]) -> None:
    """A page of just the shared orders, or the one that already is that."""
    pages = 0
    for first, second in combinations(RANKED, 2):
        for one in many.archive.groups[first]:
            for other in many.archive.groups[second]:
                shared = set(one.members) & set(other.members)
                page = many.find_pair_page((first, one), (second, other))
                if {first, second} == {Facet.MOTION, Facet.DISPOSITION}:
                    continue
                if not shared:
                    assert page == ""
                elif len(shared) == 1:
                    assert page == many.order(*shared).address
                elif has_page(len(shared), len(one.members), len(other.members)):
                    pages += 1
                    assert page == key_of((first, one.slug), (second, other.slug)).page
                    parts = [
                        path for path in lists if re.match(rf"{re.escape(page)}(/\d+)?\.md", path)
                    ]
                    found = [
                        link
                        for path in parts
                        for link in re.findall(r"\]\((?:\.\./)*(orders/[^)#]+)\.md", lists[path])
                    ]
                    assert sorted(found) == sorted(many.order(i).address for i in shared), page
                else:
                    smaller = min((first, one), (second, other), key=lambda at: len(at[1].members))
                    assert page == f"{smaller[0].value}/{smaller[1].slug}"
    assert pages > 200


def test_pages_of_two_facets_stay_linear_in_the_orders() -> None:
    """Two orders a page at the least, and as many pages an order as it has facets in twos."""
    counts = {}
    for number in (200, 400, 800):
        archive_index = build_index(make_many(number))
        rows = sum(len(members) for members in archive_index.pairs.values())
        counts[number] = rows / number
    assert max(counts.values()) <= 9 + 0.01
    assert max(counts.values()) - min(counts.values()) < 0.1


def test_narrowing_leads_to_where_the_pages_are(lists: dict[str, str]) -> None:
    """Addresses in HTML are those that MkDocs will give the pages."""
    places = {address_on_site("index.md", path[:-3]) for path in lists}
    seen = 0
    for path, text in lists.items():
        base = "/" + address_on_site("index.md", path[:-3]).removeprefix("./")
        for href in re.findall(r'href="([^"]*)"', text):
            target, _, anchor = resolve(base, href).partition("#")
            seen += 1
            if target in {"search/", "authorities/"} or target.startswith("orders/"):
                continue
            assert target in places or target == "", (path, href)
            if anchor:
                assert f"{{#{anchor}}}" in lists[f"{target.rstrip('/')}.md"], (path, href)
    assert seen > 1000


def resolve(base: str, href: str) -> str:
    parts = base.strip("/").split("/") if base.strip("/") else []
    while href.startswith("../"):
        parts.pop()
        href = href.removeprefix("../")
    return "/".join([*parts, href.removeprefix("./")]).lstrip("/")


@pytest.mark.parametrize(
    ("from_path", "to_page", "address"),
    [
        ("index.md", "judges/index", "judges/"),
        ("index.md", "index", "./"),
        ("judges/index.md", "judges/x", "../judges/x/"),
        ("judges/x.md", "index", "../../"),
        ("judges/x/2.md", "judges/x", "../../../judges/x/"),
        ("motions/seal.md", "motions/seal#denied", "../../motions/seal/#denied"),
        ("cases/a.md", "cases/my-index", "../../cases/my-index/"),
    ],
)
def test_an_address_in_html_is_relative(from_path: str, to_page: str, address: str) -> None:
    assert address_on_site(from_path, to_page) == address


def test_a_long_index_goes_by_letter(lists: dict[str, str], many: ArchiveIndex) -> None:
    letters = [path for path in lists if path.startswith("cases/by-name/")]
    assert "cases/by-name/a.md" in letters  # Ångström
    assert "cases/by-name/other.md" in letters  # 3 Rivers
    found = re.findall(
        r"\]\((?:\.\./)*(cases/cand[^)]*|cases/ord[^)]*|cases/azd[^)]*)\.md",
        "".join(lists[path] for path in letters),
    )
    assert sorted(found) == sorted(f"cases/{one.slug}" for one in many.archive.groups[Facet.CASE])
    assert "Judges: A" not in "".join(lists)


def test_a_short_year_lists_its_months_and_a_long_one_links_them() -> None:
    archive_index = build_index(make_many(1500))
    pages = {page.path: page.text for page in publish_facet_pages(archive_index)}
    year = max(archive_index.archive.groups[Facet.YEAR], key=lambda group: len(group.members))
    assert len(year.members) > ROWS
    months = [path for path in pages if path.startswith(f"years/{year.slug}/")]
    assert 1 < len(months) <= 12
    text = pages[f"years/{year.slug}.md"]
    for path in months:
        assert f'id="{year.slug}-{path[-5:-3]}"' in text
        assert path.removeprefix("years/") in text


def test_each_month_has_an_anchor_where_its_first_order_stands(
    many: ArchiveIndex, lists: dict[str, str]
) -> None:
    for group in many.archive.groups[Facet.YEAR]:
        assert len(group.members) <= ROWS
        marked = re.findall(
            r'(?m)^\| <span id="([\d-]+)"></span><time datetime="([\d-]+)',
            lists[f"years/{group.slug}.md"],
        )
        days = re.findall(r'<time datetime="(\d{4}-\d\d)-', lists[f"years/{group.slug}.md"])
        assert [month for month, _ in marked] == list(dict.fromkeys(days))
        assert all(day.startswith(month) for month, day in marked)


def test_a_motion_of_many_rulings_shows_the_newest_and_leads_to_all(lists: dict[str, str]) -> None:
    text = lists["motions/dismiss.md"]
    for heading, count in re.findall(r"(?m)^## ([A-Z][a-z ]+) \(([\d,]+)\) \{#", text):
        slug = heading.lower().replace(" ", "-")
        assert f"[All {count} rulings](../motions/dismiss/{slug}.md)" in text
        assert f"motions/dismiss/{slug}.md" in lists
    assert "By judge" in text


def test_parties_are_named_but_for_the_unnamed(lists: dict[str, str]) -> None:
    everyone = "".join(text for path, text in lists.items() if path.startswith("parties/"))
    assert "Margit Lindqvist" in everyone
    assert "Doe Mills, Inc." in everyone
    assert "Does 1-10" not in everyone
    assert "parties/other.md" in lists
    row = next(
        line for line in lists["parties/m.md"].splitlines() if "| Margit Lindqvist |" in line
    )
    assert "| plaintiff |" in row
    assert "and 11 more" in row


@pytest.mark.parametrize(
    ("name", "is_listed"),
    [
        ("Does 1-10", False),
        ("DOES 1 through 50, inclusive", False),
        ("John Doe", False),
        ("Jane Doe #2", False),
        ("Doe (Minor)", False),
        ("Unknown Parties", False),
        ("All other persons unknown", False),
        ("Roe", False),
        ("Doe Mills, Inc.", True),
        ("Roe Lumber Co.", True),
        ("Johan Doering", True),
        ("Allan Quist", True),
        ("A | B <img src=x onerror=alert(1)> *c*", True),
    ],
)
def test_who_is_listed(
    archive: Archive, name: str, is_listed: bool, render: Callable[[str], str]
) -> None:
    archive_index = build_index(name_party(archive, name))
    (page,) = publish_party_pages(archive_index)
    rendered = render(page.text.split("---\n", 2)[2])
    assert ("<tbody>" in rendered) is is_listed
    assert "<img" not in rendered


def name_party(archive: Archive, name: str) -> Archive:
    first, *others = archive.orders
    party = claim(Party(name, (PartyRole.PLAINTIFF,)))
    description = dataclasses.replace(first.order.description, parties=(party,))
    order = dataclasses.replace(first.order, description=description)
    return dataclasses.replace(archive, orders=(dataclasses.replace(first, order=order), *others))


def test_parties_are_left_out_where_the_owner_wants(archive: Archive) -> None:
    pages = {page.path: page.text for page in publish_pages(archive, SiteChoices(parties=False))}
    assert not [path for path in pages if path.startswith("parties")]
    assert not [path for path, text in pages.items() if "parties/" in text]


def test_pictures_are_left_out_where_the_owner_wants(many: ArchiveIndex) -> None:
    choices = SiteChoices(charts=frozenset())
    pages = [
        publish_home(many, choices),
        *publish_facet_pages(many, choices),
        *publish_motion_pages(many, choices),
    ]
    assert not [page.path for page in pages if "<svg" in page.text]
    judge = next(page for page in pages if page.path == "judges/dolores-e-finch.md")
    assert "## Motions and outcomes" in judge.text  # the table stays


@pytest.mark.parametrize("chart", list(Chart))
def test_each_kind_of_picture_can_be_drawn_alone(many: ArchiveIndex, chart: Chart) -> None:
    """Pictures are told by their captions; what stands around an order is drawn on its page."""
    captions = {
        Chart.YEARS: "Orders by year",
        Chart.OUTCOMES: "Rulings by motion and outcome",
        Chart.AUTHORITIES: "Authorities that most orders cite",
    }
    whole = publish_home(many).text
    assert all(caption in whole for caption in captions.values())
    text = publish_home(many, SiteChoices(charts=frozenset({chart}))).text
    shown = {kind for kind, caption in captions.items() if caption in text}
    assert shown == {chart} & captions.keys()
    assert ("<svg" in text) == bool(shown)


def test_pairs_are_left_out_where_the_owner_wants(many: ArchiveIndex) -> None:
    def list_texts(pairs: bool) -> dict[str, str]:
        archive_index = build_index(many.archive, pairs=pairs)
        pages = (*publish_facet_pages(archive_index), *publish_motion_pages(archive_index))
        return {page.path: page.text for page in pages}

    every, some = list_texts(True), list_texts(False)
    left_out = every.keys() - some.keys()
    assert len(left_out) > 10
    assert not some.keys() - every.keys()
    names = {path.removesuffix(".md").partition("/")[2] for path in left_out}
    assert not [path for path, text in some.items() for name in names if f"{name}.md" in text]


def test_home_searches_only_where_there_is_a_search(archive: Archive) -> None:
    archive_index = build_index(archive)
    assert "<form" not in publish_home(archive_index).text
    searching = publish_home(archive_index, SiteChoices(search=True)).text
    assert 'action="search/" method="get"' in searching
    assert searching.index("<form") < searching.index("holdings")


def test_home_counts_what_is_there(many: ArchiveIndex) -> None:
    text = publish_home(many).text
    for name, count in (("Orders", "1,000"), ("Cases", "250"), ("Judges", "7"), ("Courts", "3")):
        assert f">{name}</a></dt><dd>{count}</dd>" in text
    assert "<dd>2012–2022</dd>" in text


def test_a_trail_leads_up() -> None:
    assert trace_trail([("Judges", "judges/index"), ("A B", "judges/a-b")]) == {
        "judges/": "Judges",
        "judges/a-b/": "A B",
    }
    pages = list(publish_pages(make_many(8)))
    without = [page.path for page in pages if "\nabove:" not in page.text.split("\n---\n")[0]]
    assert without == ["index.md"]


def test_neighbours_are_those_of_the_case_and_of_judge_and_motion(many: ArchiveIndex) -> None:
    docket = many.dockets[many.archive.groups[Facet.CASE][0].slug]
    first, second = docket[0], docket[1]
    text = render_neighbours(many, second, f"{many.order(second).address}.md")
    assert "- Before it in this case: " in text
    assert many.order(first).address in text.splitlines()[2]
    judge = many.groups(Facet.JUDGE, second)[0]
    motion = many.groups(Facet.MOTION, second)[0]
    assert f"{judge.label}, {motion.label.lower()}" in text
    alike = text.partition(f"{judge.label}, ")[2].partition("<details")[0]
    linked = {
        many.by_address[address]
        for address in re.findall(r"\]\((?:\.\./)*(orders/[^)#]+)\.md", alike)
    }
    assert len(linked) == 5
    assert second not in linked
    assert linked <= set(judge.members) & set(motion.members)


def test_an_order_without_neighbours_has_no_section(archive: Archive) -> None:
    assert render_neighbours(build_index(archive), 2, "orders/x.md") == ""


def test_the_same_archive_gives_the_same_lists(many: ArchiveIndex, lists: dict[str, str]) -> None:
    again: list[Page] = [*publish_facet_pages(many), *publish_motion_pages(many)]
    assert all(lists[page.path] == page.text for page in again)
