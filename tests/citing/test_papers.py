"""Papers by name."""

import pytest

from build_scripts.citing.mentions import keep_disjoint
from build_scripts.citing.papers import find_papers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Compl. ¶ 2", [("Compl.", "¶ 2")]),
        ("FAC ¶¶ 2, 10", [("FAC", "¶¶ 2, 10")]),
        ("Mot. at 7 n.1; Opp’n at 3 n.4", [("Mot.", "7 n.1"), ("Opp'n", "3 n.4")]),
        ("Roe Decl. ¶ 13", [("Roe Decl.", "¶ 13")]),
        (
            "Def.’s Mem. at 5; Pls.’ Opp. Mem. at 3",
            [("Def.'s Mem.", "5"), ("Pls.' Opp. Mem.", "3")],
        ),
        # the court's below
        ("It granted the motion. Mem. Op. at 3-4 (Sept. 28, 1998).", [("Mem. Op.", "3-4")]),
        ("Def.’s Statement ¶ 5", [("Def.'s Statement", "¶ 5")]),
        # alone in a citation
        ("(See generally Compl.; Mot.)", [("Compl.", None), ("Mot.", None)]),
        ("He was told so. See Compl. ¶ 2; Opp’n.", [("Compl.", "¶ 2"), ("Opp'n", None)]),
        # a joint appendix has no "at"
        ("1 App. 7–9.", [("1 App.", "7–9")]),
        # an order's own letters, the administrative record, excerpts of record
        ("PSOF ¶¶ 3-7; AC at ¶ 40", [("PSOF", "¶¶ 3-7"), ("AC", "¶ 40")]),
        ("(R. at 22.) See Tr. 19-31.", [("R.", "22"), ("Tr.", "19-31")]),
        ("2-ER-114; 4-SER-602–05", [("2 ER", "114"), ("4 SER", "602–05")]),
        # a court of appeals, a state's reports
        ("(Tex. Crim. App. 2010) (plurality op.)", []),
        ("Roe v. Poe, 12 N.C. App. 612, 614", []),
        ("Fed. R. at 3", []),
        # what a decision is, behind its citation
        ("Roe v. Poe, 555 U.S. 1 (2008) (Mem.)", []),
        # running text
        ("the motion at issue", []),
        ("a Reply 2 days later", []),
        ("(N.J. Super. Ct. App. Div. 2016)", []),
    ],
)
def test_papers(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = keep_disjoint([find_papers(text)])
    assert [(m.normal_form, m.pin_cite) for m in found] == expected
