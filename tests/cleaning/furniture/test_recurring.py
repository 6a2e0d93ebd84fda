"""What recurs at pages' edges leaves, whatever it says; what may be the order's words stays."""

import pytest

from build_scripts.cleaning.furniture.recurring import find_recurring
from build_scripts.cleaning.lines import Line


def make_pages(heads: tuple[str, ...], feet: tuple[str, ...]) -> list[Line]:
    lines: list[Line] = []
    for page, (head, foot) in enumerate(zip(heads, feet, strict=True), start=1):
        body = [f"{chr(96 + page) * 9} {chr(97 + n) * 9}" for n in range(12)]
        texts = [head, *body, foot]
        lines += [Line(number, text, page) for number, text in enumerate(texts, start=1) if text]
    return lines


@pytest.mark.parametrize(
    ("heads", "feet", "taken"),
    [
        # A head with the page's number leaves the first page too: a caption carries none.
        (
            ("Case 1:20-cv-09368 Page 1 of 3", "Case 1:20-cv-09368 Page 2 of 3", "Case 1:20-cv-09368 Page 3 of 3"),
            ("", "", ""),
            3,
        ),
        # A caption's line that heads repeat.
        (("Roe v. Doe", "Roe v. Doe", "Roe v. Doe"), ("", "", ""), 2),
        # The docket number alone (5th Cir.).
        (("", "No. 12-91546", "No. 12-91546"), ("", "", ""), 2),
        # The docket number above the caption and on the second page (Pa. Super.).
        (("J-A94036-26", "J-A94036-26"), ("", ""), 1),
        # OCR reads one head in three ways.
        (
            ("", "FAX FROM THE ATTORNEY 4:15PM P. 2/4", "* FAX FRDM THE ATTORNEY 4:15PM =P. 3/4"),
            ("", "", ""),
            2,
        ),
        (("", "", ""), ("Revised: 6-May-2020", "Revised: 6-May-2020", "Revised: 6-May-2020"), 3),
        # A sentence, a signature, a caption of another paper: on two pages of many.
        (("", "", "", "", ""), ("IT IS SO ORDERED.", "IT IS SO ORDERED.", "", "", ""), 0),
        (("", "", "", "", ""), ("United States District Judge",) * 2 + ("", "", ""), 0),
        (("", "DISTRICT COURT OF GUAM", "DISTRICT COURT OF GUAM", "", ""), ("",) * 5, 0),
        # Far from each other: chance.
        (("", "Exhibit List", "", "", "", "", "Exhibit List"), ("",) * 7, 0),
    ],
)  # fmt: skip
def test_edges(heads: tuple[str, ...], feet: tuple[str, ...], taken: int) -> None:
    assert len(find_recurring(make_pages(heads, feet))) == taken


def test_one_page_has_no_edges() -> None:
    assert find_recurring([Line(1, "Roe v. Doe"), Line(2, "Roe v. Doe")]) == set()


def test_items_of_a_list_that_runs_over_pages_stay() -> None:
    lines = [
        Line(n, f"({n}) misdemeanor      , 20{n:02}", page)
        for page in (1, 2, 3)
        for n in range(page * 4, page * 4 + 4)
    ]
    assert find_recurring(lines) == set()


def test_a_courts_name_inside_a_sentence_is_a_head() -> None:
    prose = "the landlord did not answer the letter and the court"
    texts = {
        1: ["CAPTION", *[prose] * 9],
        2: ["OHIO FIRST DISTRICT COURT OF APPEALS", *[prose] * 9],
    }
    lines = [Line(n, text, page) for page, of in texts.items() for n, text in enumerate(of)]
    assert [lines[i].content for i in find_recurring(lines)] == [texts[2][0]]
