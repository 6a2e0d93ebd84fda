"""Where the parts of an order's page stand: notes in the margin, the folded caption, the contents."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_site import LARKSPUR
from tests.waiting import TWO_FRAMES

# Of each note in the margin: how far below its mark it begins; what of the notes overlaps.
LOOK_AT_NOTES = """() => {
  const notes = [...document.querySelectorAll("li.note--beside")];
  const boxes = notes.map((note) => note.getBoundingClientRect());
  const text = document.querySelector(".order-text").getBoundingClientRect();
  const mark = (note) => document.getElementById(note.id.replace("fn:", "fnref:"));
  return {
    below: notes.map((note, place) => boxes[place].top - mark(note).getBoundingClientRect().top),
    overlaps: boxes.filter((box, place) => place && box.top < boxes[place - 1].bottom).length,
    outside: boxes.filter((box) => box.left < text.right || box.right > innerWidth
      || box.bottom > text.bottom).length,
  };
}"""


@pytest.fixture
def wide(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{address}{LARKSPUR}/")
    yield page
    page.close()
    assert problems == []


@pytest.fixture
def phone(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}{LARKSPUR}/")
    return page


@pytest.mark.parametrize("width", [1440, 1100])
def test_notes_stand_beside_their_marks(wide: Page, width: int) -> None:
    wide.set_viewport_size({"width": width, "height": 800})
    count = wide.locator(".order-text .footnote > ol > li").count()
    assert count > 1
    expect(wide.locator("li.note--beside")).to_have_count(count)
    wide.evaluate(TWO_FRAMES)  # they go where the width wants them
    looked = wide.evaluate(LOOK_AT_NOTES)
    assert all(-2 <= below <= 160 for below in looked["below"]), looked
    assert looked["overlaps"] == looked["outside"] == 0
    expect(wide.locator(".footnote > hr")).to_be_hidden()  # nothing is left of the list
    assert wide.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_note_too_long_for_the_margin_stays_in_the_list(wide: Page) -> None:
    first = wide.locator(".order-text .footnote > ol > li").first
    expect(first).to_have_class(re.compile("note--beside"))
    first.locator("p").first.evaluate("p => p.append(' Words of a long note.'.repeat(200))")
    expect(first).not_to_have_class(re.compile("note--beside"))
    expect(wide.locator(".footnote > hr")).to_be_visible()
    wide.evaluate(TWO_FRAMES)
    looked = wide.evaluate(LOOK_AT_NOTES)
    assert len(looked["below"]) > 0
    assert looked["overlaps"] == looked["outside"] == 0


def test_narrow_windows_and_paper_have_the_notes_in_their_list(wide: Page) -> None:
    beside = wide.locator("li.note--beside")
    expect(beside.first).to_be_visible()
    wide.set_viewport_size({"width": 1000, "height": 800})
    expect(beside).to_have_count(0)
    wide.set_viewport_size({"width": 1440, "height": 900})
    expect(beside.first).to_be_visible()
    wide.emulate_media(media="print")
    expect(wide.locator(".footnote > ol > li").first).to_have_css("position", "static")


def test_the_caption_unfolds_for_an_address_inside_it(wide: Page, address: str) -> None:
    caption = wide.locator("details.order-caption")
    expect(caption).not_to_have_attribute("open", "")
    inside = caption.locator("[id]").first
    expect(inside).to_be_hidden()
    wide.goto(f"{address}{LARKSPUR}/#{inside.get_attribute('id')}")
    expect(caption).to_have_attribute("open", "")
    expect(inside).to_be_in_viewport(ratio=0)


def test_the_pill_says_the_page_and_leads_to_sections_and_pages(phone: Page) -> None:
    pill = phone.locator("button.contents-pill")
    expect(pill).to_have_text(re.compile(r"p\. 1 of \d"))
    last = phone.locator("[id^='page-'].page-mark").last
    last.evaluate("mark => scrollTo(0, mark.getBoundingClientRect().top + scrollY - 100)")
    expect(pill).to_have_text(re.compile(r"p\. (\d+) of \1"))
    sheet = phone.get_by_role("dialog")
    pill.focus()
    phone.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(pill).to_be_focused()
    pill.click()
    sheet.get_by_role("link", name="2", exact=True).click()
    expect(sheet).to_be_hidden()
    expect(phone.locator("#page-2")).to_be_in_viewport()
    pill.click()
    expect(sheet.locator("[data-depth='2']").filter(has_text="Cases")).to_have_count(1)
    sheet.get_by_role("link", name="Authorities cited").click()
    expect(phone.locator("#authorities-cited")).to_be_in_viewport()


def test_wide_windows_have_their_list_of_contents_and_no_pill(wide: Page) -> None:
    expect(wide.locator(".md-sidebar--secondary")).to_be_visible()
    expect(wide.locator("button.contents-pill")).to_be_hidden()


def test_contents_come_behind_the_article_and_are_one_step_away(wide: Page) -> None:
    skip = wide.get_by_role("link", name="Skip to the contents")
    wide.locator("h1").evaluate("heading => heading.setAttribute('tabindex', '-1')")
    wide.locator("h1").focus()
    wide.keyboard.press("Shift+Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    wide.keyboard.press("Enter")
    wide.keyboard.press("Tab")
    contents = wide.locator(".md-sidebar--secondary")
    expect(contents.get_by_role("link").first).to_be_focused()
    article = wide.locator("article")
    boxes = contents.bounding_box(), article.bounding_box()
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"], "at the left, where they were"
    assert article.evaluate(
        "(one) => one.compareDocumentPosition(document.querySelector('.md-sidebar--secondary'))"
        " === Node.DOCUMENT_POSITION_FOLLOWING"
    )
