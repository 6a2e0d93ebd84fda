"""Lists of sections and rules, each provision a citation of its own; acts by their name."""

import pytest

from tests.citing.specimens import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 U.S.C. § 1332(a) and (d)", ["28 U.S.C. § 1332(a)", "28 U.S.C. § 1332(d)"]),
        (
            "Okla. Stat. Ann. tit. 10, §§ 7306-1.1(A), (B), 7306-2.6(A)",
            [
                "Okla. Stat. Ann. tit. 10, § 7306-1.1(A)",
                "Okla. Stat. Ann. tit. 10, § 7306-1.1(B)",
                "Okla. Stat. Ann. tit. 10, § 7306-2.6(A)",
            ],
        ),
        ("Fed. R. Civ. P. 12(b)(1), (6)", ["Fed. R. Civ. P. 12(b)(1)", "Fed. R. Civ. P. 12(b)(6)"]),
        # a list in the sentence
        ("under 28 U.S.C. § 1332(a), (2) the claim", ["28 U.S.C. § 1332(a)"]),
        # a range after "§§", a section with a hyphen after "§"
        ("Neb. Rev. Stat. § 25-207", ["Neb. Rev. Stat. § 25-207"]),
        ("5 U.S.C. §§ 701-706", ["5 U.S.C. §§ 701-706"]),
        ("M.G.L. c. 93A, § 11", ["Mass. Gen. Laws ch. 93A, § 11"]),
        ("N.Y. C.P.L.R. 3211(a)(7)", ["N.Y. C.P.L.R. § 3211(a)(7)"]),
        ("42 Pa. Cons. Stat. § 8371", ["42 Pa. Cons. Stat. § 8371"]),
        ("Pub. L. No. 90-351, 82 Stat. 197 (1968)", ["Pub. L. No. 90-351", "82 Stat. 197"]),
        ("Section 10(b) of the Securities Exchange Act of 1934",
         ["Securities Exchange Act of 1934 § 10(b)"]),
        # of an act: its place in a code follows
        ("Section 1404(e)(4), 25 P.S. § 3154(e)(4)", ["25 P.S. § 3154(e)(4)"]),
        ("Section 1404(a), 28 U.S.C. § 1404(a)", ["28 U.S.C. § 1404(a)", "28 U.S.C. § 1404(a)"]),
        # which act, stands elsewhere
        ("Section 10(b) of the Act", []),
    ],
)  # fmt: skip
def test_each_provision_is_a_citation(text: str, expected: list[str]) -> None:
    assert [citation.normal_form for citation in cite(f"It rests on {text}.")] == expected


def test_a_section_that_has_a_code_is_not_the_act_s() -> None:
    text = "See 15 U.S.C. § 1635(a). He invokes § 1635(b) of the Truth in Lending Act."
    assert [c.normal_form for c in cite(text)] == ["15 U.S.C. § 1635(a)", "15 U.S.C. § 1635(b)"]
