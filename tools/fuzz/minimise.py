"""Smaller files with the same defect."""

import time
from collections.abc import Callable

SECONDS = 30


def minimise(data: bytes, is_defect: Callable[[bytes], bool], seconds: float = SECONDS) -> bytes:
    """Take pieces out while the defect stays: halves first, single bytes last; stop in time."""
    until = time.monotonic() + seconds
    size = max(1, len(data) // 2)
    while size and time.monotonic() < until:
        at = 0
        shrunk = False
        while at < len(data) and time.monotonic() < until:
            smaller = data[:at] + data[at + size :]
            if is_defect(smaller):
                data, shrunk = smaller, True
            else:
                at += size
        if not shrunk or size > len(data):
            size //= 2
    return data
