"""Federal, circuit, state rules."""

import pytest

from build_scripts.citing.mentions import keep_disjoint
from build_scripts.citing.rules import find_rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Federal Rule of Civil Procedure 12(b)(6)", ["Fed. R. Civ. P. 12(b)(6)"]),
        ("Fed.R.Civ.P. 56(c)", ["Fed. R. Civ. P. 56(c)"]),
        ("Fed. R. Civ. Proc. 8", ["Fed. R. Civ. P. 8"]),
        ("F.R. Civ. P. 26(f)", ["Fed. R. Civ. P. 26(f)"]),
        ("FRCP 12(b)(6)", ["Fed. R. Civ. P. 12(b)(6)"]),
        ("Federal Rules of Evidence 702 and 703", ["Fed. R. Evid. 702", "Fed. R. Evid. 703"]),
        ("Federal Rule of Appellate Procedure 43(c)(2)", ["Fed. R. App. P. 43(c)(2)"]),
        # the set named after the list
        (
            "Rules 12(b)(2) and 12(b)(6) of the Federal Rules of Civil Procedure",
            ["Fed. R. Civ. P. 12(b)(2)", "Fed. R. Civ. P. 12(b)(6)"],
        ),
        ("Ninth Circuit Rule 36-3", ["9th Cir. R. 36-3"]),
        ("Tex. R. Evid. 702", ["Tex. R. Evid. 702"]),
        ("General Order No. 44", ["General Order 44"]),
        # known by their letters, or by the cases they govern
        ("RCFC 12(b)(1)", ["RCFC 12(b)(1)"]),
        ("MCR 6.508(D)(3)", ["Mich. Ct. R. 6.508(D)(3)"]),
        ("Mich. Ct. R. 6.508(D)", ["Mich. Ct. R. 6.508(D)"]),
        ("Mass. R. A. P. 16 (a) (9)", ["Mass. R. App. P. 16(a)(9)"]),
        ("N.C. Gen. Stat. § 1A-1, Rule 56(c)", ["N.C. R. Civ. P. 56(c)"]),
        (
            "Rule 11(a) of the Rules Governing Section 2254 Cases",
            ["Rules Governing § 2254 Cases R. 11(a)"],
        ),
        ("Habeas Rule 4", ["Rules Governing § 2254 Cases R. 4"]),
        # a state's, without their subject
        ("Maryland Rule 5-901", ["Md. R. 5-901"]),
        ("N.J. Court Rule 4:26-4.", ["N.J. R. 4:26-4"]),
        # an agency's rule is a regulation
        ("Rule 10b-5", ["17 C.F.R. § 240.10b-5"]),
        # bare rules are told by context, elsewhere
        ("Rule 12(b)(6)", []),
        ("the rules of civil procedure", []),
    ],
)
def test_rules(text: str, expected: list[str]) -> None:
    assert [m.normal_form for m in keep_disjoint([find_rules(text)])] == expected
