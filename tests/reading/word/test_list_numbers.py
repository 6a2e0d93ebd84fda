import pytest

from build_scripts.reading.word.list_numbers import print_number


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (3, "", "3"),
        (3, "Decimal", "3"),
        (1, "LowerAlpha", "a"),
        (26, "UpperAlpha", "Z"),
        (27, "LowerAlpha", "aa"),  # Word doubles the letter, it does not count "aa, ab"
        (28, "LowerAlpha", "bb"),
        (260, "LowerAlpha", "z" * 10),
        (261, "LowerAlpha", "261"),  # no list of letters is as long: a hostile start value
        (4, "LowerRoman", "iv"),
        (39, "UpperRoman", "XXXIX"),
        (40, "UpperRoman", "40"),
        (0, "LowerRoman", "0"),
        (-2, "LowerAlpha", "-2"),
    ],
)
def test_numbers_are_printed_as_word_processors_print_them(
    number: int, style: str, expected: str
) -> None:
    assert print_number(number, style) == expected
