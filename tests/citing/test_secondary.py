from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import each_row

K = CitationKind


@each_row()
def test_secondary_sources(text: str, form: str, pin: str | None) -> None:
    (found,) = cite(f"See {text}.")
    assert (found.kind, found.text, found.normal_form, found.pin_cite) == (K.OTHER, text, form, pin)


def test_a_page_of_the_same_year_s_news_goes_back_to_it() -> None:
    *_, short = cite("See 1986 U.S.C.C.A.N. 3555, 3557. It says so. 1986 U.S.C.C.A.N. at 3566.")
    assert (short.kind, short.antecedent) == (K.SHORT, "1986 U.S.C.C.A.N. 3555")


def test_a_restatement_s_section_is_none_of_a_statute() -> None:
    text = "42 U.S.C. § 652 applies. See Restatement (Second) of Torts § 652."
    assert [c.kind for c in cite(text)] == [K.STATUTE, K.OTHER]


def test_a_series_of_initials_is_no_treaty() -> None:
    assert [c.kind for c in cite("He paid 6 U.S. Treasury notes and 12 I.L. Mason bonds.")] == []


def test_a_ruling_s_wl_number_is_no_case() -> None:
    ruling, number = cite(
        "Symptoms are weighed. SSR 16-3p, 2017 WL 5180304, at *2 (Oct. 25, 2017)."
    )
    assert (number.kind, number.authority) == (K.OTHER, ruling.authority)
