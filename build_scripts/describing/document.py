"""The order as a document of the docket: its number and its pages."""

import re

from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim


def find_document_number(clean: CleanOrder) -> Claim[str] | None:
    """Return the number in the first ECF stamp; a second document has its own later."""
    for stamp in clean.stamps:
        if stamp.document_number:
            return Claim(stamp.document_number, None, "ECF stamp")
    text_order = read_text_order(clean)
    number = text_order.document_number if text_order else None
    printed = re.match(r"\d+", number.text) if number else None
    return Claim(printed.group(), number.span, "the notice") if number and printed else None


def find_page_count(clean: CleanOrder) -> Claim[int] | None:
    """Return the "of N" of the first ECF stamp, else the pages of a form that has pages.

    A text without stamps does not show how long the paper was.
    """
    for stamp in clean.stamps:
        if stamp.page_count:
            return Claim(stamp.page_count, None, "ECF stamp")
    return Claim(clean.page_count, None, "pages of the file") if clean.page_count else None
