"""Where provisions can be read."""

import pytest

from tests.citing.specimens import cite


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("28 U.S.C. § 1331", "https://www.law.cornell.edu/uscode/text/28/1331"),
        ("Fed. R. Civ. P. 12(b)(6)", "https://www.law.cornell.edu/rules/frcp/rule_12"),
        ("Cal. Penal Code § 631(a)", "https://leginfo.legislature.ca.gov/"),
    ],
)
def test_addresses(text: str, start: str) -> None:
    (citation,) = cite(text)
    assert (citation.outward_url or "").startswith(start)


def test_cases_and_the_record_have_none() -> None:
    assert [c.outward_url for c in cite("Dkt. No. 7; Calder v. Jones, 465 U.S. 783 (1984)")] == [
        None,
        None,
    ]
