"""Answers that stay small: as many items as fit, and where to go on for the rest."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from build_scripts import api

SMALL = 4000
"""Bytes of an answer unless more is asked for."""
LARGEST = 64_000
_FEWEST_LETTERS = 20


def count_bytes(answer: object) -> int:
    """Return how many bytes an answer takes as JSON."""
    return len(json.dumps(answer, ensure_ascii=False).encode())


def fill(
    head: dict[str, Any],
    name: str,
    items: Sequence[Any],
    present: Callable[[Any], dict[str, Any]],
    start: int = 0,
    room: int = SMALL,
) -> dict[str, Any]:
    """Return an answer: its head, and under `name` the items from `start` on that fit into `room`.

    At least one item is included; one that is too long is cut and marked as cut, as is a head that
    takes more than half. `partial` is true if items are left out at the end, `next` where to go on.
    """
    shown: list[dict[str, Any]] = []
    answer = {**_fit(head, room // 2), name: shown, "partial": False}
    left = room - count_bytes(answer) - len(', "next": 100000')
    at = start
    for at in range(start, len(items)):
        api.check_time()
        item = present(items[at])
        size = count_bytes(item) + 2
        if size > left and shown:
            break
        if size > left:
            item = _fit(item, left - len(', "cut": true'))
        shown.append(item)
        left -= size
    else:
        at = len(items)
    if at < len(items):
        answer |= {"partial": True, "next": at}
    return answer


def _fit(value: dict[str, Any], room: int) -> dict[str, Any]:
    """Return a value whose texts and lists are cut until it takes no more than `room` bytes.

    If twenty letters of each are too much, fields between the first and the last are left out.
    """
    most, given = room, value
    while count_bytes(value) > room and most > _FEWEST_LETTERS:
        most = most * 9 // 10
        value = _shorten(given, most) | {"cut": True}
    for name in list(given)[1:-1]:
        if count_bytes(value) > room:
            value = {key: held for key, held in value.items() if key != name}
    return value


def _shorten(value: Any, most: int) -> Any:
    if isinstance(value, str):
        return value.encode()[:most].decode("utf-8", "ignore")
    if isinstance(value, list | tuple):
        return [_shorten(one, most) for one in value[: most // 20]]
    if isinstance(value, dict):
        return {name: _shorten(one, most) for name, one in value.items()}
    return value
