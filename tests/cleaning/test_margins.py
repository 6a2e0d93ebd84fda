"""The margins of a page are those of its running text."""

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins, measure_margins, pull_in_number

WORDS = "words of the running text that reach the edge"


def make_page(page: int, *indents: int, gap: int = 0) -> list[Line]:
    lines: list[Line] = []
    for indent in indents:
        lines.append(Line(len(lines) + 1, " " * indent + WORDS, page))
        lines.extend(Line(0, "", page) for _ in range(gap))
    return lines


def test_the_margin_is_where_several_long_lines_begin() -> None:
    assert measure_margins(make_page(1, 4, 4, 10, 4))[1].left == 4


def test_the_edge_is_reached_by_a_tenth_of_the_lines() -> None:
    one_further = make_page(1, *[4] * 19, 10)
    assert measure_margins(one_further)[1] == Margins(4, 4 + len(WORDS), 0)


def test_most_of_a_page_can_be_a_quotation() -> None:
    assert measure_margins(make_page(1, 10, 10, 10, 10, 10, 4, 4))[1].left == 4


def test_one_line_further_out_is_the_margin_where_other_pages_have_it() -> None:
    lines = make_page(1, 4, 4, 4, 4, 4, 4) + make_page(2, 10, 10, 10, 4)
    assert measure_margins(lines)[2].left == 4


def test_one_line_further_out_is_none_where_no_other_page_has_it() -> None:
    assert measure_margins(make_page(1, 10, 10, 10, 2))[1].left == 10


def test_the_usual_blank_lines_between_lines_are_counted() -> None:
    assert measure_margins(make_page(1, 4, 4, 4, 4, gap=1))[1].spacing == 1


def test_a_page_of_few_lines_has_the_measures_of_all() -> None:
    lines = make_page(1, 4, 4, 4, 4, gap=1) + make_page(2, 30)
    few = measure_margins(lines)[2]
    assert (few.left, few.spacing) == (4, 1)


def test_short_lines_say_nothing() -> None:
    assert measure_margins([Line(1, "v.", 1)])[1] == Margins(0, 80, 0)


def test_a_number_that_hangs_in_the_margin_stands_before_its_words() -> None:
    pulled = pull_in_number(Line(1, "¶ 36          Plaintiffs argue more"))
    assert pulled.text == "         ¶ 36 Plaintiffs argue more"
    assert pull_in_number(Line(1, "See ¶ 36      there")).text == "See ¶ 36      there"
