"""Where in an order a citation stands, in words: "page 4, note 3"."""

from bisect import bisect_right

from build_scripts.model.clean_order import CleanOrder


class Places:
    """The places of one order, looked up by offset in its reading text."""

    def __init__(self, clean: CleanOrder) -> None:
        self._located = clean.locate_blocks()
        self._offsets = [offset for offset, _ in self._located]
        self._labels = [""] * len(clean.blocks)
        self._labels += [note.label for note in clean.footnotes for _ in note.blocks]
        self._clean = clean

    def format_place(self, offset: int) -> str:
        """Return page and note; "" where the order's form has no pages and it is in no note."""
        number = bisect_right(self._offsets, offset) - 1
        if number < 0:
            return ""
        start, block = self._located[number]
        place = bisect_right(block.places, offset - start, key=lambda one: one.offset) - 1
        parts = []
        if self._clean.page_count and place >= 0:
            page = block.places[place].page
            label = self._clean.label_page(page)
            parts.append(f"page {label}" if label else f"sheet {page}")
        if self._labels[number]:
            parts.append(f"note {self._labels[number]}")
        return ", ".join(parts)
