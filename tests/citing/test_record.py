"""Docket entries of the case itself."""

import pytest

from build_scripts.citing.mentions import keep_disjoint
from build_scripts.citing.record import find_record_entries
from tests.tables import each_row

_ENTRIES = [
    ("Dkt. No. 7", ["7"]),
    ("Dkt. 1", ["1"]),
    ("ECF 17", ["17"]),
    ("ECF No. 12-1 at 3", ["12-1"]),
    # one citation an entry
    ("ECF Nos. 6, 16, 24", ["6", "16", "24"]),
    ("Re: ECF Nos. 63 & 64", ["63", "64"]),
    # the second attachment of the same entry
    ("Docs. 19445, 19798-1, -2.", ["19445", "19798-1", "19798-2"]),
    ("Docket No. 16", ["16"]),
    ("Doc. # 3", ["3"]),
    ("R. Doc. 24-3", ["24-3"]),
    ("Paper No. 110", ["110"]),
    ("an answer (# 7) to the complaint", ["7"]),
    # brackets after words of the record
    ("HEARING ON MOTIONS IN LIMINE [328][329] [330]", ["328", "329", "330"]),
    ("the motion [3] is denied", ["3"]),
    ("Defendants move to dismiss [18].", ["18"]),
    # with their pins
    ("swept the account. [328 ¶ 12; 331-2 at 4.]", ["328", "331-2"]),
    ("ignored a broken wrist. [1] ¶ 14.", ["1"]),
    ("relief from stay; 1 Collier on Bankruptcy 362.01[1], at 9", []),
    ("473 U.S. [159] at 160", []),
    # brackets of a quotation
    ("Kentucky v. Graham, 473 U.S. [159]", []),
    ("he wrote “[1] first”", []),
    # other cases' numbers
    ("Docket No. 3:23-cv-01234", []),
    ("Docket No. 04-5678", []),
    ("Document 5 pages long", []),
    ("Paper 3 was withdrawn", []),
    ("ECF Nos. 5, 433 F.3d 1199", ["5"]),
]


@pytest.mark.parametrize(("text", "expected"), _ENTRIES)
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
