"""The index of each facet: all its groups, or their first letters where they are many."""

from collections.abc import Iterator, Sequence

from build_scripts.i18n import format_number, t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import Chart, Page, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex, sort_years
from build_scripts.pages.letters import link_letters, part_by_letter, word_letter
from build_scripts.pages.listing_page import write_listing
from build_scripts.pages.order_lists import date_cell, link_group, shorten
from build_scripts.pages.page_links import link_to_page
from build_scripts.pages.paging import ROWS, Row, cut_table
from build_scripts.pages.summaries import picture_years
from build_scripts.pages.tables import write_cell, write_table
from build_scripts.pages.wording import day_of, word_facet, word_facets

_LATEST = 25
"""Groups with the newest orders, which an index by letter names itself."""


def publish_index(
    archive_index: ArchiveIndex, facet: Facet, groups: Sequence[Group], choices: SiteChoices
) -> Iterator[Page]:
    """Yield the index of a facet, and of many cases or judges the pages of its letters."""
    base = f"{facet.value}/index"
    title, lead = word_facets(facet), term("browse", facet.value)
    if facet is Facet.CASE and choices.parties:
        parties = link_to_page(f"{base}.md", "parties/index", t("parties.title"))
        lead += f" {t('browse.parties_too', parties=parties)}"

    def write(found: Sequence[Group], path: str) -> tuple[Row, Sequence[Row]]:
        return _write_rows(archive_index, facet, found, path)

    if facet in {Facet.CASE, Facet.JUDGE} and len(groups) > ROWS:
        yield from _publish_by_letter(archive_index, facet, groups, lead)
        return
    ordered = sort_years(groups) if facet is Facet.YEAR else groups
    for part in cut_table(base, ordered, write, lambda group: group.slug):
        picture = ""
        if facet is Facet.YEAR and Chart.YEARS in choices.charts and part.number == 1:
            picture = picture_years(
                archive_index, archive_index.list_orders(), t("charts.orders_by_year")
            )
        yield write_listing(
            part.path,
            title,
            (lead, picture, part.text),
            number=part.number,
            names_people=facet in {Facet.CASE, Facet.JUDGE},
        )


def _publish_by_letter(
    archive_index: ArchiveIndex, facet: Facet, groups: Sequence[Group], lead: str
) -> Iterator[Page]:
    title = word_facets(facet)
    folder = f"{facet.value}/by-name"
    parts = part_by_letter(groups, lambda group: group.label)
    letters = [letter for letter, _ in parts]
    path = f"{facet.value}/index.md"
    latest = sorted(groups, key=lambda group: _place_by_day(archive_index, group))[:_LATEST]
    yield write_listing(
        path,
        title,
        (
            f"{lead} {t('counts.in_all', count=len(groups))}",
            link_letters(path, folder, letters),
            f"## {t('browse.newest_orders')}",
            write_table(*_write_rows(archive_index, facet, latest, path)),
        ),
    )
    for letter, found in parts:
        base = f"{folder}/{letter}"
        for part in cut_table(
            base,
            found,
            lambda shown, path: _write_rows(archive_index, facet, shown, path),
            lambda group: group.slug,
        ):
            yield write_listing(
                part.path,
                f"{title}: {word_letter(letter)}",
                (link_letters(part.path, folder, letters, letter), part.text),
                [(title, f"{facet.value}/index")],
                number=part.number,
                is_found=False,
            )


def _place_by_day(archive_index: ArchiveIndex, group: Group) -> tuple[int, str]:
    day = day_of(archive_index.order(archive_index.find_newest(group.members)).order.description)
    return (-day.toordinal() if day else 1, group.slug)


def _write_rows(
    archive_index: ArchiveIndex, facet: Facet, groups: Sequence[Group], path: str
) -> tuple[Row, Sequence[Row]]:
    name = word_facet(facet)
    docket = (t("columns.docket_number"),) if facet is Facet.CASE else ()
    head = (name, *docket, t("columns.orders"), t("columns.latest"))
    return head, [_write_row(archive_index, facet, group, path) for group in groups]


def _write_row(
    archive_index: ArchiveIndex, facet: Facet, group: Group, path: str
) -> tuple[str, ...]:
    newest = archive_index.find_newest(group.members)
    link = link_group(group, facet, path, shorten(group.label)).replace("|", r"\|")
    number = archive_index.docket_number(newest, group.slug)
    docket = (write_cell(number),) if facet is Facet.CASE else ()
    latest = date_cell(day_of(archive_index.order(newest).order.description))
    return (link, *docket, format_number(len(group.members)), latest)
