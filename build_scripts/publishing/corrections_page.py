"""The archive's change log: every field that an editor corrected, newest first."""

import datetime

from build_scripts.interface import say, say_term
from build_scripts.model.page import Page
from build_scripts.publishing.correction_words import list_changes, word_field
from build_scripts.publishing.front_matter import write_front_matter
from build_scripts.publishing.order_lists import date_cell, link_order
from build_scripts.publishing.shelves import Shelves
from build_scripts.publishing.tables import write_cell, write_table
from build_scripts.publishing.wording import case_of

_PATH = "changes.md"
_HEAD = ("corrected", "order", "column_field", "column_was", "now", "by", "note")


def publish_corrections(shelves: Shelves) -> Page:
    """Return the page, also of an archive without corrections; undated ones come last."""
    corrected = [
        (archived, archived.order.description.correction)
        for archived in shelves.archive.orders
        if archived.order.description.correction
    ]
    # Orders are sorted by address; the sort is stable.
    corrected.sort(key=lambda pair: (pair[1] and pair[1].date) or datetime.date.min, reverse=True)
    rows = [
        (
            date_cell(correction.date),
            f"{link_order(archived, _PATH)}, *{write_cell(case_of(archived.order.description))}*",
            word_field(change.field),
            write_cell(change.was),
            write_cell(change.now),
            write_cell(correction.by),
            write_cell(correction.note),
        )
        for archived, correction in corrected
        if correction
        for change in list_changes(archived.order.description)
    ]
    head = [say_term("corrections", name) for name in _HEAD]
    listing = write_table(head, rows) if rows else say("lists.none_yet")
    title = say("corrections.title")
    front = write_front_matter({"title": title, "above": {}, "search": {"exclude": True}})
    return Page(_PATH, f"{front}\n# {title}\n\n{say('corrections.lead')}\n\n{listing}\n")
