"""Addresses and numbers of courts, and those of others beside them."""

from build_scripts.redacting.private_words import find_personal_words, find_private_words
from tests.tables import each_row


@each_row()
def test_of_a_court_or_not(text: str, private: list[str], why: str) -> None:
    found = [text[words.start : words.end] for words in find_private_words(text)]
    assert found == private, why
    courts = [words for words in find_personal_words(text) if words.public]
    assert bool(courts) != bool(private), why
