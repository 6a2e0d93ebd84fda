from build_scripts.model.text.roman import read_roman, write_roman


def test_roman_numbers_are_written_as_they_are_read() -> None:
    assert all(read_roman(write_roman(number)) == number for number in range(1, 400))
