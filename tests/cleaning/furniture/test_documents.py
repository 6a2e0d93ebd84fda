"""Documents of a docket in one file are told apart by their stamps."""

import pytest

from build_scripts.cleaning.furniture.documents import number_documents
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import EcfStamp

DOCKET = "3:23-cv-01234"


@pytest.mark.parametrize(
    ("pages", "stamps", "expected"),
    [
        ([1, 1, 2, 2], {0: "8", 2: "9"}, ["8", "8", "9", "9"]),
        # a stamp at a page's foot: the whole page is that document's
        ([1, 1, 2, 2], {1: "8", 3: "9"}, ["8", "8", "9", "9"]),
        # a page without a stamp goes on
        ([1, 2, 3], {0: "8", 2: "9"}, ["8", "8", "9"]),
        # a text without pages: each stamp begins one
        ([1, 1, 1, 1], {0: "8", 2: "9"}, ["8", "8", "9", "9"]),
        # one document
        ([1, 2], {0: "8", 1: "8"}, ["", ""]),
        # filed again: both stamps on each page
        ([1, 1, 2, 2], {0: "8", 1: "9", 2: "8", 3: "9"}, [""] * 4),
    ],
)
def test_numbers(pages: list[int], stamps: dict[int, str], expected: list[str]) -> None:
    lines = [Line(number, f"word {number}", page) for number, page in enumerate(pages, 1)]
    found = {index: EcfStamp(DOCKET, number, None, None, None) for index, number in stamps.items()}
    assert [line.document or "" for line in number_documents(lines, found)] == expected
