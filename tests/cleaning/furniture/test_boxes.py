"""A clerk's box leaves from heads and feet; a caption beside it stays."""

from build_scripts.cleaning.furniture.boxes import find_boxes
from build_scripts.cleaning.lines import Line
from tests.tables import as_tuples, each_row


def list_taken(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, start=1)]
    return [lines[cut.at].text[cut.start : cut.end] for cut in find_boxes(lines)]


@each_row(texts=as_tuples)
def test_boxes(texts: tuple[str, ...], taken: list[str]) -> None:
    assert list_taken(*texts) == taken


def test_the_middle_of_a_page_holds_no_box() -> None:
    prose = ["the motion that Plaintiff brought and what follows from it"] * 20
    assert list_taken(*prose, "FILED", *prose) == []
