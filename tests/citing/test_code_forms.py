"""Forms that states, agencies and older statutes print their codes in."""

import pytest

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite

K = CitationKind


@pytest.mark.parametrize(
    ("text", "kind", "forms"),
    [
        ("N.H.Rev.Stat. § 358-A:2", K.STATUTE, ["N.H. Rev. Stat. § 358-A:2"]),
        ("Mo.Rev.Stat. § 407.020(1)", K.STATUTE, ["Mo. Rev. Stat. § 407.020(1)"]),
        ("Cal. Civ.Code § 3336", K.STATUTE, ["Cal. Civ. Code § 3336"]),
        ("Me.Rev.Stat. tit. 14, § 556", K.STATUTE, ["Me. Rev. Stat. tit. 14, § 556"]),
        ("Mass.Gen.L. ch. 93A, § 11", K.STATUTE, ["Mass. Gen. Laws ch. 93A, § 11"]),
        ("43 P.S. § 211.6(1)(a)", K.STATUTE, ["43 P.S. § 211.6(1)(a)"]),
        ("13 O.S.Supp.2003, § 176.3", K.STATUTE, ["13 O.S. § 176.3"]),
        ("20 NYCRR 528.7", K.REGULATION, ["20 NYCRR § 528.7"]),
        ("18 United States Code section 2515", K.STATUTE, ["18 U.S.C. § 2515"]),
        ("46 App.U.S.C. § 183", K.STATUTE, ["46 U.S.C. App. § 183"]),
        ("Section 62.3, Title 33, C.F.R.", K.REGULATION, ["33 C.F.R. § 62.3"]),
        ("Treas.Reg. § 1.66-2(a)", K.REGULATION, ["26 C.F.R. § 1.66-2(a)"]),
        ("§ 934.03(2)(c), Fla. Stat.", K.STATUTE, ["Fla. Stat. § 934.03(2)(c)"]),
        ("section 934.215, Florida Statutes", K.STATUTE, ["Fla. Stat. § 934.215"]),
        ("section 187 of the Penal Code", K.STATUTE, ["Penal Code § 187"]),
        ("Public Resources Code section 21177", K.STATUTE, ["Public Resources Code § 21177"]),
        ("Health & Saf. Code, § 110525", K.STATUTE, ["Health & Saf. Code § 110525"]),
        ("Cts. & Jud. Proc. § 10-4B-01", K.STATUTE, ["Cts. & Jud. Proc. § 10-4B-01"]),
        ("CEQA Guidelines section 15089", K.STATUTE, ["CEQA Guidelines § 15089"]),
        ("U.S.S.G. Secs. 4B1.1, 4B1.2", K.GUIDELINE, ["U.S.S.G. § 4B1.1", "U.S.S.G. § 4B1.2"]),
        ("USSG Manual § 5H1.2", K.GUIDELINE, ["U.S.S.G. § 5H1.2"]),
        ("section 3E1.1(a)", K.GUIDELINE, ["U.S.S.G. § 3E1.1(a)"]),
        ("U.S.S.G. § 2Dl.l(b)(2)", K.GUIDELINE, ["U.S.S.G. § 2D1.1(b)(2)"]),  # misread 1
        ("section 25 of the act of August 27, 1894", K.STATUTE, ["Act of August 27, 1894 § 25"]),
        ("Section 20(a) of the 1934 Act", K.STATUTE, ["1934 Act § 20(a)"]),
    ],
)
def test_codes_as_they_are_printed(text: str, kind: CitationKind, forms: list[str]) -> None:
    found = cite(f"The claim arises under {text}. It fails.")
    assert [(c.kind, c.normal_form) for c in found] == [(kind, form) for form in forms]
    assert found[0].start == len("The claim arises under ")


def test_a_stop_ends_no_code_s_name() -> None:
    found = cite("He violated the Act. Vehicle Code § 23152 applies; Model Penal Code § 2.02 may.")
    assert [c.normal_form for c in found] == ["Vehicle Code § 23152"]


def test_lettered_sections_of_one_chapter_share_its_title() -> None:
    found = cite("15 U.S.C. § 1681s-2(b) applies, and so do § 1681n(a)(2) and § 1681o.")
    assert [c.normal_form for c in found] == [
        "15 U.S.C. § 1681s-2(b)",
        "15 U.S.C. § 1681n(a)(2)",
        "15 U.S.C. § 1681o",
    ]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The Constitution forbids it: Art. IV, § 3, cl. 2.", ["U.S. Const. art. IV, § 3, cl. 2"]),
        ("Congress has that power. See Article I, § 8.", ["U.S. Const. art. I, § 8"]),
        ("See art. I, § 7 of the Wisconsin Constitution.", ["Wis. Const. art. I, § 7"]),
        (
            "Wis. Const. art. I, § 7, binds us; article I, § 7 is plain.",
            ["Wis. Const. art. I, § 7", "Wis. Const. art. I, § 7"],
        ),
        (
            "The Constitution speaks in the First, Fifth and Fourteenth Amendments.",
            ["U.S. Const. amend. I", "U.S. Const. amend. V", "U.S. Const. amend. XIV"],
        ),
        # a contract has articles and amendments too
        ("Article IV, § 3 of the Agreement binds the parties.", []),
        ("Article IV, § 3 binds the parties.", []),
        ("The Constitution is silent on the Second Amendment to the Lease.", []),
        ("The Second Amendment raised the rent.", []),
    ],
)
def test_constitutions_told_by_the_order(text: str, forms: list[str]) -> None:
    assert [c.normal_form for c in cite(text)] == forms


def test_an_id_passes_over_an_amendment_spoken_of() -> None:
    text = (
        "Katz v. United States, 389 U.S. 347, 351 (1967), is settled law under the Constitution. "
        "It reads the Fourth Amendment. Id. at 352."
    )
    assert cite(text)[-1].antecedent == "389 U.S. 347"


def test_an_id_may_name_another_guideline() -> None:
    *_, back = cite("See U.S.S.G. § 2G2.2(a)(1). Five levels are added, id. § 2G2.2(b)(3)(B).")
    assert (back.kind, back.text, back.antecedent) == (
        K.ID,
        "id. § 2G2.2(b)(3)(B)",
        "U.S.S.G. § 2G2.2(b)(3)(B)",
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        # what the order says once for all
        (
            "All section references are to the Internal Revenue Code. See section 183.",
            "26 U.S.C. § 183",
        ),
        (
            "All chapter and section references are to the Bankruptcy Code. See § 523(a)(2).",
            "11 U.S.C. § 523(a)(2)",
        ),
        ("UNITED STATES TAX COURT. See section 1.183-2(b).", "26 C.F.R. § 1.183-2(b)"),
        ("UNITED STATES TAX COURT. The burden is his. Rule 142(a).", "Tax Ct. R. 142(a)"),
        # a title's own well-known sections, a range, a state's rules
        ("Invalid under 35 U.S.C. § 103. See § 282(a).", "35 U.S.C. § 282(a)"),
        (
            "The Act, 18 U.S.C. §§ 2701-2712, is clear. Section 2701(c)(1).",
            "18 U.S.C. § 2701(c)(1)",
        ),
        ("See Tex. R. Evid. 404(b). We weigh under Rule 403.", "Tex. R. Evid. 403"),
        ("See RCFC 12(b)(1). Rule 56 governs.", "RCFC 56"),
        # a chapter of its own count gives its code to no stranger
        (
            "G. L. c. 269, § 10 (a). The tort of § 12 is unknown.",
            "Mass. Gen. Laws ch. 269, § 10(a)",
        ),
    ],
)
def test_bare_provisions_go_by_what_the_order_says(text: str, form: str) -> None:
    assert cite(text)[-1].normal_form == form


def test_a_state_order_is_given_no_federal_rule() -> None:
    assert [c.normal_form for c in cite("See N.C. R. App. P. 10. Rule 59 of the contract.")] == [
        "N.C. R. App. P. 10"
    ]
