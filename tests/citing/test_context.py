"""Signals, parentheses and later history, as printed."""

from build_scripts.model.citation import Citation
from tests.citing.specimens import cite
from tests.tables import each_row

_IQBAL = "Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009)"


def by_form(text: str) -> dict[str, Citation]:
    return {citation.normal_form: citation for citation in cite(text)}


@each_row()
def test_signals(text: str, signal: str | None) -> None:
    assert by_form(text)["556 U.S. 662"].signal == signal


def test_signals_before_a_code_and_an_id() -> None:
    text = f"See also 28 U.S.C. § 1331 (2012) (jurisdiction). {_IQBAL}. But see id. at 679."
    statute, _, again = cite(text)
    assert (statute.signal, statute.parenthetical) == ("See also", "(jurisdiction)")
    assert again.signal == "But see"


def test_parentheses_in_a_row_are_kept_whole() -> None:
    text = f"Roe v. Poe, 101 F.4th 123, 130 (9th Cir. 2024) (en banc) (quoting {_IQBAL}). It is."
    found = by_form(text)
    assert found["101 F.4th 123"].parenthetical == f"(en banc) (quoting {_IQBAL})"
    assert (found["556 U.S. 662"].signal, found["556 U.S. 662"].parenthetical) == ("quoting", None)


def test_parallels_share_their_parentheses() -> None:
    text = "Calder v. Jones, 465 U.S. 783, 104 S. Ct. 1482 (1984) (libel)."
    assert {citation.parenthetical for citation in cite(text)} == {"(libel)"}


def test_a_history_stays_with_its_case_and_takes_its_name() -> None:
    text = (
        "Roe v. Poe, 319 F.3d 119 (4th Cir. 2003), rev’d, 543 U.S. 50 (2004), "
        "reh’g denied, 543 U.S. 99 (2005). It is so."
    )
    found = by_form(text)
    assert found["319 F.3d 119"].history == (
        "rev’d, 543 U.S. 50 (2004), reh’g denied, 543 U.S. 99 (2005)"
    )
    assert found["543 U.S. 50"].history == "reh’g denied, 543 U.S. 99 (2005)"
    assert {citation.case_name for citation in found.values()} == {"Roe v. Poe"}


def test_a_case_that_overrules_keeps_its_own_name() -> None:
    text = (
        "Lopez v. Smith, 203 F.3d 1122 (9th Cir. 2000), overruled on other grounds by "
        "Peralta v. Dillard, 744 F.3d 1076 (9th Cir. 2014)."
    )
    found = by_form(text)
    assert found["203 F.3d 1122"].history == (
        "overruled on other grounds by Peralta v. Dillard, 744 F.3d 1076 (9th Cir. 2014)"
    )
    assert found["744 F.3d 1076"].case_name == "Peralta v. Dillard"


def test_the_next_sentence_is_no_history() -> None:
    text = f"{_IQBAL}. Reversed, Roe v. Poe, 319 F.3d 119 (4th Cir. 2003)."
    assert by_form(text)["556 U.S. 662"].history is None


def test_a_decision_without_a_year_is_of_its_history_s_year() -> None:
    text = "Novak v. Kasaks, 216 F.3d 300, 306 (2d Cir.), cert. denied, 531 U.S. 1012 (2000)."
    found = by_form(text)["216 F.3d 300"]
    assert (found.court, found.year) == ("ca2", 2000)


def test_a_case_is_not_of_the_year_that_overruled_it() -> None:
    text = "Roe v. Poe, 216 F.3d 300 (2d Cir.), overruled by Doe v. Moe, 101 F.4th 123 (2024)."
    assert by_form(text)["216 F.3d 300"].year is None
