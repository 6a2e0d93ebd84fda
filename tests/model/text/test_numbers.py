"""Numbers with their words."""

import pytest

from build_scripts.model.text.numbers import count, read_roman, write_roman


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 orders"), (1, "1 order"), (2, "2 orders"), (1204, "1,204 orders")]
)
def test_a_number_is_said_with_its_word(number: int, said: str) -> None:
    assert count(number, "order") == said


def test_roman_numbers_are_written_as_they_are_read() -> None:
    assert all(read_roman(write_roman(number)) == number for number in range(1, 400))
