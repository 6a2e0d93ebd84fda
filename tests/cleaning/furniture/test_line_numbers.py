"""Numbers leave for their place in a sequence down a column, never for their value."""

from build_scripts.cleaning.furniture.line_numbers import find_gutter_numbers
from build_scripts.cleaning.lines import Line


def make_lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]


def draw_page(texts: list[str], width: int = 2, gap: str = "   ") -> str:
    return "\n".join(f"{number:>{width}}{gap}{text}" for number, text in enumerate(texts, start=1))


PROSE = [f"line {word} of the text goes on here" for word in "abcdefghijklmnopqrstuvwxyzåä"]


def test_a_column_of_28_numbers_is_a_gutter() -> None:
    found = find_gutter_numbers(make_lines(draw_page(PROSE)))
    assert [place.value for place in found] == list(range(1, 29))
    assert all(place.start <= 1 for place in found)


def test_numbers_of_the_text_at_line_starts_stay() -> None:
    texts = list(PROSE)
    texts[4] = "2023, Plaintiff filed"  # a year
    texts[9] = "15 U.S.C. § 1125 applies"  # a statute
    texts[14] = "28 days after service"  # an amount of days
    lines = make_lines(draw_page(texts))
    cut = {(place.at, place.start) for place in find_gutter_numbers(lines)}
    assert len(cut) == 28
    for index, kept in ((4, "2023"), (9, "15 U.S.C."), (14, "28 days")):
        start = lines[index].text.index(kept)
        assert (index, start) not in cut


def test_a_numbered_list_is_no_gutter() -> None:
    assert find_gutter_numbers(make_lines("\n".join(f"{n}. Item" for n in range(1, 29)))) == []
    assert find_gutter_numbers(make_lines("1 First\n2 Second\n3 Third\n4 Fourth")) == []


def test_a_page_cut_short_is_read_in_the_gutter_of_the_others() -> None:
    text = draw_page(PROSE, width=36) + "\n" + draw_page(PROSE[:1], width=36)
    found = find_gutter_numbers(make_lines(text))
    assert [place.value for place in found][-2:] == [28, 1]


def test_a_footnote_label_beside_the_gutter_stays() -> None:
    page = draw_page(PROSE[:25], width=36) + f"\n{'':39}1\n{26:>36}    Calder v. Jones"
    found = find_gutter_numbers(make_lines(page))
    assert [place.value for place in found] == list(range(1, 27))


def test_numbers_that_drift_between_the_lines_are_found() -> None:
    # S.D. Cal. block quotations: numbers out of step with the text
    rows = [f"{n}\n     quoted words stand between the numbers" for n in range(1, 26)]
    found = find_gutter_numbers(make_lines("\n".join(rows)))
    assert [place.value for place in found] == list(range(1, 26))
