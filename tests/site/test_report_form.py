"""“Something wrong here?” in a real browser, by keyboard on a phone: what a reader puts right there is
a corrections file that the program takes, however it comes to the owner.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from build_scripts.describing import Corrections, read_corrections
from build_scripts.model.description import DocketNumber, Outcome, PartyRole
from build_scripts.model.raw_order import RawOrder, SideFile
from tests.shared import ORDERS, begin_project
from tests.site.axe import judge
from tests.site.policy_server import serve_strictly
from tests.tables import each_row
from tests.waiting import wait_until

FILE = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
FOLDER = "cand/3-23-cv-01234"
ORDER = "orders/cand/3-23-cv-01234/2024-03-04-order-denying-motion-for-expedited-discovery/"


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one order, whose owner named a mail address and a repository."""
    named = {"contact": "clerk@example.org", "repository": "https://github.com/owner/archive"}
    folder = begin_project(tmp_path_factory.mktemp("reported"), FILE, **named)
    site = folder / "served/archive"
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(site)))
    return site


@pytest.fixture(scope="module")
def address(reported: Path) -> Iterator[str]:
    """Where its order's page is served, as strictly as a host does."""
    with serve_strictly(reported.parent) as address:
        yield address + ORDER


@pytest.fixture
def phone(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=False)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


def read(text: str) -> Corrections:
    """What the program reads in a file that a reader made; it takes all of it."""
    raw = RawOrder.from_bytes(FILE, (ORDERS / FILE).read_bytes())
    read = read_corrections(replace(raw, corrections=SideFile(f"{FILE}.yml", text.encode())))
    assert read is not None
    assert [each.message for each in read.findings] == []
    return read


def open_form(page: Page, address: str) -> None:
    page.goto(address)
    wait_until(page, "window.document$ !== undefined")
    page.locator(".report a").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Something wrong here?")).to_be_visible()


def press_to(page: Page, name: str) -> None:
    """Go on by Tab until what has this name is focused."""
    wanted = page.get_by_role("dialog").get_by_text(name, exact=True).first
    labeled = page.get_by_role("dialog").get_by_label(name, exact=True)
    target = labeled if labeled.count() else wanted
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("(node) => node === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {name}")


def type_anew(page: Page, name: str, text: str) -> None:
    press_to(page, name)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def test_a_reader_puts_fields_right_by_keyboard_and_tells_it_in_three_ways(
    phone: BrowserContext, address: str
) -> None:
    page = phone.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda told: problems.append(told.text) if told.type == "error" else None)
    open_form(page, address)
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_label("Case name")).to_have_value("Larkspur Robotics, Inc. v. Does 1-8")
    expect(sheet.get_by_label("Court", exact=True)).to_have_value("cand")
    expect(sheet.locator("#report-judges-about q")).to_contain_text("MARIAN T. OAKHURST")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(sheet.get_by_role("link", name="Write a mail")).to_have_count(0)  # nothing is said yet

    type_anew(page, "Case name", 'Larkspur: "Robotics" v. Does #1-9 \\ ')
    type_anew(page, "Docket numbers", "3:23-cv-01234-MTO\n3:23-cv-01235\n")
    type_anew(page, "Judges", "Marianne T. Oakhurst")
    type_anew(page, "Rulings", "motion to stay\n")
    expect(sheet.get_by_role("status")).to_contain_text("unusable value")
    expect(sheet.get_by_label("Rulings")).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("motion for expedited discovery: granted in part\nmotion to stay: denied")
    expect(sheet.get_by_label("Rulings")).to_have_attribute("aria-invalid", "false")
    press_to(page, "More fields")
    page.keyboard.press("Enter")
    type_anew(page, "Parties", "Larkspur Robotics, Incorporated\nDoes 1-9")
    type_anew(page, "Why, or what else is wrong", "It is signed so,\non page 4: “M. T. O.”")
    type_anew(page, "Your name (optional; it may be shown on this page)", "B. Page")
    expect(sheet.get_by_role("status")).to_contain_text("You can send the report in these ways.")

    press_to(page, "Write a mail")
    mail = sheet.get_by_role("link", name="Write a mail").get_attribute("href") or ""
    assert mail.startswith("mailto:clerk@example.org?subject=Problem%20with%20an%20order")
    body = parse_qs(urlsplit(mail).query)["body"][0]
    assert body.startswith(f"The order: {ORDER}\r\n\r\n# Proposed by a reader of http://127.0.0.1")
    press_to(page, "Download the file")
    with page.expect_download() as downloaded:
        page.keyboard.press("Enter")
    assert downloaded.value.suggested_filename == f"{Path(FILE).name}.yml"
    text = Path(downloaded.value.path()).read_text("utf-8")
    press_to(page, "New file on GitHub")
    phone.route("https://github.com/**", lambda route: route.fulfill(body="A new file"))
    with phone.expect_page() as opened:
        page.keyboard.press("Enter")
    opened.value.wait_for_url("https://github.com/**")
    new = urlsplit(opened.value.url)
    assert unquote(new.path) == f"/owner/archive/new/main/orders/{FOLDER}"
    assert parse_qs(new.query) == {"filename": [f"{Path(FILE).name}.yml"], "value": [text]}
    assert body.replace("\r\n", "\n").partition("\n\n")[2] == text.rstrip("\n") + "\n"

    read_ = read(text)
    assert read_.values["case_name"] == ('Larkspur: "Robotics" v. Does #1-9 \\',)
    assert read_.values["docket_numbers"] == (
        DocketNumber("3:23-cv-01234-MTO", "3", 2023, "cv", 1234, "MTO"),
        DocketNumber("3:23-cv-01235", "3", 2023, "cv", 1235),
    )
    assert read_.values["judges"] == ("Marianne T. Oakhurst",)
    first, second = read_.values["rulings"]
    assert (first.motion, first.outcome) == ("motion for expedited discovery", "granted in part")
    assert first.entries == ("7",)  # what a reader did not touch stays
    assert (second.motion, second.outcome) == ("motion to stay", Outcome.DENIED)
    plaintiff, does = read_.values["parties"]
    assert (plaintiff.name, plaintiff.roles) == (
        "Larkspur Robotics, Incorporated", (PartyRole.PLAINTIFF,),
    )  # fmt: skip
    assert does.side == 1
    assert (read_.note, read_.by) == ("It is signed so, on page 4: “M. T. O.”", "B. Page")
    assert set(read_.values) == {"case_name", "docket_numbers", "judges", "rulings", "parties"}

    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    page.keyboard.press("Enter")  # the link has the focus again, and nothing is lost
    expect(page.get_by_label("Judges")).to_have_value("Marianne T. Oakhurst")
    page.get_by_role("dialog").get_by_role("link", name="Show in the text").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(
        re.compile("#evidence-case-name$")
    )  # the first field leads to its words
    assert problems == []


@each_row()
def test_what_no_address_takes_is_copied(
    phone: BrowserContext, address: str, change: str, way: str, leads_to: str
) -> None:
    page = phone.new_page()
    page.goto(address)
    page.evaluate(f"() => {{ const link = document.querySelector('.report a'); {change} }}")
    page.locator(".report a").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("Date", exact=True).fill("2024-03-05")
    sheet.get_by_label("Disposition").select_option("granted")
    link = sheet.get_by_role("link", name=way)
    assert link.get_attribute("href") == leads_to
    phone.route(re.compile("https://(gitlab.com|example.org)/"), lambda it: it.fulfill(body="x"))
    link.evaluate("(node) => node.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    expect(sheet.get_by_role("status")).to_have_text("Copied. Paste it there.")
    read_ = read(page.evaluate("navigator.clipboard.readText()"))
    assert {name: str(value) for name, (value,) in read_.values.items()} == {
        "date": "2024-03-05",
        "disposition": "granted",
    }


def test_corrections_that_are_there_are_edited_and_lists_of_a_compact_archive_are_read(
    phone: BrowserContext, address: str
) -> None:
    page = phone.new_page()

    def give(route: Route) -> None:
        order = route.fetch().json()
        route.fulfill(json=[{"address": "orders/other"}, {**order, "correction": {"fields": []}}])

    page.route("**/order.json", give)
    open_form(page, address)
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("Title").fill("Order")
    link = sheet.get_by_role("link", name="New file on GitHub")
    assert link.get_attribute("href") == (
        f"https://github.com/owner/archive/edit/main/orders/{FILE}.yml"
    )
    file = sheet.locator("pre").text_content() or ""
    assert "# There are corrections already: put these lines into them.\n" in file
    assert read(file).values == {"title": ("Order",)}


def test_the_form_has_no_fault(browser: Browser, address: str, checkers: Path) -> None:
    for width, scheme in ((390, "light"), (1280, "dark")):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        )
        page = context.new_page()
        open_form(page, address)
        page.get_by_role("dialog").get_by_label("Case name").fill("Roe v. Doe")
        rulings = (
            "a motion: denied" if scheme == "dark" else "no ruling"
        )  # of which a fault is told
        page.get_by_role("dialog").get_by_label("Rulings").fill(rulings)
        page.get_by_role("dialog").get_by_text("More fields").click()
        page.get_by_role("dialog").get_by_text("Your report as a file").click()
        assert judge(page, checkers) == []
        context.close()


def test_without_its_data_or_script_the_page_has_a_mail(
    phone: BrowserContext, reported: Path, address: str
) -> None:
    tree = LexborHTMLParser((reported / ORDER / "index.html").read_bytes())
    mail = unquote(tree.css_first(".report a").attributes["href"] or "")
    assert "What is right:\nCase name:\nDocket numbers:\nCourt:" in mail
    page = phone.new_page()
    page.route("**/order.json", lambda route: route.abort())
    page.goto(address)
    page.evaluate("() => { document.querySelector('.report a').href = '#mail' }")
    page.locator(".report a").click()
    page.wait_for_url("**/#mail")
    assert page.locator("dialog.report-sheet").count() == 0
