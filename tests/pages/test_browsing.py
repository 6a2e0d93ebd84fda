"""Browsing a thousand orders: bounded pages, a way to every two facets, names A to Z."""

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.links import keep_links_here
from build_scripts.model.archive import Archive, Facet, Group
from build_scripts.model.description import Court, Judge, Party, PartyRole
from build_scripts.model.order import Order
from build_scripts.model.page import DEFAULT_CHOICES, Chart, SiteChoices, TemplatePage
from build_scripts.model.partial_date import PartialDate
from build_scripts.pages.archive_index import NARROWED, ArchiveIndex, build_index
from build_scripts.pages.case_pages import CasePage, view_case
from build_scripts.pages.formatting import UNSTATED, name_outcome
from build_scripts.pages.group_indexes import IndexPage, list_name_files, publish_index
from build_scripts.pages.group_pages import MonthsPage, OrdersPage, publish_group_pages, view_group
from build_scripts.pages.home import view_home
from build_scripts.pages.motion_pages import MotionPage, OutcomePage, publish_motion_pages
from build_scripts.pages.narrowing import offer_narrowing
from build_scripts.pages.pagination import ROWS, link_pages, paginate
from build_scripts.pages.party_pages import PartiesPage, publish_party_pages
from build_scripts.pages.summaries import Coverage, count_by_motion, sum_rulings
from build_scripts.pages.views import PageLink, line_order, list_breadcrumbs
from tests.changed import put_first, redescribe
from tests.pages.conftest import claim
from tests.pages.many_orders import make_many, make_order
from tests.pages.rendered import list_pages, render_pages
from tests.tables import each_row

BUDGET = 100_000


@pytest.fixture(scope="module")
def many() -> ArchiveIndex:
    return build_index(make_many(1000))


@pytest.fixture(scope="module")
def lists(many: ArchiveIndex) -> dict[str, TemplatePage]:
    """Every page of lists by its address, of a thousand orders."""
    pages = [
        *publish_group_pages(many),
        *publish_motion_pages(many),
        *publish_party_pages(many),
    ]
    found = {page.path.removesuffix(".md").removesuffix("/index"): page for page in pages}
    assert len(found) == len(pages)
    return found


@pytest.mark.build
def test_pages_of_a_large_archive_are_under_100_kb_of_html(tmp_path: Path) -> None:
    """Some seconds: all lists of orders, but those of a case's four, with the theme around them."""
    pages = render_pages(make_many(1000), tmp_path, without=r"orders/|cases/\w+-", parties="true")
    sizes = {
        address: len(page.encode())
        for address, page in pages.items()
        if not address.startswith("authorities")
    }
    assert len(sizes) > 100
    assert max(sizes.values()) < BUDGET, sorted(sizes.items(), key=lambda one: -one[1])[:5]
    assert max(sizes.values()) > BUDGET / 2, "pages could hold more"


@given(st.integers(0, 950), st.integers(1, 120))
def test_pages_are_bounded_and_hold_every_row(number: int, rows: int) -> None:
    pages = list(paginate("judges/x", range(number), rows))
    assert [row for page in pages for row in page.rows] == list(range(number))
    assert all(len(page.rows) <= rows for page in pages)
    assert [page.path for page in pages[:2]] == ["judges/x.md", "judges/x/2.md"][: len(pages)]
    assert (pages[0].pager is None) == (len(pages) == 1)


def test_links_between_pages_stay_few() -> None:
    pager = link_pages("judges/x", 50, 99)
    assert [link.label for link in pager.links] == "1 … 48 49 50 51 52 … 99".split()
    assert pager.links[0].address == "judges/x/"
    assert pager.links[4].address == "judges/x/50/"
    assert pager.links[1].address == ""
    assert link_pages("cases/index", 2, 3).links[1].address == "cases/2/"


def test_every_order_is_on_the_pages_of_each_of_its_groups(
    many: ArchiveIndex, lists: dict[str, TemplatePage]
) -> None:
    """Whatever way a list is divided, all its orders are found, each once."""
    for facet in (Facet.JUDGE, Facet.COURT, Facet.DISPOSITION, Facet.CASE, Facet.YEAR):
        for group in many.archive.groups[facet]:
            base = f"{facet.value}/{group.slug}"
            views = [
                page.make() for at, page in lists.items() if re.fullmatch(rf"{base}(/\d+)*", at)
            ]
            found = [
                line.order.address
                for view in views
                if isinstance(view, OrdersPage | CasePage)
                for run in view.rows
                for line in run.lines
            ]
            assert sorted(found) == sorted(f"{many.order(i).address}/" for i in group.members), base


def test_every_two_facets_have_a_way(many: ArchiveIndex) -> None:
    """The order that they share, the list that already is that, or a search for both."""
    met = Counter[str]()
    for index in (many, build_index(make_many(30))):
        for first, second in combinations(NARROWED, 2):
            for one in index.archive.groups[first]:
                if one.slug not in UNSTATED:
                    met.update(check_ways(index, (first, one), second))
    assert min(met["order"], met["list"], met["search"]) > 10


def check_ways(index: ArchiveIndex, one: tuple[Facet, Group], second: Facet) -> Iterator[str]:
    for slug, members in index.meet(one[1].members, second).items():
        other = (second, index.by_slug[second, slug])
        assert set(members) == set(one[1].members) & set(other[1].members)
        way = index.address_of_both(one, other, members, search=True)
        if len(members) == 1:
            assert way == f"{index.order(members[0]).address}/"
            yield "order"
        elif len(members) in {len(one[1].members), len(other[1].members)}:
            assert way == index.address_of(*other)
            yield "list"
        else:
            names = {facet.value.removesuffix("s"): group.slug for facet, group in (one, other)}
            assert dict(re.findall(r"(\w+)=([\w-]+)", way)) == names
            assert way == index.address_of_both(other, one, members, search=True)
            assert not index.address_of_both(one, other, members, search=False)
            yield "search"


def test_without_a_search_numbers_lead_nowhere_else(many: ArchiveIndex) -> None:
    judge = next(one for one in many.archive.groups[Facet.JUDGE] if one.slug not in UNSTATED)
    for search in (True, False):
        narrowing = offer_narrowing(many, Facet.JUDGE, judge, search=search)
        assert narrowing
        links = [link for _, found in narrowing.lines for link in found]
        assert any(link.address.startswith("search/?") for link in links) == search
        assert any(not link.address for link in links) != search
        assert all(link.count for link in links)


def test_a_case_of_one_order_is_at_that_order(archive: Archive) -> None:
    single = Group("cand-5-31-cv-09999", "Reed v. Sedge", (0,))
    groups = {**archive.groups, Facet.CASE: (*archive.groups[Facet.CASE], single)}
    index = build_index(dataclasses.replace(archive, groups=groups))
    address = index.order(0).address
    assert index.address_of(Facet.CASE, single) == f"{address}/"
    pages = {page.path: page for page in publish_group_pages(index)}
    assert f"cases/{single.slug}.md" not in pages
    view = pages["cases/index.md"].make()
    assert isinstance(view, IndexPage)
    assert PageLink(single.label, f"{address}/") in [row.link for row in view.rows]


def test_a_long_index_goes_by_letter(lists: dict[str, TemplatePage], many: ArchiveIndex) -> None:
    letters = [address for address in lists if address.startswith("cases/by-name/")]
    assert "cases/by-name/a" in letters  # Ångström
    assert "cases/by-name/other" in letters  # 3 Rivers
    views = [lists[address].make() for address in letters]
    found = [row.link.address for v in views if isinstance(v, IndexPage) for row in v.rows]
    groups = many.archive.groups[Facet.CASE]
    assert sorted(found) == sorted(many.address_of(Facet.CASE, one) for one in groups)
    first = lists["cases"].make()
    assert isinstance(first, IndexPage)
    assert first.letters
    assert [f"{address}/" for address in letters if address.count("/") == 2] == [
        link.address for link in first.letters.links
    ]
    assert first.total == len(groups)
    assert not any(page.title.startswith("Judges: ") for page in lists.values())
    (names,) = list_name_files(many)
    assert names.path == first.names == "cases/names.json"
    data = names.load()
    assert isinstance(data, bytes)
    rows = {address: (name, orders) for name, address, _, _, orders, *_ in json.loads(data)}
    assert rows == {many.address_of(Facet.CASE, g): (g.label, len(g.members)) for g in groups}


def test_all_courts_are_on_the_page_that_filters_them(many: ArchiveIndex) -> None:
    courts = [Group(f"court{n}", f"Court of Larch {n}", (n,)) for n in range(150)]
    (page,) = publish_index(many, Facet.COURT, courts, DEFAULT_CHOICES)
    view = page.make()
    assert isinstance(view, IndexPage)
    assert len(view.rows) == 150


def decide(place: int, *judges: Judge) -> Order:
    order = make_order(place)
    said = dataclasses.replace(order.description, judges=tuple(map(claim, judges)))
    return dataclasses.replace(order, description=said)


def test_judges_of_a_panel_are_listed_as_the_order_names_them() -> None:
    """The author first, then as printed; not as their own pages are listed."""
    panel = [Judge(f"{name} Vale", None, None) for name in ("Wilma", "Abel", "Mara")]
    orders = [decide(0, *panel), decide(1, panel[1]), decide(2, panel[2])]
    index = build_index(catalogue_orders(orders))
    labels = [link.label for link in line_order(index, 0).judges]
    assert labels == ["Wilma Vale", "Abel Vale", "Mara Vale"]


def test_judges_go_by_surname_and_initials_stand_apart() -> None:
    """Nobody is called "not identified": who decided is said to be unknown, with a way there."""
    names = ("Zed A. Abelard", "Ana B. Zorn, Jr.", "Quill")
    orders = [decide(place, Judge(name, None, None)) for place, name in enumerate(names)]
    orders += [decide(4, Judge(None, None, "CAS")), decide(5), decide(6)]
    index = build_index(catalogue_orders(orders))
    pages = {page.path: page for page in publish_group_pages(index)}
    view = pages["judges/index.md"].make()
    assert isinstance(view, IndexPage)
    labels = [row.link.label.partition(" (")[0] for row in view.rows]
    assert labels == ["Zed A. Abelard", "Quill", "Ana B. Zorn, Jr."]
    assert [row.link.label[:3] for row in view.initials] == ["CAS"]
    assert view.sections[-1].title == "Initials only"
    assert view.coverage == Coverage(
        "A judge was identified in 4 of 6 orders",
        PageLink("2 orders have none", "judges/not-stated/"),
    )
    unknown = pages["judges/not-stated.md"].make()
    assert isinstance(unknown, OrdersPage)
    assert unknown.lead == "2 orders, newest first."
    assert not unknown.facts
    home = view_home(index, DEFAULT_CHOICES)
    named = {link.label for line in home.browse for link in line.links}
    assert "Judge not identified" not in named


def test_numbers_of_a_judge_lead_to_their_rulings(many: ArchiveIndex) -> None:
    """To one order, to the motion's page where all are this judge's, else to a search."""
    judge = max(many.archive.groups[Facet.JUDGE], key=lambda group: len(group.members))
    count = count_by_motion(many, judge.members)
    summary = sum_rulings(many, count, (Facet.JUDGE, judge), SiteChoices(search=True))
    assert summary
    asked = 0
    for row, (motion, found) in zip(summary.table.rows, count.rows, strict=True):
        assert row.name.address == f"motions/{motion.slug}/"
        assert row.total.label == str(sum(map(len, found.values())))
        for cell, outcome in zip(row.cells, count.outcomes, strict=True):
            assert bool(cell.label) == bool(cell.address) == (outcome in found)
            if cell.address.startswith("search/?"):
                asked += 1
                chosen = dict(re.findall(r"(\w+)=([\w-]+)", cell.address))
                assert (chosen["judge"], chosen["motion"]) == (judge.slug, motion.slug)
                assert chosen.get("disposition") == name_outcome(outcome)
    assert asked
    without = sum_rulings(many, count, (Facet.JUDGE, judge), SiteChoices(search=False))
    assert without
    cells = [cell for row in without.table.rows for cell in row.cells if cell.label]
    assert all("search/" not in cell.address for cell in cells)
    assert all(cell.address for cell in cells)


def test_a_case_says_who_is_against_whom_and_runs_by_day(many: ArchiveIndex) -> None:
    group = max(many.archive.groups[Facet.CASE], key=lambda one: len(one.members))
    (part,) = paginate("cases/x", many.dockets[group.slug])
    view = view_case(many, group, part)
    assert [role for role, _ in view.parties] == ["Plaintiff", "Defendant"]
    assert view.parties[1][1].endswith("; Does 1-10")
    assert view.docket.startswith("https://www.courtlistener.com/?type=r&docket_number=")
    days = [day.date for day in view.rows if day.date]
    assert days == sorted(set(days))
    assert view.facts[-1].label == f"{len(group.members)} orders"
    here = build_index(keep_links_here(make_many(8)))
    assert not here.archive.docket_searches


def test_a_short_year_lists_its_months_and_a_long_one_links_them() -> None:
    index = build_index(make_many(1500))
    pages = {page.path: page for page in publish_group_pages(index)}
    year = max(index.archive.groups[Facet.YEAR], key=lambda group: len(group.members))
    assert len(year.members) > ROWS
    months = {path for path in pages if re.fullmatch(rf"years/{year.slug}/\d\d\.md", path)}
    assert 1 < len(months) <= 12
    view = pages[f"years/{year.slug}.md"].make()
    assert isinstance(view, MonthsPage)
    assert {f"{page.address[:-1]}.md" for page in view.months.values()} == months
    assert sum(page.count or 0 for page in view.months.values()) == len(year.members)


def test_each_month_has_an_anchor_where_its_first_order_stands(
    many: ArchiveIndex, lists: dict[str, TemplatePage]
) -> None:
    for group in many.archive.groups[Facet.YEAR]:
        assert len(group.members) <= ROWS
        view = lists[f"years/{group.slug}"].make()
        assert isinstance(view, OrdersPage)
        for run in view.rows:
            assert {f"{line.day:%Y-%m}" for line in run.lines} == {run.anchor}
        assert len({run.anchor for run in view.rows}) == len(view.rows)


def test_a_year_alone_and_a_court_that_no_citation_shortens_have_names() -> None:
    """An old circuit court's order of which nothing is known but the year."""
    old = make_order(1)
    described = dataclasses.replace(
        old.description,
        date=claim(PartialDate(1865)),
        date_filed=None,
        court=claim(Court("circtxyz", "Circuit Court for the District of Nowhere", "")),
    )
    index = build_index(catalogue_orders([dataclasses.replace(old, description=described)]))
    pages = {page.path: page for page in publish_group_pages(index)}
    view = pages["years/1865.md"].make()
    assert isinstance(view, OrdersPage)
    (run,) = view.rows
    assert run.anchor == "1865-00"  # the heading has "1865"
    (line,) = run.lines
    assert line.court
    assert line.court.label == "Circuit Court for the District of Nowhere"


def test_a_motion_of_many_rulings_shows_the_newest_and_leads_to_all(
    lists: dict[str, TemplatePage],
) -> None:
    view = lists["motions/dismiss"].make()
    assert isinstance(view, MotionPage)
    for outcome in view.outcomes:
        assert outcome.everything
        pages = [
            page.make()
            for address, page in lists.items()
            if f"{address}/".startswith(outcome.everything.address)
        ]
        rows = sum(len(page.rows) for page in pages if isinstance(page, OutcomePage))
        assert outcome.everything.label == f"All {rows} rulings"
        assert outcome.section.title.endswith(f" ({rows})")
        assert len(outcome.rows) == 5
    assert "by-judge" in [section.anchor for section in view.sums]


def test_parties_are_named_but_for_the_unnamed(lists: dict[str, TemplatePage]) -> None:
    views = [page.make() for at, page in lists.items() if at.startswith("parties")]
    rows = [row for view in views if isinstance(view, PartiesPage) for row in view.rows]
    names = [row.name for row in rows]
    assert "Doe Mills, Inc." in names
    assert "Does 1-10" not in names
    assert "parties/other" in lists
    (row,) = (row for row in rows if row.name == "Margit Lindqvist")
    assert row.roles == "plaintiff"
    assert (len(row.cases), row.more) == (5, 11)


@each_row()
def test_who_is_listed(archive: Archive, name: str, is_listed: bool) -> None:
    (page,) = publish_party_pages(build_index(name_party(archive, name)))
    view = page.make()
    assert isinstance(view, PartiesPage)
    assert [row.name for row in view.rows] == [name] * is_listed


def name_party(archive: Archive, name: str) -> Archive:
    party = claim(Party(name, (PartyRole.PLAINTIFF,)))
    return put_first(archive, redescribe(archive.orders[0], parties=(party,)))


@pytest.mark.build
def test_parties_are_left_out_where_the_owner_wants(archive: Archive, tmp_path: Path) -> None:
    hostile = name_party(archive, "A | B <img src=x onerror=alert(1)> *c*")
    pages = render_pages(hostile, tmp_path / "all")
    assert '<th scope="row">A | B &lt;img src=x onerror=alert(1)&gt; *c*</th>' in pages["parties"]
    assert '<a href="../parties/">Parties</a> are listed too.' in pages["cases"]
    without = render_pages(hostile, tmp_path / "some", parties="false")
    assert pages.keys() - without.keys() == {"parties"}
    assert not [address for address, page in without.items() if "parties/" in page]


def test_pictures_are_left_out_where_the_owner_wants(many: ArchiveIndex) -> None:
    choices = SiteChoices(charts=frozenset())
    views = [page.make() for page in publish_motion_pages(many, choices)]
    views += [page.make() for page in publish_group_pages(many, choices)]
    assert not any(getattr(view, name, None) for view in views for name in ("years", "chart"))
    summed = [view.rulings for view in views if isinstance(view, OrdersPage) and view.rulings]
    assert summed  # the table stays
    assert not any(one.chart for one in summed)


@pytest.mark.parametrize("chart", list(Chart))
def test_each_kind_of_picture_can_be_drawn_alone(many: ArchiveIndex, chart: Chart) -> None:
    def list_charts(charts: frozenset[Chart]) -> set[Chart]:
        choices = SiteChoices(charts=charts)
        (motions,) = (
            page.make()
            for page in publish_motion_pages(many, choices)
            if page.path == "motions/index.md"
        )
        drawn = {Chart.YEARS: view_home(many, choices).years, Chart.OUTCOMES: motions.chart}
        return {kind for kind, shown in drawn.items() if shown}

    assert list_charts(frozenset(Chart)) == set(Chart)
    assert list_charts(frozenset({chart})) == {chart}


def test_home_names_cases_and_judges_that_have_a_page(many: ArchiveIndex) -> None:
    browse = {line.heading: line for line in view_home(many, DEFAULT_CHOICES).browse}
    for heading in ("Cases", "Judges"):
        counts = [link.count for link in browse[heading].links]
        assert counts
        assert all(count and count > 1 for count in counts)
        assert browse[heading].everything.address == f"{heading.casefold()}/"


@pytest.mark.build
def test_home_searches_only_where_there_is_a_search(archive: Archive, tmp_path: Path) -> None:
    assert "home-search" not in render_pages(archive, tmp_path / "without")[""]
    searching = render_pages(archive, tmp_path / "with", search="true")[""]
    assert 'action="search/" method="get"' in searching
    assert searching.index("home-search") < searching.index("holdings")
    assert '<dt><a href="years/">Year</a></dt><dd>2031</dd>' in searching


def test_home_counts_what_is_there(many: ArchiveIndex) -> None:
    holdings = view_home(many, DEFAULT_CHOICES).holdings
    assert [(name.label, number) for name, number in holdings if name.label != "Authorities"] == [
        ("Orders", "1,000"),
        ("Cases", "250"),
        ("Judges", "7"),
        ("Courts", "3"),
        ("Years", "2012–2022"),
    ]
    assert (PageLink("Cases", "cases/"), "250") in holdings


def test_breadcrumbs_lead_up() -> None:
    above = [PageLink("Judges", "judges/"), PageLink("A B", "judges/a-b/")]
    assert list_breadcrumbs(above) == {"judges/": "Judges", "judges/a-b/": "A B"}
    pages = list(list_pages(make_many(8)))
    assert [page.path for page in pages if "above" not in page.meta] == ["index.md"]


def test_a_group_sums_up_on_its_first_page_alone(many: ArchiveIndex) -> None:
    judge = max(many.archive.groups[Facet.JUDGE], key=lambda group: len(group.members))
    first, second, *_ = paginate(f"judges/{judge.slug}", many.sort_newest_first(judge.members))
    view = view_group(many, Facet.JUDGE, judge, DEFAULT_CHOICES, first)
    assert view.narrowing
    assert view.rulings
    assert view.years
    assert [one.anchor for one in view.sections] == [
        "motions-and-outcomes",
        "orders",
        "over-the-years",
    ]
    later = view_group(many, Facet.JUDGE, judge, DEFAULT_CHOICES, second)
    assert (later.narrowing, later.rulings, later.years) == (None, None, None)
    assert later.lead == view.lead
