"""E-mail addresses: broken, spelt out and redacted ones, and titles that look like one."""

import pytest

from build_scripts.redacting.private.email_addresses import find_email_addresses
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        (
            "from ada@quillpress.example.",
            ["ada@quillpress.example"],
            "the full stop is the sentence's",
        ),
        ("ada@ quillpress.example", ["ada@ quillpress.example"], "a line ended behind the sign"),
        ("ada @quillpress. com", ["ada @quillpress. com"], "a scan put blanks into it"),
        ("'ada@quillpress.example'", ["ada@quillpress.example"], "in quotation marks"),
        ("ada [at] quillpress [dot] com", ["ada [at] quillpress [dot] com"], "spelt out"),
        ("MARGATE.HALL@GMAIL.COM", ["MARGATE.HALL@GMAIL.COM"], "a caption's capitals"),
        (
            "In re Search of Margate.Hall@Gmail.Com",
            ["Margate.Hall@Gmail.Com"],
            "a title's capitals",
        ),
        (
            "Ada@Quillpress.Com: Mr. Vale wrote",
            ["Ada@Quillpress.Com"],
            "a sentence follows, no subtitle",
        ),
        (
            "E-Mail@Work.Com: Employer Monitoring of Letters",
            [],
            "an article's title with its subtitle",
        ),
        (
            "E-Mail @ Work.com: Employer Monitoring of Letters",
            [],
            "the same as another order prints it",
        ),
        ("Speech@School.Edu, 12 Harbor L. Rev. 100", [], "an article's title with its law review"),
        ("xxxx@quillpress.example", [], "it is redacted already"),
        ("any address @quillpress.com", [], "of all addresses there"),
        ("F.3d @ 1017", [], "a page"),
        ("two widgets @ 4.50 each", [], "a price"),
    ],
)
def test_email_addresses(text: str, words: list[str], why: str) -> None:
    assert list_found((find_email_addresses,), text) == words, why
