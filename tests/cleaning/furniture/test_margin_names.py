"""The court's name in the margin leaves, in the caption and in prose it stays."""

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.furniture.margin_names import find_margin_names
from build_scripts.cleaning.lines import Line

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
