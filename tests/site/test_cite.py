"""Citing an order in a real browser: what the clipboard holds, at desktop and phone width."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.commands import succeed
from tests.site.policy_server import serve_strictly
from tests.site.test_site import LARKSPUR
from tests.site.widths import both_widths

CITED = (
    "Larkspur Robotics, Inc. v. Does 1-8, No. 3:23-cv-01234-MTO{pin} (N.D. Cal. Mar. 4, 2024), "
    "ECF No. 12."
)
SHOWN_FOR = 2500  # milliseconds that a button says what it did
# Selects from the first occurrence of one text to the end of the first occurrence of another.
SELECT = """([from, to]) => {
  const find = (words) => {
    const walker = document.createTreeWalker(document.querySelector(".order-page"), 4);
    const start = document.querySelector("#text-of-the-order");
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (start.compareDocumentPosition(node) & 4 && node.data.includes(words))
        return [node, node.data.indexOf(words)];
    throw new Error(words);
  };
  const [first, begins] = find(from), [last, ends] = find(to);
  document.getSelection().setBaseAndExtent(first, begins, last, ends + to.length);
}"""
READ_RICH = """async () => {
  const [item] = await navigator.clipboard.read();
  return await (await item.getType("text/html")).text();
}"""


@pytest.fixture
def reader(page: Page, address: str) -> Page:
    """A page that may use the clipboard, open at an order, whose clock runs when a test lets it.

    A button's message disappears after a while: on a slow machine before the test reads it.
    """
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_with_stopped_clock(page, f"{address}{LARKSPUR}/")
    return page


def open_with_stopped_clock(page: Page, url: str) -> None:
    page.clock.install(time=0)
    page.goto(url)
    page.clock.pause_at(60_000)


def read_clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_citation_is_copied_plain_and_with_italics(reader: Page) -> None:
    button = reader.get_by_role("button", name="Copy citation")
    button.click()
    expect(reader.locator(".cite-status[role=status]")).to_have_text("Citation copied")
    expect(reader.locator(".cite-actions button").first).to_have_text("Copied")
    assert read_clipboard(reader) == CITED.format(pin="")
    rich = reader.evaluate(READ_RICH)
    assert "<em>Larkspur Robotics, Inc. v. Does 1-8</em>, No. 3:23-cv-01234-MTO (N.D." in rich
    reader.clock.run_for(SHOWN_FOR)
    expect(button).to_have_text("Copy citation")


def test_a_selection_is_copied_with_the_citation_of_its_page(reader: Page) -> None:
    bar = reader.locator(".cite-bar")
    expect(bar).to_be_hidden()
    reader.evaluate(SELECT, ["UNITED STATES DISTRICT COURT", "UNITED STATES DISTRICT COURT"])
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="Copy with citation").click()
    expect(reader.locator(".cite-status[role=status]")).to_have_text("Text and citation copied")
    assert read_clipboard(reader) == (
        f"“UNITED STATES DISTRICT COURT” {CITED.format(pin=', slip op. at 1')}"
    )
    expect(bar).to_be_visible()  # the press left the selection as it was
    reader.keyboard.press("Escape")
    expect(bar).to_be_hidden()


def test_a_selection_over_a_page_end_is_cited_by_both_pages(reader: Page) -> None:
    """No page mark is copied; the words on both sides are."""
    before, after = "recital of good-faith steps.", "Seescandy.com, 185 F.R.D. at 579"
    reader.evaluate(SELECT, [before, after])
    reader.locator(".cite-bar").get_by_role("button", name="Copy with citation").click()
    expect(reader.locator(".cite-status[role=status]")).to_have_text("Text and citation copied")
    assert read_clipboard(reader) == f"“{before} {after}” {CITED.format(pin=', slip op. at 2-3')}"
    reader.evaluate(SELECT, [after, after])
    expect(reader.locator(".cite-text")).to_have_text(CITED.format(pin=", slip op. at 3"))
    reader.evaluate("document.getSelection().empty()")
    expect(reader.locator(".cite-text")).to_have_text(CITED.format(pin=""))


def test_a_heading_at_the_top_of_a_page_is_on_that_page(reader: Page) -> None:
    """Its page mark stands before it, in a line of its own."""
    heading = reader.locator("p.page-break:has(> #page-2) + :is(h3, h4)")
    reader.evaluate(
        "node => document.getSelection().selectAllChildren(node)", heading.element_handle()
    )
    expect(reader.locator(".cite-text")).to_have_text(CITED.format(pin=", slip op. at 2"))


def test_a_note_is_cited_by_the_page_of_its_mark(reader: Page) -> None:
    note = reader.locator(".footnote li").first
    label = note.get_attribute("data-label")
    reader.evaluate(
        "node => document.getSelection().selectAllChildren(node)", note.element_handle()
    )
    pin = reader.locator(".cite-pin")
    expect(pin).to_have_text(f", slip op. at {page_of(reader, note.get_attribute('id'))} n.{label}")
    link = reader.locator(".cite-link")
    expect(link).to_have_attribute("href", f"{reader.url}#{note.get_attribute('id')}")


def page_of(page: Page, note: str | None) -> int:
    """The number of page marks before a note's mark, and one: the order begins on page 1."""
    return int(
        page.evaluate(
            """(id) => 1 + [...document.querySelectorAll("a.page-mark[id]")].filter((mark) =>
              mark.compareDocumentPosition(document.getElementById(id)) & 4).length""",
            (note or "").replace("fn:", "fnref:"),
        )
    )


NUMBERED = """\
2031 ND 12

IN THE SUPREME COURT

STATE OF NORTH DAKOTA

Marlow Tarn, Plaintiff and Appellant
v.
Quill and Lantern Ltd., Defendant and Appellee

No. 20310045

Opinion of the Court by Brandt, Justice.

[¶1] Marlow Tarn appeals from a judgment that dismissed his action for the price of oil.

[¶2] He delivered the oil in March and sent his bill in April. Nobody paid it.

[¶3] The district court held that the action came too late.

[¶4] We reverse and remand.
"""


def test_a_paragraph_that_the_court_numbered_is_the_pin(page: Page, tmp_path: Path) -> None:
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders/tarn.txt").write_text(NUMBERED, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: One\nsite_dir: archive\ntheme: {name: orders}\nplugins: [orders-archive]\n",
        "utf-8",
    )
    (tmp_path / "docs").mkdir()
    succeed("build", "-q", cwd=tmp_path)
    found = next(tmp_path.glob("archive/orders/*/*/*/index.html"))
    with serve_strictly(tmp_path) as address:
        page.goto(address + found.parent.relative_to(tmp_path / "archive").as_posix() + "/")
        cited = page.locator(".cite-text")
        expect(cited).to_have_text("Tarn v. Quill & Lantern Ltd., 2031 ND 12.")
        page.evaluate(SELECT, ["sent his bill", "in April"])
        expect(cited).to_have_text("Tarn v. Quill & Lantern Ltd., 2031 ND 12, ¶ 2.")
        page.evaluate(SELECT, ["sent his bill", "came too late"])
        expect(cited).to_have_text("Tarn v. Quill & Lantern Ltd., 2031 ND 12, ¶¶ 2-3.")


def test_a_link_to_the_paragraph_opens_there(reader: Page) -> None:
    here = reader.url
    reader.get_by_role("button", name="Copy link").first.click()
    expect(reader.locator(".cite-status[role=status]")).to_have_text("Link copied")
    assert read_clipboard(reader) == here
    block = reader.locator(".order-page p[id^='p-']").nth(4)
    anchor = block.get_attribute("id")
    reader.evaluate(
        "node => document.getSelection().selectAllChildren(node)", block.element_handle()
    )
    reader.locator(".cite-bar").get_by_role("button", name="Copy link").click()
    expect(reader.locator(".cite-bar button").nth(1)).to_have_text("Copied")
    assert read_clipboard(reader) == f"{here}#{anchor}"
    reader.goto(f"{here}#{anchor}")
    expect(block).to_be_in_viewport()


def test_a_selection_in_another_section_is_none(reader: Page) -> None:
    reader.evaluate("document.getSelection().selectAllChildren(document.querySelector('#source'))")
    expect(reader.locator(".cite-bar")).to_be_hidden()
    expect(reader.locator(".cite-text")).to_have_text(CITED.format(pin=""))


def test_other_forms_are_copied_and_saved_as_the_page_shows_them(reader: Page) -> None:
    reader.get_by_text("BibTeX, RIS, CSL-JSON", exact=True).click()
    for name, ending in (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")):
        shown = reader.get_by_role("region", name=name, exact=True).text_content() or ""
        reader.get_by_role("button", name=f"Copy {name}").click()
        expect(reader.locator(".cite-status[role=status]")).to_have_text("Copied")
        assert read_clipboard(reader).rstrip("\n") == shown
        with reader.expect_download() as download:
            reader.get_by_role("button", name=f"Save {name}").click()
        expect(reader.locator(".cite-status[role=status]")).to_have_text("Saved")
        assert download.value.suggested_filename == (
            f"cand-3-23-cv-01234-2024-03-04-order-denying-motion-for-expedited-discovery.{ending}"
        )
        saved = download.value.path().read_bytes().decode()
        assert (saved.count("\r\n") > 5) is (name == "RIS")
        assert saved.replace("\r\n", "\n").rstrip("\n") == shown


def test_what_a_button_did_is_shown_for_as_long_as_if_no_other_was_pressed_before(
    reader: Page,
) -> None:
    status = reader.locator(".cite-status[role=status]")
    reader.get_by_role("button", name="Copy citation").click()
    expect(status).to_have_text("Citation copied")
    reader.clock.run_for(SHOWN_FOR - 500)
    reader.get_by_role("button", name="Copy link").first.click()
    expect(status).to_have_text("Link copied")
    reader.clock.run_for(SHOWN_FOR - 500)
    expect(status).to_have_text("Link copied")
    reader.clock.run_for(500)
    expect(status).to_have_text("")


def test_a_form_is_saved_under_the_policy_of_a_strict_host(
    browser: Browser, strict_address: str
) -> None:
    page = browser.new_page()
    stopped: list[str] = []
    page.on("console", lambda message: stopped.append(message.text))
    page.goto(f"{strict_address}{LARKSPUR}/")
    page.get_by_text("BibTeX, RIS, CSL-JSON", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save CSL-JSON").click()
    (item,) = json.loads(download.value.path().read_text("utf-8"))
    assert item["URL"] == f"https://example.org/archive/{LARKSPUR}/"
    assert stopped == []


def test_where_the_page_is_not_served_securely_it_copies_the_old_way(reader: Page) -> None:
    reader.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    reader.get_by_role("button", name="Copy citation").click()
    expect(reader.locator(".cite-status[role=status]")).to_have_text("Citation copied")
    reader.goto(reader.url)
    assert read_clipboard(reader) == CITED.format(pin="")


def test_a_refusal_is_said(reader: Page) -> None:
    reader.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
    button = reader.locator(".cite-actions button").first
    button.click()
    expect(button).to_have_text("Not copied")
    expect(reader.locator(".cite-status[role=status]")).to_contain_text("did not let the page copy")


@both_widths
def test_the_section_fits_the_window(reader: Page) -> None:
    reader.get_by_text("BibTeX, RIS, CSL-JSON", exact=True).click()
    reader.evaluate(SELECT, ["UNITED STATES DISTRICT COURT", "UNITED STATES DISTRICT COURT"])
    expect(reader.locator(".cite-bar")).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    box = reader.locator(".cite-bar").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= (reader.viewport_size or {})["width"]
    for button in reader.locator("button[data-cite]").all():
        size = button.bounding_box()
        assert size is None or size["height"] >= 24  # WCAG 2.5.8
