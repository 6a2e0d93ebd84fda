"""Lists longer than a page: where they are cut, their pages' addresses, links between these.

The first page keeps the list's own address, further ones stand below it ("judges/x/2"). A page
keeps its address as the archive grows, though orders move on it as newer ones come before them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TypeAlias, TypeVar

from build_scripts.interface import say, say_number
from build_scripts.publishing.page_links import address_on_site
from build_scripts.publishing.tables import write_table

Item = TypeVar("Item")
Row: TypeAlias = Sequence[str]
TableWriter: TypeAlias = Callable[[Sequence[Item], str], tuple[Row, Sequence[Row]]]

ROWS = 100
"""Rows of a page, so that it is short enough to read and to load on a telephone."""
CHARACTERS = 52_000
"""Characters of a page's rows: with the tags of a table and the theme around it under 100 kB."""

_NEAR = 2
"""How many pages before and behind are linked: linking all would be quadratic in their number."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a table: `path` is its file's, `text` the table with links around it."""

    number: int
    pages: int
    path: str
    text: str


def cut_table(base: str, items: Sequence[Item], write: TableWriter[Item]) -> Iterator[Part]:
    """Yield a table of `items` in pages from `base` on; one page with "None yet." where none are.

    `write` returns the head and one row an item, as the page at the given path has to link.
    """
    head, rows = write(items, f"{base}.md")
    slices = cut_rows(rows)
    for number, part in enumerate(slices, start=1):
        path = f"{name_page(base, number)}.md"
        listing = write(items[part], path) if len(slices) > 1 else (head, rows)
        table = write_table(*listing) if rows else say("lists.none_yet")
        above = link_pages(base, number, len(slices))
        below = link_pages(base, number, len(slices), "lists.pages_below")
        yield Part(number, len(slices), path, "\n\n".join(filter(None, (above, table, below))))


def cut_rows(rows: Sequence[Row]) -> list[slice]:
    """Return the pages of `rows`, each of at most `ROWS` and `CHARACTERS`; one where none are.

    A row that is longer than a page stands on one by itself.
    """
    starts = [0]
    size = 0
    for place, row in enumerate(rows):
        length = sum(map(len, row))
        if place > starts[-1] and (place - starts[-1] == ROWS or size + length > CHARACTERS):
            starts.append(place)
            size = 0
        size += length
    return [slice(one, other) for one, other in pairwise([*starts, len(rows)])]


def name_page(base: str, number: int) -> str:
    """Return a page's path without ".md": `base` itself, then "…/2"; "x/index" leads to "x/2"."""
    return base if number == 1 else f"{base.removesuffix('/index')}/{number}"


def link_pages(base: str, number: int, pages: int, what: str = "lists.pages") -> str:
    """Return a navigation landmark over a list's pages, as one line of HTML; "" where it is one.

    `what` is the message that names it, and tells it from the others of its page.
    """
    if pages == 1:
        return ""
    here = name_page(base, number)
    near = range(max(1, number - _NEAR), min(pages, number + _NEAR) + 1)
    items = []
    previous = 0
    for each in sorted({1, pages, *near}):
        if each > previous + 1:
            items.append("<li>…</li>")
        previous = each
        address = escape(address_on_site(f"{here}.md", name_page(base, each)))
        current = ' aria-current="page"' if each == number else ""
        items.append(f'<li><a href="{address}"{current}>{say_number(each)}</a></li>')
    label = say(what, number=number, all=pages)
    return f'<nav class="turn" aria-label="{escape(label)}"><ol>{"".join(items)}</ol></nav>'
