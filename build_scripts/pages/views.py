"""Views that many pages share: links, orders in a row, the pages of a list, the pages above one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder, Facet, Group
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import case_of, format_qualifiers, format_tally, title_of

LONGEST = 160
"""Characters of a title or a name in a list."""
_LONGEST_BREADCRUMB = 60
_UNBROKEN = 14
"""Characters of a court that are kept on one line: "N.D. Cal." breaks badly."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page here: its words, and its address below the site's root.

    `address` is "judges/rosa-alvarez/", "#by-judge" on the same page, "" for no link; `count` how
    many orders are there, if shown.
    """

    label: str
    address: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order as every list shows it; a list leaves out what its orders have in common.

    `document` is its number on the docket. `qualifiers` details the disposition: the count of each
    outcome, if there are several rulings.
    """

    order: PageLink
    day: AnyDate | None
    case: PageLink
    court: PageLink | None
    judges: tuple[PageLink, ...]
    disposition: PageLink | None
    qualifiers: str
    document: str
    length: int  # words


def line_order(index: ArchiveIndex, place: int) -> OrderLine:
    """Return the line of the archive's order at `place`; a dozen lists have the same."""
    if place not in index.lines:
        index.lines[place] = _make_line(index, place)
    line: OrderLine = index.lines[place]
    return line


def _make_line(index: ArchiveIndex, place: int) -> OrderLine:
    archived = index.order(place)
    description = archived.stated
    dispositions = index.groups(Facet.DISPOSITION, place)
    number = description.document_number
    tally = format_tally(description)
    return OrderLine(
        order=link_order(archived),
        day=description.day,
        case=link_case(index, place),
        court=link_court(index, place),
        judges=tuple(link_group(index, Facet.JUDGE, g) for g in index.groups(Facet.JUDGE, place)),
        disposition=next((link_group(index, Facet.DISPOSITION, g) for g in dispositions), None),
        qualifiers=f"({tally})" if tally else format_qualifiers(description.disposition_qualifiers),
        document=number.value if number else "",
        length=archived.order.extracts.words,
    )


def link_order(archived: ArchivedOrder) -> PageLink:
    """Return an order's title, linked to its page."""
    return PageLink(shorten(title_of(archived.stated)), f"{archived.address}/")


def link_case(index: ArchiveIndex, place: int) -> PageLink:
    """Return an order's case under the name that this order gives it."""
    name = shorten(case_of(index.describe(place)))
    groups = index.groups(Facet.CASE, place)[:1]
    return next((link_group(index, Facet.CASE, group, name) for group in groups), PageLink(name))


def link_group(
    index: ArchiveIndex, facet: Facet, group: Group, label: str = "", count: int | None = None
) -> PageLink:
    """Return a link to a group's page."""
    return PageLink(shorten(label or group.label), index.address_of(facet, group), count)


def link_court(index: ArchiveIndex, place: int) -> PageLink | None:
    """Return an order's court as citations shorten it, linked to its page."""
    court = index.describe(place).court
    for group in index.groups(Facet.COURT, place):
        name = court.value.short_name if court else group.label
        shown = name.replace(" ", "\u00a0") if len(name) <= _UNBROKEN else shorten(name)
        return PageLink(shown, index.address_of(Facet.COURT, group))
    return None


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return `text` cut at a word: a misread title or caption can run on for pages."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest)
    return f"{text[: cut if cut > 0 else longest]} …"


def list_breadcrumbs(above: Iterable[PageLink]) -> Mapping[str, str]:
    """Return the addresses and labels of the pages above a page, from the top, for its metadata;
    the home page and the page itself are left out.
    """
    return {
        link.address: shorten(" ".join(link.label.split()), _LONGEST_BREADCRUMB) for link in above
    }
