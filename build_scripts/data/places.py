"""The place of a citation in an order: its page, its note, its paragraph."""

from bisect import bisect_right
from typing import NamedTuple

from build_scripts.model.clean_order import CleanOrder
from build_scripts.pages.body import list_anchors


class OrderPlace(NamedTuple):
    """A place in an order; None if the order's form has no pages, "" if nothing is printed.

    `page` is the page number to cite, `sheet` counts the file's pages. `anchor` names the paragraph
    or the note on the order's page.
    """

    page: str = ""
    sheet: int | None = None
    note: str = ""
    anchor: str = ""

    @property
    def words(self) -> str:
        """Return page and note: "page 4, note 3"."""
        page = f"page {self.page}" if self.page else f"sheet {self.sheet}" if self.sheet else ""
        return ", ".join(filter(None, (page, f"note {self.note}" if self.note else "")))


class Places:
    """The places of one order, looked up by offset in its reading text."""

    def __init__(self, clean: CleanOrder) -> None:
        self._located = clean.locate_blocks()
        self._offsets = [offset for offset, _ in self._located]
        self._labels = [""] * len(clean.blocks)
        self._labels += [note.label for note in clean.footnotes for _ in note.blocks]
        self._anchors = list_anchors(clean)
        self._clean = clean
        # Text that another tool made from a PDF: its pages are known only from stamps.
        self._paged = clean.page_count > 0 or any(block.page_marks for _, block in self._located)

    def locate(self, offset: int) -> OrderPlace:
        """Return the place of the character at `offset`."""
        number = bisect_right(self._offsets, offset) - 1
        if number < 0:
            return OrderPlace()
        start, block = self._located[number]
        at = bisect_right(block.places, offset - start, key=lambda one: one.offset) - 1
        sheet = block.places[at].page if self._paged and at >= 0 else None
        page = self._clean.label_page(sheet) if sheet else ""
        return OrderPlace(page, sheet, self._labels[number], self._anchors[number])
