"""The system's Chromium, which tests and tools drive."""

import shutil

from playwright.sync_api import Browser, Playwright

# The shell is the same engine without the windows around it, for a third of the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ONE_COMPILER = "--js-flags=--liftoff-only"
# A page lives for a second: what draws it needs no process of its own, and WebAssembly no second compiler.
ARGUMENTS = (
    *("--no-sandbox", "--disable-quic", "--disable-background-networking"),
    *("--in-process-gpu", ONE_COMPILER),
)


def find_chromium() -> str:
    """Return the path of the installed Chromium; fail with the command that installs it."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium is missing: sh tests/install_programs.sh installs it"
    return path


def launch_chromium(playwright: Playwright) -> Browser:
    """Start the installed Chromium without windows; the caller closes it."""
    return playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
