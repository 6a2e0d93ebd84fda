"""What services print around an order leaves; what an order says of services stays."""

import re

import pytest

from build_scripts.cleaning.furniture.chrome import find_chrome
from build_scripts.cleaning.furniture.phrases import ROWS, Phrase
from build_scripts.cleaning.lines import Line
from tests.tables import each_row

PROSE = "The motion is denied for the reasons that the Court gave in its order of May 3, and it is"


def list_taken(text: str) -> list[str]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [lines[cut.at].content for cut in find_chrome(lines)]


@pytest.mark.parametrize("row", ROWS, ids=[row.accepts[:40] for row in ROWS])
def test_a_row_names_its_maker_and_finds_its_examples(row: Phrase) -> None:
    assert row.maker
    for example in row.accepts.split(" ‖ "):
        assert re.fullmatch(row.phrase, example, re.IGNORECASE)
        if row.kind.startswith("print"):
            assert example in list_taken(f"{PROSE}\n{example}\n")


def test_a_page_saved_whole_keeps_the_order_between_head_and_foot() -> None:
    text = (
        "Loading...\nMy library\nRead How cited\n1 F.4th 9 (2021)\n"
        + f"{PROSE}\n" * 3
        + "Save trees "
        "- read court opinions online on Google Scholar.\nUpload\nClose"
    )
    assert list_taken(text) == [
        "Loading...",
        "My library",
        "Read How cited",
        "Save trees - read court opinions online on Google Scholar.",
        "Upload",
        "Close",
    ]


def test_the_clerks_words_above_a_filing_leave() -> None:
    filing = ["Filing 60", "ORDER denying 12 Motion. Signed by Judge Roe. (abc)", "Download PDF"]
    assert list_taken("\n".join(["Roe v. Poe et al", *filing, PROSE])) == filing
    assert list_taken(f"Filing 60\n{PROSE}") == []  # where nothing ends them


@each_row()
def test_an_orders_own_words_stay(prose: str) -> None:
    assert list_taken(f"{PROSE}\n{prose}\n{PROSE}") == []
