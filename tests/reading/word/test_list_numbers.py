import pytest

from build_scripts.reading.word.list_numbers import print_number


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (3, "", "3"),
        (3, "1", "3"),
        (1, "a", "a"),
        (26, "A", "Z"),
        (27, "a", "aa"),  # Word doubles the letter, it does not count "aa, ab"
        (28, "a", "bb"),
        (260, "a", "z" * 10),
        (261, "a", "261"),  # no list of letters is as long: a hostile start value
        (4, "i", "iv"),
        (39, "I", "XXXIX"),
        (40, "I", "40"),
        (0, "i", "0"),
        (-2, "a", "-2"),
    ],
)
def test_numbers_are_printed_as_word_processors_print_them(
    number: int, style: str, expected: str
) -> None:
    assert print_number(number, style) == expected
