"""Marks of pages inside lines that a tool ran together leave; counts of a list stay."""

import pytest

from build_scripts.cleaning.furniture.flattened import find_flattened_marks
from build_scripts.cleaning.lines import Line

PROSE = "the landlord did not answer the letter that the tenant sent in May and the court finds so "


def list_taken(text: str) -> list[str]:
    marks = find_flattened_marks([Line(1, text)])
    return [text[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("form", "taken"),
    [
        ("-{}-", "-{}-"),
        ("- {} -", "- {} -"),
        ("Page {} of 9", "Page {} of 9"),
        ("Roe v. Doe, No. 21-9174 Page {} of 9", "Roe v. Doe, No. 21-9174 Page {} of 9"),
        ("ROE V. DOE {}", "ROE V. DOE {}"),
        ("{} ROE V. DOE", "{} ROE V. DOE"),
    ],
)
def test_marks_that_count_up_leave_with_the_words_beside_them(form: str, taken: str) -> None:
    numbers = (2, 3, 4, 5)
    text = "".join(
        f"{PROSE}{word} {form.format(number)} " + PROSE
        for word, number in zip(("and", "or", "but", "so"), numbers, strict=True)
    )
    assert list_taken(text) == [taken.format(number) for number in numbers]


@pytest.mark.parametrize("form", ["page {}", "Rule {}", "{} of them", "Exhibit {}"])
def test_numbers_of_prose_stay(form: str) -> None:
    assert list_taken("".join(f"{PROSE}{form.format(n)} {PROSE}" for n in (2, 3, 4, 5))) == []


def test_lines_of_a_page_are_left_to_others() -> None:
    lines = [Line(n, f"the order Page {n} of 9") for n in (1, 2, 3, 4)]
    assert find_flattened_marks(lines) == []
