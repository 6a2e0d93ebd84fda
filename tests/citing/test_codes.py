"""Statutes, regulations, constitutions, guidelines."""

from build_scripts.citing.codes import find_statutes
from build_scripts.citing.mentions import keep_disjoint
from tests.tables import each_row


@each_row()
def test_provisions(text: str, expected: list[str]) -> None:
    found = keep_disjoint([find_statutes(text)])
    assert [m.normal_form for m in found] == expected


def test_each_item_of_a_list_has_its_own_span() -> None:
    text = "under 28 U.S.C. §§ 1331, 1332(a), and 1367."
    found = keep_disjoint([find_statutes(text)])
    assert [text[m.start : m.end] for m in found] == ["28 U.S.C. §§ 1331", "1332(a)", "1367"]
