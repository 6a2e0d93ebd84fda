"""Draw the pictures of the documents: `python -m tools.pictures`.

Begins an archive of the specimens as an owner does, builds it, and takes its pages with Chromium.
The pictures are made anew after pages changed, and looked at; tests draw them too, elsewhere.
"""

import io
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browsers import launch_chromium

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {
    ".github/order-page.png": "orders/cand/5-22-cv-06071/2024-08-27-order-granting-motion-for-summary-judgment/",
    "docs/pictures/home.png": "",
}
"""What is drawn: the file, and the page's address in an archive of the specimens."""
SIZE = {"width": 1280, "height": 860}
_COLORS = 32  # of a palette: a page is ink on paper


def main() -> None:
    """Build the archive and draw all pictures into their places."""
    with tempfile.TemporaryDirectory() as folder:
        orders = (sys.executable, "-m", "build_scripts")
        subprocess.run([*orders, "init", "archive", "--specimens"], cwd=folder, check=True)
        subprocess.run([*orders, "build"], cwd=Path(folder, "archive"), check=True)
        handler = partial(SimpleHTTPRequestHandler, directory=f"{folder}/archive/site")
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as driver:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = launch_chromium(driver)
            draw_pictures(browser, f"http://127.0.0.1:{server.server_port}/", ROOT)
            browser.close()
            server.shutdown()


def draw_pictures(browser: Browser, site: str, root: Path) -> None:
    """Draw the pages of a site, whose address ends in a slash, into the files below `root`."""
    page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
    for file, address in PICTURES.items():
        answer = page.goto(site + address, wait_until="networkidle")
        if answer is None or not answer.ok:
            sys.exit(f"There is no page {address}.")
        drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        target = root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        drawn.quantize(_COLORS, dither=Image.Dither.NONE).save(target, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
