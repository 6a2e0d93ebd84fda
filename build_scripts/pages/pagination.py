"""Lists longer than a page: their pages' addresses, and the links between these.

The first page keeps the list's own address, further ones are below it ("judges/x/2/"), and keep
theirs as the archive grows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from build_scripts.model.page import TemplatePage
from build_scripts.pages.i18n import format_number, t
from build_scripts.pages.views import PageLink, list_breadcrumbs

Item = TypeVar("Item")

ROWS = 100
"""Rows of a page, so that it is short enough to read and to load on a telephone."""

UNLISTED: Mapping[str, Any] = {"search": {"exclude": True}, "hide": ["navigation", "toc"]}
"""Metadata of a page that search and navigation leave out."""
_NEAR = 2
"""How many pages before and after are linked: linking all would be quadratic in their number."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Links between the pages of a list; a gap among them has no address."""

    number: int
    pages: int
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Item]):
    """One page of a list: its `rows`, and a `pager` that leads to the others if there are any."""

    path: str
    number: int
    rows: Sequence[Item]
    pager: Pager | None


def publish_list(
    base: str,
    title: str,
    items: Sequence[Item],
    template: str,
    view: Callable[[ListPage[Item]], object] = lambda part: part,
    above: Sequence[PageLink] = (),
    rows: int = ROWS,
    *,
    is_found: bool = True,
    meta: Mapping[str, object] = MappingProxyType({}),
    made_of: Callable[[], object] | None = None,
) -> Iterator[TemplatePage]:
    """Yield the pages of a list; `view` returns the content of one, the page itself by default.

    `above` and `is_found` are parameters of `describe_list`, `meta` is further metadata, `made_of`
    that of each `TemplatePage`.
    """
    for part in paginate(base, items, rows):
        named = title if part.number == 1 else t("lists.page", title=title, number=part.number)
        described = describe_list(above, is_found=is_found and part.number == 1)
        make = partial(view, part)
        all_meta = {**described, **meta}
        yield TemplatePage(part.path, named, template, make, all_meta, made_of=made_of)


def paginate(base: str, items: Sequence[Item], rows: int = ROWS) -> Iterator[ListPage[Item]]:
    """Yield the pages of a list from `base` on; one page if it is empty."""
    starts = range(0, max(len(items), 1), rows)
    for number, start in enumerate(starts, start=1):
        pager = link_pages(base, number, len(starts)) if len(starts) > 1 else None
        yield ListPage(f"{_name_page(base, number)}.md", number, items[start : start + rows], pager)


def _name_page(base: str, number: int) -> str:
    """Return a page's path without ".md": `base` itself, then "…/2"; "x/index" leads to "x/2"."""
    return base if number == 1 else f"{base.removesuffix('/index')}/{number}"


def link_pages(base: str, number: int, pages: int) -> Pager:
    """Return links to the first, the last, and those near the page `number`."""
    near = range(max(1, number - _NEAR), min(pages, number + _NEAR) + 1)
    links = []
    previous = 0
    for each in sorted({1, pages, *near}):
        if each > previous + 1:
            links.append(PageLink("…"))
        previous = each
        address = f"{_name_page(base, each).removesuffix('/index')}/"
        links.append(PageLink(format_number(each), address))
    return Pager(number, pages, tuple(links))


def describe_list(above: Iterable[PageLink] = (), *, is_found: bool = True) -> dict[str, Any]:
    """Return the metadata of a page of a list below the pages `above`.

    In the site's search lists come after their orders, or not at all without `is_found`. A list
    that names no order, case or party adds `names_people`, see
    build_scripts/pages/theme/partials/unlisted.html.
    """
    search = {"boost": 0.5} if is_found else {"exclude": True}
    return {"above": list_breadcrumbs(above), "search": search}
