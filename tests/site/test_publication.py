"""The page of an order checks its own state against the log, in Chromium: what each attack is called."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.test_policy import LARKSPUR
from tests.timestamp_authority import make_keys, make_token
from tests.waiting import wait_until

LOG = "publication_log.csv"
DATA, ORIGINAL = "**/order.json", "**/original.txt"
ROOTS, TILE = "**/publication_tree/roots.csv", "**/publication_tree/0.bin"
Change = Callable[[str], str]
PROVED = "This order’s text, facts and original file are those of line"
BROKEN = "The log is not whole: line"
OTHER = "This order’s text, facts or proof are not those of the log."


def check(page: Page, address: str) -> str:
    """Press the button, on the page where it is open, and return what the page says then."""
    if page.url != address:
        page.goto(address, wait_until="load")
    status = page.locator(".publication [role=status]")
    status.evaluate("status => { status.textContent = '' }")
    page.get_by_role("button", name="Check it here").click()
    wait_until(page, "document.querySelector('.publication [role=status]').textContent !== ''")
    return status.inner_text().strip()


def change(page: Page, pattern: str, alter: Change) -> None:
    """Let the page get another file in the place of one."""

    def answer(route: Route) -> None:
        fetched = route.fetch()
        route.fulfill(response=fetched, body=alter(fetched.text()))

    page.route(pattern, answer)


def swap(text: str) -> str:
    head, first, second, *rest = text.splitlines(keepends=True)
    return "".join([head, second, first, *rest])


def set_members(**members: object) -> Change:
    return lambda text: json.dumps({**json.loads(text), **members}, ensure_ascii=False)


def chain(*days: str) -> Change:
    """A log of these days whose lines follow from each other, with the newest line's root."""

    def write(text: str) -> str:
        head, *_, last = text.splitlines()
        _, _, *rest, _ = last.split(",")
        lines, before = [head], ""
        for number, day in enumerate(days, 1):
            lines.append(",".join((str(number), day, *rest, before)))
            before = sha256(f"{lines[-1]}\n".encode()).hexdigest()
        return "\n".join(lines) + "\n"

    return write


def test_a_page_that_is_whole_is_proved(browser: Browser, strict_address: str) -> None:
    """With the policy of a strict host, and nobody else asked."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    assert check(page, strict_address + LARKSPUR).startswith(PROVED)
    assert all(url.startswith(strict_address) for url in asked)
    assert errors == []


ATTACKS: dict[str, tuple[str, Change, str]] = {
    "a line removed": (
        f"**/{LOG}",
        lambda text: "".join(text.splitlines(True)[::2]),
        f"{BROKEN} 1",
    ),
    "two lines swapped": (f"**/{LOG}", swap, f"{BROKEN} 1"),
    "a line changed": (
        f"**/{LOG}",
        lambda text: text.replace("2026-01-02", "2026-01-01"),
        f"{BROKEN} 2",
    ),
    "days that run backwards": (f"**/{LOG}", chain("2031-03-04", "2031-03-03"), f"{BROKEN} 2"),
    "the newest line removed": (
        f"**/{LOG}",
        lambda text: "".join(text.splitlines(True)[:-1]),
        OTHER,
    ),
    "a fact": (DATA, set_members(title="Order of Dismissal"), OTHER),
    "a word": (DATA, set_members(text="Other words."), OTHER),
    "no proof": (DATA, set_members(publication=None), OTHER),
    "another order": (DATA, set_members(address="orders/cand/other"), OTHER),
    "another root": (ROOTS, lambda text: f"{text[:-65]}{'ab' * 32}\n", OTHER),
    "another leaf": (TILE, lambda text: f"{text}.", OTHER),
    "no data": (DATA, lambda _: "no JSON", OTHER),
    "an original replaced": (
        ORIGINAL,
        lambda text: f"{text}.",
        "The original file is not the one of the log.",
    ),
}


def test_each_attack_is_named(browser: Browser, strict_address: str, published: Path) -> None:
    """In a browser that checked nothing before."""
    others = sorted(published.glob("orders/*/*/*/order.json"))
    other = next(one for one in others if LARKSPUR.rstrip("/") not in one.as_posix())
    proof = json.loads(other.read_bytes())["publication"]
    others_proof = (DATA, set_members(publication=proof), OTHER)
    page = browser.new_page()
    for attack, (pattern, alter, said) in {**ATTACKS, "another's proof": others_proof}.items():
        change(page, pattern, alter)
        assert check(page, strict_address + LARKSPUR).startswith(said), attack
        page.unroute(pattern)
        page.evaluate("localStorage.clear()")


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("openssl"):
        pytest.skip("OpenSSL is not installed")
    folder = tmp_path_factory.mktemp("authority")
    make_keys(folder)
    return folder


@pytest.mark.parametrize(
    ("line", "day", "said"),
    [
        (2, "2026-03-09", "An outside clock saw that line at 20"),
        (1, "2026-03-09", "The outside clock’s token is not of line 2: it is of another line or"),
        (0, "2026-03-09", "The outside clock’s token is not of line 2: it is of another line or"),
        (2, "2999-01-01", "The outside clock’s time, 20"),
        (None, "2026-03-09", "No outside clock has signed that line: its day is the owner’s word."),
    ],
    ids=["of the newest line", "of another line", "no token", "before the day", "none"],
)
def test_the_token_of_an_outside_clock_is_compared_with_the_newest_line(
    browser: Browser,
    strict_address: str,
    published: Path,
    keys: Path,
    line: int | None,
    day: str,
    said: str,
) -> None:
    """Line 0 is the head of the log: of it, no token but damaged bytes are there."""
    page = browser.new_page()
    write = chain("2026-03-04", day)
    change(page, f"**/{LOG}", write)
    lines = write((published / LOG).read_text()).splitlines(keepends=True)
    if line is not None:
        token = make_token(keys, lines[line]) if line else b"\x30\x84\xff" * 200
        page.route("**/timestamps/2.tst", lambda route: route.fulfill(body=token))
    found = check(page, strict_address + LARKSPUR)
    assert said in found
    assert found.startswith(PROVED) == (said.startswith(("An ", "No ")))
    page.close()


def test_what_does_not_load_is_no_fault_of_the_order(browser: Browser, strict_address: str) -> None:
    page = browser.new_page()
    for pattern in (f"**/{LOG}", DATA, ORIGINAL, ROOTS, TILE):
        page.route(pattern, lambda route: route.abort())
        said = check(page, strict_address + LARKSPUR)
        assert said == "A file that the check needs could not be loaded.", pattern
        page.unroute(pattern)


@pytest.mark.parametrize("days", [("2026-01-03", "2031-03-04"), ("2031-03-04",)], ids=str)
def test_a_log_made_anew_and_an_older_site_are_known_again(
    browser: Browser, strict_address: str, days: tuple[str, ...]
) -> None:
    """By the browser that checked an order before."""
    context = browser.new_context()
    page = context.new_page()
    assert check(page, strict_address + LARKSPUR).startswith(PROVED)
    change(page, f"**/{LOG}", chain(*days))
    assert check(page, strict_address + LARKSPUR).startswith("The log is not the one that this")
