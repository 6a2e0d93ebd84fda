"""Statutes, regulations, constitutions, guidelines."""

import pytest

from build_scripts.citing.codes import find_statutes
from build_scripts.citing.mentions import keep_disjoint

_LISTS = [
    ("28 U.S.C. § 1331", ["28 U.S.C. § 1331"]),
    # one citation a provision
    ("28 U.S.C. §§ 1331, 1332(a)", ["28 U.S.C. § 1331", "28 U.S.C. § 1332(a)"]),
    # no sign at all
    ("42 USC 1983", ["42 U.S.C. § 1983"]),
    # the sign lost by a machine
    ("40 U.S.C. s 270b", ["40 U.S.C. § 270b"]),
    ("40 U.S.C. ss 270a-270f", ["40 U.S.C. §§ 270a-270f"]),
    # a hyphen within a section is no range
    ("42 U.S.C. § 2000e-5(e)(1)", ["42 U.S.C. § 2000e-5(e)(1)"]),
    ("46 U.S.C.App. §§ 183-189", ["46 U.S.C. App. §§ 183-189"]),
    ("18 U.S.C. §§ 2510 et seq.", ["18 U.S.C. § 2510 et seq."]),
    # the year of the code is no subdivision
    ("27 U.S.C. § 205(e) (1976)", ["27 U.S.C. § 205(e)"]),
    ("Section 1997e(e) of Title 42 of the United States Code", ["42 U.S.C. § 1997e(e)"]),
    # a second code ends the first one's list
    (
        "28 U.S.C. §§ 1331 and 1343, 42 U.S.C. § 1983",
        ["28 U.S.C. § 1331", "28 U.S.C. § 1343", "42 U.S.C. § 1983"],
    ),
    ("Cal. Penal Code §§ 631 & 632.7", ["Cal. Penal Code § 631", "Cal. Penal Code § 632.7"]),
    # Virginia's courts leave their state out
    ("in Virginia, see Code § 19.2-306.1(A)", ["Va. Code § 19.2-306.1(A)"]),
    ("in Ohio, see Code § 19.2-306.1(A)", []),
    ("California Penal Code section 631(a)", ["Cal. Penal Code § 631(a)"]),
    (
        "Cal Bus. & Prof. Code §§ 17200, et seq.",
        ["Cal. Bus. & Prof. Code § 17200 et seq."],
    ),
    ("N.J. Stat. Ann. § 2A:14-2(a)", ["N.J. Stat. Ann. § 2A:14-2(a)"]),
    ("N.C.G.S. § 1-52", ["N.C. Gen. Stat. § 1-52"]),
    ("General Statutes § 53a-189", ["General Statutes § 53a-189"]),
    ("735 ILCS 5/2-615", ["735 ILCS 5/2-615"]),
    ("29 C.F.R. § 2560.503-1(h)(2)(iii)", ["29 C.F.R. § 2560.503-1(h)(2)(iii)"]),
    ("12 C.F.R. Pt. 226", ["12 C.F.R. pt. 226"]),
    ("U.S. Const. art. III, § 2, cl. 1", ["U.S. Const. art. III, § 2, cl. 1"]),
    ("U. S. Const., Amdt. 14, §1", ["U.S. Const. amend. XIV, § 1"]),
    ("Mass. Const. amend. XLVIII", ["Mass. Const. amend. XLVIII"]),
    ("U.S. Const. art. Ill, § 2", []),  # OCR's III: not read as I
    ("U.S.S.G. § 2D1.1(b)(1)", ["U.S.S.G. § 2D1.1(b)(1)"]),
    ("O.R.C. § 1333.62", ["Ohio Rev. Code § 1333.62"]),
    ("R.C. 1333.63(A)", ["Ohio Rev. Code § 1333.63(A)"]),
    ("MCL 769.26", ["Mich. Comp. Laws § 769.26"]),
    ("FAR 52.249-2(a)", ["48 C.F.R. § 52.249-2(a)"]),
    ("Sec. 1.183-2(b), Income Tax Regs.", ["26 C.F.R. § 1.183-2(b)"]),
    # session laws of Massachusetts, articles of Maryland's old code
    ("amended by St. 1975, c. 592, § 1, and", ["Mass. St. 1975, ch. 592, § 1"]),
    ("Md. Code (1957), Article 27, § 410", ["Md. Code art. 27, § 410"]),
    ("Article 27, § 410 of the Agreement", []),
    # not provisions
    ("Section 4 of the Agreement", []),
    ("33 U.S. 120", []),
]


@pytest.mark.parametrize(("text", "expected"), _LISTS)
def test_provisions(text: str, expected: list[str]) -> None:
    found = keep_disjoint([find_statutes(text)])
    assert [m.normal_form for m in found] == expected


def test_each_item_of_a_list_has_its_own_span() -> None:
    text = "under 28 U.S.C. §§ 1331, 1332(a), and 1367."
    found = keep_disjoint([find_statutes(text)])
    assert [text[m.start : m.end] for m in found] == ["28 U.S.C. §§ 1331", "1332(a)", "1367"]
