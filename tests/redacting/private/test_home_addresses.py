"""Addresses that are said to be somebody's home."""

from build_scripts.redacting.private.home_addresses import HOME_ADDRESSES
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_home_addresses(text: str, words: list[str], why: str) -> None:
    assert list_found(HOME_ADDRESSES, text) == words, why
