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
        # bare rules are told by context, elsewhere
        ("Rule 12(b)(6)", []),
        ("the rules of civil procedure", []),
    ],
)
def test_rules(text: str, expected: list[str]) -> None:
    assert [m.normal_form for m in keep_disjoint([find_rules(text)])] == expected
