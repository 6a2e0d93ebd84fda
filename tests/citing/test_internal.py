from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import each_row

K = CitationKind
IQBAL = "Ashcroft v. Iqbal, 556 U.S. 662 (2009). "


@each_row()
def test_places_of_the_order_itself(text: str, mention: str | None, place: str) -> None:
    (citation,) = cite(text)
    assert (citation.kind, citation.normal_form) == (K.INTERNAL, place)
    assert mention is None or citation.text == mention
    assert citation.antecedent is None


@each_row()
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
