"""A librarian answers ten doubtful values in a real browser, by keyboard alone."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from build_scripts.describing.corrections.yaml_text import read_plain
from build_scripts.extensions.review.desk import Desk
from tests.extensions.review.conftest import find, open_desk, serving
from tests.extensions.review.test_desk import BRIEF
from tests.site.axe import judge
from tests.site.conftest import checkers

__all__ = ["checkers"]
SELECT = """(paragraph, words) => {
  const text = [...paragraph.childNodes].find((one) => one.data?.includes(words));
  const start = text.data.indexOf(words);
  getSelection().setBaseAndExtent(text, start, text, start + words.length);
}"""


class Keyboard:
    """Presses keys, one at a time, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.pressed += len(text)


def read_fields(folder: Path, name: str) -> object:
    value = read_plain((folder / f"cand/{name}.yml").read_bytes()).value
    assert isinstance(value, dict)
    return value["fields"]


def test_ten_values_are_corrected_by_keyboard(browser: Browser, desk: Desk, folder: Path) -> None:
    desk.by = ""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    keys = Keyboard(page)
    heading = page.get_by_role("heading", level=1)

    def wait_for(number: int, field: str) -> None:
        expect(heading).to_have_text(f"{number} of 10: {field}")
        expect(page.get_by_label("Single keys")).to_be_enabled()  # the script is there

    with serving(desk) as address:
        page.goto(address)
        keys.type("A. Librarian")  # the first page waits for a name
        keys.press("Enter")
        for number, name in ((1, "bare"), (2, "printed")):
            wait_for(number, "Court")
            expect(page.locator(".path")).to_contain_text(name)
            keys.press("e")
            keys.type("cand")
            keys.press("Enter")
        wait_for(3, "Docket numbers")
        keys.press("0")
        for number in (4, 5):
            wait_for(number, "Case name")
            keys.press("1")
        wait_for(6, "Date")
        expect(page.locator(".original img")).to_have_js_property("complete", True)
        assert page.locator(".original img").evaluate("(image) => image.naturalWidth") > 500
        keys.press("a")
        wait_for(7, "Date")
        keys.press("1")
        wait_for(8, "Judges")
        keys.press("e")
        keys.type("Jane Q. Roe")
        keys.press("Control+Enter")
        wait_for(9, "Judges")
        keys.press("0")  # a slip, taken back
        wait_for(10, "Judges")
        keys.press("u")
        wait_for(9, "Judges")
        expect(page.get_by_text("2 of 10 left")).to_be_visible()
        keys.press("e")
        keys.type("Jane Q. Roe")
        keys.press("Control+Enter")
        wait_for(10, "Judges")
        page.locator(".text p", has_text="Harrow Lane").evaluate(SELECT, "12 Harrow Lane")
        keys.press("w")
        keys.type("safety of a witness")
        keys.press("Enter")
        expect(page.locator(".text del")).to_have_text("12 Harrow Lane")
        wait_for(10, "Judges")
        keys.press("s")
        expect(heading).to_have_text("Values to review")
        expect(page.get_by_text("Nothing is left")).to_be_visible()
        page.get_by_role("link", name="Judges: cand/unsigned.txt").focus()
        keys.press("Enter")
        wait_for(10, "Judges")
        keys.press("0")
        expect(heading).to_have_text("Values to review")
        page.close()
    assert problems == []
    assert keys.pressed < 120  # names and courts are typed out; the others take a key each
    assert read_fields(folder, "bare.txt") == {
        "court": "cand",
        "docket_numbers": [],
        "judges": ["Jane Q. Roe"],
    }
    assert read_fields(folder, "printed.pdf") == {
        "court": "cand",
        "judges": ["Jane Q. Roe"],
        "case_name": "Lindqvist v. Tallow & Wick LLC",
        "date": "2022-05-03",
    }
    assert read_fields(folder, "unsigned.txt") == {
        "case_name": "Quill v. Tarn",
        "date": "2024-03-04",
        "judges": [],
    }
    later = open_desk(folder)
    assert later.values == []
    texts = {one.order.source.path: one.order.clean.text for one in later.archive.orders}
    assert "Harrow" not in texts["cand/unsigned.txt"]


def test_forms_do_without_script_and_keys_can_be_switched_off(browser: Browser, desk: Desk) -> None:
    with serving(desk) as address:
        plain = browser.new_context(java_script_enabled=False).new_page()
        plain.goto(f"{address}value/{find(desk, 'unsigned.txt', 'date')}")
        plain.get_by_role("button", name="Mar. 4, 2024").click()
        undo = plain.get_by_role("button", name="Undo")
        expect(undo).to_be_visible()
        assert "2024-03-04" in (desk.folder / "cand/unsigned.txt.yml").read_text()
        undo.click()
        expect(undo).to_have_count(0)
        assert not list(desk.folder.rglob("*.yml"))
        plain.context.close()
        page = browser.new_page()
        page.goto(f"{address}value/1")
        expect(page.get_by_label("Single keys")).to_be_enabled()
        page.get_by_label("Single keys").uncheck()
        page.reload()
        expect(page.get_by_label("Single keys")).to_be_enabled()
        expect(page.get_by_label("Single keys")).not_to_be_checked()
        page.keyboard.press("0")
        page.get_by_label("Single keys").check()
        page.get_by_role("heading", level=1).focus()
        page.keyboard.press("s")
        expect(page.get_by_role("heading", level=1)).to_have_text("2 of 10: Court")
        assert desk.answers == {1: ""}
        page.close()


def test_rulings_are_put_right_in_a_form_without_script(browser: Browser, desk: Desk) -> None:
    """What is refused stays as it was typed."""
    with serving(desk) as address:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{address}value/{find(desk, 'printed.pdf', 'date')}")
        page.locator(".fields summary").click()
        page.get_by_role("link", name="Rulings", exact=True).click()
        first, second = (page.get_by_role("group", name=f"Row {one}") for one in (1, 2))
        expect(first.get_by_label("Motion")).to_have_value("motion to seal")
        second.get_by_label("Motion").fill("motion to stay")
        second.get_by_label("Docket entries").fill("40")
        page.locator(".rows button").click()
        expect(page.get_by_role("alert")).to_contain_text("`outcome` is missing")
        expect(second.get_by_label("Docket entries")).to_have_value("40")
        second.get_by_label("Outcome").select_option(label="denied")
        second.get_by_label("Qualifiers").fill("without prejudice")
        page.locator(".rows button").click()
        expect(page.locator(".step")).to_have_text(
            "Rulings: motion to seal, granted, 31; motion to stay, denied, 40, without prejudice"
        )
        page.context.close()
    (_, stay) = read_fields(desk.folder, "printed.pdf")["rulings"]  # type: ignore[index]
    assert stay == {
        "motion": "motion to stay", "outcome": "denied", "qualifiers": ["without prejudice"],
        "entries": ["40"],
    }  # fmt: skip


def test_a_key_each_enlarges_the_page_notes_and_keeps_off(browser: Browser, folder: Path) -> None:
    (folder / "cand/brief.txt").write_text(BRIEF)
    desk = open_desk(folder)
    with serving(desk) as address:
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto(f"{address}value/{find(desk, 'printed.pdf', 'date')}")
        expect(page.get_by_label("Single keys")).to_be_enabled()
        picture, question = page.locator(".original img"), page.locator(".question")
        assert picture.bounding_box()["width"] < 390  # type: ignore[index]
        page.keyboard.press("z")
        assert picture.bounding_box()["width"] >= 1100  # type: ignore[index]
        expect(question).to_be_hidden()  # so that the keyboard reaches nothing that is covered
        page.keyboard.press("z")
        expect(question).to_be_visible()
        page.keyboard.press("n")
        page.keyboard.type("As the clerk's docket has it.")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".step")).to_have_text("Note: As the clerk's docket has it.")
        page.goto(f"{address}value/{find(desk, 'brief.txt', 'is_order')}")
        expect(page.get_by_label("Single keys")).to_be_enabled()
        page.keyboard.press("k")
        expect(page.locator(".step")).to_have_text("Kept off the site: It is no order of a court.")
        page.close()
    assert "what: order" in (folder / "cand/brief.txt.yml").read_text()


def test_no_page_has_a_fault(browser: Browser, folder: Path, checkers: Path) -> None:
    (folder / "cand/brief.txt").write_text(BRIEF)
    desk = open_desk(folder)
    faults = {}
    with serving(desk) as address:
        for scheme, width in (("light", 1440), ("dark", 360)):
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                bypass_csp=True,
            )
            page = context.new_page()
            for place in (
                "",
                "value/1",
                f"value/{find(desk, 'unsigned.txt', 'date')}",
                f"value/{find(desk, 'printed.pdf', 'date')}",
                f"field/{find(desk, 'printed.pdf', 'date')}/rulings",
                f"field/{find(desk, 'bare.txt', 'court')}/parties",
                f"value/{find(desk, 'brief.txt', 'is_order')}",
            ):
                page.goto(address + place)
                for details in page.locator("details").all():
                    details.evaluate("(one) => { one.open = true }")
                if found := judge(page, checkers):
                    faults[scheme, width, place] = found
                is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                assert not is_wide, (width, place)
            context.close()
    assert faults == {}
