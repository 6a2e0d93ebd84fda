"""Lists longer than a page: where they are cut, their pages' addresses, links between these.

The first page keeps the list's own address, further ones stand below it ("judges/x/2"). A page
keeps its address as the archive grows, though orders move on it as newer ones come before them.

Pages are cut at seams: between two rows of which the second's key says, by its digest, that a page
may begin with it. So an order that comes in changes the page it stands on, and those behind it stay
as they were; cut by count, each of them would begin one row later.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Generic, TypeAlias, TypeVar
from zlib import crc32

from build_scripts.i18n import format_number, t
from build_scripts.pages.page_links import address_on_site
from build_scripts.pages.tables import write_table

Item = TypeVar("Item")
Row: TypeAlias = Sequence[str]
TableWriter: TypeAlias = Callable[[Sequence[Item], str], tuple[Row, Sequence[Row]]]

ROWS = 100
"""Rows of a page, so that it is short enough to read and to load on a telephone."""
CHARACTERS = 52_000
"""Characters of a page's rows: with the tags of a table and the theme around it under 100 kB."""

_SEAMS = 12
"""One row of so many may begin a page, once the page before is half full."""
_NEAR = 2
"""How many pages before and behind are linked: linking all would be quadratic in their number."""


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a table: `path` is its file's, `items` stand in it."""

    number: int
    pages: int
    base: str
    items: Sequence[Item]
    write: TableWriter[Item]

    @property
    def path(self) -> str:
        """The page's file."""
        return f"{name_page(self.base, self.number)}.md"

    @property
    def text(self) -> str:
        """The table with links around it; "None yet." where it is empty."""
        table = write_table(*self.write(self.items, self.path)) if self.items else ""
        above = link_pages(self.base, self.number, self.pages)
        below = link_pages(self.base, self.number, self.pages, "lists.pages_below")
        return "\n\n".join(filter(None, (above, table or t("lists.none_yet"), below)))


def cut_table(
    base: str,
    items: Sequence[Item],
    write: TableWriter[Item],
    key: Callable[[Item], str],
    weigh: Callable[[Item], int] | None = None,
) -> Iterator[Part[Item]]:
    """Yield a table of `items` in pages from `base` on; one page where there are none.

    `write` returns the head and one row an item, as the page at the given path has to link. `key`
    names an item, always by the same name. `weigh` says about how many characters its row has;
    without it rows are written to be counted.
    """
    weights = (
        [weigh(item) for item in items] if weigh else weigh_rows(write(items, f"{base}.md")[1])
    )
    slices = cut_list([key(item) for item in items], weights)
    for number, part in enumerate(slices, start=1):
        yield Part(number, len(slices), base, items[part], write)


def weigh_rows(rows: Sequence[Row]) -> list[int]:
    """Return how many characters each row has."""
    return [sum(map(len, row)) for row in rows]


def cut_list(keys: Sequence[str], weights: Sequence[int]) -> list[slice]:
    """Return the pages of a list, each of at most `ROWS` and `CHARACTERS`; one where it is empty.

    `keys` name its rows, `weights` are their characters. A row that is longer than a page stands on
    one by itself. A list that fits on a page is not cut.
    """
    sizes = [max(weight, CHARACTERS // ROWS) for weight in weights]
    starts, size = [0], 0
    is_long = sum(sizes) > CHARACTERS
    for place, (key, more) in enumerate(zip(keys, sizes, strict=True)):
        is_full = size + more > CHARACTERS
        if place > starts[-1] and (
            is_full or (is_long and size >= CHARACTERS // 2 and _may_begin(key))
        ):
            starts.append(place)
            size = 0
        size += more
    return [slice(one, other) for one, other in pairwise([*starts, len(keys)])]


def _may_begin(key: str) -> bool:
    return crc32(key.encode("utf-8", "surrogatepass")) % _SEAMS == 0


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
        items.append(f'<li><a href="{address}"{current}>{format_number(each)}</a></li>')
    label = t(what, number=number, all=pages)
    return f'<nav class="turn" aria-label="{escape(label)}"><ol>{"".join(items)}</ol></nav>'
