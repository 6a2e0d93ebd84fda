"""Lists of authorities: an overview, one per kind, and for a long kind its letters or codes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.model.archive import Authority, AuthorityKind
from build_scripts.model.page import Section, TemplatePage
from build_scripts.pages.authority_pages.names import (
    AuthorityLine,
    format_kind,
    line_authority,
    name_run,
    name_shelf,
)
from build_scripts.pages.i18n import t, term
from build_scripts.pages.letters import part_by_letter
from build_scripts.pages.pagination import ListPage, describe_list, publish_list
from build_scripts.pages.views import PageLink

ROWS = 500
"""Authorities on a page of names."""
MOST_CITED = 10

_Parts = Mapping[str, Sequence[Authority]]


@dataclass(frozen=True, slots=True)
class KindSummary:
    """A kind on the overview, with its most cited authorities."""

    section: Section
    rows: tuple[AuthorityLine, ...]
    everything: PageLink


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The overview of all kinds."""

    kinds: tuple[KindSummary, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the kinds' headings."""
        return tuple(one.section for one in self.kinds)


@dataclass(frozen=True, slots=True)
class KindView:
    """The index of a kind: `letters` lead to names, `sources` to the runs of reporters or codes."""

    count: int
    letters: tuple[PageLink, ...]
    sources: Mapping[str, Sequence[PageLink]]


def publish_authority_indexes(
    authorities: Sequence[Authority], runs: _Parts
) -> Iterator[TemplatePage]:
    """Yield the overview, the index of each kind, and lists of cases by name."""
    kinds: dict[AuthorityKind, list[Authority]] = {kind: [] for kind in AuthorityKind}
    for one in authorities:
        kinds[one.kind].append(one)
    overview, view = t("authorities.title"), partial(_view_overview, kinds)
    path = "authorities/index.md"
    yield TemplatePage(path, overview, "authorities.html", view, describe_list())
    for kind, members in kinds.items():
        folder, title = f"authorities/{kind.value}", format_kind(kind)
        above = [PageLink(overview, "authorities/")]
        is_named = kind is AuthorityKind.CASE  # looked up by the first letter of a name too
        parts = part_by_letter(members, lambda one: one.case_name or "") if is_named else {}
        letters = tuple(
            PageLink(_format_letter(letter), f"{folder}/{letter}/", len(named))
            for letter, named in parts.items()
        )
        make = partial(_view_kind, members, runs, letters)
        meta = describe_list(above)
        yield TemplatePage(f"{folder}/index.md", title, "authority_kind.html", make, meta)
        above.append(PageLink(title, f"{folder}/"))
        for letter, named in parts.items():
            whole = t("authorities.part", title=title, part=_format_letter(letter))
            yield from publish_list(
                f"{folder}/{letter}",
                whole,
                named,
                "authority_names.html",
                _view_names,
                above,
                ROWS,
                is_found=False,
            )


def _format_letter(letter: str) -> str:
    return letter.upper() if len(letter) == 1 else t("authorities.no_letter")


def _view_overview(kinds: Mapping[AuthorityKind, Sequence[Authority]]) -> OverviewView:
    summaries = []
    for kind, members in kinds.items():
        heading = t("authorities.kind_heading", kind=format_kind(kind), count=len(members))
        most = sorted(members, key=lambda one: (-one.orders, -len(one.mentions)))[:MOST_CITED]
        everything = t("authorities.all_of_kind", kind=term("authority_kinds", kind.value))
        summary = KindSummary(
            Section(kind.value, heading),
            tuple(map(line_authority, most)),
            PageLink(everything, f"authorities/{kind.value}/"),
        )
        summaries += [summary] if members else []
    return OverviewView(tuple(summaries))


def _view_kind(
    members: Sequence[Authority], runs: _Parts, letters: tuple[PageLink, ...]
) -> KindView:
    own = {one.place.run for one in members}
    found = [(run, held) for run, held in runs.items() if run in own]
    sources: dict[str, list[PageLink]] = defaultdict(list)
    for run, held in sorted(found, key=lambda pair: not pair[1][0].place.source):
        place = held[0].place
        label = place.part or name_run(held[0])
        link = PageLink(label, f"authorities/{run}/", len(held))
        sources[place.source or name_shelf(held[0])].append(link)
    return KindView(len(members), letters, sources)


def _view_names(part: ListPage[Authority]) -> ListPage[AuthorityLine]:
    return ListPage(part.path, part.number, tuple(map(line_authority, part.rows)), part.pager)
