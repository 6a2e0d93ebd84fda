"""Widths of windows at which pages are read."""

import pytest

DESKTOP, PHONE = 1440, 360
both_widths = pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["desktop", "phone"])
"""For a test of the fixture `page` that a screen's width may change."""
