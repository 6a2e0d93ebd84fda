"""Forms that states, agencies and older statutes print their codes in."""

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import each_row

K = CitationKind


@each_row(kind=CitationKind)
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


@each_row()
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


@each_row()
def test_bare_provisions_go_by_what_the_order_says(text: str, form: str) -> None:
    assert cite(text)[-1].normal_form == form


def test_a_state_order_is_given_no_federal_rule() -> None:
    assert [c.normal_form for c in cite("See N.C. R. App. P. 10. Rule 59 of the contract.")] == [
        "N.C. R. App. P. 10"
    ]
