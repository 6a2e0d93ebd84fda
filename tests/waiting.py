"""Wait until a page has become what a test needs.

Playwright's `wait_for_function` compiles its text in the page when the condition does not hold at the
first look, which the site's policy forbids (`unsafe-eval`). `evaluate` is allowed to.
"""

import time
from collections.abc import Callable

from playwright.sync_api import Page

_SECONDS = 120
TWO_FRAMES = """() => new Promise((answer) =>
  requestAnimationFrame(() => requestAnimationFrame(() => answer())))"""
"""Ends when what scripts do at a frame (scroll, resize, what ResizeObserver tells) is done."""


def wait_until(page: Page, condition: str | Callable[[], object]) -> None:
    """Ask again and again whether a condition holds: an expression in the page, or a function here.

    A function looks at what the page's events wrote; they come while this waits.
    """
    end = time.monotonic() + _SECONDS
    while not (page.evaluate(condition) if isinstance(condition, str) else condition()):
        assert time.monotonic() < end, f"In {_SECONDS} seconds it never held: {condition}"
        page.wait_for_timeout(20)
