"""Motions: what was asked and how it came out, over the whole archive."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome, Ruling
from build_scripts.model.page import Page
from build_scripts.publishing.front_matter import write_front_matter
from build_scripts.publishing.markdown_text import escape_text
from build_scripts.publishing.order_lists import link_group, row_order
from build_scripts.publishing.page_links import relative_address
from build_scripts.publishing.shelves import Shelves
from build_scripts.publishing.tables import write_cell, write_table
from build_scripts.publishing.wording import word_outcome

_LEAD = (
    "Every ruling of the orders here, by what was asked and how it was decided. An order that "
    "rules on three motions is counted three times."
)


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A ruling, and the index of the order that made it."""

    index: int
    ruling: Ruling


def publish_motion_pages(shelves: Shelves) -> Iterator[Page]:
    """Yield the table of motions by outcome, and a page for each kind of motion."""
    groups = shelves.archive.groups.get(Facet.MOTION, ())
    rulings = {group.slug: _list_rulings(shelves, group) for group in groups}
    yield _publish_index(groups, rulings)
    for group in groups:
        yield _publish_kind(shelves, group, rulings[group.slug])


def _list_rulings(shelves: Shelves, group: Group) -> list[_Ruled]:
    return [
        _Ruled(index, claim.value)
        for index in shelves.sort_newest_first(group.members)
        for claim in shelves.order(index).order.description.rulings
        if claim.value.kind.value.casefold() == group.label.casefold()
    ]


def _publish_index(groups: Sequence[Group], rulings: dict[str, list[_Ruled]]) -> Page:
    path = "motions/index.md"
    counts = {slug: Counter(r.ruling.outcome for r in found) for slug, found in rulings.items()}
    total: Counter[Outcome] = sum(counts.values(), Counter())
    outcomes = sorted(total, key=lambda outcome: (-total[outcome], outcome.value))
    largest = sorted(groups, key=lambda g: (-len(rulings[g.slug]), g.label.casefold()))
    rows = (
        (
            link_group(group, Facet.MOTION, path),
            str(len(rulings[group.slug])),
            *(_count(path, group, outcome, counts[group.slug][outcome]) for outcome in outcomes),
        )
        for group in largest
    )
    head = ("Motion", "Rulings", *(word_outcome(outcome) for outcome in outcomes))
    table = write_table(head, rows) if groups else "None yet."
    return _write_page(path, "Motions", f"{_LEAD}\n\n{table}")


def _count(path: str, group: Group, outcome: Outcome, count: int) -> str:
    if not count:
        return ""
    address = relative_address(path, f"{Facet.MOTION.value}/{group.slug}")
    return f"[{count}]({address}#{_name(outcome)})"


def _name(outcome: Outcome) -> str:
    return word_outcome(outcome).lower().replace(" ", "-")


def _publish_kind(shelves: Shelves, group: Group, rulings: Sequence[_Ruled]) -> Page:
    path = f"{Facet.MOTION.value}/{group.slug}.md"
    by_outcome: dict[Outcome, list[_Ruled]] = defaultdict(list)
    for ruled in rulings:
        by_outcome[ruled.ruling.outcome].append(ruled)
    ordered = sorted(by_outcome, key=lambda outcome: (-len(by_outcome[outcome]), outcome.value))
    orders = "1 order" if len(group.members) == 1 else f"{len(group.members)} orders"
    count = "1 ruling" if len(rulings) == 1 else f"{len(rulings)} rulings"
    parts = [f"Motion · {count} in {orders}, newest first. [All motions](index.md)"]
    for outcome in ordered:
        found = by_outcome[outcome]
        heading = f"## {word_outcome(outcome)} ({len(found)}) {{#{_name(outcome)}}}"
        parts += [heading, _table_rulings(shelves, found, path)]
    return _write_page(path, group.label, "\n\n".join(parts))


def _table_rulings(shelves: Shelves, rulings: Iterable[_Ruled], path: str) -> str:
    columns = (Facet.CASE, Facet.COURT, Facet.JUDGE)
    rows = []
    for ruled in rulings:
        date, order, *cells = row_order(shelves, ruled.index, path, columns)
        qualifiers = ", ".join(qualifier.value for qualifier in ruled.ruling.qualifiers)
        asked = write_cell(ruled.ruling.motion[:1].upper() + ruled.ruling.motion[1:])
        entries = write_cell(", ".join(ruled.ruling.entries))
        rows.append((date, order, asked, write_cell(qualifiers), entries, *cells))
    head = ("Date", "Order", "As printed", "How", "Docket entry", "Case", "Court", "Judge")
    return write_table(head, rows)


def _write_page(path: str, title: str, body: str) -> Page:
    front = write_front_matter({"title": title, "search": {"boost": 0.5}})
    return Page(path, f"{front}\n# {escape_text(title, starts_line=True)}\n\n{body}\n")
