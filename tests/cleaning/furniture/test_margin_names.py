"""The court's name in the margin leaves, in the caption and in prose it stays."""

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.furniture.margin_names import find_margin_letters, find_margin_names
from build_scripts.cleaning.lines import Line, apply_cuts

CAPTION = Line(1, "              UNITED STATES DISTRICT COURT")


GUTTER = [NumberPlace(0, 34, 36, 1)]


def list_names(text: str, gutter: list[NumberPlace] = GUTTER) -> list[str]:
    line = Line(2, text)
    cuts = find_margin_names([CAPTION, line], gutter)
    return [line.text[cut.start : cut.end].strip() for cut in cuts]


def test_names_by_themselves_at_the_papers_edge_leave() -> None:
    assert list_names(" United States District Court") == ["United States District Court"]
    assert list_names("Northern District of California") == ["Northern District of California"]
    assert list_names("For the Northern District of California")


def test_names_in_prose_stay() -> None:
    assert list_names("in the United States District Court for the Northern District of Ohio") == []
    assert list_names("He filed in the Northern District of California.") == []


def test_paper_without_line_numbers_has_no_margin() -> None:
    assert list_names("Northern District of California", gutter=[]) == []


ROTATED = """\
11
12  Quillon moves to compel an answer to three questions, and
a
tr in
uoro 13  Marlowe opposes the motion. The parties met twice before
Cfi
 tla
cC 14  it was filed, as the local rules ask, and they agreed on a
i
rts fo
iD tc 15  fourth question.
 sir
et
tatsiD 16  ANALYSIS
S d nr
ee 17  Each question is of what Marlowe sold in Harrow.
th
intr
Uo
N 18  It is so ordered, and
19  Marlowe answers within
20  ten days.
"""


def read_lines(text: str) -> list[str]:
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]
    kept, _ = apply_cuts(lines, find_margin_letters(lines))
    return [line.content for line in kept if line.content]


def test_letters_of_a_rotated_name_are_cut_wherever_they_are() -> None:
    assert read_lines(ROTATED) == [
        "11",
        "12  Quillon moves to compel an answer to three questions, and",
        "13  Marlowe opposes the motion. The parties met twice before",
        "14  it was filed, as the local rules ask, and they agreed on a",
        "15  fourth question.",
        "16  ANALYSIS",
        "17  Each question is of what Marlowe sold in Harrow.",
        "18  It is so ordered, and",
        "19  Marlowe answers within",
        "20  ten days.",
    ]


def test_letters_that_spell_no_court_stay() -> None:
    other = ROTATED.replace("tatsiD", "a").replace("rts fo", "b").replace("Cfi", "q")
    assert read_lines(other) == [line.strip() for line in other.splitlines()]


def test_a_caption_on_four_lines_stays() -> None:
    caption = ["United States", "District Court", "Northern District", "of California"]
    assert read_lines("\n".join(caption)) == caption
