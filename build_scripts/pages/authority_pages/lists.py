"""Lists of authorities: an overview, one a kind, and where a kind is long its letters or codes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.i18n import t, term
from build_scripts.model.archive import Authority, AuthorityKind
from build_scripts.model.page import Section, TemplatePage
from build_scripts.pages.authority_pages.names import (
    KINDS,
    format_kind,
    name_report,
    name_run,
    shorten_name,
)
from build_scripts.pages.letters import find_letter
from build_scripts.pages.pagination import Pager, describe_list_page, paginate
from build_scripts.pages.views import PageLink, list_breadcrumbs

ROWS = 500
"""Authorities on a page of names."""
MOST_CITED = 10
_BOOKS = (AuthorityKind.CASE,)
"""Kinds that are also looked up by the first letter of a name."""


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """An authority in a list of names."""

    address: str
    case_name: str
    report: str
    orders: int
    mentions: int


@dataclass(frozen=True, slots=True)
class KindSummary:
    """A kind on the overview: those that are cited most."""

    section: Section
    rows: tuple[AuthorityRow, ...]
    everything: PageLink


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The overview of all kinds."""

    kinds: tuple[KindSummary, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class KindView:
    """The index of one kind: `letters` lead to its names, `sources` to reporters or codes, each
    with its runs.
    """

    count: int
    letters: tuple[PageLink, ...]
    sources: tuple[tuple[str, tuple[PageLink, ...]], ...]


@dataclass(frozen=True, slots=True)
class NamesView:
    """Authorities by name."""

    rows: tuple[AuthorityRow, ...]
    pager: Pager | None


def list_index_pages(
    authorities: Sequence[Authority], runs: Mapping[str, Sequence[Authority]]
) -> Iterator[TemplatePage]:
    """Yield the overview, the index of each kind, and lists of cases by name."""
    kinds: dict[AuthorityKind, list[Authority]] = {kind: [] for kind in KINDS}
    for one in authorities:
        kinds[one.kind].append(one)
    title = t("authorities.title")
    yield TemplatePage(
        "authorities/index.md",
        title,
        "authorities.html",
        partial(_view_overview, kinds),
        describe_list_page({}),
    )
    above = list_breadcrumbs((PageLink(title, "authorities/"),))
    for kind, members in kinds.items():
        letters = _divide(members) if kind in _BOOKS else {}
        yield TemplatePage(
            f"authorities/{kind.value}/index.md",
            format_kind(kind),
            "authority_kind.html",
            partial(_view_kind, kind, members, runs, letters),
            describe_list_page(above),
        )
        for letter, named in letters.items():
            yield from _list_names(kind, letter, named)


def _divide(members: Sequence[Authority]) -> Mapping[str, Sequence[Authority]]:
    letters: dict[str, list[Authority]] = defaultdict(list)
    for one in members:
        letters[find_letter(one.case_name or "")].append(one)
    return dict(sorted(letters.items(), key=lambda item: (len(item[0]), item[0])))


def _list_names(
    kind: AuthorityKind, letter: str, members: Sequence[Authority]
) -> Iterator[TemplatePage]:
    label = letter.upper() if len(letter) == 1 else t("authorities.no_letter")
    title = t("authorities.part", title=format_kind(kind), part=label)
    above = list_breadcrumbs(
        (
            PageLink(t("authorities.title"), "authorities/"),
            PageLink(format_kind(kind), f"authorities/{kind.value}/"),
        )
    )
    for page in paginate(f"authorities/{kind.value}/{letter}", members, ROWS):
        yield TemplatePage(
            page.path,
            page.entitle(title),
            "authority_names.html",
            partial(_view_names, page.items, page.pager),
            describe_list_page(above, is_found=False),
        )


def _view_overview(kinds: Mapping[AuthorityKind, Sequence[Authority]]) -> OverviewView:
    summaries = []
    for kind, members in kinds.items():
        if not members:
            continue
        heading = t("authorities.kind_heading", kind=format_kind(kind), count=len(members))
        most = sorted(members, key=lambda one: (-one.orders, -len(one.mentions)))[:MOST_CITED]
        everything = t("authorities.all_of_kind", kind=term("authority_kinds", kind.value))
        summaries.append(
            KindSummary(
                Section(kind.value, heading),
                tuple(map(_row, most)),
                PageLink(everything, f"authorities/{kind.value}/"),
            )
        )
    return OverviewView(tuple(summaries), tuple(one.section for one in summaries))


def _view_kind(
    kind: AuthorityKind,
    members: Sequence[Authority],
    runs: Mapping[str, Sequence[Authority]],
    letters: Mapping[str, Sequence[Authority]],
) -> KindView:
    own = {one.place.run for one in members}
    found = [(run, held) for run, held in runs.items() if run in own]
    sources: dict[str, tuple[PageLink, ...]] = {}
    for run, held in sorted(found, key=lambda pair: not pair[1][0].place.source):
        link = PageLink(_name_part(held[0]), f"authorities/{run}/", len(held))
        source = _name_source(held[0])
        sources[source] = (*sources.get(source, ()), link)
    return KindView(
        len(members),
        tuple(
            PageLink(
                letter.upper() if len(letter) == 1 else t("authorities.no_letter"),
                f"authorities/{kind.value}/{letter}/",
                len(named),
            )
            for letter, named in letters.items()
        ),
        tuple(sources.items()),
    )


def _name_part(authority: Authority) -> str:
    """Return what a run is called below its reporter or code."""
    place = authority.place
    return (
        place.part if place.part and not place.run.startswith("dockets/") else name_run(authority)
    )


def _name_source(authority: Authority) -> str:
    return authority.place.source or t("authorities.other_code")


def _view_names(members: Sequence[Authority], pager: Pager | None) -> NamesView:
    return NamesView(tuple(map(_row, members)), pager)


def _row(one: Authority) -> AuthorityRow:
    name = shorten_name(one.case_name or "")
    return AuthorityRow(one.address, name, name_report(one), one.orders, len(one.mentions))
