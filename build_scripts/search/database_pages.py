"""The pages of the database that nearly every search reads: they are sent in one file.

The inner pages of SQLite's trees are found by walking them, as its file format describes
(https://www.sqlite.org/fileformat2.html#b_tree_pages).
"""

import sqlite3
from collections.abc import Callable, Iterator

LoadPage = Callable[[int], bytes]
"""Returns a page by its number, from 1."""

_INNER = (2, 5)  # of an index, of a table


def list_hot_pages(
    connection: sqlite3.Connection, load: LoadPage
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the pages for every search, and those that only phrases and nearness need.

    Hot are all inner pages, FTS5's lists of the first term of each leaf (`…_idx`), its settings,
    and the first leaf of its data, which records the layout of its pieces.
    """
    roots = connection.execute(
        "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY rootpage"
    ).fetchall()
    common: set[int] = {1}
    phrases: set[int] = set()
    for name, root in roots:
        inner, leaves = _walk(root, load)
        wanted = {root, *inner, *leaves[:1]}
        if name.endswith(("_idx", "_config")):
            wanted |= set(leaves)
        (phrases if name.startswith("x_") else common).update(wanted)
    return tuple(sorted(common)), tuple(sorted(phrases - common))


def _walk(root: int, load: LoadPage) -> tuple[list[int], list[int]]:
    """Return inner pages and leaves of a tree, leaves from left to right."""
    inner, level = [], [root]
    while level:
        children = [child for number in level for child in _iter_children(number, load(number))]
        if not children:
            break
        inner += level
        level = children
    return inner, level


def _iter_children(number: int, page: bytes) -> Iterator[int]:
    head = 100 if number == 1 else 0
    if page[head] not in _INNER:
        return
    cells = int.from_bytes(page[head + 3 : head + 5])
    for cell in range(cells):
        place = head + 12 + 2 * cell
        start = int.from_bytes(page[place : place + 2])
        yield int.from_bytes(page[start : start + 4])
    yield int.from_bytes(page[head + 8 : head + 12])
