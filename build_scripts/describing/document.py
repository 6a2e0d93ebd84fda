"""The order as a document of the docket: its number and its pages."""

from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim


def find_document_number(clean: CleanOrder) -> Claim[str] | None:
    """Return the number in the first ECF stamp; a second document has its own later."""
    number = next((each.document_number for each in clean.stamps if each.document_number), None)
    return Claim(number, None, "ECF stamp") if number else None


def find_page_count(clean: CleanOrder) -> Claim[int] | None:
    """Return the "of N" of the first ECF stamp, else the pages of a form that has pages.

    A text without stamps does not show how long the paper was.
    """
    for stamp in clean.stamps:
        if stamp.page_count:
            return Claim(stamp.page_count, None, "ECF stamp")
    return Claim(clean.page_count, None, "pages of the file") if clean.page_count else None
