"""Citations on an order's page in a real browser: anchors, the table, the sentences, the card."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.contrast import list_contrasts
from tests.site.test_site import LARKSPUR
from tests.site.widths import both_widths

COLUMBIA = "Columbia Ins. Co. v. Seescandy.com, 185 F.R.D. 573 (N.D. Cal. 1999)"


def find_short(page: Page) -> Locator:
    """A short citation, which does not name the case in full."""
    return page.locator(".order-page p > a", has_text="Seescandy.com, 185 F.R.D. at 579")


def card(page: Page) -> Locator:
    return page.get_by_role("group", name="About this citation")


@pytest.fixture
def order(page: Page, address: str) -> Page:
    page.clock.install()
    page.goto(f"{address}{LARKSPUR}/")
    page.mouse.move(0, 0)
    return page


def test_pointing_at_a_citation_shows_what_it_goes_back_to(order: Page) -> None:
    citation = find_short(order)
    citation.hover()
    expect(card(order)).to_be_visible()
    expect(card(order)).to_contain_text(COLUMBIA)
    expect(card(order)).to_contain_text("Cited by 2 orders here")
    expect(card(order).get_by_role("link", name="On CourtListener")).to_be_visible()
    expect(citation).to_have_attribute("aria-describedby", "citation-card")
    assert citation.get_attribute("title") is None  # one box at a time
    card(order).hover()  # the pointer may move onto it
    order.clock.fast_forward(500)
    expect(card(order)).to_be_visible()
    order.mouse.move(0, 0)
    expect(card(order)).to_be_hidden()
    expect(citation).to_have_attribute("title", "On CourtListener")


def test_escape_closes_the_card_until_the_citation_is_left(order: Page) -> None:
    citation = find_short(order)
    citation.hover()
    expect(card(order)).to_be_visible()
    order.keyboard.press("Escape")
    expect(card(order)).to_be_hidden()
    box = citation.bounding_box()
    assert box
    order.mouse.move(box["x"] + 3, box["y"] + 3)
    order.clock.fast_forward(500)
    expect(card(order)).to_be_hidden()
    order.mouse.move(0, 0)
    citation.hover()
    expect(card(order)).to_be_visible()


def test_arrow_keys_reach_the_card_and_tab_goes_on(order: Page) -> None:
    links = order.locator(".order-page a[href]")
    at = links.evaluate_all(
        "all => all.findIndex(one => one.dataset.authority && one.closest('p'))"
    )
    citation, next_link = links.nth(at), links.nth(at + 1)
    citation.focus()
    order.keyboard.press("Shift+Tab")
    expect(card(order)).to_have_count(0)
    order.keyboard.press("Tab")
    expect(citation).to_be_focused()
    expect(card(order)).to_be_visible()
    order.clock.fast_forward(700)
    expect(card(order)).to_be_visible()  # it stays as long as the focus
    inside = card(order).get_by_role("link")
    expect(card(order)).to_contain_text("↓ moves to the links of this card")
    assert inside.count() > 1
    for index in range(inside.count()):
        order.keyboard.press("ArrowDown")
        expect(inside.nth(index)).to_be_focused()
    order.keyboard.press("Tab")  # one stop: from the card on to what follows the citation
    expect(next_link).to_be_focused()
    order.keyboard.press("Shift+Tab")
    expect(citation).to_be_focused()
    order.keyboard.press("Tab")
    expect(next_link).to_be_focused()
    order.keyboard.press("Shift+Tab")
    order.keyboard.press("ArrowDown")
    expect(inside.first).to_be_focused()
    order.keyboard.press("ArrowUp")
    expect(citation).to_be_focused()
    order.keyboard.press("ArrowDown")
    order.keyboard.press("Shift+Tab")
    expect(citation).to_be_focused()
    order.keyboard.press("ArrowDown")
    order.keyboard.press("Escape")
    expect(card(order)).to_be_hidden()
    expect(citation).to_be_focused()


def test_marks_of_pages_and_a_long_table_are_no_stops(order: Page) -> None:
    """A page's mark leads to itself; the table of authorities, some four links a row, is folded."""
    read = "all => all.map(one => one.tabIndex)"
    assert set(order.locator("a.page-mark").evaluate_all(read)) == {-1}
    table = order.locator("#authorities-cited ~ details table").first
    expect(table).to_be_hidden()
    order.goto(order.url + "#cases")
    expect(table).to_be_visible()


# Of the card of each citation at the window's top and at its foot: whether it covers a line of it,
# and stays in the window. None is shown behind the site's head, and at the very edge.
LOOK_AT_CARDS = """async () => {
  const found = [];
  const frame = () => new Promise(requestAnimationFrame);
  for (const citation of document.querySelectorAll(".order-page :is(p, li, td) > a[data-authority]")) {
    for (const block of ["start", "end"]) {
      citation.scrollIntoView({ block });
      await frame();
      await frame(); // an open card follows its citation
      citation.focus({ focusVisible: true, preventScroll: true });
      const shown = document.querySelector("#citation-card:not([hidden])");
      if (!shown) continue;
      const card = shown.getBoundingClientRect();
      const lines = document.querySelector("[aria-describedby=citation-card]").getBoundingClientRect();
      const inside = card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight;
      found.push([card.top < lines.bottom && lines.top < card.bottom, inside]);
    }
  }
  return found;
}"""


@both_widths
def test_the_card_covers_no_line_of_its_citation_and_stays_in_the_window(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{LARKSPUR}/")
    found = page.evaluate(LOOK_AT_CARDS)
    assert len(found) > 15
    assert found == [[False, True]] * len(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_selecting_and_copying_meets_no_card(order: Page) -> None:
    citation = find_short(order)
    box = citation.bounding_box()
    assert box
    order.mouse.move(box["x"] - 30, box["y"] + 5)
    order.mouse.down()
    order.mouse.move(box["x"] + 10, box["y"] + 5, steps=5)
    order.clock.fast_forward(500)
    expect(card(order)).to_have_count(0)
    order.mouse.up()


@pytest.fixture
def phone(browser: Browser) -> Page:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    return context.new_page()


def test_a_first_tap_shows_the_card_and_the_second_follows_the_link(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}{LARKSPUR}/")
    phone.route("https://www.courtlistener.com/**", lambda route: route.fulfill(body="A case."))
    citation = find_short(phone)
    citation.scroll_into_view_if_needed()
    citation.tap()
    card = phone.locator("#citation-card")
    expect(card).to_be_visible()
    expect(card.locator(".citation-card__first a")).to_have_attribute("href", re.compile("#cite-"))
    citation.tap()
    phone.wait_for_url("https://www.courtlistener.com/c/frd/185/573/")


def test_a_place_in_the_table_leads_to_the_citation(order: Page) -> None:
    order.get_by_text("21 authorities").click()
    row = order.locator("tr", has=order.locator("td[id]", has_text="Calder v. Jones"))
    row.get_by_role("link", name="n.2").click()
    target = order.locator(":target")
    expect(target).to_have_text(re.compile("465 U.S. 783"))
    expect(target).to_be_in_viewport()


def test_a_citing_sentence_leads_to_its_place_in_the_citing_order(order: Page) -> None:
    quoted = order.locator("#cited-by ~ ul li li", has_text="in the manner described in")
    expect(quoted.locator("mark")).to_have_text("No. 3:23-cv-01234-MTO, slip op. at 2")
    quoted.get_by_role("link").click()
    expect(order.locator(".order-title")).to_have_text("Case Management and Scheduling Order")
    expect(order.locator(":target")).to_contain_text("No. 3:23-cv-01234-MTO, slip op. at 2")
    expect(order.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cards_and_marks_can_be_read_in_both_schemes(
    browser: Browser, address: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}{LARKSPUR}/")
    find_short(page).hover()
    expect(card(page)).to_be_visible()
    for place in ("#citation-card", "#citation-card a", ".order-page mark"):
        assert list_contrasts(page.locator(place))[0] >= 4.5, place


def test_print_has_no_card(order: Page) -> None:
    find_short(order).hover()
    expect(card(order)).to_be_visible()
    order.emulate_media(media="print")
    expect(order.locator("#citation-card")).to_be_hidden()
    order.emulate_media(media="screen")


def test_paper_lists_authorities_without_their_addresses(order: Page) -> None:
    table = order.locator("table:has(td[id^='authority-'])").first
    expect(table.locator("th").nth(1)).to_have_text("Read it")
    order.emulate_media(media="print")
    expect(table.locator("td[id^='authority-']").first).to_be_visible()
    expect(table.locator("th").nth(1)).to_be_hidden()
    expect(table.get_by_role("link", name="On CourtListener").first).to_be_hidden()
    order.emulate_media(media="screen")


def test_the_tab_key_stops_once_at_what_a_paragraph_cites_twice_in_a_row(order: Page) -> None:
    """*Id.* behind what it goes back to is a link, with a card, as ever."""
    again = order.locator("#cite-22")
    expect(again).to_have_text("Id. at 788–89")
    order.locator("#cite-21").focus()
    order.keyboard.press("Tab")
    expect(order.get_by_role("link", name="Footnote 2", exact=True)).to_be_focused()
    order.keyboard.press("Tab")
    expect(order.locator("#cite-23")).to_be_focused()
    again.hover()
    expect(card(order)).to_contain_text("Calder v. Jones")
