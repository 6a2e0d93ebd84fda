"""Where provisions can be read."""

from tests.citing.specimens import cite
from tests.tables import each_row


@each_row()
def test_addresses(text: str, start: str) -> None:
    (citation,) = cite(text)
    assert (citation.outward_url or "").startswith(start)


def test_cases_and_the_record_have_none() -> None:
    assert [c.outward_url for c in cite("Dkt. No. 7; Calder v. Jones, 465 U.S. 783 (1984)")] == [
        None,
        None,
    ]
