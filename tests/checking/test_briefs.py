"""What a document quotes."""

import pytest

from build_scripts.checking.briefs import list_quotations
from tests.orders_from_text import clean_text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The court said “no” twice.", ["no"]),
        ('The court said "the motion is moot" and left.', ["the motion is moot"]),
        ("It held that “the term ‘heron’ is “plain” here.” So be it.", ["the term ‘heron’ is “plain” here."]),
        ("A board 5\" wide, and \"a word\".", ["a word"]),
        ("He said “one thing and “another” later.", ["another"]),
        ("“It goes on and on.", ["It goes on and on."]),
        ("Nothing is quoted.", []),
    ],
)  # fmt: skip
def test_quotations_stand_between_marks(text: str, quoted: list[str]) -> None:
    clean = clean_text(text)
    found = list_quotations(clean)
    assert [one.text for one in found] == quoted
    assert all(clean.reading_text[one.start : one.end] == one.text for one in found)
