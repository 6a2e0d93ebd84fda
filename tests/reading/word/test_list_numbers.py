from build_scripts.reading.word.list_numbers import print_number
from tests.tables import each_row


@each_row()
def test_numbers_are_printed_as_word_processors_print_them(
    number: int, style: str, expected: str
) -> None:
    assert print_number(number, style) == expected
