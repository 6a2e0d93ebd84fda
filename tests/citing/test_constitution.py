"""Whose article an order means: a state's court speaks of its own constitution first."""

from build_scripts.citing.constitution import find_state_of_court
from tests.citing.specimens import cite
from tests.tables import each_row

UTAH = "IN THE SUPREME COURT OF THE STATE OF UTAH\n\n"


@each_row()
def test_an_article_with_its_section(text: str, forms: list[str]) -> None:
    assert [citation.normal_form for citation in cite(text)] == forms


@each_row()
def test_what_is_said_of_federal_courts_stays_federal(words: str, is_linked: bool) -> None:
    text = (
        f"{UTAH}U.S. Const. art. III, § 2 is no bar. The Utah Constitution has no such words.\n\n"
        f"{words}"
    )
    bare = [one for one in cite(text) if one.text == "Article III"]
    assert [one.normal_form for one in bare] == ["U.S. Const. art. III"] * is_linked


@each_row()
def test_the_state_of_a_court(opening: str, state: str) -> None:
    assert find_state_of_court(opening) == state
