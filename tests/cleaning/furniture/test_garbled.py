"""Lines that nobody can read leave the text, with a record; prose, names and bullets stay."""

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.cleaning.conservation import check_words
from build_scripts.describing import describe_order, list_findings
from build_scripts.model.clean_order import CleanOrder, RemovalReason
from build_scripts.model.source_text import SourceFormat
from build_scripts.problems import FindingCode
from build_scripts.reading.layout_text import read_layout_text

PROSE = (
    "The tenant asked the landlord for the key of the house in a letter that was sent in May.\n"
    "He did not answer it. The court below found that the notice was late by a week or so.\n"
    "It follows that the judgment cannot stand. The landlord may serve a new notice on her.\n"
    "The motion to dismiss is GRANTED. IT IS SO ORDERED.\n"
)
SWAPPED = PROSE.translate(str.maketrans("aeiouthnsr", "xqjvkzwpfm"))
SHIFTED = "".join(chr(ord(letter) - 29) if letter.islower() else letter for letter in PROSE)
CODES = "(cid:12)(cid:7)(cid:33)(cid:2) (cid:12)(cid:7)\n"
NAMES = "".join(
    f"{first} {last}, Esq., Counsel\n"
    for first in ("Mary", "John", "Ellen", "Peter", "Susan", "Robert")
    for last in ("Ashford", "Bennington", "Carlisle", "Dunmore", "Easton", "Fairbanks")
)


def clean(text: str) -> CleanOrder:
    source = read_layout_text(text, "utf-8", SourceFormat.PLAIN)
    cleaned = clean_order(source)
    check_words(source, cleaned)
    return cleaned


@pytest.mark.parametrize(
    "text",
    [
        CODES * 20,
        "\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd\n" * 20,
        "\uf011\uf012\uf013\uf014 \uf015\uf016\n" * 20,
        SWAPPED * 5,
        SHIFTED * 5,
    ],
    ids=["numbers of shapes", "replacement", "private use", "letters for others", "shifted"],
)
def test_a_file_that_cannot_be_read_states_nothing(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text == ""
    assert cleaned.is_unreadable
    description = describe_order(cleaned)
    for field in ("case_name", "court", "date", "title", "judges", "rulings", "disposition"):
        assert not getattr(description, field), field
    codes = [finding.code for finding in list_findings("a.txt", cleaned, description)]
    assert FindingCode.GARBLED_TEXT in codes


def test_lines_of_codes_in_a_readable_paper_are_left_out_and_counted() -> None:
    cleaned = clean(PROSE * 20 + CODES * 2 + PROSE * 20)
    assert "cid" not in cleaned.text
    assert cleaned.garbled_lines == 2
    assert not cleaned.is_unreadable


def test_codes_below_the_marks_of_notes_are_left_out() -> None:
    """A word processor leaves "0F", "1F" below each raised number, the notes' numbers less one."""
    cleaned = clean(PROSE + "0F\n" + PROSE + "1F\n" + PROSE)
    assert "0F" not in cleaned.text
    assert "1F" not in cleaned.text
    assert "7F" in clean(PROSE + "7F\n" + PROSE).text  # a single one may be a row or a seat


def test_a_code_of_many_signs_counts_as_one_letter() -> None:
    """A line of 70 such codes has 500 characters; the paper around it can be read."""
    cleaned = clean(PROSE * 20 + "(cid:1)" * 70 + "\n" + PROSE * 5)
    assert cleaned.garbled_lines == 1
    assert not cleaned.is_unreadable


def test_a_page_of_other_letters_in_a_readable_paper_is_left_out() -> None:
    cleaned = clean(f"{PROSE * 5}\f{SWAPPED * 5}\f{PROSE * 5}")
    assert cleaned.garbled_lines == 20
    assert cleaned.is_unreadable
    assert describe_order(cleaned).rulings == ()


@pytest.mark.parametrize(
    "text",
    [PROSE * 5, NAMES * 3, "\uf0b7 The complaint\n\uf0a8 \uf0a8 Yes\n" + PROSE, "(12) (13) (14)\n"],
    ids=["prose", "names", "bullets and boxes", "numbers"],
)
def test_what_can_be_read_stays(text: str) -> None:
    removed = [one for one in clean(text).removals if one.reason is RemovalReason.GARBLED]
    assert removed == []


def test_a_table_of_names_and_numbers_stays() -> None:
    names = (line.partition(",")[0] for line in NAMES.splitlines())
    rows = [f"{name} v. X. Y. Zorn, Inc.   4:31-cv-01625   Ga. M.D." for name in names]
    assert clean("\n".join(rows)).garbled_lines == 0
