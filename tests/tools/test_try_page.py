"""The page on which one order is tried: read in the browser, by the program, and sent nowhere."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import markdown
import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from build_scripts.convert.order import convert_order
from build_scripts.model.raw_order import RawOrder
from tests.browsers import ARGUMENTS, ONE_COMPILER, find_chromium
from tests.made_once import make_once
from tests.reading.pdf.painted import PROSE, make_pdf
from tests.shared import ROOT
from tests.site.policy_server import StrictFiles, serve_strictly
from tools.try_page.__main__ import bundle_page

SPECIMEN = "orders/azd/2-23-cv-01417/2023-10-19-order-denying-preliminary-injunction.txt"
_SLOW = 240_000  # milliseconds: a browser without a cache, on a machine that has more to do


def _make(folder: Path) -> None:
    place = folder / "archive" / "try"
    place.mkdir(parents=True)
    (folder / "archive" / "404.html").write_text("nothing is here")
    try:
        bundle_page(place)
    except (OSError, subprocess.CalledProcessError) as error:
        (folder / "why").write_text(str(error))
        return
    text = (place / "index.md").read_text("utf-8").split("---", 2)[2]
    page = f"<!doctype html><html lang=en><meta charset=utf-8><title>Try it</title><body>{markdown.markdown(text)}"
    (place / "index.html").write_text(page, "utf-8")


def _make_scan() -> bytes:
    """A page that is a picture with marks on it, as letters are."""
    picture = Image.new("L", (850, 1100), 255)
    for place in range(100, 1000, 40):
        for left in range(100, 750, 14):
            picture.paste(0, (left, place, left + 7, place + 18))
    buffer = io.BytesIO()
    picture.save(buffer, "PDF")
    return buffer.getvalue()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = make_once(tmp_path_factory, "try-page", _make)
    if (folder / "why").exists():
        why = (folder / "why").read_text()
        assert not os.environ.get("CI"), f"The page can't be made: {why}"
        pytest.skip(f"The page can't be made: {why}")
    with serve_strictly(folder) as served:
        yield f"{served}try/"


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """A browser with both compilers of WebAssembly: Python runs in it for many seconds."""
    arguments = [one for one in ARGUMENTS if one != ONE_COMPILER]
    kind = chromium.browser_type
    with kind.launch(executable_path=find_chromium(), args=arguments) as started:
        yield started


class _PlainHandler(StrictFiles):
    """A server that knows no modules, as nginx is by itself."""

    extensions_map: ClassVar[dict[str, str]] = {
        ".html": "text/html",
        ".js": "text/javascript",
        ".mjs": "text/plain",
    }


def test_a_server_that_sends_modules_as_text_is_told_of(browser: Browser, tmp_path: Path) -> None:
    place = tmp_path / "archive" / "try"
    shutil.copytree(ROOT / "tools/try_page/page", place)
    (place / "pyodide.mjs").write_text("export const loadPyodide = () => {};\n")
    text = (place / "index.md").read_text("utf-8").split("---", 2)[2]
    page_text = f"<!doctype html><html lang=en><body>{markdown.markdown(text)}"
    (place / "index.html").write_text(page_text, "utf-8")
    (tmp_path / "order.txt").write_text("An order.")
    page = browser.new_page()
    with serve_strictly(tmp_path, handler=_PlainHandler) as served:
        page.goto(f"{served}try/")
        page.set_input_files("#try-file", tmp_path / "order.txt")
        expect(page.locator("#try-state")).to_contain_text(
            "could not be started here: a file of it did not come, or not as a script. The server"
        )


def test_text_page_and_pdf_are_read_in_the_browser_and_sent_nowhere(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    data = (ROOT / SPECIMEN).read_bytes()
    blocks = convert_order(RawOrder.from_bytes("order.txt", data)).clean.blocks
    html = "".join(f"<p>{block.text}</p>\n" for block in blocks)
    files = {
        "order.txt": data,
        "order.html": f"<html><body>{html}<script>document.title=1</script></body></html>".encode(),
        "order.pdf": make_pdf(lambda _: None),
        "scan.pdf": _make_scan(),
        "empty.txt": b"",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    page = browser.new_page()
    page.set_default_timeout(_SLOW)
    asked: list[tuple[str, str]] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    state, result = page.locator("#try-state"), page.locator("#try-result")

    def give(name: str) -> None:
        page.set_input_files("#try-file", tmp_path / name)

    for name in ("order.txt", "order.html"):
        give(name)
        expect(state).to_contain_text(f"{name} was read", timeout=_SLOW)
        expect(result.locator("h2").first).to_contain_text("Copper Basin Aggregates")
        expect(result.locator("h2").first).to_be_focused()
        expect(result.locator(".order-text")).to_contain_text(blocks[8].text)
    links = result.locator("a")
    assert links.count() > 5  # evidence, notes
    for link in links.all():
        there = link.get_attribute("href") or ""
        assert there.startswith("https://") or result.locator(f"[id='{there[1:]}']").count() == 1
    give("order.pdf")
    expect(state).to_contain_text("order.pdf was read", timeout=_SLOW)
    expect(result.locator(".order-text")).to_contain_text(PROSE)
    for name, why in (("scan.pdf", "looked at as pictures"), ("empty.txt", "empty")):
        give(name)
        expect(state).to_contain_text(why, timeout=_SLOW)
        expect(result).to_be_hidden()
    assert {method for method, _ in asked} == {"GET"}
    assert all(url.startswith(address) for _, url in asked)
    assert complaints == []
