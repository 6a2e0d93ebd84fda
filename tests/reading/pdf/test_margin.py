from collections.abc import Iterable

import pytest
from PIL import Image, ImageDraw

from build_scripts.reading.pdf.margin import Margin, find_margin, mask_margin

WIDTH, HEIGHT, SCALE = 850, 1100, 100 / 72
PITCH = 33


def draw_paper(
    numbers: Iterable[int], names: bool = False, lean: float = 0.0, rule: bool = False
) -> Image.Image:
    """A page of dark strokes: numbers at the left, lines of words beside them."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    for number in numbers:
        y = 60 + PITCH * number
        shift = lean * (y - HEIGHT / 2)
        pen.rectangle((110 + shift, y, 122 + shift, y + 11), fill=0)
        for x in range(160, 760, 24):
            pen.rectangle((x + shift, y, x + 18 + shift, y + 11), fill=0)
    if names:
        pen.rectangle((40, 400, 52, 700), fill=0)
    if rule:
        pen.rectangle((140, 0, 141, HEIGHT), fill=0)
    return image


def test_a_column_of_even_marks_left_of_the_text_is_the_margin() -> None:
    margin = find_margin(draw_paper(range(28)), SCALE)
    assert margin is not None
    assert len(margin.marks) == 28
    assert margin.left == pytest.approx(110 / SCALE, abs=1)
    assert margin.right == pytest.approx(123 / SCALE, abs=1)
    assert margin.right < margin.edge < 160 / SCALE
    assert not margin.named


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        (draw_paper(range(20)), True),
        (draw_paper(range(28), names=True), True),
        (draw_paper(range(28), rule=True), True),
        (draw_paper([n for n in range(28) if n not in (5, 9, 20)]), True),  # some are lost
        (draw_paper(range(12)), False),  # a list
        (draw_paper([n**2 / 27 for n in range(28)]), False),  # no even pitch
        (draw_paper([]), False),
        (Image.new("L", (0, 0)), False),
    ],
    ids=["20 lines", "names", "rule", "lost", "list", "uneven", "blank", "nothing"],
)
def test_what_a_margin_is(picture: Image.Image, found: bool) -> None:
    assert (find_margin(picture, SCALE) is not None) is found


def test_names_beside_the_numbers_and_the_rule_behind_them_are_told() -> None:
    named = find_margin(draw_paper(range(28), names=True), SCALE)
    ruled = find_margin(draw_paper(range(28), rule=True), SCALE)
    assert named is not None
    assert named.named
    assert ruled is not None
    assert 141 / SCALE < ruled.edge < 160 / SCALE


@pytest.mark.parametrize("lean", [0.01, -0.015])
def test_a_leaning_margin_is_found_with_its_lean(lean: float) -> None:
    margin = find_margin(draw_paper(range(28), lean=lean), SCALE)
    assert margin is not None
    assert margin.lean == pytest.approx(lean, abs=0.003)
    assert margin.shift(margin.middle) == 0
    assert margin.shift(margin.middle + 100) == pytest.approx(100 * lean, abs=0.3)


def test_what_is_left_of_the_text_is_made_white() -> None:
    picture = Image.new("L", (10, 3))
    mask_margin(picture, 1.0, Margin(1, 3, 4, 1.0, 1.0, (), named=False))
    rows = [picture.crop((0, y, 10, y + 1)).tobytes() for y in range(3)]
    assert [row.count(255) for row in rows] == [3, 4, 5]  # it leans
