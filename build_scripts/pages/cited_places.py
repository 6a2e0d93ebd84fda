"""Places in an order in the form of a brief's table of authorities: "2, 4–5, n.3"."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from build_scripts.i18n import t
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.order_map import OrderPlace
from build_scripts.pages.citation_links import name_place
from build_scripts.pages.views import PageLink

PARAGRAPH = "¶ "


def link_places(names: Sequence[str], positions: Iterable[int]) -> tuple[PageLink, ...]:
    """Return the places of the citations at `positions`, each linked to its first there.

    `names` are those of `name_places`. "¶" is written before the first of a row only.
    """
    links = []
    before = ""
    for label, group in groupby(positions, lambda position: names[position]):
        both = label.startswith(PARAGRAPH) and before.startswith(PARAGRAPH)
        shown = label.removeprefix(PARAGRAPH) if both else label.replace(" ", "\u00a0")
        links.append(PageLink(shown, f"#{name_place(next(group))}"))
        before = label
    return tuple(links)


def name_places(clean: CleanOrder, citations: Sequence[Citation]) -> tuple[str, ...]:
    """Return the place of each citation.

    That is the page ("4"; "4–5" for a citation that runs over its end), the footnote ("n.3"), and
    if an order has no pages the paragraph ("¶ 12"), counted like the page's anchors. A citation
    without any of these is named by its own number ("no. 7").
    """
    has_pages = any(block.page_marks for block in clean.blocks)

    def name(citation: Citation) -> str:
        place, last = clean.map.place(citation.start), clean.map.place(citation.end - 1)
        if place.note:
            return t("order_text.note_place", label=place.note)
        if not has_pages:
            number = clean.map.numbers[place.block]
            return f"{PARAGRAPH}{number}" if number else ""
        first = _name_page(place)
        return f"{first}–{_name_page(last)}" if last.sheet > place.sheet else first

    return tuple(
        name(one) or t("order_text.citation_place", number=at)
        for at, one in enumerate(citations, start=1)
    )


def _name_page(place: OrderPlace) -> str:
    return place.page or t("order_text.sheet_place", number=place.sheet)
