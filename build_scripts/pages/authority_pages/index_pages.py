"""Lists of authorities: an overview, one a kind, and parts where a kind is too long for a page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from build_scripts.i18n import format_number, t, term
from build_scripts.model.archive import AuthorityKind
from build_scripts.model.page import LatePage, Page
from build_scripts.pages.authority_pages.names import KINDS, name_in_markdown, word_kind
from build_scripts.pages.authority_pages.paging import cut_pages, link_pages, name_page
from build_scripts.pages.authority_pages.shelf_marks import ShelfMark, find_shelf_mark
from build_scripts.pages.authority_pages.tallies import Tally
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.page_links import link_to_page, relative_address
from build_scripts.pages.tables import write_table
from build_scripts.pages.trail import Step, trace_trail
from build_scripts.pages.wording import word_day

ROWS = 200
"""Rows of a list's page; a kind with more is divided by letter or code, and these into pages."""
MOST_CITED = 10

_FILES = {
    "authorities": '<a href="../authorities.json">authorities.json</a>',
    "citations": '<a href="../citations.csv">citations.csv</a>',
}


def publish_authority_indexes(tallies: Sequence[Tally]) -> Iterator[Page | LatePage]:
    """Yield the overview, each kind's list, and the parts of long ones; no page exceeds `ROWS`."""
    kinds: dict[AuthorityKind, list[Tally]] = {kind: [] for kind in KINDS}
    for tally in tallies:
        kinds[tally.authority.kind].append(tally)
    yield _publish_overview(kinds)
    for kind, members in kinds.items():
        yield from _publish_kind(kind, members)


def _publish_overview(kinds: dict[AuthorityKind, list[Tally]]) -> Page:
    path = "authorities/index.md"
    parts = [t("authorities.lead"), t("authorities.as_data", **_FILES)]
    for kind, members in kinds.items():
        if not members:
            continue
        title = t("authorities.kind_heading", kind=word_kind(kind), count=len(members))
        most = sorted(members, key=lambda one: (-one.orders, -one.mentions))[:MOST_CITED]
        everything = t("authorities.all_of_kind", kind=term("authority_kinds", kind.value))
        parts += [
            f"## {title}",
            _table_authorities(most, path),
            link_to_page(path, f"authorities/{kind.value}/index", everything),
        ]
    if not any(kinds.values()):
        parts.append(t("lists.none_yet"))
    return _write_page(path, t("authorities.title"), "\n\n".join(parts), is_listed=True)


def _publish_kind(kind: AuthorityKind, members: Sequence[Tally]) -> Iterator[Page | LatePage]:
    base = f"authorities/{kind.value}/index"
    title = word_kind(kind)
    if len(members) <= ROWS:
        yield from _publish_list(base, title, members, ())
        return
    divided: dict[ShelfMark, list[Tally]] = defaultdict(list)
    labels: dict[str, ShelfMark] = {}
    for tally in members:
        mark = find_shelf_mark(tally.authority)
        divided[labels.setdefault(mark.slug, mark)].append(tally)
    marks = sorted(divided)
    pages = cut_pages(marks, ROWS)
    for number, shown in enumerate(pages, start=1):
        path = f"{name_page(base, number)}.md"
        rows = (
            (
                link_to_page(path, _address_part(kind, mark), mark.label).replace("|", r"\|"),
                format_number(len(divided[mark])),
                format_number(sum(tally.mentions for tally in divided[mark])),
            )
            for mark in shown
        )
        is_case = kind is AuthorityKind.CASE
        first = t("authorities.first_letter" if is_case else "authorities.within")
        head = (first, title, t("columns.mentions"))
        parts = (
            t("authorities.cited_here", count=len(members)),
            write_table(head, rows),
            link_pages(base, number, len(pages)),
        )
        yield _write_page(
            path, title, "\n\n".join(filter(None, parts)), _trace(), is_listed=number == 1
        )
    for mark in marks:
        label = f"{title}: {mark.label}"
        yield from _publish_list(_address_part(kind, mark), label, divided[mark], (kind,))


def _address_part(kind: AuthorityKind, mark: ShelfMark) -> str:
    return f"authorities/{kind.value}/{mark.slug}"


def _publish_list(
    base: str, title: str, members: Sequence[Tally], above: Sequence[AuthorityKind]
) -> Iterator[LatePage]:
    pages = cut_pages(members, ROWS)
    mentions = t("counts.mentions", count=sum(tally.mentions for tally in members))
    lead = f"{t('authorities.cited_here', count=len(members))}, {mentions}"
    for number, shown in enumerate(pages, start=1):
        path = f"{name_page(base, number)}.md"
        turn = link_pages(base, number, len(pages))
        yield LatePage(path, partial(_write_list, path, title, lead, turn, shown, above))


def _write_list(
    path: str,
    title: str,
    lead: str,
    turn: str,
    shown: Sequence[Tally],
    above: Sequence[AuthorityKind],
) -> Page:
    listing = _table_authorities(shown, path) if shown else t("lists.none_yet")
    body = "\n\n".join(filter(None, (lead, turn, listing, turn)))
    return _write_page(path, title, body, _trace(*above), is_listed=not above)


def _trace(*above: AuthorityKind) -> Sequence[Step]:
    kinds = ((word_kind(kind), f"authorities/{kind}/index") for kind in above)
    return ((t("authorities.title"), "authorities/index"), *kinds)


def _table_authorities(tallies: Sequence[Tally], path: str) -> str:
    rows = (
        (
            _link_authority(tally, path),
            format_number(tally.orders),
            format_number(tally.mentions),
            _word_latest(tally),
        )
        for tally in tallies
    )
    names = ("authority", "orders", "mentions", "latest")
    return write_table([term("columns", name) for name in names], rows)


def _word_latest(tally: Tally) -> str:
    return word_day(tally.latest).replace(" ", "\u00a0")  # a date breaks badly


def _link_authority(tally: Tally, path: str) -> str:
    label = name_in_markdown(tally.authority)
    return f"[{label}]({relative_address(path, tally.authority.path)})".replace("|", r"\|")


def _write_page(
    path: str, title: str, body: str, steps: Sequence[Step] = (), *, is_listed: bool
) -> Page:
    search = {"boost": 0.5} if is_listed else {"exclude": True}
    front = write_front_matter({"title": title, "search": search, "above": trace_trail(steps)})
    return Page(path, f"{front}\n# {escape_text(title, starts_line=True)}\n\n{body}\n")
