"""A fax's cover leaves whole; a first page that is the order stays."""

from build_scripts.cleaning.furniture.covers import find_covers
from build_scripts.cleaning.lines import Line

ORDER = ("UNITED STATES DISTRICT COURT", "ORDER", "The motion is denied.")
COVER = ("U.S. Department of Justice", "FACSIMILE TRANSMISSION", "To: Example, Inc.")


def count_cuts(*pages: tuple[str, ...]) -> int:
    return len(
        find_covers([Line(1, text, page) for page, of in enumerate(pages, 1) for text in of])
    )


def test_a_cover_before_an_order_leaves() -> None:
    assert count_cuts(COVER, ORDER) == len(COVER)


def test_without_an_order_behind_it_a_cover_is_the_paper() -> None:
    assert count_cuts(COVER, ("More of the letter",)) == 0
    assert count_cuts(COVER) == 0
    assert count_cuts(ORDER, ORDER) == 0
