"""Addresses that are said to be somebody's home."""

import pytest

from build_scripts.redacting.private.home_addresses import HOME_ADDRESSES
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("He resides at 12 Harrow Lane, Apt. 3.", ["12 Harrow Lane, Apt. 3"], "with the apartment"),
        ("his home at 1200 N. Vale Street", ["1200 N. Vale Street"], "with a direction"),
        ("the residence is 7 Mill Road, Oakhurst", ["7 Mill Road"], "without the town"),
        ("She resides in Oakhurst.", [], "a town is no address"),
        ("offices at 12 Harrow Lane", [], "nobody's home"),
        ("He resides there. The shop is at 12 Harrow Lane.", [], "another sentence"),
    ],
)
def test_home_addresses(text: str, words: list[str], why: str) -> None:
    assert list_found(HOME_ADDRESSES, text) == words, why
