"""E-mail addresses: broken, spelt out and redacted ones, and titles that look like one."""

from build_scripts.redacting.private.email_addresses import find_email_addresses
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_email_addresses(text: str, words: list[str], why: str) -> None:
    assert list_found((find_email_addresses,), text) == words, why
