"""The pages of runs of authorities, and of those that many orders cite."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from build_scripts.model.archive import Authority
from build_scripts.model.page import TemplatePage
from build_scripts.model.text.numbers import count_naturally
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.entries import (
    CitedAuthority,
    Citing,
    Entry,
    describe_authority,
    gather_cited,
)
from build_scripts.pages.authority_pages.lists import publish_authority_indexes
from build_scripts.pages.authority_pages.names import format_kind, name_plainly, name_run
from build_scripts.pages.i18n import t
from build_scripts.pages.pagination import ListPage, Pager, describe_list, publish_list
from build_scripts.pages.views import PageLink

LONGEST = 200
"""Authorities on the page of a run; a longer run is divided into blocks, and lists their names."""
MOST_QUOTED = 400
"""Quotations on the page of a run."""
_ORDERS = 50
"""Citing orders on one page of an authority's own."""


Blocks = tuple[tuple[PageLink, tuple[tuple[str, PageLink], ...]], ...]
"""A run that is longer than a page: its blocks, and in each the names with their anchors."""


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """The page of one authority; its further pages show more of the orders that cite it.

    `years` have the number of orders and of mentions of each year, None for undated orders, last.
    """

    entry: Entry
    is_first: bool
    years: tuple[tuple[int | None, int, int], ...]
    pager: Pager | None


def publish_authority_pages(index: ArchiveIndex) -> Iterator[TemplatePage]:
    """Yield the indexes, the page of each run, and those of authorities that many orders cite."""
    runs = _gather_runs(index.archive.authorities)
    yield from publish_authority_indexes(index.archive.authorities, runs)
    for name, members in runs.items():
        yield from _publish_run(index, name, members)
    for authority in index.archive.authorities:
        if authority.has_page:
            yield from _publish_own(gather_cited(index, authority))


def _gather_runs(authorities: Sequence[Authority]) -> Mapping[str, Sequence[Authority]]:
    """Return the authorities of each run, in lookup order; runs in the order of lists."""
    runs: dict[str, list[Authority]] = defaultdict(list)
    for one in authorities:
        runs[one.place.run].append(one)
    return {
        run: sorted(runs[run], key=lambda one: count_naturally(one.place.anchor))
        for run in sorted(runs, key=count_naturally)
    }


def _publish_run(
    index: ArchiveIndex, name: str, members: Sequence[Authority]
) -> Iterator[TemplatePage]:
    title, path = name_run(members[0]), f"authorities/{name}"
    quoted = sum(len(one.mentions) for one in members if not one.has_page)
    if len(members) <= LONGEST and quoted <= MOST_QUOTED:
        yield _make_run(index, path, title, members, _describe())
        return
    blocks: dict[str, list[Authority]] = defaultdict(list)
    for one in members:
        blocks[one.place.block].append(one)
    view = partial(_view_blocks, path, blocks)
    yield TemplatePage(f"{path}.md", title, "authority_blocks.html", view, _describe())
    meta = _describe(PageLink(title, f"{path}/"))
    for block, part in blocks.items():
        named = t("authorities.part", title=title, part=block)
        yield _make_run(index, f"{path}/{block}", named, part, meta)


def _make_run(
    index: ArchiveIndex, path: str, title: str, members: Sequence[Authority], meta: dict[str, Any]
) -> TemplatePage:
    def make() -> tuple[Entry, ...]:
        return tuple(describe_authority(gather_cited(index, one)) for one in members)

    def list_parts() -> object:
        return [gather_cited(index, one).identity for one in members]

    return TemplatePage(f"{path}.md", title, "authority_run.html", make, meta, made_of=list_parts)


def _publish_own(cited: CitedAuthority) -> Iterator[TemplatePage]:
    authority = cited.authority
    above = (
        PageLink(t("authorities.title"), "authorities/"),
        PageLink(format_kind(authority.kind), f"authorities/{authority.kind.value}/"),
        PageLink(name_run(authority), f"authorities/{authority.place.run}/"),
    )
    yield from publish_list(
        authority.path,
        name_plainly(authority),
        cited.citing,
        "authority.html",
        partial(_view_own, cited),
        above,
        _ORDERS,
        is_found=False,
        meta={"hide": ["toc"], "authority": authority.path},
        made_of=lambda: cited.identity,
    )


def _view_blocks(path: str, blocks: Mapping[str, Sequence[Authority]]) -> Blocks:
    def link(one: Authority, block: str) -> PageLink:
        place = f"{path}/{block}/#{one.place.anchor}"
        return PageLink(name_plainly(one), one.address if one.has_page else place, one.orders)

    return tuple(
        (
            PageLink(block, f"{path}/{block}/", len(members)),
            tuple((one.place.anchor, link(one, block)) for one in members),
        )
        for block, members in blocks.items()
    )


def _view_own(cited: CitedAuthority, page: ListPage[Citing]) -> AuthorityView:
    years = _count_years(cited) if page.number == 1 else ()
    entry = describe_authority(cited, page.rows)
    return AuthorityView(entry, page.number == 1, years if len(years) > 1 else (), page.pager)


def _count_years(cited: CitedAuthority) -> tuple[tuple[int | None, int, int], ...]:
    orders, mentions = Counter[int | None](), Counter[int | None]()
    for archived, places in cited.citing:
        day = archived.stated.day
        orders[day.year if day else None] += 1
        mentions[day.year if day else None] += len(places)
    years = sorted(orders, key=lambda year: -(year or 0))
    return tuple((year, orders[year], mentions[year]) for year in years)


def _describe(*above: PageLink) -> dict[str, Any]:
    """Return metadata: no search (orders have the sentences), no contents (too many orders)."""
    whole = (PageLink(t("authorities.title"), "authorities/"), *above)
    return {**describe_list(whole, is_found=False), "hide": ["toc"]}
