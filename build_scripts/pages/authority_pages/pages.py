"""The pages of runs of authorities, and of those that many orders cite."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.i18n import t
from build_scripts.model.archive import Authority
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.entries import Entry, describe_authority
from build_scripts.pages.authority_pages.lists import list_index_pages
from build_scripts.pages.authority_pages.names import format_kind, name_plainly, name_run
from build_scripts.pages.authority_pages.tallies import YearCount, tally_authority
from build_scripts.pages.pagination import ListPage, Pager, paginate
from build_scripts.pages.views import PageLink, list_breadcrumbs
from build_scripts.text.natural_order import count_naturally

LONGEST = 200
"""Authorities on the page of a run; a longer run is divided into blocks, and lists their names."""
MOST_QUOTED = 400
"""Quotations on the page of a run."""
_ORDERS = 50
"""Citing orders on one page of an authority's own."""


@dataclass(frozen=True, slots=True)
class RunView:
    """A run of authorities, with the orders that cite each."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class BlocksView:
    """A run that is longer than a page: its blocks, and in each the names with their anchors."""

    blocks: tuple[tuple[PageLink, tuple[tuple[str, PageLink], ...]], ...]


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """The page of one authority; its further pages show more of the orders that cite it."""

    entry: Entry
    is_first: bool
    years: tuple[YearCount, ...]
    most: int  # mentions of a year
    pager: Pager | None


def list_authority_pages(index: ArchiveIndex) -> Iterator[TemplatePage]:
    """Yield the indexes, the page of each run, and those of authorities that many orders cite."""
    runs = gather_runs(index.archive.authorities)
    yield from list_index_pages(index.archive.authorities, runs)
    for name, members in runs.items():
        yield from _list_run(index, name, members)
    for authority in index.archive.authorities:
        if authority.has_page:
            yield from _list_own_pages(index, authority)


def gather_runs(authorities: Sequence[Authority]) -> Mapping[str, tuple[Authority, ...]]:
    """Return the authorities of each run, as one looks them up in it; runs as they are listed."""
    runs: dict[str, list[Authority]] = defaultdict(list)
    for one in authorities:
        runs[one.place.run].append(one)
    return {
        run: tuple(sorted(runs[run], key=lambda one: count_naturally(one.place.anchor)))
        for run in sorted(runs, key=count_naturally)
    }


def _list_run(
    index: ArchiveIndex, name: str, members: Sequence[Authority]
) -> Iterator[TemplatePage]:
    title = name_run(members[0])
    meta = _describe(PageLink(t("authorities.title"), "authorities/"))
    path = f"authorities/{name}.md"
    if len(members) <= LONGEST and sum(map(_weigh, members)) <= MOST_QUOTED:
        yield TemplatePage(
            path, title, "authority_run.html", partial(_view_run, index, members), meta
        )
        return
    blocks: dict[str, list[Authority]] = defaultdict(list)
    for one in members:
        blocks[one.place.block].append(one)
    make = partial(_view_blocks, name, blocks)
    yield TemplatePage(path, title, "authority_blocks.html", make, meta)
    meta = _describe(
        PageLink(t("authorities.title"), "authorities/"), PageLink(title, f"authorities/{name}/")
    )
    for block, part in blocks.items():
        yield TemplatePage(
            f"authorities/{name}/{block}.md",
            t("authorities.part", title=title, part=block),
            "authority_run.html",
            partial(_view_run, index, part),
            meta,
        )


def _weigh(authority: Authority) -> int:
    return 0 if authority.has_page else len(authority.mentions)


def _list_own_pages(index: ArchiveIndex, authority: Authority) -> Iterator[TemplatePage]:
    meta = _describe(
        PageLink(t("authorities.title"), "authorities/"),
        PageLink(format_kind(authority.kind), f"authorities/{authority.kind.value}/"),
        PageLink(name_run(authority), f"authorities/{authority.place.run}/"),
    )
    citing = tuple(tally_authority(index, authority).citing)
    for page in paginate(authority.path, citing, _ORDERS):
        yield TemplatePage(
            page.path,
            page.entitle(name_plainly(authority)),
            "authority.html",
            partial(_view_own, index, authority, page),
            {**meta, "authority": authority.path},
        )


def _view_run(index: ArchiveIndex, members: Sequence[Authority]) -> RunView:
    return RunView(tuple(describe_authority(index, one) for one in members))


def _view_blocks(name: str, blocks: Mapping[str, Sequence[Authority]]) -> BlocksView:
    return BlocksView(
        tuple(
            (
                PageLink(block, f"authorities/{name}/{block}/", len(members)),
                tuple(
                    (
                        one.place.anchor,
                        PageLink(
                            name_plainly(one),
                            one.address
                            if one.has_page
                            else f"authorities/{name}/{block}/#{one.place.anchor}",
                            one.orders,
                        ),
                    )
                    for one in members
                ),
            )
            for block, members in blocks.items()
        )
    )


def _view_own(index: ArchiveIndex, authority: Authority, page: ListPage[int]) -> AuthorityView:
    years = tally_authority(index, authority).years
    return AuthorityView(
        describe_authority(index, authority, page.items),
        page.number == 1,
        years if page.number == 1 and len(years) > 1 else (),
        max((one.mentions for one in years), default=0),
        page.pager,
    )


def _describe(*above: PageLink) -> dict[str, object]:
    """Sentences are found in the orders they stand in, and a hundred orders are no contents."""
    return {"above": list_breadcrumbs(above), "search": {"exclude": True}, "hide": ["toc"]}
