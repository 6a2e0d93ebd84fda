"""An order's page in a browser: footnotes beside their marks, links to paragraphs, paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_site import LARKSPUR
from tests.site.widths import both_widths

NOTE = "Calder v. Jones, 465 U.S. 783"


@pytest.fixture
def order(page: Page, address: str) -> Page:
    page.goto(f"{address}{LARKSPUR}/")
    return page


@pytest.fixture
def touched(browser: Browser, address: str) -> Page:
    """The order on a screen that fingers touch."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}{LARKSPUR}/")
    return page


@both_widths
def test_a_footnote_is_read_beside_its_mark_by_pointer(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(f"{address}{LARKSPUR}/")
    mark = page.get_by_role("link", name="Footnote 2", exact=True)
    card = page.locator(".footnote-card")
    mark.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text(NOTE)
    expect(card.get_by_role("link", name="Back to the mark")).to_have_count(0)
    assert card.locator("[id]").count() == 0  # no address leads to the copy
    card.hover()  # it can be pointed at: its links are there to be followed
    page.clock.fast_forward(500)
    expect(card).to_be_visible()
    page.locator("h1").hover(force=True)
    expect(card).to_be_hidden()


def test_a_footnote_is_read_beside_its_mark_by_keyboard(order: Page) -> None:
    mark = order.get_by_role("link", name="Footnote 2", exact=True)
    card = order.locator(".footnote-card")
    order.keyboard.press("Tab")  # so that focus shows, as for whoever uses the keyboard
    mark.focus()
    expect(card).to_contain_text(NOTE)
    expect(mark).to_have_attribute("aria-describedby", "footnote-card")
    order.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()


def test_the_card_leads_to_the_note(order: Page) -> None:
    order.get_by_role("link", name="Footnote 2", exact=True).hover()
    order.locator(".footnote-card").get_by_role("link", name="Go to the note").click()
    expect(order.locator('[id="fn:2"]')).to_be_in_viewport()
    expect(order.locator(".footnote-card")).to_be_hidden()


def test_a_tap_shows_the_note_and_the_next_one_goes_there(touched: Page) -> None:
    mark = touched.get_by_role("link", name="Footnote 2", exact=True)
    card = touched.locator(".footnote-card")
    mark.tap()
    expect(card).to_contain_text(NOTE)
    assert "#fn" not in touched.url
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    touched.touchscreen.tap(180, 20)
    expect(card).to_be_hidden()
    mark.tap()
    expect(card).to_be_visible()
    mark.tap()
    expect(touched.locator('[id="fn:2"]')).to_be_in_viewport()


def test_a_paragraph_pointed_at_shows_its_link(order: Page) -> None:
    link = order.locator("a.paragraph-link")
    order.locator("#p-5").hover()
    expect(link).to_have_css("opacity", "1")
    expect(link).to_have_attribute("href", "#p-5")
    expect(link).to_have_count(1)
    expect(order.locator("#p-5")).not_to_contain_text("¶")  # drawn, not written: nobody copies it
    paragraph, sign = order.locator("#p-5").bounding_box(), link.bounding_box()
    assert paragraph
    assert sign
    assert abs(sign["y"] - paragraph["y"]) < 8
    assert sign["x"] >= 0
    assert sign["x"] + sign["width"] <= paragraph["x"] + 1
    link.click()
    expect(order).to_have_url(re.compile("#p-5$"))


def test_a_paragraph_tapped_shows_its_link(touched: Page) -> None:
    touched.locator("#p-12").tap(position={"x": 4, "y": 4})
    expect(touched.locator("#p-12 > a.paragraph-link")).to_have_count(1)


def test_the_keyboard_reaches_each_paragraph_from_one_stop(order: Page) -> None:
    link = order.locator("a.paragraph-link")
    order.keyboard.press("Tab")
    link.focus()
    expect(link).to_have_attribute("href", "#p-1")
    expect(link).to_have_css("opacity", "1")
    for number in range(2, 8):
        order.keyboard.press("ArrowDown")
        expect(link).to_have_attribute("href", f"#p-{number}")
        expect(link).to_be_focused()
    order.keyboard.press("ArrowUp")
    order.keyboard.press("Enter")
    expect(order).to_have_url(re.compile("#p-6$"))  # the address follows the key
    expect(link).to_be_in_viewport()


@both_widths
def test_the_text_of_the_order_is_reached_soon(order: Page) -> None:
    """Within a screen and a half of a phone: the head says what matters in few lines."""
    top = order.locator("#text-of-the-order").evaluate("e => e.getBoundingClientRect().top")
    assert top < 1200


@pytest.fixture(scope="module")
def paper(
    chromium: Browser, strict_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[pypdfium2.PdfDocument]:
    """The order as Chromium prints it for a reader whose screen is dark."""
    path: Path = tmp_path_factory.mktemp("paper") / "order.pdf"
    page = chromium.new_page(color_scheme="dark")
    page.goto(f"{strict_address}{LARKSPUR}/")
    page.pdf(path=path, format="Letter")
    page.close()
    with pypdfium2.PdfDocument(path) as document:
        yield document


def read_paper(document: pypdfium2.PdfDocument) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_paper_holds_the_order_and_what_it_cites(paper: pypdfium2.PdfDocument) -> None:
    text = read_paper(paper)
    for words in (
        "UNITED STATES DISTRICT COURT",
        "Cite this order Larkspur Robotics, Inc. v. Does 1-8, No. 3:23-cv-01234-MTO (N.D. Cal.",
        "page 2",
        "MARIAN T. OAKHURST",
        "From https://example.org/archive/orders/cand/3",
    ):
        assert words in text, words
    assert "courtlistener.com" not in text  # an authority's address is for the screen
    last_words, note = text.index("IT IS SO ORDERED"), text.index(NOTE)
    assert last_words < note < text.index("Authorities cited")


def test_each_sheet_says_how_the_order_is_cited_and_which_it_is(
    paper: pypdfium2.PdfDocument,
) -> None:
    """Margin boxes of sheets: letters are told without their gaps, which PDFium guesses."""
    count = len(paper)
    assert count > 2
    for number, sheet in enumerate(paper, start=1):
        width, _ = sheet.get_size()
        foot = sheet.get_textpage().get_text_bounded(0, 0, width, 22 / 25.4 * 72)
        said = "".join(foot.split())
        assert "LarkspurRobotics,Inc.v.Does1-8,No.3:23-cv-01234-MTO" in said
        assert f"{number}/{count}" in said


def test_paper_holds_nothing_of_the_site(paper: pypdfium2.PdfDocument) -> None:
    text = read_paper(paper)
    for words in (
        "Home",
        "Dispositions",
        "Table of contents",
        "Near this order",
        "In this case",
        "SHA-256",
        "BibTeX",
        "Copy citation",
        "More forms",
        "Line numbers",
        "Material for MkDocs",
        "↓",
        "↗",
    ):
        assert words not in text, words


def test_outward_addresses_stand_in_the_table_alone(paper: pypdfium2.PdfDocument) -> None:
    text = read_paper(paper)
    assert "https://" not in text[: text.index("Authorities cited")]


def test_paper_is_white_and_its_words_are_dark(paper: pypdfium2.PdfDocument) -> None:
    for sheet in paper:
        histogram = sheet.render(scale=2).to_pil().convert("L").histogram()
        assert sum(histogram[250:]) > 0.75 * sum(histogram)
        assert sum(histogram[:90]) > 0.0005 * sum(histogram)
