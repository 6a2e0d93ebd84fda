"""Places in an order in the form of a brief's table of authorities: "2, 4–5, n.3"."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts.i18n import t
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import CleanOrder
from build_scripts.pages.citation_links import name_place
from build_scripts.pages.views import PageLink

PARAGRAPH = "¶ "


@dataclass(frozen=True, slots=True)
class _Page:
    start: int  # in the reading text
    number: int
    label: str


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
    pages = _list_pages(clean)
    starts = [page.start for page in pages]

    def page_at(place: int) -> _Page | None:
        at = bisect_right(starts, place) - 1
        return pages[at] if at >= 0 else None

    def name(citation: Citation) -> str:
        place = clean.map.place(citation.start)
        if place.note:
            return t("order_text.note_place", label=place.note)
        page = page_at(citation.start)
        if page is None:
            number = clean.map.numbers[place.block]
            return f"{PARAGRAPH}{number}" if number else ""
        last = page_at(citation.end - 1)
        return f"{page.label}–{last.label}" if last and last.number > page.number else page.label

    return tuple(
        name(one) or t("order_text.citation_place", number=at)
        for at, one in enumerate(citations, start=1)
    )


def _list_pages(clean: CleanOrder) -> list[_Page]:
    """Return where each page begins. All pages but the first have marks.

    If the marks count the printed sheets, the first page is the sheet before; if they count a
    reporter's pages ("*1206"), the page before the first mark is not known.
    """
    marked = []
    sheets = set()
    first = None
    offset = 0
    for block in clean.blocks:
        marked += [
            _Page(offset + mark.offset, mark.page, _name_page(clean, mark.page))
            for mark in block.page_marks
        ]
        sheets |= {place.page for place in block.places}
        first = first or (block.places[0].page if block.places else None)
        offset += len(block.text) + 2
    if marked and first is not None:
        sheets |= {first + 1}
        if first < marked[0].number and marked[0].number in sheets:
            marked.insert(0, _Page(0, first, _name_page(clean, first)))
    return marked


def _name_page(clean: CleanOrder, page: int) -> str:
    return clean.label_page(page) or t("order_text.sheet_place", number=page)
