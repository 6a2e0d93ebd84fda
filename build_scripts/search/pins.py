"""Pins of a passage of an order: its page and line, and the order's own citation.

They are stored with an order's text, block by block, for whatever finds words in it.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Any

from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.order_map import OrderPlace


@dataclass(frozen=True, slots=True)
class Pins:
    """The citation of an order in pieces, and the place of every printed line in its text.

    `cited` is its name, the text before the pin, the text after it, and the text that introduces
    the pin, "" if no page can be cited. `labels` are the names of the sheets in citations, or empty
    for the sheets' own count. `notes` are the labels of the last blocks, those of footnotes.
    `lines` has for each block, line by line, offset, sheet, line and printed number (0: none);
    offsets and sheets are differences from the line before.
    """

    cited: tuple[str, str, str, str] = ("", "", "", "")
    paged: bool = False
    labels: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    lines: tuple[tuple[int, ...], ...] = ()

    def present(self) -> dict[str, Any]:
        """Return them as in published JSON."""
        return {
            "cite": self.cited,
            "paged": self.paged,
            "labels": self.labels,
            "notes": self.notes,
            "lines": self.lines,
        }

    def write_citation(self, first: OrderPlace | None, last: OrderPlace | None) -> str:
        """Return the order's citation with the pin of a passage that ends at `last`, if its pages
        can be cited (Bluebook rules 3.2(a) and (b)).
        """
        name, before, after, lead = self.cited
        pin = _write_pin(first, last) if lead and first and last else ""
        return f"{name}{before}{f'{lead}{pin}' if pin else ''}{after}"


NO_PINS = Pins()


def list_pins(clean: CleanOrder, cited: tuple[str, str, str, str]) -> Pins:
    """Return the pins of an order whose citation is `cited`."""
    return Pins(
        cited,
        clean.map.is_paged,
        clean.page_labels,
        clean.map.notes[len(clean.blocks) :],
        tuple(
            tuple(
                chain.from_iterable(
                    (one.offset - offset, one.page - page, one.line, one.printed_line or 0)
                    for (offset, page), one in zip(
                        ((0, 0), *((before.offset, before.page) for before in block.places)),
                        block.places,
                        strict=False,
                    )
                )
            )
            for _, block in clean.map.located
        ),
    )


def _write_pin(first: OrderPlace, last: OrderPlace) -> str:
    if not first.page or not last.page:
        return ""
    if first.note and first.note == last.note:
        return f"{first.page} n.{first.note}"
    if first.note or last.note:
        return "" if first.note else first.page
    return _write_range(first.page, last.page)


def _write_range(first: str, last: str) -> str:
    """Return "662-64": digits that repeat are dropped, two are kept; "ii-iv"."""
    if first == last:
        return first
    if not (first.isdigit() and last.isdigit()):
        return f"{first}-{last}"
    same = 0
    while len(first) == len(last) and len(last) - same > 2 and first[same] == last[same]:
        same += 1
    return f"{first}-{last[same:]}"
