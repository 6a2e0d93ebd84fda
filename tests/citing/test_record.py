"""Docket entries of the case itself."""

from build_scripts.citing.mentions import keep_disjoint
from build_scripts.citing.record import find_record_entries
from tests.tables import each_row


@each_row()
def test_entries(text: str, expected: list[str]) -> None:
    found = keep_disjoint([find_record_entries(text)])
    assert [entry for m in found for entry in m.entries] == expected


@each_row()
def test_the_pin_belongs_to_the_citation(text: str, pin: str | None) -> None:
    (entry,) = find_record_entries(text)
    assert (entry.pin_cite, text[entry.start : entry.end]) == (pin, text)


def test_a_long_row_of_entries_is_read_once() -> None:
    # each "ECF No." of a row used to be read again from every one before it
    found = find_record_entries("ECF No. 1, " * 200)
    assert len(found) == 200
