"""Lists of sections and rules, each provision a citation of its own; acts by their name."""

from tests.citing.specimens import cite
from tests.tables import each_row


@each_row()
def test_each_provision_is_a_citation(text: str, expected: list[str]) -> None:
    assert [citation.normal_form for citation in cite(f"It rests on {text}.")] == expected


def test_a_section_that_has_a_code_is_not_the_act_s() -> None:
    text = "See 15 U.S.C. § 1635(a). He invokes § 1635(b) of the Truth in Lending Act."
    assert [c.normal_form for c in cite(text)] == ["15 U.S.C. § 1635(a)", "15 U.S.C. § 1635(b)"]
