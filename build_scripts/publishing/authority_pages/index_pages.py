"""Lists of authorities: an overview, one a kind, and parts where a kind is too long for a page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_scripts.model.archive import AuthorityKind
from build_scripts.model.page import Page
from build_scripts.publishing.authority_pages.names import KIND_WORDS, name_in_markdown
from build_scripts.publishing.authority_pages.paging import cut_pages, link_pages, name_page
from build_scripts.publishing.authority_pages.shelf_marks import ShelfMark, find_shelf_mark
from build_scripts.publishing.authority_pages.tallies import Tally, count
from build_scripts.publishing.front_matter import write_front_matter
from build_scripts.publishing.markdown_text import escape_text
from build_scripts.publishing.page_links import link_to_page, relative_address
from build_scripts.publishing.tables import write_table
from build_scripts.publishing.trail import Step, trace_trail
from build_scripts.publishing.wording import word_date

ROWS = 200
"""Rows of a list's page; a kind with more is divided by letter or code, and these into pages."""
MOST_CITED = 10

_LEAD = (
    "Every case, statute, rule and other authority that the orders here cite. Each has a page of "
    "its own: the names it goes by, where it can be read, and which orders here cite it, how often "
    "and in what words. Parallel citations in one place count once; what papers cite that are no "
    "orders is not counted. How an order treats an authority is not guessed: its own words are "
    "shown.\n\n"
    'The same as data: <a href="../authorities.json">authorities.json</a>, one entry an '
    'authority, and <a href="../citations.csv">citations.csv</a>, one row a citation.'
)


def publish_authority_indexes(tallies: Sequence[Tally]) -> Iterator[Page]:
    """Yield the overview, each kind's list, and the parts of long ones; no page exceeds `ROWS`."""
    kinds: dict[AuthorityKind, list[Tally]] = {kind: [] for kind in KIND_WORDS}
    for tally in tallies:
        kinds[tally.authority.kind].append(tally)
    yield _publish_overview(kinds)
    for kind, members in kinds.items():
        yield from _publish_kind(kind, members)


def _publish_overview(kinds: dict[AuthorityKind, list[Tally]]) -> Page:
    path = "authorities/index.md"
    parts = [_LEAD]
    for kind, members in kinds.items():
        if not members:
            continue
        plural = KIND_WORDS[kind][0]
        most = sorted(members, key=lambda one: (-one.orders, -one.mentions))[:MOST_CITED]
        everything = link_to_page(path, f"authorities/{kind.value}/index", f"All {plural.lower()}")
        parts += [
            f"## {plural} ({len(members):,})",
            _table_authorities(most, path),
            f"{everything}" if len(members) > len(most) else everything,
        ]
    if len(parts) == 1:
        parts.append("None yet.")
    return _write_page(path, "Authorities", "\n\n".join(parts), is_listed=True)


def _publish_kind(kind: AuthorityKind, members: Sequence[Tally]) -> Iterator[Page]:
    base = f"authorities/{kind.value}/index"
    title = KIND_WORDS[kind][0]
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
                f"{len(divided[mark]):,}",
                f"{sum(tally.mentions for tally in divided[mark]):,}",
            )
            for mark in shown
        )
        head = ("First letter" if kind is AuthorityKind.CASE else "In", title, "Mentions")
        parts = (
            f"{len(members):,} cited here",
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
) -> Iterator[Page]:
    pages = cut_pages(members, ROWS)
    for number, shown in enumerate(pages, start=1):
        path = f"{name_page(base, number)}.md"
        mentions = count(sum(tally.mentions for tally in members), "mention")
        listing = _table_authorities(shown, path) if shown else "None yet."
        turn = link_pages(base, number, len(pages))
        lead = f"{len(members):,} cited here, {mentions}"
        parts = (lead, turn, listing, turn)
        yield _write_page(
            path, title, "\n\n".join(filter(None, parts)), _trace(*above), is_listed=not above
        )


def _trace(*above: AuthorityKind) -> Sequence[Step]:
    kinds = ((KIND_WORDS[kind][0], f"authorities/{kind}/index") for kind in above)
    return (("Authorities", "authorities/index"), *kinds)


def _table_authorities(tallies: Sequence[Tally], path: str) -> str:
    rows = (
        (
            _link_authority(tally, path),
            f"{tally.orders:,}",
            f"{tally.mentions:,}",
            _word_latest(tally),
        )
        for tally in tallies
    )
    return write_table(("Authority", "Orders", "Mentions", "Latest"), rows)


def _word_latest(tally: Tally) -> str:
    day = word_date(tally.latest, short=True) if tally.latest else "undated"
    return day.replace(" ", "\u00a0")  # a date breaks badly


def _link_authority(tally: Tally, path: str) -> str:
    label = name_in_markdown(tally.authority)
    return f"[{label}]({relative_address(path, tally.authority.path)})".replace("|", r"\|")


def _write_page(
    path: str, title: str, body: str, steps: Sequence[Step] = (), *, is_listed: bool
) -> Page:
    search = {"boost": 0.5} if is_listed else {"exclude": True}
    front = write_front_matter({"title": title, "search": search, "above": trace_trail(steps)})
    return Page(path, f"{front}\n# {escape_text(title, starts_line=True)}\n\n{body}\n")
