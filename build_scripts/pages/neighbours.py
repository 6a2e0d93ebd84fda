"""Orders near an order: before and after it in its case, its judge's others on the same motion,
and a picture of who here cites whom around it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.model.archive import Facet, Group, LinkTarget
from build_scripts.model.page import DEFAULT_CHOICES, Chart, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts.drawing import write_html_table
from build_scripts.pages.charts.neighbourhood import Stop, draw_neighbourhood
from build_scripts.pages.markdown_text import escape_html, escape_text
from build_scripts.pages.order_lists import list_order, shorten
from build_scripts.pages.page_links import address_on_site
from build_scripts.pages.wording import UNSTATED, case_of, day_of, title_of, word_day, word_facets

LIKE_IT = 5
"""Orders of one judge on one motion that are named, nearest in time: the page of both has them all,
and one that comes in changes the pages of those around it alone.
"""
IN_CASE = 50
"""Orders of its case that an order's page lists; the case's page has all of a long docket."""
_STOPS = 6
"""Orders cited, and orders citing, that the picture shows."""
_LEAST = 2
"""Neighbours from which on there is a picture."""


def render_neighbours(
    archive_index: ArchiveIndex, index: int, path: str, choices: SiteChoices = DEFAULT_CHOICES
) -> str:
    """Return the section of an order's page that leads to the orders near it; "" without any.

    Its size is bounded, whatever the archive holds.
    """
    parts = [
        *_turn_docket(archive_index, index, path),
        *_list_alike(archive_index, find_alike(archive_index, index, search=choices.search), path),
        _picture(archive_index, index, path) if Chart.CITATIONS in choices.charts else "",
    ]
    found = [part for part in parts if part]
    return (
        "\n\n".join([f"## {t('order_page.near')} {{#near-this-order data-search-exclude}}", *found])
        if found
        else ""
    )


def place_order(archive_index: ArchiveIndex, index: int) -> list[tuple[str, str]]:
    """Return the pages above an order's: its court's, its case's."""
    steps = [(word_facets(Facet.COURT), "courts/index")]
    description = archive_index.order(index).order.description
    for court in archive_index.groups(Facet.COURT, index):
        name = description.court.value.citation_string if description.court else court.label
        steps.append((name, f"{Facet.COURT.value}/{court.slug}"))
    cases = archive_index.groups(Facet.CASE, index)[:1]
    return [
        *steps,
        *(
            (case_of(description), f"{Facet.CASE.value}/{one.slug}")
            for one in cases
            if len(one.members) > 1
        ),
    ]


def find_case_page(archive_index: ArchiveIndex, index: int) -> str | None:
    """Return the page of an order's case; None where the case has no other order."""
    cases = archive_index.groups(Facet.CASE, index)[:1]
    pages = (f"{Facet.CASE.value}/{one.slug}" for one in cases if len(one.members) > 1)
    return next(pages, None)


def list_near(members: Sequence[int], index: int, most: int) -> Sequence[int]:
    """Return up to `most` of `members`, those around the one that is `index`, itself among them."""
    place = members.index(index)
    start = max(0, min(place - most // 2, len(members) - most))
    return members[start : start + most]


def find_turns(archive_index: ArchiveIndex, index: int) -> tuple[int | None, int | None]:
    """Return the orders before and after this one in its case; None where there is none."""
    for group in archive_index.groups(Facet.CASE, index)[:1]:
        docket = archive_index.dockets[group.slug]
        place = docket.index(index)
        before = docket[place - 1] if place > 0 else None
        return before, docket[place + 1] if place + 1 < len(docket) else None
    return None, None


def _turn_docket(archive_index: ArchiveIndex, index: int, path: str) -> Iterator[str]:
    before, after = find_turns(archive_index, index)
    lines = []
    if before is not None:
        shown = list_order(archive_index.order(before), path)
        lines.append(f"- {t('order_page.before', order=shown)}")
    if after is not None:
        shown = list_order(archive_index.order(after), path)
        lines.append(f"- {t('order_page.after', order=shown)}")
    if lines:
        yield "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Alike:
    """Orders of one judge on one motion, nearest in time to an order; `page` has all of them."""

    judge: Group
    motion: Group
    page: str
    orders: tuple[int, ...]


def find_alike(archive_index: ArchiveIndex, index: int, *, search: bool) -> Iterator[Alike]:
    """Yield the others of the same judge on the same motion, for each motion decided."""
    for judge in archive_index.groups(Facet.JUDGE, index)[:1]:
        for motion in archive_index.groups(Facet.MOTION, index):
            members = archive_index.decided.get((judge.slug, motion.slug), ())
            near = list_near(members, index, LIKE_IT + 1) if index in members else ()
            others = tuple(each for each in near if each != index)
            if others and judge.slug not in UNSTATED:
                page = archive_index.address_of_both(
                    (Facet.JUDGE, judge), (Facet.MOTION, motion), members, search=search
                )
                yield Alike(judge, motion, page, others)


def _list_alike(archive_index: ArchiveIndex, alike: Iterable[Alike], path: str) -> Iterator[str]:
    for one in alike:
        up = "../" * path.removesuffix(".md").count("/") + "../"
        address = escape_html(f"{up}{one.page}")
        more = f' (<a href="{address}">{t("order_page.all")}</a>)' if one.page else ""
        words = _word_alike(one.judge, one.motion)
        lines = [f"- {list_order(archive_index.order(each), path)}" for each in one.orders]
        yield f"{words}{more}:\n\n" + "\n".join(lines)


def _word_alike(judge: Group, motion: Group) -> str:
    return f"{escape_text(judge.label, starts_line=True)}, {escape_text(motion.label.lower())}"


def list_around(archive_index: ArchiveIndex, index: int) -> list[int]:
    """Return the orders around one in the picture: what it cites here, then what here cites it."""
    cited = [each for each in list_cited(archive_index, index) if each != index]
    citing = {
        archive_index.by_address[one.address] for one in archive_index.order(index).cited_by
    } - {index}
    newest = archive_index.sort_newest_first(citing)
    return list(dict.fromkeys([*cited[:_STOPS], *newest[:_STOPS]]))


def _picture(archive_index: ArchiveIndex, index: int, path: str) -> str:
    """Return the neighbourhood, folded: this order, what it cites here, what here cites it."""
    around = list_around(archive_index, index)
    if len(around) < _LEAST:
        return ""
    stops = archive_index.sort_newest_first([index, *around])[::-1]
    places = {each: place for place, each in enumerate(stops)}
    pairs = [
        (places[one], places[other])
        for one in stops
        for other in list_cited(archive_index, one)
        if other in places and other != one
    ]
    cited_here: dict[int, list[int]] = {}
    for one, other in sorted(set(pairs)):
        cited_here.setdefault(one, []).append(other)
    rows = (
        (
            str(place + 1),
            _link(archive_index, each, index, path),
            ", ".join(
                t("order.number", numbers=str(other + 1)) for other in cited_here.get(place, ())
            ),
        )
        for place, each in enumerate(stops)
    )
    citing = {archive_index.by_address[one.address] for one in archive_index.order(index).cited_by}
    everyone = len({*list_cited(archive_index, index), *citing} - {index})
    caption = t("charts.around")
    if everyone > len(around):
        caption = t("charts.around_some", count=len(around), all=everyone)
    figure = draw_neighbourhood(
        [_write_stop(archive_index, each, is_here=each == index) for each in stops],
        pairs,
        caption,
        write_html_table((t("columns.number"), t("columns.order"), t("columns.cites")), rows),
    )
    summary = escape_html(t("charts.around_summary"))
    return f'<details class="folded-picture"><summary>{summary}</summary>{figure}</details>'


def list_cited(archive_index: ArchiveIndex, index: int) -> list[int]:
    """Return the orders here that an order cites, in the sequence of their first mention."""
    links = archive_index.order(index).links
    found = (link.url for link in links if link and link.target is LinkTarget.ARCHIVE)
    return list(
        dict.fromkeys(
            archive_index.by_address[url] for url in found if url in archive_index.by_address
        )
    )


def _write_stop(archive_index: ArchiveIndex, index: int, *, is_here: bool) -> Stop:
    description = archive_index.order(index).order.description
    facts = [
        word_day(day_of(description)),
        description.court.value.citation_string if description.court else "",
    ]
    name = t("charts.this_order") if is_here else case_of(description)
    return Stop(name, " · ".join(fact for fact in facts if fact), is_here)


def _link(archive_index: ArchiveIndex, index: int, here: int, path: str) -> str:
    if index == here:
        return t("charts.this_order")
    archived = archive_index.order(index)
    description = archived.order.description
    name = shorten(f"{case_of(description)}: {title_of(description)}")
    return (
        f'<a href="{escape_html(address_on_site(path, archived.address))}">{escape_html(name)}</a>'
    )
