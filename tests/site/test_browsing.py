"""Lists as readers use them: sorted, filtered, by keyboard, without script, on a telephone."""

import csv
import gzip
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.site.size import format_size
from tests.site.contrast import list_contrasts
from tests.site.widths import both_widths
from tests.waiting import wait_until

CASES = "cases/"
FIRST = "td:nth-child(1)"


def read_column(page: Page, number: int) -> list[str]:
    """The shown cells of a column of the page's first table, as they stand."""
    cells = page.locator(f"table tbody tr:visible > :nth-child({number})")
    return [text.strip() for text in cells.all_inner_texts()]


def read_days(page: Page) -> list[str]:
    times = page.locator("table").first.locator("tbody time")
    return [one.get_attribute("datetime") or "" for one in times.all()]


def test_a_column_sorts_by_what_it_holds(page: Page, address: str) -> None:
    """Days by the calendar, numbers by size, names as words; a second press turns them round."""
    page.goto(f"{address}{CASES}")
    page.get_by_role("button", name="Latest").click()
    days = read_days(page)
    assert len(days) > 11
    assert days == sorted(days)
    assert days != sorted(days, reverse=True)
    page.get_by_role("button", name="Latest").click()
    assert read_days(page) == sorted(days, reverse=True)
    page.get_by_role("button", name="Orders").click()
    header = page.get_by_role("columnheader", name="Orders")
    expect(header).to_have_attribute("aria-sort", "ascending")
    assert page.locator("th[aria-sort=ascending], th[aria-sort=descending]").count() == 1
    column = page.locator("table tbody td:nth-last-child(2)").all_inner_texts()
    counts = [int(text.split()[-1].replace(",", "")) for text in column]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    page.get_by_role("button", name="Case", exact=True).click()
    names = [name.casefold() for name in read_column(page, 1)]
    assert names == sorted(names)


def test_a_column_sorts_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}{CASES}")
    button = page.get_by_role("button", name="Latest")
    button.focus()
    page.keyboard.press("Enter")
    assert read_days(page) == sorted(read_days(page))
    page.keyboard.press("Space")
    assert read_days(page) == sorted(read_days(page), reverse=True)
    expect(button).to_be_focused()
    outline = button.evaluate("node => getComputedStyle(node).outlineStyle")
    assert outline == "solid"


def test_judges_stand_by_their_surnames(page: Page, address: str) -> None:
    """In the page, and again after a reader has sorted otherwise."""
    page.goto(f"{address}judges/")
    names = read_column(page, 1)
    assert names.index("Lionel Achterberg") == 0
    assert names.index("Farquhar (D.C. Cir.)") < names.index("Wendell K. Farrow")
    page.get_by_role("button", name="Latest").click()
    assert read_column(page, 1) != names
    page.get_by_role("button", name="Judge", exact=True).click()
    assert read_column(page, 1) == names


@both_widths
def test_below_every_page_are_the_ways_to_what_is_known(page: Page, address: str) -> None:
    page.goto(f"{address}motions/dismiss/")
    footer = page.locator(".md-copyright")
    for name in ("About", "Data", "Corrections"):
        expect(footer.get_by_role("link", name=name, exact=True)).to_be_visible()
    sizes = footer.locator("a").evaluate_all(
        "links => links.map((link) => parseFloat(getComputedStyle(link).fontSize))"
    )
    assert sizes[-1] < min(sizes[:-1])  # the maker's mark is the smallest


def test_a_filter_counts_what_it_leaves(page: Page, address: str) -> None:
    page.goto(f"{address}{CASES}")
    rows = page.locator("table tbody tr")
    total = rows.count()
    field = page.get_by_label("Filter this list")
    status = page.locator(".table-filter output")
    expect(status).to_have_text(f"{total} rows")
    companies = [name for name in read_column(page, 1) if "Inc." in name]
    assert 1 < len(companies) < total
    field.fill("inc.")
    expect(status).to_have_text(f"{len(companies)} of {total} rows")
    assert read_column(page, 1) == companies
    field.fill("ROBOTICS larkspur")  # words in any sequence and case
    expect(status).to_have_text(f"1 of {total} rows")
    field.fill("no such case")
    expect(status).to_have_text(f"0 of {total} rows")
    field.fill("")
    expect(status).to_have_text(f"{total} rows")
    page.get_by_role("button", name="Latest").click()  # a filter and a sequence go together
    field.fill("inc.")
    assert len(read_days(page)) == total
    assert sorted(read_column(page, 1)) == sorted(companies)


def test_a_long_index_filters_all_names(page: Page, address: str) -> None:
    """Its page has the newest names alone; the others are in a file."""
    names = [
        (
            f"Roe v. Tern {number}",
            f"cases/{number}/",
            "",
            "3:31-cv-1",
            number,
            "2031-04-02",
            "Apr. 2",
        )
        for number in range(1, 301)
    ]
    page.route("**/cases/names.json", lambda route: route.fulfill(json=names))
    page.goto(f"{address}{CASES}")
    own = read_column(page, 1)
    page.locator("table").first.evaluate("table => { table.dataset.names = 'names.json' }")
    field = page.get_by_label("Filter this list")
    status = page.locator(".table-filter output")
    field.fill("roe 299")
    expect(status).to_have_text("1 of 300 rows")
    assert read_column(page, 1) == ["Roe v. Tern 299"]
    assert read_days(page) == ["2031-04-02"]
    link = page.locator("table tbody a")
    expect(link).to_have_js_property("href", f"{address}cases/299/")
    field.fill("roe")
    expect(status).to_have_text("300 of 300 rows")
    assert len(read_column(page, 1)) == 100
    field.fill("")
    expect(status).to_have_text(f"{len(own)} rows")
    assert read_column(page, 1) == own


def test_a_long_index_without_its_file_filters_what_it_has(page: Page, address: str) -> None:
    page.route("**/cases/names.json", lambda route: route.abort())
    page.goto(f"{address}{CASES}")
    page.locator("table").first.evaluate("table => { table.dataset.names = 'names.json' }")
    page.get_by_label("Filter this list").fill("larkspur")
    expect(page.locator(".table-filter output")).to_contain_text("1 of ")


def test_data_files_have_their_rows_and_size(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}data-files/")
    rows = page.locator("table tbody tr")
    shown = {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in rows.all()
    }
    assert {name for name in shown if not (site / name).is_file()} == set()
    for name, (count, size, _) in shown.items():
        assert size == format_size((site / name).stat().st_size)
        data = (site / name).read_bytes()
        text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8", "replace")
        if name == "publication_log.csv":  # its newest line is written when the page is there
            assert count == "—"
        elif ".csv" in name:
            assert int(count.replace(",", "")) == len(list(csv.reader(io.StringIO(text)))) - 1
        elif ".jsonl" in name:
            assert int(count) == len(text.splitlines())
    page.set_viewport_size({"width": 390, "height": 844})
    for words in page.locator("table tbody td:last-child").all():
        assert words.evaluate("cell => cell.clientWidth") > 300
    footer = page.locator(".footer-links a")
    first = ["Data", "Data quality", "Coverage", "Accessibility", "Check a quotation"]
    assert footer.all_inner_texts()[: len(first)] == first
    for link in footer.all():
        reply = page.request.get(f"{page.url}{link.get_attribute('href')}")
        assert reply.ok


def test_an_orders_own_tables_are_left_alone(page: Page, address: str, site: Path) -> None:
    """Nobody may rearrange what a court wrote."""
    tabled = [
        path.parent.relative_to(site).as_posix()
        for path in sorted(site.glob("orders/*/*/*/index.html"))
        if "<table>" in path.read_text(encoding="utf-8")
    ]
    assert tabled
    page.goto(f"{address}{tabled[0]}/")
    wait_until(page, "window.document$ !== undefined")
    assert page.locator(".order-page table .sort-button").count() == 0


@pytest.fixture(params=[1440, 360])
def scriptless(browser: Browser, request: pytest.FixtureRequest) -> Page:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": request.param, "height": 900}
    )
    return context.new_page()


def test_without_script_lists_are_lists(scriptless: Page, address: str) -> None:
    """All rows and links are there, newest first, and nothing that would do nothing."""
    scriptless.goto(f"{address}courts/cand/")
    assert scriptless.locator(".sort-button, .table-filter").count() == 0
    days = read_days(scriptless)
    assert len(days) >= 10
    assert days == sorted(days, reverse=True)
    expect(scriptless.locator("tbody a").first).to_be_visible()
    scriptless.locator("details.narrow summary").click()
    scriptless.locator("details.narrow a").first.click()
    expect(scriptless.locator("h1")).to_be_visible()
    trail = scriptless.get_by_role("navigation", name="Breadcrumb")
    expect(trail).to_be_visible()
    trail.get_by_role("link", name="Home").click()
    expect(scriptless.locator("h1")).to_have_text("Court orders")


def test_on_a_telephone_an_order_is_an_entry_of_a_list(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{address}courts/cand/")
    row = page.locator("tbody tr").first
    day, order = row.locator("td").nth(0).bounding_box(), row.locator("td").nth(1).bounding_box()
    assert day
    assert order
    assert order["y"] > day["y"]
    assert order["width"] > 300


def test_tables_are_furnished_once_and_on_each_page_shown(page: Page, address: str) -> None:
    """As the theme tells of a page that it put in place of another (instant navigation)."""
    page.goto(f"{address}{CASES}")
    page.get_by_role("button", name="Latest").wait_for()
    buttons = page.locator(".sort-button").count()
    page.evaluate("document$.next(document)")
    assert page.locator(".sort-button").count() == buttons
    assert page.locator(".table-filter").count() == 1
    page.evaluate(
        """() => {
          const table = document.querySelector("table").cloneNode(true);
          delete table.dataset.sortable;
          for (const button of table.querySelectorAll("button")) button.replaceWith(button.textContent);
          table.removeAttribute("id");
          document.querySelector("article").replaceChildren(table);
          document$.next(document);
        }"""
    )
    page.get_by_role("button", name="Latest").click()
    assert read_days(page) == sorted(read_days(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_readable_in_both_palettes(
    browser: Browser, address: str, scheme: str
) -> None:
    """Contrast of words and bars against the page, by WCAG: 4.5 for text, 3 for shapes."""
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}motions/")
    wait_until(page, "window.document$ !== undefined")
    words, shapes = page.locator(".chart :is(text, .bars span)"), page.locator(".chart rect")
    assert words.count() + shapes.count() > 10
    assert min(list_contrasts(words)) >= 4.5
    assert min(list_contrasts(shapes)) >= 3


@both_widths
def test_a_wide_table_keeps_its_first_column_and_shades_its_edge(page: Page, address: str) -> None:
    page.goto(f"{address}motions/")
    box = page.locator(".md-typeset__scrollwrap:has(tbody th)").first
    box.evaluate("one => { one.style.maxWidth = '260px'; one.scrollLeft = 200; }")
    assert box.evaluate("one => one.scrollLeft") > 50
    left = box.evaluate("one => one.getBoundingClientRect().left")
    name = box.locator("tbody th").first
    assert abs(name.evaluate("one => one.getBoundingClientRect().left") - left) <= 2
    expect(box).to_have_css("background-attachment", "local, scroll")
    expect(box.locator("table")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
