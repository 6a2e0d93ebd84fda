"""What tests of several folders share."""

import shutil
from collections.abc import Iterator

import pytest
import reportlab.rl_config
from playwright.sync_api import Browser, sync_playwright

# The shell is the same engine without the windows around it, for a third of the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

# Pictures go into PDFs as bytes: spelling them in ASCII takes reportlab seconds a page.
reportlab.rl_config.useA85 = 0


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium: one a process, since Playwright can be begun once alone."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium is missing: sh tests/install_programs.sh installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-quic", "--disable-background-networking"],
        )
        yield browser
        browser.close()
