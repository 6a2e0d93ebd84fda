"""What readers come for, done with a finger on a phone and with the keyboard alone.

Each task counts its steps: taps, or keys, where words typed are one step. The bounds are what they
take; a page on which they take more has become worse.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.test_cite import SELECT, open_with_stopped_clock
from tests.site.test_site import LARKSPUR

ID = re.compile("^Id. at 788")
HIT = "#search-page:not([aria-busy]) .search-hit h3 a"


class Hand:
    """Somebody at a page: a finger where `keys` is false, else the keyboard alone."""

    def __init__(self, page: Page, address: str, *, keys: bool) -> None:
        self.page, self.address, self.keys = page, address, keys
        self.steps = 0

    def use(self, link: Locator) -> None:
        """Tap it; or walk there with Tab and press Enter."""
        if self.keys:
            self.reach(link)
            self.page.keyboard.press("Enter")
        else:
            link.tap()
        self.steps += 1

    def reach(self, link: Locator) -> None:
        """Press Tab until it has the focus, or the arrow key in an open card."""
        link.wait_for()
        is_focused = "element => element === document.activeElement"
        key = "ArrowDown" if link.evaluate("element => !!element.closest('.card')") else "Tab"
        while not link.evaluate(is_focused):
            self.press(key)
            assert self.steps < 60, "It takes too many keys"

    def point_at(self, citation: Locator) -> None:
        """Open the card of a citation that is being read."""
        if self.keys:
            citation.focus()  # the reader is there
            self.press("Shift+Tab")
            self.reach(citation)
        else:
            self.use(citation)

    def begin(self, path: str) -> None:
        """Open a page; by keyboard, leave its head by the link that the first Tab finds."""
        self.page.goto(self.address + path)
        if self.keys:
            self.use(self.page.locator(".md-skip").first)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.steps += 1

    def look_for(self, words: str) -> None:
        """Type into the search box, from whatever page."""
        if self.keys:
            self.press("/")
        else:
            self.page.get_by_role("link", name="Search").first.tap()
            expect(self.page.locator(".search-main input")).to_be_focused()
            self.steps += 1
        self.page.keyboard.type(words)
        self.press("Enter")
        self.steps += 1
        self.page.locator(HIT).first.wait_for()


@pytest.fixture(params=["finger", "keys"])
def hand(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Hand]:
    keys = request.param == "keys"
    context = browser.new_context(
        viewport={"width": 1440, "height": 900} if keys else {"width": 390, "height": 844},
        has_touch=not keys,
        is_mobile=not keys,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    hand = Hand(page, address, keys=keys)
    yield hand
    print(f"{request.node.name}: {hand.steps} steps")  # `pytest -s` tells them


def test_an_order_is_found(hand: Hand) -> None:
    """By its docket number, its case's name, and what it cites."""
    for typed in ("3:23-cv-01234", "larkspur robot", "465 U.S. 783"):
        hand.steps = 0
        hand.page.goto(hand.address)
        hand.look_for(typed)
        hand.use(hand.page.locator(HIT).first)
        expect(hand.page.locator("h1")).to_contain_text("Larkspur Robotics, Inc.")
        assert hand.steps <= (26 if hand.keys else 4), typed


def test_an_id_is_followed_to_what_it_cites(hand: Hand) -> None:
    page = hand.page
    page.goto(f"{hand.address}{LARKSPUR}/")
    citation, card = (
        page.locator(".order-text a.citation", has_text=ID),
        page.locator("#citation-card"),
    )
    if hand.keys:  # the last citation that Tab stops at is what it means
        citation.focus()  # the reader is there
        for _ in range(2):  # a footnote's mark is between
            hand.press("Shift+Tab")
        expect(page.locator(":focus")).to_have_text("Calder")
        expect(card).to_contain_text("Calder v. Jones")
        assert hand.steps <= 10
        return
    hand.point_at(citation)
    expect(card).to_contain_text("Calder v. Jones")
    first = card.locator(".citation-card__first a")
    hand.use(first)
    expect(page.locator(":target")).to_contain_text("Calder")
    expect(page.locator(":target")).to_be_in_viewport()
    assert hand.steps <= 2


def test_a_quotation_is_copied_with_its_page(hand: Hand) -> None:
    page = hand.page
    open_with_stopped_clock(page, f"{hand.address}{LARKSPUR}/")
    words = "recital of good-faith steps."
    page.evaluate(SELECT, [words, words])
    hand.use(page.get_by_role("button", name="Copy with citation"))
    expect(page.locator(".cite-status[role=status]")).to_have_text("Text and citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{words}” Larkspur Robotics, Inc. v. Does 1-8, No. 3:23-cv-01234")
    assert "slip op. at 2" in copied
    assert hand.steps <= (2 if hand.keys else 1)


def test_who_else_cites_an_authority(hand: Hand) -> None:
    page = hand.page
    page.goto(f"{hand.address}{LARKSPUR}/")
    citation = page.locator(".order-text a.citation", has_text="Seescandy.com, 185 F.R.D. at 579")
    hand.point_at(citation)
    hand.use(page.locator("#citation-card").get_by_role("link", name="Cited by 2 orders here"))
    expect(page).to_have_url(re.compile("authorities/"))
    expect(page.locator("article")).to_contain_text("Larkspur Robotics, Inc. v. Does 1-8")
    assert hand.steps <= (6 if hand.keys else 2)


def test_the_citation_is_had_in_bibtex(hand: Hand) -> None:
    page = hand.page
    hand.begin(f"{LARKSPUR}/")
    hand.use(page.locator(".order-actions").get_by_role("link", name="Cite"))
    expect(page.locator("#cite-this-order")).to_be_in_viewport()
    hand.use(page.locator(".cite-forms > summary"))
    expect(page.locator(".cite-form").first).to_be_visible()
    expect(page.locator(".cite-form").first).to_contain_text("@")
    assert hand.steps <= (16 if hand.keys else 2)


def test_how_often_a_judge_ruled_so_and_of_how_many(hand: Hand) -> None:
    """From an order by the judge: the name in the line below the title leads to the counts."""
    page = hand.page
    hand.begin(f"{LARKSPUR}/")
    hand.use(page.locator(".order-line").get_by_role("link", name="Oakhurst"))
    expect(page.locator("article")).to_contain_text(
        re.compile(r"\d+ rulings .* in \d+ of \d+ orders")
    )
    granted = page.locator("thead th", has_text="Granted")
    expect(granted.first).to_be_attached()
    assert hand.steps <= (8 if hand.keys else 1)


@pytest.mark.parametrize("width", [1440, 390])
def test_an_order_is_read_whole_without_script(
    browser: Browser, strict_address: str, width: int
) -> None:
    """Folds open by themselves, notes stand in their list, and nothing is shown that only a script can do."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{strict_address}{LARKSPUR}/")
    expect(page.locator("h1")).to_have_text("Larkspur Robotics, Inc. v. Does 1-8")
    expect(page.locator("#page-2")).to_be_visible()
    for words in ("Specimen.", "Plaintiff Larkspur Robotics, Inc."):
        expect(page.get_by_text(words).first).to_be_visible()
    for fold, inside in ((".about-order", "dd"), (".order-caption", "p")):
        page.locator(f"{fold} > summary").click()
        expect(page.locator(f"{fold} {inside}").first).to_be_visible()
    page.get_by_role("link", name="Footnote 2", exact=True).click()
    expect(page.locator('[id="fn:2"]')).to_be_in_viewport()
    for anchor in ("authorities-cited", "files", "source"):
        expect(page.locator(f"#{anchor}")).to_be_visible()
    page.get_by_text("21 authorities").click()
    row = page.locator("tr", has_text="Columbia Ins. Co.")
    expect(row.get_by_role("link", name="On CourtListener")).to_be_visible()
    expect(page.locator("#cited-by ~ ul mark").first).to_be_visible()
    expect(page.locator(".publication")).to_contain_text("0 changes since then.")
    expect(page.locator(".cite-text")).to_contain_text("Larkspur Robotics, Inc. v. Does 1-8, No.")
    expect(page.locator(".cite-forms")).to_be_hidden()  # the script writes them
    made_by_script = "article button[data-cite], .cite-bar, .publication button"
    expect(page.locator(made_by_script)).to_have_count(0)
