import pytest

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite

K = CitationKind
IQBAL = "Ashcroft v. Iqbal, 556 U.S. 662 (2009). "


@pytest.mark.parametrize(
    ("text", "mention", "place"),
    [
        ("As noted supra Part II.B, it fails.", "supra Part II.B", "Part II.B"),
        ("See infra Section III-B.2.", "infra Section III-B.2", "Part III.B.2"),
        ("Discussed infra, § II.C, it fails.", "infra, § II.C", "Part II.C"),
        ("See Part III A, infra.", "Part III A, infra", "Part III.A"),
        ("See Part V.C.1.a, supra.", "Part V.C.1.a, supra", "Part V.C.1.a"),
        (
            "See Parts III.C.2.a, III.D.2, infra.",
            "Parts III.C.2.a, III.D.2, infra",
            "Part III.C.2.a",
        ),
        ("It stands in section IV.B.2.g., infra.", "section IV.B.2.g., infra", "Part IV.B.2.g"),
        ("See also Appendix C, infra.", "Appendix C, infra", "Appendix C"),
        ("Parts II(B)—(C) infra add nothing.", "Parts II(B)—(C) infra", "Part II.B"),
        ("It fails for the reason at page 3, supra.", "page 3, supra", "page 3"),
        ("See note 6 supra.", "note 6 supra", "note 6"),
        # states that number their paragraphs
        ("Given our mandate, see supra ¶ 18, it is so.", "supra ¶ 18", "¶ 18"),
        ("See infra ¶¶ 12–14.", "infra ¶¶ 12–14", "¶ 12"),
        ("See supra note 4.", "supra note 4", "note 4"),
        ("See infra n.12.", "infra n.12", "note 12"),
        ("See text supra at note 12.", "supra at note 12", "note 12"),
        ("See notes 4-6 and accompanying text, supra.", None, "note 4"),
        ("As footnote 20 below explains, it fails.", "footnote 20 below", "note 20"),
        ("See Section II.B, above.", "Section II.B, above", "Part II.B"),
        ("For the reasons in Part I of this Order, it fails.", "Part I of this Order", "Part I"),
        ("See supra at 12-13.", "supra at 12-13", "page 12"),
        ("We disagree; see ante, at 5.", "ante, at 5", "page 5"),
    ],
)
def test_places_of_the_order_itself(text: str, mention: str | None, place: str) -> None:
    (citation,) = cite(text)
    assert (citation.kind, citation.normal_form) == (K.INTERNAL, place)
    assert mention is None or citation.text == mention
    assert citation.antecedent is None


@pytest.mark.parametrize(
    "text",
    [
        "As discussed supra, the claim fails.",  # points nowhere that can be followed
        "Section 4(a) above is a term of the lease.",
        "Part II of the Act does not apply.",
        "He set up a post at 159 Larch Drive.",
        "Nothing above that line counts, nor below it.",
    ],
)
def test_other_words_name_no_place(text: str) -> None:
    assert not [c for c in cite(text) if c.kind is K.INTERNAL]


def test_a_work_named_before_supra_is_what_it_goes_back_to() -> None:
    found = {c.text: c for c in cite(IQBAL + "See Iqbal, supra note 4, at 678; infra note 5.")}
    supra = found["Iqbal, supra note 4, at 678"]
    assert (supra.kind, supra.antecedent, supra.pin_cite) == (K.SUPRA, "556 U.S. 662", "678")
    assert found["infra note 5"].kind is K.INTERNAL


def test_an_id_passes_over_places_of_the_order() -> None:
    found = {c.text: c for c in cite(IQBAL + "That is enough. See supra Part II. Id. at 679.")}
    assert found["Id. at 679"].antecedent == "556 U.S. 662"


def test_a_section_of_a_statute_with_supra_stays_one() -> None:
    found = cite("19 U.S.C. § 372 governs. Section 372, supra, was amended.")
    assert [(c.kind, c.normal_form) for c in found] == [
        (K.STATUTE, "19 U.S.C. § 372"),
        (K.STATUTE, "19 U.S.C. § 372"),
    ]
