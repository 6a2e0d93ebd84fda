"""What recurs at pages' edges leaves, whatever it says; what may be the order's words stays."""

from build_scripts.cleaning.furniture.recurring import find_recurring
from build_scripts.cleaning.lines import Line
from tests.tables import as_tuples, each_row


def make_pages(heads: tuple[str, ...], feet: tuple[str, ...]) -> list[Line]:
    lines: list[Line] = []
    for page, (head, foot) in enumerate(zip(heads, feet, strict=True), start=1):
        body = [f"{chr(96 + page) * 9} {chr(97 + n) * 9}" for n in range(12)]
        texts = [head, *body, foot]
        lines += [Line(number, text, page) for number, text in enumerate(texts, start=1) if text]
    return lines


@each_row(heads=as_tuples, feet=as_tuples)
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


def test_a_letterhead_above_each_page_is_a_head_and_a_second_caption_is_none() -> None:
    letterhead = ["United States Court of Appeals", "FOR THE SIXTH CIRCUIT", "No. 31-5037"]
    caption = [*letterhead, "Filed: May 3, 2031", "Ansel Wren, Appellee", "v."]
    for second, taken in (([*letterhead, "ORDERED that the motions be denied."], 3), (caption, 0)):
        pages = (caption, second)
        lines = [
            Line(n, text, page)
            for page, of in enumerate(pages, start=1)
            for n, text in enumerate([*of, *["and the court is of the same view of this"] * 9])
        ]
        assert len(find_recurring(lines)) == taken
